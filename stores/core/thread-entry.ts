/** One post as the threader holds it: its reading, its place in time, what it hangs under. */
import type { PlacedPost } from './conversation';
import { questionWords, type Reading, readLabels } from './labels';
import { comparePosts, type Post } from './post';
import type { Asked } from './questions';
import { wordsOf } from './words';

/** Everything about a post that filing may look at, and its place. */
export interface Entry {
  readonly id: string;
  readonly at: number;
  /** Lower case. */
  readonly handle: string;
  post: Post;
  /** Labels and words; those of an earlier version where the newest has lost its text (deleted, unavailable). */
  reading: Reading;
  /** Content words, stemmed a little; empty for deleted posts. */
  words: readonly string[];
  /** The post it hangs under by X's own word, seen or not: reposted, else replied to, else quoted. */
  up: string | null;
  upKind: 'repost' | 'reply' | 'quote' | null;
  /** Whom it speaks to, lower case: of an old-style quote, else the first name it begins with, else as X says. */
  addressee: string | null;
  /** The first of a cycle of bad data: its `up` is not followed. */
  cut: boolean;
  /** Which question it says it answers (filing-guess.ts), as long as the frame of that epoch stands. */
  said: { epoch: number; asked: Asked | null } | null;
  /** It is to be filed anew (thread-queue.ts). */
  waiting: boolean;
  /** null until it is first filed. */
  place: PlacedPost | null;
}

/** Orders entries as their posts were written. */
export function compareEntries(a: Entry, b: Entry): number {
  if (a.at !== b.at) return a.at - b.at;
  return comparePosts(a.post, b.post);
}

/** The label of the question that a post was moved to by hand, '' for none; it may have been moved before its author edited it, and the newest version's move stands. */
export function movedTo(
  { id, post }: Entry,
  moves: ReadonlyMap<string, string> | undefined,
): string | undefined {
  let label = moves?.get(id);
  for (const each of post.editedIds) label = moves?.get(each) ?? label;
  return label;
}

function upKindOf(post: Post): Entry['upKind'] {
  if (post.repostOf !== null) return 'repost';
  if (post.replyTo !== null) return 'reply';
  return post.quoteOf === null ? null : 'quote';
}

function addresseeOf(post: Post, reading: Reading): string | null {
  return (
    reading.quoted?.handle ?? reading.addressed[0] ?? post.replyToHandle?.toLowerCase() ?? null
  );
}

/** Reads a post; `before` is the entry of an earlier version, whose labels stay where the text was taken away. */
export function buildEntry(post: Post, before: Entry | undefined): Entry {
  const gone = post.state !== 'present' && post.text === '';
  const known =
    before !== undefined && (gone || before.post.text === post.text) ? before : undefined;
  const reading = known?.reading ?? readLabels(post.text);
  return {
    id: post.id,
    at: post.createdAt,
    handle: post.author.handle.toLowerCase(),
    post,
    reading,
    words: gone ? [] : (known?.words ?? wordsOf(reading.words)),
    up: post.repostOf ?? post.replyTo ?? post.quoteOf,
    upKind: upKindOf(post),
    addressee: addresseeOf(post, reading),
    cut: false,
    said: null,
    waiting: false,
    place: before?.place ?? null,
  };
}

const PLACING = 'text createdAt replyTo replyToHandle quoteOf repostOf conversationId state'.split(
  ' ',
) as (keyof Post)[];

/** True where a newer version of a post cannot change any place: only counts, pictures or the like differ. */
export function isSamePlacing(a: Post, b: Post): boolean {
  return (
    PLACING.every((key) => a[key] === b[key]) &&
    a.author.handle === b.author.handle &&
    a.author.id === b.author.id &&
    a.media.length > 0 === b.media.length > 0
  );
}

/** The words of a question as shown: label and what leads up to it, hashtags and addresses taken off. */
export function questionText(entry: Entry): string {
  return questionWords(entry.post.text);
}
