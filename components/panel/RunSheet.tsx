import { useWords } from '@/components/shared/words';
import { usePanelState } from './panel-deps';
import { RunSheetCare } from './RunSheetCare';
import { RunSheetNext } from './RunSheetNext';
import { RunSheetSteps } from './RunSheetSteps';
import { useHostState, useRunning, useRunSheet, useRunSheetDeps } from './run-sheet-deps';
import { ScreenHead } from './ScreenHead';

/** The host's hour: what to post next, what was posted, who waits for a word. It posts nothing. */
export function RunSheet() {
  const words = useWords();
  const { openPlanner } = useRunSheetDeps();
  const hosting = usePanelState((state) => state.hosting);
  const ready = useHostState((state) => state.ready);
  useRunning();
  const sheet = useRunSheet();
  if (!hosting) return <AskHosting />;
  const planner = (
    <button type="button" class="line" onClick={openPlanner}>
      {words('host_planner')}
    </button>
  );
  if (sheet === null) {
    return (
      <div class="sheet run-empty" data-part="run-sheet">
        <p>{words('host_no_session')}</p>
        {planner}
      </div>
    );
  }
  // Nothing is offered before it is known what was skipped.
  if (!ready) return <div class="sheet" data-part="run-sheet" aria-busy="true" />;
  const planned = sheet.steps.some(({ kind }) => kind === 'question');
  return (
    <div class="sheet run" data-part="run-sheet">
      <RunSheetNext sheet={sheet} />
      {!planned && <p class="note">{words('host_no_questions')}</p>}
      <RunSheetSteps steps={sheet.steps} />
      <RunSheetCare />
      <p class="run-end">{planner}</p>
    </div>
  );
}

/** Said once, and remembered. */
function AskHosting() {
  const words = useWords();
  const { startHosting } = useRunSheetDeps();
  const hashtag = usePanelState((state) => state.hashtag);
  return (
    <>
      <ScreenHead title={words('host_tab_run')} />
      <div class="sheet run-empty" data-part="run-sheet">
        <p>{words('host_ask', hashtag)}</p>
        <button type="button" class="solid" onClick={() => void startHosting()}>
          {words('host_yes')}
        </button>
      </div>
    </>
  );
}
