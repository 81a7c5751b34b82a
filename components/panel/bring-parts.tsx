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

/** The component with the contexts of its own script around it, and what that script gives it besides. */
export function standAlone<P extends object, G extends Partial<P> = object>(
  Inner: ComponentType<P>,
  given?: G,
): Part<Omit<P, keyof G>> {
  return ({ deps, ...props }) => (
    <PanelContext.Provider value={deps}>
      <WordsContext.Provider value={deps.words}>
        <Inner {...(props as unknown as P)} {...given} />
      </WordsContext.Provider>
    </PanelContext.Provider>
  );
}
