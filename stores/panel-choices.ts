/** What the reader chooses: question, screen, filter, moves by hand, mutes, the draft. */
import { comparePosts } from './core/post';
import { type GroupKey, groupKey, questionKey } from './core/rows-groups';
import type { PanelContext } from './panel-context';
import type { Draft } from './panel-draft';
import type { Drafting } from './panel-drafting';
import type { Moving } from './panel-moves';
import { goalAt } from './panel-reading';
import { findRow } from './panel-rows';
import {
  type ConversationState,
  FIND_ALL,
  type Find,
  type Muted,
  type Screen,
  WHOLE,
} from './panel-state';

export interface ChoiceActions {
  showGroup(group: GroupKey | 'all'): void;
  /** Goes to the question now open; to the end of the list where there is none. */
  showOpen(): void;
  showScreen(screen: Screen): void;
  /** Goes to a post wherever it is, unfolding its thread. */
  showPost(id: string): void;
  unfold(root: string): void;
  setFind(find: Partial<Find>): void;
  /** Opens the search and the filters, or closes them and shows everything again. */
  setFinding(finding: boolean): void;
  /** Files a post by hand: a question's label, or '' for none. Kept for good. */
  move(id: string, label: string): void;
  mute(muted: Partial<Muted>): void;
  setShowMuted(show: boolean): void;
  setDraft(draft: Partial<Draft>): void;
}

export function createChoices(
  context: PanelContext,
  moves: Moving,
  drafting: Drafting,
): ChoiceActions {
  const { get, set, refresh } = context;
  const conversationScreen = { kind: 'conversation' } as const;
  return {
    showGroup(group) {
      refresh({ group, screen: conversationScreen, held: released(get(), group) });
      if (group !== 'all') set({ goal: topOf(get()), reading: 'away' });
    },
    showOpen() {
      const { conversation, group } = get();
      const { open } = conversation;
      const key = open === null ? null : questionKey(open.label, open.session);
      refresh({ ...WHOLE, group: group === key ? group : 'all', held: released(get(), key) });
      set({
        reading: 'away',
        goal: open === null ? { key: null } : { key: open.postId, align: 'start', focus: true },
      });
    },
    showScreen(screen) {
      const { screen: left } = get();
      refresh({ screen });
      // Whoever comes back from a thread finds the post they opened it at.
      if (left.kind !== 'thread' || screen.kind !== 'conversation') return;
      const found = findRow(left.root, get().conversation, get().rows);
      if (found !== null) set({ goal: { key: found.key, align: 'nearest', focus: true } });
    },
    showPost(id) {
      const held = new Set(get().held);
      held.delete(id);
      refresh({ ...WHOLE, group: 'all', held });
      set({ goal: goalAt(id, context), reading: 'away' });
    },
    unfold: (root) => refresh({ expanded: new Set([...get().expanded, root]) }),
    setFind(part) {
      const { find, group } = get();
      // Words are looked for in the whole chat; whoever chooses a question meanwhile narrows that.
      refresh({
        find: { ...find, ...part },
        group: part.query && !find.query ? 'all' : group,
        screen: conversationScreen,
      });
    },
    setFinding: (finding) =>
      refresh({ finding, screen: conversationScreen, ...(finding ? {} : { find: FIND_ALL }) }),
    move: moves.move,
    mute(part) {
      const muted = { ...get().muted, ...part };
      // A choice that cannot be stored still holds for this page.
      context.deps.storage.set('muted', muted).catch(() => undefined);
      refresh({ muted });
    },
    setShowMuted: (showMuted) => refresh({ showMuted }),
    setDraft(part) {
      const draft = { ...get().draft, ...part, at: context.deps.now() };
      set({ draft });
      drafting.keep(draft);
    },
  };
}

/** Choosing a question asks to see all of it: what waited there comes out. */
function released({ held, conversation }: ConversationState, group: string | null): Set<string> {
  if (group === 'all') return new Set();
  return new Set(
    [...held].filter((id) => {
      const placed = conversation.placed.get(id);
      return placed !== undefined && groupKey(placed) !== group;
    }),
  );
}

function topOf({ rows }: ConversationState): ConversationState['goal'] {
  const first = rows[0];
  return first === undefined ? null : { key: first.key, align: 'start', focus: false };
}

/** The newest moment among posts that were seen, never before `lastRead`. */
export function newestSeen(context: PanelContext): number | null {
  const { conversation, lastRead } = context.get();
  let newest = null;
  for (const id of context.seen) {
    const post = conversation.placed.get(id)?.post;
    if (post !== undefined && (newest === null || comparePosts(newest, post) < 0)) newest = post;
  }
  if (newest === null) return lastRead;
  return Math.max(newest.createdAt, lastRead ?? 0);
}
