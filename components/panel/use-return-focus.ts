/** Whoever opens something by keyboard is not left nowhere when it closes. */
import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** Takes the focus back to where it was when `inside` came; to the list where that has gone. */
export function useReturnFocus(inside: RefObject<HTMLElement | null>): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the ref is the same one for good.
  useLayoutEffect(() => {
    const root = inside.current?.getRootNode();
    if (!(root instanceof ShadowRoot)) return undefined;
    const before = root.activeElement as HTMLElement | null;
    return () => {
      if (before?.isConnected) before.focus({ preventScroll: true });
      // What comes in its place is drawn by then.
      else requestAnimationFrame(() => root.activeElement ?? focusList(root));
    };
  }, []);
}

/** The one row that Tab leads to. */
function focusList(root: ShadowRoot): void {
  root.querySelector<HTMLElement>('.row[tabindex="0"]')?.focus({ preventScroll: true });
}
