/** X's own round buttons at the bottom right (messages, Grok): they lie above the panel, which keeps out of their way. */

const DRAWERS = '#layers [data-testid="GrokDrawer"], #layers [data-testid="chat-drawer-root"]';
/** An opened drawer is a window that the person asked for: nothing to keep out of. */
const WIDEST_BUTTON = 120;
const AIR = 8;

/** How many px at the right of the panel's lower end are taken, 0 for none. */
function drawersWidth(panel: DOMRect): number {
  let taken = 0;
  for (const drawer of document.querySelectorAll(DRAWERS)) {
    for (const box of [drawer, ...drawer.children].map((one) => one.getBoundingClientRect())) {
      const isButton = box.width > 0 && box.width < WIDEST_BUTTON && box.height > 0;
      if (isButton && box.left < panel.right && box.bottom > panel.top) {
        taken = Math.max(taken, panel.right - box.left + AIR);
      }
    }
  }
  return Math.ceil(Math.min(taken, panel.width / 2));
}

/** Keeps the panel in this host out of their way; to be called now and then while it is open. */
export function giveWay(host: HTMLElement): void {
  const taken = `${drawersWidth(host.getBoundingClientRect())}px`;
  if (host.style.getPropertyValue('--taken') !== taken) host.style.setProperty('--taken', taken);
}
