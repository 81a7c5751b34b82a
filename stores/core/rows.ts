/** Decides what the conversation's list shows, row by row: threads two deep under their questions, the rest folded. */
import type { Conversation, PlacedPost, Question, Section } from './conversation';
import {
  buildGroups,
  type Group,
  type GroupKey,
  type Groups,
  groupKey,
  isFolded,
  isInSight,
  type Root,
  type Sight,
} from './rows-groups';

/** One line of the list. `key` stays the same for the same thing, whatever else changes. */
export type Row =
  | { kind: 'section'; key: string; section: Section; label: string | null }
  | {
      kind: 'question';
      key: string;
      group: GroupKey;
      question: Question;
      /** null: the host's own post is not to be seen (hidden, or behind the bar). */
      placed: PlacedPost | null;
      answers: number;
      repeats: number;
      reposts: number;
    }
  | PostRow
  | { kind: 'more'; key: string; root: string; hidden: number; whole: boolean }
  | { kind: 'gap'; key: string; reason: 'missing' | 'hidden' }
  | { kind: 'lastRead'; key: string }
  | { kind: 'empty'; key: string; reason: 'nothing' | 'group' | 'found' };

export interface PostRow {
  kind: 'post';
  key: string;
  placed: PlacedPost;
  /** 0 at the top of its group, at most 2 in the conversation and 5 on a thread's own screen. */
  depth: number;
  /** Reposts read of it; X's own count may be higher. */
  reposts: number;
  /** A post it quotes that it does not hang under: shown in small. */
  quoted: PlacedPost | null;
}

/** What the reader has chosen to see. */
export interface View extends Sight {
  /** 'all' or one group's key. */
  group: GroupKey | 'all';
  /** Ids of threads unfolded by hand. */
  expanded: ReadonlySet<string>;
  /** Posts up to this moment (ms) were read on an earlier visit; null: none were. */
  lastRead: number | null;
}

/** Replies of an answer shown before it is unfolded, and replies of such a reply. */
export const FIRST_REPLIES = 3;
export const FIRST_NESTED = 2;
/** A thread with more posts than this out of sight continues on its own screen. */
export const UNFOLD_LIMIT = 12;

/**
 * The conversation as a flat list, of groups made for the same sight. Keys are unique; a post is shown once; every post in sight is a row or counted in one
 * ("3 more replies"). Linear in the number of posts.
 */
export function buildRows(
  conversation: Conversation,
  view: View,
  groups: Groups = buildGroups(conversation, view),
): Row[] {
  const rows: Row[] = [];
  for (const group of groups.list) {
    if (view.group !== 'all' && group.key !== view.group) continue;
    pushGroup(rows, group, groups, conversation, view);
  }
  if (rows.length === 0) {
    const reason = view.group === 'all' ? 'nothing' : 'group';
    return [{ kind: 'empty', key: 'empty', reason }];
  }
  return withLastRead(rows, view.lastRead);
}

function pushGroup(
  rows: Row[],
  group: Group,
  groups: Groups,
  conversation: Conversation,
  view: View,
): void {
  const row = headingRow(group, groups, conversation, view);
  if (row !== null) rows.push(row);
  const walk: Walk = { rows, groups, conversation, view, group, seen: new Set() };
  let gap: string | null = null;
  for (const root of orderByGap(group.roots)) {
    if (root.gap !== null && root.gap !== gap) {
      const isHidden = conversation.placed.has(root.gap) && !view.held.has(root.gap);
      const reason = isHidden ? 'hidden' : 'missing';
      rows.push({ kind: 'gap', key: `gap ${root.gap} ${group.key}`, reason });
    }
    gap = root.gap;
    pushThread(walk, root);
  }
}

function headingRow(
  group: Group,
  groups: Groups,
  conversation: Conversation,
  view: View,
): Row | null {
  const { question, key, size, section, label } = group;
  if (question === null) {
    return size > 0 ? { kind: 'section', key: `section ${key}`, section, label } : null;
  }
  const placed = conversation.placed.get(question.postId);
  const waits = view.held.has(question.postId);
  if (waits && size === 0) return null;
  const shown = placed !== undefined && isInSight(placed, view);
  return {
    kind: 'question',
    key: question.postId,
    group: key,
    question,
    placed: shown ? placed : null,
    answers: size,
    repeats: question.repeatIds.filter((id) => conversation.placed.get(id)?.role === 'repeat')
      .length,
    reposts: groups.reposts.get(question.postId) ?? 0,
  };
}

/** Replies to one missing post stand together, where the first of them was written. */
function orderByGap(roots: readonly Root[]): Root[] {
  const byGap = Map.groupBy(roots, ({ gap, placed }) => gap ?? placed);
  return [...byGap.values()].flat();
}

