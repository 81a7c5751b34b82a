/** The chip beside X's composer: says that the hashtag will be added, or was, and takes it out. In the top layer, above X's modals. */

import type { Words } from '@/components/shared/words';
import { button } from '@/components/writing/findings';
import { toolbarOf } from '@/entrypoints/x.content/page/composer';
import type { Bridge, Chip } from '@/stores/bridge';
import css from './chip.css?inline';
import { followPage, keepInside } from './top-layer';

/** Free room that the chip wants on either side, px. */
const AIR = 12;

/** Makes the chip, hidden. Its buttons do what the prefill script says. */
export function createChip(bridge: Bridge, words: Words): Chip {
  const { signal } = bridge;
  for (const old of document.querySelectorAll('polchat-chip')) old.remove();
  const host = document.createElement('polchat-chip');
  host.popover = 'manual';
  const root = host.attachShadow({ mode: 'open' });
  const style = document.createElement('style');
  style.textContent = css;
  const text = document.createElement('span');
  text.setAttribute('role', 'status');
  let anchor: HTMLElement | null = null;
  const label = button('', '', () => {
    if (anchor) bridge.onChip?.label(anchor, label.textContent ?? '');
  });
  const remove = button(words('prefill_remove_short'), '', () => {
    if (anchor) bridge.onChip?.remove(anchor);
  });
  root.append(style, text, remove, label);
  keepInside(root, signal);

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
  const sizes = followPage(place, signal);
  signal.addEventListener('abort', () => host.remove());

  return {
    host,
    anchor: () => anchor,
    show(editor, word, hashtag, offered) {
      const said = words(word, hashtag);
      // Said aloud again only where it changed.
      if (text.textContent !== said) text.textContent = said;
      label.hidden = offered === '';
      label.textContent = offered;
      label.setAttribute('aria-label', words('prefill_label', offered));
      remove.setAttribute('aria-label', words('prefill_remove', hashtag));
      remove.hidden = word === 'prefill_failed';
      host.dataset.theme = bridge.host.dataset.theme ?? 'light';
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
