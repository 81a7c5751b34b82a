/** Decides what the list shows for a state of the panel: which screen, which question, which filter. */
import type { Conversation } from './core/conversation';
import { foldPost, foldText } from './core/fold';
import type { Post } from './core/post';
import { buildRows, type Row } from './core/rows';
import type { buildFoundRows } from './core/rows-found';
import { buildGroups, groupKey, isFolded } from './core/rows-groups';
import { summarise } from './core/rows-summary';
import { buildThreadRows } from './core/rows-thread';
import { type ConversationState, findsAll, type Muted } from './panel-state';

/** Who and what is kept out of sight: X's own blocks and mutes always, the reader's own unless they asked to see them. */
export function hiddenBy(muted: Muted, showMuted: boolean): (post: Post) => boolean {
  const people = new Set(muted.people);
  const words = muted.words.map(foldText).filter((word) => word !== '');
  if (showMuted || (people.size === 0 && words.length === 0)) return (post) => post.author.hidden;
  // Whole words, as X mutes: "cat" is not in "education".
  const any = words.map((word) => RegExp.escape(word)).join('|');
  const muting = any && new RegExp(`(?<![\\p{L}\\p{N}_])(?:${any})(?![\\p{L}\\p{N}_])`, 'u');
  return (post) =>
    post.author.hidden ||
    people.has(post.author.handle.toLowerCase()) ||
    (muting !== '' && muting.test(foldPost(post)));
}

type Shown = Pick<
  ConversationState,
  | 'screen'
  | 'group'
  | 'find'
  | 'expanded'
  | 'held'
  | 'lastRead'
  | 'muted'
  | 'showMuted'
  | 'guests'
  | 'me'
>;

/** The rows of the screen that is open, and what the panel says about the whole. */
export function buildScreen(
  conversation: Conversation,
  state: Shown & Pick<ConversationState, 'session'>,
  isUnread: (post: Post) => boolean,
  found: typeof buildFoundRows | undefined,
): Pick<ConversationState, 'rows' | 'summary'> {
  const { screen, group, expanded, lastRead, held, find, guests, me, session } = state;
  const sight = { held, isHidden: hiddenBy(state.muted, state.showMuted) };
  const groups = buildGroups(conversation, sight, isUnread);
  const rows = () => {
    if (screen.kind === 'thread') return buildThreadRows(conversation, screen.root, sight, groups);
    return findsAll(find) || found === undefined
      ? buildRows(conversation, { ...sight, group, expanded, lastRead }, groups)
      : found(conversation, sight, { ...find, guests, me }, group, groups);
  };
  return { rows: rows(), summary: summarise(conversation, groups, session?.questions ?? []) };
}

/** True for new posts that would move what is being read: those that get a row in the open view, but the person's own. */
export function mustWait(
  id: string,
  conversation: Conversation,
  state: Pick<Shown, 'group' | 'me'>,
): boolean {
  const placed = conversation.placed.get(id);
  if (placed === undefined || isFolded(placed, conversation)) return false;
  if (placed.post.author.handle.toLowerCase() === state.me?.toLowerCase()) return false;
  return state.group === 'all' || groupKey(placed) === state.group;
}

/** The row in which a post is to be seen: its own, or the thread that is to be unfolded for it. */
export function findRow(
  id: string,
  conversation: Conversation,
  rows: readonly Row[],
): { key: string; unfold: boolean } | null {
  const keys = new Set(rows.map((row) => row.key));
  const walked = new Set<string>();
  let at: string | null = id;
  while (at !== null && !walked.has(at)) {
    if (keys.has(at)) return { key: at, unfold: at !== id };
    walked.add(at);
    at = conversation.placed.get(at)?.parent ?? null;
  }
  return null;
}
