/** For the scripts that bring parts of the panel: hands them over. */
import type { ComponentType } from 'preact';
import { WordsContext } from '@/components/shared/words';
import type { Bridge } from '@/stores/bridge';
import { PanelContext } from './panel-deps';
import type { Part, Parts } from './parts';

/** Gives the panel these parts, and its root the rules that draw them. A script that was put into the page twice changes nothing. */
export function bringParts(bridge: Bridge, parts: Partial<Parts>, css: string): void {
  if (Object.keys(parts).every((name) => name in bridge.parts)) return;
  const style = document.createElement('style');
  style.textContent = css;
  bridge.root.append(style);
  Object.assign(bridge.parts, parts);
}

/** The component with the contexts of its own script around it. */
export function standAlone<P extends object>(Inner: ComponentType<P>): Part<P> {
  return ({ deps, ...props }) => (
    <PanelContext.Provider value={deps}>
      <WordsContext.Provider value={deps.words}>
        <Inner {...(props as unknown as P)} />
      </WordsContext.Provider>
    </PanelContext.Provider>
  );
}
