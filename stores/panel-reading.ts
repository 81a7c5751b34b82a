/** Decides when new posts wait behind the bar, and where the list goes when they are asked for. */
import { comparePosts } from './core/post';
import { type GroupKey, groupKey } from './core/rows-groups';
import type { PanelContext } from './panel-context';
import { findRow, mustWait } from './panel-rows';
import { type Goal, isWhole, WHOLE } from './panel-state';

export interface ReadingActions {
  /** Someone did something in the panel: from now on nothing moves under their eyes. */
  touch(): void;
  /** The list was scrolled to where its end is in sight or not; of no account before anyone touched the panel. */
  scrolled(atEnd: boolean): void;
  /** Someone points at or has the focus in the list: posts wait meanwhile, even at the live end. */
  engage(engaged: boolean): void;
  /** These posts were in sight. */
  saw(ids: Iterable<string>): void;
  /** Shows what waits behind the bar, and goes to the first of it, in the group if one is named. */
  showNew(group?: GroupKey): void;
}

/** Of new posts, those that have to wait. `engaged` is the store's own: whether someone is at the list just now. */
export function heldBack(
  ids: readonly string[],
  context: PanelContext,
  engaged: boolean,
): string[] {
  const state = context.get();
  const { reading, screen } = state;
  const free = reading === 'untouched' || (reading === 'following' && !engaged);
  if (free && screen.kind === 'conversation') return [];
  const conversation = context.deps.threader.conversation();
  return ids.filter((id) => mustWait(id, conversation, state));
}

export function createReading(
  context: PanelContext,
  setEngaged: (engaged: boolean) => void,
): ReadingActions {
  const { get, set, refresh, seen } = context;
  return {
    touch() {
      if (get().reading !== 'untouched') return;
      set({ reading: get().clock.state === 'live' ? 'following' : 'away' });
    },
    scrolled(atEnd) {
      const { summary, reading } = get();
      // The end of a thread, or of what was found, is not the live end.
      if (reading === 'untouched' || !isWhole(get())) return;
      // Whoever comes back to the end while posts wait has not seen the end yet: the bar leads on.
      const next = !atEnd ? 'away' : summary.waiting.length === 0 ? 'following' : reading;
      if (next !== reading) set({ reading: next });
    },
    engage(engaged) {
      setEngaged(engaged);
      const { held, reading } = get();
      if (!engaged && reading === 'following' && held.size > 0) refresh({ held: new Set() });
    },
    saw(ids) {
      const before = seen.size;
      for (const id of ids) seen.add(id);
      if (seen.size > before) context.deps.schedule(() => refresh());
    },
    showNew(group) {
      const { held, reading, group: shown } = get();
      refresh({
        ...WHOLE,
        group: shown === group ? shown : 'all',
        held: new Set(),
        fresh: held,
      });
      set({
        reading: reading === 'untouched' ? reading : 'away',
        goal: firstOf(held, group, context),
      });
    },
  };
}

/** Where the first of these posts is to be seen; its thread is unfolded if it must be. */
function firstOf(
  ids: ReadonlySet<string>,
  group: GroupKey | undefined,
  context: PanelContext,
): Goal | null {
  const { conversation } = context.get();
  const first = [...ids]
    .flatMap((id) => conversation.placed.get(id) ?? [])
    .filter((placed) => group === undefined || groupKey(placed) === group)
    .sort((a, b) => comparePosts(a.post, b.post))[0];
  return first === undefined ? null : goalAt(first.post.id, context);
}

/** A wish to go to a post, with its thread unfolded where it is folded away. */
export function goalAt(id: string, context: PanelContext): Goal | null {
  const { conversation, rows, expanded } = context.get();
  const found = findRow(id, conversation, rows);
  if (found === null) return null;
  if (!found.unfold) return { key: found.key, align: 'nearest', focus: true };
  const threads = new Set(expanded);
  // Which ancestor folds it is not worth finding out: unfolding one too many does no harm.
  for (let at: string | null = found.key; at !== null && !threads.has(at); ) {
    threads.add(at);
    at = conversation.placed.get(at)?.parent ?? null;
  }
  context.refresh({ expanded: threads });
  const again = findRow(id, conversation, context.get().rows);
  return { key: again?.key ?? found.key, align: 'nearest', focus: true };
}
