/** The chip beside X's composer: says that the hashtag will be added, or was, and takes it out. In the top layer, above X's modals. */
import { toolbarOf } from '@/entrypoints/x.content/page/composer';
import css from './chip.css?inline';

/** The chip's sentences, by their key in the locales. */
export type ChipWord = 'prefill_will' | 'prefill_added' | 'prefill_remove' | 'prefill_remove_short';

/** Free room that the chip wants on either side, px. */
const AIR = 12;

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
    const box = anchor?.isConnected
      ? spotBeside(anchor, host.offsetWidth, host.offsetHeight)
      : null;
    if (!box) return hide();
    host.style.translate = `${Math.round(box.left)}px ${Math.round(box.top)}px`;
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

/** Where a chip of this size covers nothing: in the row of buttons left of Post, else right above that row. */
function spotBeside(editor: HTMLElement, width: number, height: number) {
  const bar = toolbarOf(editor) ?? editor;
  const row = bar.getBoundingClientRect();
  if (row.width === 0) return null;
  const post = bar.querySelector('[data-testid^="tweetButton"]')?.getBoundingClientRect();
  const tools = [...bar.querySelectorAll('button, [role="button"], [role="progressbar"]')].map(
    (one) => one.getBoundingClientRect(),
  );
  const end = Math.min(
    post?.left ?? row.right,
    ...tools.map(({ left }) => left).filter((left) => left > row.left + row.width / 2),
  );
  const begin = Math.max(
    row.left,
    ...tools.map(({ right }) => right).filter((right) => right <= end),
  );
  const middle = post ? post.top + post.height / 2 : row.top + row.height / 2;
  if (end - begin >= width + 2 * AIR) return { left: end - AIR - width, top: middle - height / 2 };
  return { left: row.right - width, top: row.top - height - 2 };
}
