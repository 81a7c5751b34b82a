/** What boxes in the top layer have in common: presses in them are none of X's business, and they go where their editor goes. */

/** X hears nothing of what is pressed here, and its composer keeps the caret. */
export function keepInside(root: ShadowRoot, signal: AbortSignal): void {
  root.addEventListener('mousedown', (event) => event.preventDefault(), { signal });
  for (const kind of ['mousedown', 'click', 'keydown', 'keyup', 'keypress']) {
    root.addEventListener(kind, (event) => event.stopPropagation(), { signal });
  }
}

/** Calls `place` whenever X's page may have moved; also when what the observer is told to watch changes its size. */
export function followPage(place: () => void, signal: AbortSignal): ResizeObserver {
  addEventListener('scroll', place, { signal, capture: true, passive: true });
  addEventListener('resize', place, { signal });
  const sizes = new ResizeObserver(place);
  signal.addEventListener('abort', () => sizes.disconnect());
  return sizes;
}
