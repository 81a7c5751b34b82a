/** Arrow keys, Page Up and Down, Home and End among the rows of the list. */
import { isPlainKey } from './plain-key';
import type { FeedView } from './use-feed';

const PAGE = 5;

/** Moves the focus to another row and brings it into sight; false where the key is none of ours. */
export function moveFocus(event: KeyboardEvent, { heights, scroller }: FeedView): boolean {
  const box = scroller.current;
  const target = event.target as HTMLElement;
  if (box === null || !isPlainKey(event)) return false;
  const row = target.closest<HTMLElement>('[aria-posinset]');
  const at = row === null ? -1 : Number(row.ariaPosInSet) - 1;
  const last = heights.rows.length - 1;
  const wish = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + PAGE,
    PageUp: at - PAGE,
    Home: 0,
    End: last,
  }[event.key];
  if (wish === undefined) return false;
  event.preventDefault();
  const to = Math.min(Math.max(wish, 0), last);
  focusRow(to, box, heights);
  return true;
}

function focusRow(index: number, box: HTMLElement, heights: FeedView['heights']): void {
  const go = () => {
    const row = box.querySelector<HTMLElement>(`[aria-posinset="${index + 1}"]`);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'nearest' });
    return row;
  };
  if (go()) return;
  // Not drawn yet: go there first, and take the focus along once it is.
  box.scrollTop = heights.top(index);
  requestAnimationFrame(go);
}
