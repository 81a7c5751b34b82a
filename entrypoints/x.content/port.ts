/** Meets the tap of the page's world at document_start, in either order of the two scripts. */
import { ASK, OFFER } from '@/stores/core/wire';

/**
 * Calls `met` with the tap's port, at most once. Returns false where a script of the page may have been there first and
 * could pose as the tap: its responses stay unread until it is loaded anew.
 */
export function meetTap(met: (port: MessagePort) => void): boolean {
  if (document.head || document.body || isWithinReach()) return false;
  const shut = () => {
    removeEventListener(OFFER, take, true);
    door.disconnect();
  };
  const take = (event: Event) => {
    const port = event instanceof MessageEvent ? event.ports[0] : undefined;
    if (!port) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    shut();
    met(port);
  };
  // The observer runs before the page's first script: whoever offers later is not the tap.
  const door = new MutationObserver(shut);
  addEventListener(OFFER, take, true);
  door.observe(document, { childList: true, subtree: true });
  dispatchEvent(new Event(ASK));
  return true;
}

/**
 * A page of X that opens another holds its window while that is still empty, and browsers use the empty page's window on:
 * listeners and replaced functions are there before any script of ours. Only the first page in it, so a reload is clean.
 * One that has cut its own tie to the window first is not known from a link that was opened in a tab.
 */
function isWithinReach(): boolean {
  if (!opener) return false;
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (entry?.type === 'reload') return false;
  try {
    return opener.document !== undefined;
  } catch {
    // Of another origin: that one could not reach in.
    return false;
  }
}
