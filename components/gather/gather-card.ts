/** The card that stands beside X's search while someone catches up on a chat. Plain DOM: it is small, and seldom there. */

export interface CardState {
  title: string;
  /** 0 to 1. */
  read: number;
  /** "Read back to 13:24 · 212 posts" */
  progress: string;
  /** What happens, or what to do. */
  hint: string;
  /** '' where Polchat may not scroll. */
  action: string;
  isDone: boolean;
}

interface Options {
  words: { warning: string; transcript: string; close: string; label: string };
  onAction: () => void;
  onTranscript: () => void;
  onClose: () => void;
}

export interface GatherCard {
  element: HTMLElement;
  update(state: CardState): void;
}

/** The card; place `element` in a shadow root that also holds `gatherCss`. */
export function createGatherCard(document: Document, options: Options): GatherCard {
  const { words } = options;
  const element = document.createElement('section');
  element.className = 'gather';
  element.dataset.part = 'catch-up';
  element.setAttribute('aria-label', words.label);
  const add = <K extends keyof HTMLElementTagNameMap>(tag: K, part: string, text = '') => {
    const made = document.createElement(tag);
    made.className = `gather-${part}`;
    made.textContent = text;
    element.append(made);
    return made;
  };
  const button = (part: string, text: string, onPress: () => void) => {
    const made = add('button', part, text);
    made.type = 'button';
    made.dataset.part = `gather-${part}`;
    made.addEventListener('click', onPress);
    return made;
  };
  const title = add('h2', 'title');
  const close = button('close', '×', options.onClose);
  close.setAttribute('aria-label', words.close);
  const bar = add('progress', 'bar');
  bar.setAttribute('aria-label', words.label);
  const progress = add('p', 'progress');
  progress.dataset.part = 'gather-progress';
  const hint = add('p', 'hint');
  hint.setAttribute('role', 'status');
  const warning = add('p', 'warning', words.warning);
  const action = button('action', '', options.onAction);
  button('transcript', words.transcript, options.onTranscript);
  return {
    element,
    update(state) {
      title.textContent = state.title;
      bar.value = state.read;
      progress.textContent = state.progress;
      // Read aloud only when it says something else.
      if (hint.textContent !== state.hint) hint.textContent = state.hint;
      action.textContent = state.action;
      action.hidden = state.action === '';
      warning.hidden = action.hidden;
      element.toggleAttribute('data-done', state.isDone);
    },
  };
}

export const gatherCss = `
.gather{position:fixed;z-index:3;right:16px;bottom:152px;box-sizing:border-box;display:grid;grid-template-columns:1fr auto;gap:6px 8px;width:min(340px,calc(100vw - 32px));padding:14px 16px;
font:15px/1.35 TwitterChirp,-apple-system,BlinkMacSystemFont,"Segoe UI",Roboto,Helvetica,Arial,sans-serif;color:#0f1419;color-scheme:light;background:#fff;border:1px solid #cfd9de;border-radius:16px;box-shadow:0 4px 18px rgb(0 0 0/.18)}
:host([data-open]) .gather{right:0;bottom:0;width:min(var(--polchat-width,380px),100vw);border-radius:16px 16px 0 0}
:host([data-theme="dim"]) .gather{color:#f7f9f9;background:#15202b;border-color:#38444d;color-scheme:dark}
:host([data-theme="dark"]) .gather{color:#e7e9ea;background:#000;border-color:#2f3336;color-scheme:dark}
.gather>*{grid-column:1/-1;margin:0}
.gather [hidden]{display:none}
.gather .gather-title{grid-column:1;font-size:15px;font-weight:700;line-height:1.35}
.gather .gather-close{grid-column:2;grid-row:1}
/* X's round buttons lie above: --taken is their width. */
:host([data-open]) .gather :is(.gather-hint,.gather-warning,.gather-action,.gather-transcript){margin-inline-end:var(--taken,0)}
.gather-bar{width:100%;height:8px;accent-color:#1d9bf0}
.gather-progress{font-weight:600}
.gather-hint,.gather-warning{color:#536471;font-size:13px}
:host([data-theme="dim"]) :is(.gather-hint,.gather-warning){color:#9aa7b3}
:host([data-theme="dark"]) :is(.gather-hint,.gather-warning){color:#8b9198}
.gather button{min-height:36px;padding:6px 16px;color:inherit;background:transparent;border:1px solid currentColor;border-radius:18px;font:inherit;font-size:14px;font-weight:700;cursor:pointer}
.gather .gather-close{min-width:28px;min-height:28px;padding:0;border:0;font-size:20px;line-height:1}
.gather button:focus-visible{outline:2px solid #1d9bf0;outline-offset:2px}
.gather[data-done] .gather-transcript{color:#fff;background:#0f1419;border-color:#0f1419}
:host(:is([data-theme="dim"],[data-theme="dark"])) .gather[data-done] .gather-transcript{color:#0f1419;background:#eff3f4;border-color:#eff3f4}
@media (forced-colors:active){.gather,.gather button{border:1px solid}}
`;
