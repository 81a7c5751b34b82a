/** The slim tab on the page's edge that stands for the closed panel. Plain DOM: it is there before Preact is. */

export interface EdgeTabState {
  /** The chat's clock: upcoming, today, soon, live, ended, none. */
  state: string;
  /** Without #. */
  hashtag: string;
  /** "23:10 left". */
  text: string;
  newCount: number;
  theme: 'light' | 'dim' | 'dark';
}

export interface EdgeTab {
  element: HTMLButtonElement;
  update(state: EdgeTabState): void;
}

interface Options {
  /** What the button does, said to screen readers: "Open #polchat". */
  label: (hashtag: string) => string;
  onOpen: () => void;
}

/** The tab; place `element` in a shadow root that also holds `edgeTabCss`. */
export function createEdgeTab(document: Document, { label, onOpen }: Options): EdgeTab {
  const element = document.createElement('button');
  const part = (name: string) => {
    const span = document.createElement('span');
    span.className = name;
    element.append(span);
    return span;
  };
  element.type = 'button';
  element.className = 'edge-tab';
  element.addEventListener('click', onOpen);
  part('edge-spot');
  const tag = part('edge-tag');
  const text = part('edge-clock');
  const count = part('edge-new');
  return {
    element,
    update(next) {
      element.dataset.state = next.state;
      element.dataset.theme = next.theme;
      tag.textContent = `#${next.hashtag}`;
      text.textContent = next.text;
      count.textContent = next.newCount > 99 ? '99+' : String(next.newCount);
      count.hidden = next.newCount === 0;
      element.setAttribute(
        'aria-label',
        `${label(next.hashtag)}. ${next.text}${next.newCount > 0 ? ` (${next.newCount})` : ''}`,
      );
    },
  };
}

export const edgeTabCss = `
.edge-tab{all:unset;position:absolute;right:0;top:28vh;box-sizing:border-box;display:flex;align-items:center;gap:8px;max-height:60vh;padding:12px 6px;writing-mode:vertical-rl;cursor:pointer;font:600 13px/1.3 TwitterChirp,-apple-system,BlinkMacSystemFont,"Segoe UI",Roboto,Helvetica,Arial,sans-serif;color:#0f1419;background:#fff;border:1px solid #cfd9de;border-right:0;border-radius:12px 0 0 12px;box-shadow:0 2px 10px rgb(0 0 0/.14)}
.edge-tab[data-theme=dim]{color:#f7f9f9;background:#15202b;border-color:#38444d}
.edge-tab[data-theme=dark]{color:#e7e9ea;background:#000;border-color:#2f3336}
.edge-tab:hover{text-decoration:underline}
.edge-tab:focus-visible{outline:2px solid var(--accent,#1d9bf0);outline-offset:2px}
.edge-spot{flex:none;width:8px;height:8px;border-radius:50%;background:#8899a6}
.edge-tab[data-state=live] .edge-spot{background:#e0245e}
.edge-tab[data-state=soon] .edge-spot{background:#ffad1f}
.edge-clock{font-weight:400;white-space:nowrap}
.edge-new{writing-mode:horizontal-tb;min-width:20px;padding:1px 4px;border-radius:10px;box-sizing:border-box;text-align:center;font-size:12px;color:#fff;background:#0a6fc2}
.edge-tab[hidden],.edge-new[hidden]{display:none}
@media(forced-colors:active){.edge-spot,.edge-new{border:1px solid}}
`;
