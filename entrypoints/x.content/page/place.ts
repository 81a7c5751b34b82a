/** The panel's place on X's page: its host outside X's tree, kept there, in X's look, beside or below the columns. */
import { type Look, readLook } from './look';

/** Below this width of the window the panel is a sheet at the bottom, px. */
const SHEET_BELOW = 700;
/** From this width on the panel leaves X's primary column free, px. */
export const BESIDE_FROM = 1280;
/** Pages of X that are no place for a chat. */
const ELSEWHERE =
  /^\/$|^\/(?:login|logout|signup|account|settings|tos|privacy|oauth|i\/(?:oauth2|flow)|intent)(?:\/|$)/;

const STYLE = `
:host{all:initial;position:fixed;z-index:0;inset:0 0 0 auto;display:block;width:0;color-scheme:light dark}
:host([data-open]){width:min(var(--polchat-width,380px),100vw)}
:host([data-open][data-layout=sheet]){inset:auto 0 0 0;width:100vw;height:min(max(62vh,300px),94vh,560px)}
:host([hidden]){display:none}
@media print{:host{display:none}}
`;

export interface Place {
  host: HTMLElement;
  root: ShadowRoot;
  setOpen: (open: boolean) => void;
  setWidth: (px: number) => void;
  /** Takes the person's own look, or X's again, where that was changed. */
  dress: () => void;
}

/** Is there a place for the panel on this page of X? */
export function hasPlace(path: string): boolean {
  return !ELSEWHERE.test(path);
}

/** Takes every element of ours off the page. */
export function removeOurs(): void {
  const ours = 'polchat-panel, polchat-chip, polchat-check, polchat-notice';
  for (const old of document.querySelectorAll(ours)) old.remove();
}

/** Makes the host around `content`, with its style sheet, and keeps it on the page, in X's look or the person's own (`data-theme`) and X's layout (`data-layout`), until `signal` ends. */
export function createPlace(
  signal: AbortSignal,
  ownLook: () => Look | 'x',
  css: string,
  content: HTMLElement,
): Place {
  const host = document.createElement('polchat-panel');
  const root = host.attachShadow({ mode: 'open' });
  const style = document.createElement('style');
  style.textContent = STYLE + css;
  root.append(style, content);
  // Most pages are left with the panel unopened and the edge tab untouched.
  const touched = (event: Event) => {
    keep(event);
    keepKeysInside(root);
  };
  root.addEventListener('focusin', touched, { once: true });

  const dress = () => {
    const own = ownLook();
    host.dataset.theme = own === 'x' ? readLook() : own;
  };
  const lay = () => {
    host.dataset.layout = innerWidth < SHEET_BELOW ? 'sheet' : 'side';
  };
  lay();
  document.body.append(host);
  dress();
  addEventListener('resize', lay, { signal });
  const looks = new MutationObserver(dress);
  looks.observe(document.body, { attributes: true, attributeFilter: ['style', 'class'] });
  looks.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  // X's own start replaces the body's children now and then, and takes foreign ones with them.
  const stay = new MutationObserver(() => host.isConnected || document.body.append(host));
  stay.observe(document.body, { childList: true });
  signal.addEventListener('abort', () => {
    looks.disconnect();
    stay.disconnect();
  });
  return {
    host,
    root,
    setOpen(open) {
      host.toggleAttribute('data-open', open);
      if (open) keepKeysInside(root);
    },
    dress,
    setWidth: (px) => host.style.setProperty('--polchat-width', `${px}px`),
  };
}

const keep = (event: Event) => event.stopPropagation();

/** What is typed, pasted or scrolled in the panel is none of X's business: its single keys like, repost and block. Once is as good as twice. */
function keepKeysInside(root: ShadowRoot): void {
  const kinds =
    'keydown keyup keypress beforeinput input paste copy cut wheel compositionstart compositionupdate compositionend focusin focusout';
  for (const kind of kinds.split(' ')) {
    // Without a signal: the panel may outlive the extension, until the tab is loaded anew.
    root.addEventListener(kind, keep, { passive: true });
  }
}
