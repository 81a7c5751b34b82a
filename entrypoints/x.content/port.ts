/** Meets the tap of the page's world at document_start, in either order of the two scripts. */
import { ASK, OFFER } from '@/stores/core/wire';

/**
 * Calls `met` with the tap's port, at most once. Returns false where it is too late: in a page that is open already the
 * page's own scripts could pose as the tap, so its responses stay unread until it is loaded anew.
 */
export function meetTap(met: (port: MessagePort) => void): boolean {
  if (document.head || document.body) return false;
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