interface Walk {
  rows: Row[];
  groups: Groups;
  conversation: Conversation;
  view: View;
  group: Group;
  seen: Set<string>;
}

/**
 * An answer with its replies:
 *
 *     answer                depth 0
 *      └ reply              depth 1: three of them
 *         └ reply to it     depth 2: two of them
 *     4 more replies        everything else, any depth
 */
function pushThread(walk: Walk, root: Root): void {
  const { placed } = root;
  const { id } = placed.post;
  const depth = root.gap === null ? 0 : 1;
  if (!pushPost(walk, placed, depth)) return;
  const fold: Fold = { hidden: 0, deep: false };
  pushReplies(walk, id, depth + 1, walk.view.expanded.has(id), fold);
  if (fold.hidden === 0) return;
  const whole = fold.deep || fold.hidden > UNFOLD_LIMIT;
  walk.rows.push({ kind: 'more', key: `more ${id}`, root: id, hidden: fold.hidden, whole });
}

interface Fold {
  hidden: number;
  /** Something below the second reply is in it, which only the thread's own screen shows. */
  deep: boolean;
}

function pushReplies(walk: Walk, id: string, depth: number, open: boolean, fold: Fold): void {
  let left = depth > 2 ? 0 : limitAt(depth, open);
  for (const reply of repliesOf(walk, id)) {
    if (left > 0 && pushPost(walk, reply, depth)) {
      left -= 1;
      pushReplies(walk, reply.post.id, depth + 1, open, fold);
    } else countThread(walk, reply, depth, fold);
  }
}

function limitAt(depth: number, open: boolean): number {
  if (open) return Number.POSITIVE_INFINITY;
  return depth === 1 ? FIRST_REPLIES : FIRST_NESTED;
}

/** False where the post already has its row: a cycle in bad data. */
function pushPost(walk: Walk, placed: PlacedPost, depth: number): boolean {
  const { id } = placed.post;
  if (walk.seen.has(id)) return false;
  walk.seen.add(id);
  walk.rows.push(postRow(placed, depth, walk.groups.reposts, walk.conversation, walk.view));
  return true;
}

/** The row of one post. */
export function postRow(
  placed: PlacedPost,
  depth: number,
  reposts: Groups['reposts'],
  conversation: Conversation,
  sight: Sight,
): PostRow {
  const { id, quoteOf } = placed.post;
  const other =
    quoteOf !== null && quoteOf !== placed.parent ? conversation.placed.get(quoteOf) : undefined;
  const quoted = other && isInSight(other, sight) ? other : null;
  return { kind: 'post', key: id, placed, depth, reposts: reposts.get(id) ?? 0, quoted };
}

/** Adds a reply and all that hangs under it to the fold, with a stack of its own: threads may be thousands deep. */
function countThread(walk: Walk, top: PlacedPost, depth: number, fold: Fold): void {
  const stack: [PlacedPost, number][] = [[top, depth]];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const [placed, at] = next;
    const { id } = placed.post;
    if (walk.seen.has(id)) continue;
    walk.seen.add(id);
    fold.hidden += 1;
    if (at > 2) fold.deep = true;
    for (const reply of repliesOf(walk, id)) stack.push([reply, at + 1]);
  }
}

/** The replies of a post that are drawn under it: in sight, in the same group, not folded. */
function* repliesOf(walk: Walk, id: string): Generator<PlacedPost> {
  const { conversation, view, group } = walk;
  for (const childId of conversation.children.get(id) ?? []) {
    const child = conversation.placed.get(childId);
    if (child === undefined || !isInSight(child, view)) continue;
    if (isFolded(child, conversation) || child.role === 'question') continue;
    if (groupKey(child) === group.key) yield child;
  }
}

/** Puts the line after the last thread that was begun before the reader left, where newer rows follow it. */
function withLastRead(rows: Row[], lastRead: number | null): Row[] {
  if (lastRead === null) return rows;
  const last = rows.findLastIndex((row) => (startOf(row) ?? Number.POSITIVE_INFINITY) <= lastRead);
  if (last === -1) return rows;
  const rest = rows.slice(last + 1).findIndex((row) => startOf(row) !== null);
  if (rest === -1) return rows;
  let at = last + 1 + rest;
  // The heading of a section belongs to what follows it.
  while (rows[at - 1]?.kind === 'section' || rows[at - 1]?.kind === 'gap') at -= 1;
  return [...rows.slice(0, at), { kind: 'lastRead', key: 'last read' }, ...rows.slice(at)];
}

/** When the thread at this row began; null for rows inside a thread. */
function startOf(row: Row): number | null {
  if (row.kind === 'question') return row.question.askedAt;
  return row.kind === 'post' && row.depth === 0 ? row.placed.post.createdAt : null;
}
