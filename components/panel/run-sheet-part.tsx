/** The run sheet as a part of the panel, with what it asks of the outside. */
import { RunSheet } from './RunSheet';
import { RunSheetContext, type RunSheetDeps } from './run-sheet-deps';

export function createRunSheetPart(deps: RunSheetDeps) {
  return () => (
    <RunSheetContext.Provider value={deps}>
      <RunSheet />
    </RunSheetContext.Provider>
  );
}
