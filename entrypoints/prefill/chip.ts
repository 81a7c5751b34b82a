/** The chip beside X's composer: says that the hashtag will be added, or was, and takes it out. In the top layer, above X's modals. */
import { toolbarOf } from '@/entrypoints/x.content/page/composer';
import css from './chip.css?inline';

/** The chip's sentences, by their key in the locales. */
export type ChipWord = 'prefill_will' | 'prefill_added' | 'prefill_remove' | 'prefill_remove_short';

export interface Chip {
  show: (editor: HTMLElement, word: ChipWord) => void;
  hide: () => void;
}

/** Makes the chip, hidden. `words` gives its sentences. */
export function createChip(
  signal: AbortSignal,
  words: (key: ChipWord) => string,
  onRemove: () => void,
): Chip {
  for (const old of document.querySelectorAll('polchat-chip')) old.remove();
  const host = document.createElement('polchat-chip');
  host.popover = 'manual';
  const root = host.attachShadow({ mode: 'open' });
  const style = document.createElement('style');
  style.textContent = css;
  const text = document.createElement('span');
  text.setAttribute('role', 'status');
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = words('prefill_remove_short');
  button.setAttribute('aria-label', words('prefill_remove'));
  root.append(style, text, button);
  let anchor: HTMLElement | null = null;

  const place = () => {
    const bar = anchor && (toolbarOf(anchor) ?? anchor);
    const box = bar?.getBoundingClientRect();
    if (!box || box.width === 0 || !anchor?.isConnected) return hide();
    host.style.translate = `${Math.round(box.left)}px ${Math.round(box.top - host.offsetHeight - 2)}px`;
  };
  const hide = () => {
    anchor = null;
    if (host.isConnected && host.matches(':popover-open')) host.hidePopover();
  };
  const sizes = new ResizeObserver(place);
  const keep = (event: Event) => {
    // The composer keeps the caret: a press here is no leaving.
    event.preventDefault();
    event.stopPropagation();
  };
  button.addEventListener('mousedown', keep, { signal });
  button.addEventListener(
    'click',
    (event) => {
      event.stopPropagation();
      onRemove();
    },
    { signal },
  );
  for (const kind of ['keydown', 'keyup', 'keypress']) {
    root.addEventListener(kind, (event) => event.stopPropagation(), { signal });
  }
  addEventListener('scroll', place, { signal, capture: true, passive: true });
  addEventListener('resize', place, { signal });
  signal.addEventListener('abort', () => {
    sizes.disconnect();
    host.remove();
  });

  return {
    show(editor, word) {
      text.textContent = words(word);
      host.dataset.theme =
        document.querySelector<HTMLElement>('polchat-panel')?.dataset.theme ?? 'light';
      if (!host.isConnected) document.body.append(host);
      if (anchor !== editor) {
        sizes.disconnect();
        sizes.observe(editor);
      }
      anchor = editor;
      if (!host.matches(':popover-open')) host.showPopover();
      place();
    },
    hide,
  };
}
