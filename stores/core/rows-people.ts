/** Decides who is here: hosts and guests first, then whoever wrote most; and who is here for the first time. */
import type { Conversation, PlacedPost } from './conversation';
import { type Author, comparePosts, type Post } from './post';

export interface Person {
  author: Author;
  posts: number;
  /** Their first post that can be answered; null where all are reposts or gone. */
  first: Post | null;
  role: 'host' | 'guest' | null;
  muted: boolean;
  /** Why they are taken for new: they say so, or nothing of theirs is in the earlier chats kept here. */
  fresh: 'said' | 'unseen' | null;
}

export interface PeopleOptions {
  guests: readonly string[];
  muted: readonly string[];
  /** Who wrote in earlier chats, by `authorKey`; empty where none are kept. */
  earlier: ReadonlySet<string>;
}

/** Handles change hands; ids do not, but X does not always say them. */
export function authorKey({ id, handle }: Pick<Author, 'id' | 'handle'>): string {
  return id ?? handle.toLowerCase();
}

/** Everyone who wrote; those hidden on X are left out, those muted here are told apart. Reposts count as theirs. */
export function buildPeople(
  { hosts, placed }: Conversation,
  { guests, muted, earlier }: PeopleOptions,
): Person[] {
  const roles = new Map([
    ...guests.map((handle) => [handle.toLowerCase(), 'guest'] as const),
    ...hosts.map((handle) => [handle.toLowerCase(), 'host'] as const),
  ]);
  const posts = [...placed.values()].filter(({ post }) => !post.author.hidden);
  const byHandle = Map.groupBy(posts, ({ post }) => post.author.handle.toLowerCase());
  return [...byHandle]
    .map(([key, own]): Person => {
      const { author } = own.map(({ post }) => post).reduce(newer);
      const role = roles.get(key) ?? null;
      return {
        author,
        posts: own.length,
        first: firstOf(own),
        role,
        muted: muted.includes(key),
        fresh: role === null ? freshness(author, own, earlier) : null,
      };
    })
    .sort(
      (a, b) =>
        rank(a.role) - rank(b.role) ||
        b.posts - a.posts ||
        a.author.handle.localeCompare(b.author.handle),
    );
}

function newer(a: Post, b: Post): Post {
  return b.observedAt > a.observedAt ? b : a;
}

function rank(role: Person['role']): number {
  if (role === null) return 2;
  return role === 'host' ? 0 : 1;
}

function firstOf(own: readonly PlacedPost[]): Post | null {
  const posts = own.map(({ post }) => post).filter(isOwnWords);
  return posts.length === 0 ? null : posts.reduce((a, b) => (comparePosts(b, a) < 0 ? b : a));
}

function isOwnWords({ state, repostOf }: Post): boolean {
  return state === 'present' && repostOf === null;
}

/** What people say of themselves, not of a drone that they saw for the first time, and not when they welcome others. */
const SAYS_SO = [
  /\bfirst[- ]timer\b/i,
  /\b(?:first|1st) time (?:here|joining|taking part)\b/i,
  /\b(?:first|1st) (?:time )?(?:ever )?(?:(?:on|at|in) )?(?:a |this |the )?#?\w*chat\b/i,
  /\bnew to (?:this |the )?#?\w*chat\b/i,
  /\b(?:i['’]m|i am|am) new here\b|^\W*new here\b/i,
];

const SAYS_NOT = /\b(?:not|isn['’]t|wasn['’]t) (?:my|our|the) (?:very )?(?:first|1st)\b/i;

function freshness(
  author: Author,
  own: readonly PlacedPost[],
  earlier: ReadonlySet<string>,
): Person['fresh'] {
  if (own.some(({ post }) => isOwnWords(post) && saysSo(post.text))) return 'said';
  const known = earlier.has(authorKey(author)) || earlier.has(author.handle.toLowerCase());
  return earlier.size > 0 && !known ? 'unseen' : null;
}

function saysSo(text: string): boolean {
  return !SAYS_NOT.test(text) && SAYS_SO.some((pattern) => pattern.test(text));
}
