/** Takes X to another of its own pages. */

/** X has drawn, and asked for what it shows, by then, ms. */
const PATIENCE = 3_000;

/**
 * Goes there as X's own links do, without loading the page anew, so that nothing that was open is lost; where X does not go
 * along (`arrived` never called back), the page is loaded. The state is left out: X makes its own.
 */
export function goTo(path: string, arrived: (done: () => void) => void): void {
  if (location.pathname + location.search === path) {
    location.reload();
    return;
  }
  history.pushState(null, '', path);
  const timer = setTimeout(() => location.reload(), PATIENCE);
  arrived(() => clearTimeout(timer));
  dispatchEvent(new PopStateEvent('popstate', { state: null }));
}
