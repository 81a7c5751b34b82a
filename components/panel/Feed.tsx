import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useWords } from '@/components/shared/words';
import type { Row } from '@/stores/core/rows';
import { type ConversationState, isWhole } from '@/stores/panel-state';
import { moveFocus } from './feed-keys';
import { PinnedQuestion } from './PinnedQuestion';
import { usePanel, usePanelState } from './panel-deps';
import { RowView } from './RowView';
import { RowContext, useRowContextValue } from './row-context';
import { useEngaged } from './use-engaged';
import { type FeedView, type Place, useFeed } from './use-feed';
import { useKeptFocus } from './use-kept-focus';

/** In sight for so long counts as seen. */
const SEEN_MS = 800;

/** The conversation: a long list of which only the rows near the window are drawn. */
export function Feed({ place }: { place: RefObject<Place | null> }) {
  const words = useWords();
  const { store } = usePanel();
  const rows = usePanelState((state) => state.rows);
  const goal = usePanelState((state) => state.goal);
  const stick = usePanelState(isFollowing);
  const pinned = usePanelState((state) => state.conversation.open?.postId ?? null);
  const view = useFeed({ rows, stick, pinned, goal, place }, store);
  const [active, setActive] = useState<string | null>(null);
  const engaged = useEngaged(store);
  const shared = useRowContextValue();
  useSeen(view);
  const { first, last } = view.range;
  const shown = rows.slice(first, last);
  const current = useCurrent(shown, active, rows[view.topmost]?.key);
  const kept = useKeptFocus(view.block);
  return (
    <div class="feed-place">
      <PinnedQuestion topmost={view.topmost} />
      <div
        class="scroller"
        ref={view.scroller}
        data-part="conversation"
        role="feed"
        aria-label={words('panel_conversation')}
        onScroll={view.onScroll}
        onKeyDown={(event) => {
          if (moveFocus(event, view)) store.touch();
        }}
        {...engaged}
      >
        <div class="canvas" ref={view.canvas}>
          <div class="block" ref={view.block} data-first={first} {...kept}>
            <RowContext.Provider value={shared}>
              {shown.map((row) => (
                <RowView key={row.key} row={row} active={row.key === current} onFocus={setActive} />
              ))}
            </RowContext.Provider>
          </div>
        </div>
      </div>
    </div>
  );
}

/** The row that Tab leads to: the one last in use; where that has gone, what stands in its place, else what is in sight. */
function useCurrent(shown: readonly Row[], active: string | null, inSight: string | undefined) {
  const before = useRef<string>(undefined);
  const indexOf = (wanted: string | null | undefined) =>
    shown.findIndex(({ key }) => key === wanted);
  const at = indexOf(active);
  if (at !== -1) {
    before.current = shown[at - 1]?.key;
    return active;
  }
  const place = indexOf(before.current);
  const next = place === -1 ? undefined : shown[place + 1]?.key;
  return [next, inSight, shown[0]?.key].find((key) => indexOf(key) !== -1);
}

/** At the live end the newest post is kept in sight; so it is in a live panel that nobody has touched. A thread, and what was found, begin at their top. */
function isFollowing(state: ConversationState): boolean {
  const { reading, clock } = state;
  if (reading === 'away' || !isWhole(state)) return false;
  return reading === 'following' || clock.state === 'live' || clock.state === 'soon';
}

/** Tells the store which posts were in sight long enough to have been read. */
function useSeen({ scroller, block, range }: FeedView): void {
  const { store } = usePanel();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const version = usePanelState((state) => state.rows);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks again whenever other rows are drawn.
  useEffect(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const window = scroller.current?.getBoundingClientRect();
      if (window === undefined || scroller.current?.ownerDocument.hidden) return;
      const seen = [...(block.current?.children ?? [])].filter((row) => {
        const { top, bottom } = row.getBoundingClientRect();
        return bottom > window.top && top < window.bottom;
      });
      store.saw(seen.flatMap((row) => (row as HTMLElement).dataset.postId ?? []));
    }, SEEN_MS);
    return () => clearTimeout(timer.current);
  }, [version, range.first, range.last]);
}
