/** Decides in which group (before, introductions, a question, after) each shown post is drawn, and which posts begin a thread there. */
import type { Conversation, PlacedPost, Question, Section } from './conversation';
import { comparePosts, type Post } from './post';

/** "Q3" in the first run of numbers, "Q3~1" in the next run of the same day; "before", "introductions", "after" likewise. */
export type GroupKey = string;

/** What is left out of sight, and why: nothing else keeps a post from being drawn. */
export interface Sight {
  /** Ids that wait behind the "new" bar. */
  held: ReadonlySet<string>;
  /** Hidden on X or muted here: not drawn, counted. */
  isHidden: (post: Post) => boolean;
}

export function isInSight({ post }: PlacedPost, sight: Sight): boolean {
  return !sight.held.has(post.id) && !sight.isHidden(post);
}

/** True where the post's own place was guessed; a reply stands under its parent for certain, wherever that was put. */
export function looksGuessed({ guessed, link }: PlacedPost): boolean {
  return guessed && link !== 'reply' && link !== 'quote';
}

/** A thread's beginning. `gap` is the id of its parent where that is not to be seen. */
export interface Root {
  placed: PlacedPost;
  gap: string | null;
}

export interface Group {
  key: GroupKey;
  session: number;
  section: Section;
  /** "Q3", also where the question itself was never seen; null for sections without a number. */
  label: string | null;
  question: Question | null;
  /** As written. */
  roots: Root[];
  /** When its question was asked, or the first of its posts written. */
  begins: number;
  /** Posts in it that are drawn or folded: no question, repeat or repost. */
  size: number;
  /** The same with those that wait. */
  posts: number;
  /** Posts that wait behind the bar. */
  held: number;
  /** Of these and those drawn, posts not read yet. */
  unread: number;
}

export interface Groups {
  /** In reading order; empty ones are left out, but for questions. */
  list: Group[];
  /** Original's id → how many reposts of it were read. */
  reposts: ReadonlyMap<string, number>;
  /** Posts left out because their authors or words are hidden or muted. */
  hidden: number;
  /** All others, and how many people wrote them. */
  posts: number;
  people: number;
}

const sections: Record<Section, number> = { before: 0, introductions: 1, question: 2, after: 3 };

export function questionKey(label: string, session: number): GroupKey {
  return session === 0 ? label : `${label}~${session}`;
}

/** The group that a post is drawn in. */
export function groupKey(placed: Pick<PlacedPost, 'section' | 'question' | 'session'>): GroupKey {
  const name =
    placed.section === 'question' && placed.question !== null ? placed.question : placed.section;
  return questionKey(name, placed.session);
}

/** True for posts that are folded into a number on another post: known reposts, and repeats of a question. */
export function isFolded(placed: PlacedPost, conversation: Conversation): boolean {
  if (placed.role === 'repeat') return placed.question !== null;
  const original = placed.post.repostOf;
  return placed.role === 'repost' && original !== null && conversation.placed.has(original);
}

/**
 * Sorts what is in sight into groups with the posts that begin threads in them, and counts. One pass, O(n) for posts that come roughly
 * as written. Promise: every post in sight is a root, hangs (by `parent`, within its group) under one that is, is folded, or is a
 * question's own post, except in cycles of bad data.
 */
export function buildGroups(
  conversation: Conversation,
  sight: Sight,
  isUnread: (post: Post) => boolean = () => false,
): Groups {
  const groups = questionGroups(conversation);
  const reposts = new Map<string, number>();
  const people = new Set<string>();
  let posts = 0;
  let hidden = 0;
  for (const placed of conversation.placed.values()) {
    const { post } = placed;
    if (sight.isHidden(post)) {
      hidden += 1;
      continue;
    }
    posts += 1;
    people.add(post.author.handle.toLowerCase());
    if (!isFolded(placed, conversation)) {
      const group = groupFor(groups, placed);
      if (isUnread(post)) group.unread += 1;
      addPost(group, placed, conversation, sight);
    } else if (post.repostOf !== null && !sight.held.has(post.id)) {
      reposts.set(post.repostOf, (reposts.get(post.repostOf) ?? 0) + 1);
    }
  }
  const list = [...groups.values()].sort(compareGroups);
  for (const { roots } of list) roots.sort((a, b) => comparePosts(a.placed.post, b.placed.post));
  return { list, reposts, hidden, posts, people: people.size };
}

function addPost(group: Group, placed: PlacedPost, conversation: Conversation, sight: Sight): void {
  const { id } = placed.post;
  const held = sight.held.has(id);
  if (held) group.held += 1;
  if (group.question?.postId === id) return;
  group.posts += 1;
  if (held) return;
  group.size += 1;
  const root = rootOf(placed, group, conversation, sight);
  if (root !== null) group.roots.push(root);
}

/** null: the post hangs under another one of its group. */
function rootOf(
  placed: PlacedPost,
  group: Group,
  conversation: Conversation,
  sight: Sight,
): Root | null {
  const { parent } = placed;
  if (parent === null || parent === group.question?.postId) return { placed, gap: null };
  const above = conversation.placed.get(parent);
  if (above === undefined || !isInSight(above, sight)) {
    return { placed, gap: parent };
  }
  const apart =
    above.post.id === placed.post.id ||
    isFolded(above, conversation) ||
    groupKey(above) !== group.key ||
    above.role === 'question';
  return apart ? { placed, gap: null } : null;
}

function questionGroups({ questions }: Conversation): Map<GroupKey, Group> {
  return new Map(
    questions.map((question) => {
      const { label, session, askedAt } = question;
      const key = questionKey(label, session);
      return [
        key,
        emptyGroup({ key, session, section: 'question', label, question, begins: askedAt }),
      ];
    }),
  );
}

function groupFor(groups: Map<GroupKey, Group>, placed: PlacedPost): Group {
  const key = groupKey(placed);
  const { session, section, post } = placed;
  let group = groups.get(key);
  if (group === undefined) {
    const label = section === 'question' ? placed.question : null;
    group = emptyGroup({ key, session, section, label, question: null, begins: post.createdAt });
    groups.set(key, group);
  }
  // A label that is answered though its question was never seen stands where its first answer does.
  if (group.question === null) group.begins = Math.min(group.begins, post.createdAt);
  return group;
}

function emptyGroup(
  name: Pick<Group, 'key' | 'session' | 'section' | 'label' | 'question' | 'begins'>,
): Group {
  return { ...name, roots: [], size: 0, posts: 0, held: 0, unread: 0 };
}

/** Sessions in turn; in each: before, introductions, the questions as asked, after. */
function compareGroups(a: Group, b: Group): number {
  return a.session - b.session || sections[a.section] - sections[b.section] || a.begins - b.begins;
}
