/** Decides which of the planned posts were really posted, by whichever host account, in whichever words. */
import type { Conversation } from './conversation';
import { hasGreeting, hasWrap } from './label-phrases';
import { bareWords } from './labels';
import { comparePosts } from './post';
import type { PlannedQuestion } from './schedule';
import { wordsOf } from './words';
import { MINUTE } from './zone';

/** A post that the run of the hour knows of. */
export interface Posted {
  postId: string;
  at: number;
  handle: string;
  /** "Q3" as it was asked; '' for welcomes and the like. */
  label: string;
  text: string;
  /** How often it was asked again. */
  repeats: number;
  /** Its author deleted it: its words are gone, and that it was asked is not. */
  deleted?: true;
}

export interface Matches {
  /** Place in the plan → its post. */
  asked: ReadonlyMap<number, Posted>;
  /** Questions that no plan had, as asked. */
  improvised: readonly Posted[];
  /** Place in the plan → the post of an account that is no host, where no host asked it. */
  outside: ReadonlyMap<number, Posted>;
}

/** An hour's posts are looked for from so long before its start to so long after its end. */
export const AROUND_HOUR = { before: 30 * MINUTE, after: 60 * MINUTE };
/** Of the planned question's content words so many are in the one asked, with the same number and without: a part, and a count. */
const ALIKE = { sameLabel: { part: 0.6, count: 2 }, otherLabel: { part: 0.6, count: 3 } };
/** Words that questions are made of, whatever they are about. */
const ASKING = new Set(
  'why how who whom whose did does can our any was were has had they one get got way'.split(' '),
);
const LABELLED = /^\W*(?:[#@]\w+\W+)*Q\W?\d{1,2}\b/i;
/** Words, small ones too, that a welcome shares with the planned one. */
const SAME_FRAME = 0.7;
/** In other words than the planned ones an hour is closed in its last minutes, or later. */
const CLOSING = 10 * MINUTE;

/** Pairs planned questions with those asked in the hour, each at most once: the same words first, then the likest. */
export function matchQuestions(
  planned: readonly PlannedQuestion[],
  conversation: Conversation,
  hour: { start: number; end: number },
  muted: readonly string[] = [],
): Matches {
  const all = questionsOf(conversation, hour);
  const pairs = planned.flatMap(({ label, text }, place) =>
    all.map((posted) => ({ place, posted, score: scoreOf(label, text, posted) })),
  );
  const asked = new Map<number, Posted>();
  const used = new Set<string>();
  for (const { place, posted } of pairs
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.posted.at - b.posted.at)) {
    if (asked.has(place) || used.has(posted.postId)) continue;
    asked.set(place, posted);
    used.add(posted.postId);
  }
  const left = all.filter(({ postId }) => !used.has(postId));
  const outside = askedOutside({ planned, asked, conversation, hour, muted });
  return { asked, improvised: left.filter(({ deleted }) => !deleted), outside };
}

function isIn(at: number, { start, end }: { start: number; end: number }): boolean {
  return at >= start - AROUND_HOUR.before && at <= end + AROUND_HOUR.after;
}

function questionsOf(conversation: Conversation, hour: { start: number; end: number }): Posted[] {
  return conversation.questions
    .filter(({ askedAt }) => isIn(askedAt, hour))
    .map(({ label, postId, askedAt, text, repeatIds }) => {
      const post = conversation.placed.get(postId)?.post;
      return {
        postId,
        at: askedAt,
        handle: post?.author.handle ?? '',
        label,
        text,
        repeats: repeatIds.length,
        ...(post?.state === 'deleted' ? { deleted: true } : {}),
      };
    });
}

interface Outside {
  planned: readonly PlannedQuestion[];
  asked: ReadonlyMap<number, Posted>;
  conversation: Conversation;
  hour: { start: number; end: number };
  /** Handles whose posts are out of sight here. */
  muted: readonly string[];
}

/**
 * Planned questions that nobody who hosts has asked, but another account has, word for word and after the start: a colleague
 * perhaps, or somebody who read the calendar. Of each account the first alone counts, so that nobody takes a plan apart.
 */
function askedOutside({ planned, asked, conversation, hour, muted }: Outside): Map<number, Posted> {
  const open = new Map<string, number>();
  for (const [place, { text }] of planned.entries()) {
    const words = fold(text);
    if (words !== '' && !asked.has(place) && !open.has(words)) open.set(words, place);
  }
  const found = new Map<number, Posted>();
  const heard = new Set([...conversation.hosts, ...muted].map((handle) => handle.toLowerCase()));
  const posts = [...conversation.placed.values()].filter(
    // A number used twice is taken for a repeat of what had it first, whatever the words.
    ({ post, role }) =>
      (role === 'post' || role === 'repeat') &&
      post.state === 'present' &&
      !post.author.hidden &&
      post.createdAt >= hour.start &&
      post.createdAt <= hour.end + AROUND_HOUR.after &&
      post.replyTo === null &&
      post.quoteOf === null &&
      post.repostOf === null &&
      LABELLED.test(post.text),
  );
  for (const { post } of posts.sort((a, b) => comparePosts(a.post, b.post))) {
    const account = post.author.handle.toLowerCase();
    const place = open.get(fold(post.text));
    if (place === undefined || heard.has(account) || found.has(place)) continue;
    heard.add(account);
    const { id: postId, createdAt: at, author } = post;
    const text = bareWords(post.text);
    found.set(place, { postId, at, handle: author.handle, label: '', text, repeats: 0 });
  }
  return found;
}

/** 0 where they are two questions. */
function scoreOf(label: string, text: string, posted: Posted): number {
  const same = label === posted.label;
  // Nothing but its number is left of it.
  if (posted.deleted) return same ? 0.1 : 0;
  if (fold(text) === fold(posted.text)) return same ? 3 : 2;
  // "So, how was it for you all?" is "How was it?", which has no word of its own; "Why?" alone is in too many.
  const words = fold(text);
  const isInside = words.split(' ').length > 2 && ` ${fold(posted.text)} `.includes(` ${words} `);
  if (same && isInside) return 1.9;
  const [planned, asked] = [subjectOf(text), subjectOf(posted.text)];
  const shared = planned.filter((word) => asked.includes(word)).length;
  const { part, count } = same ? ALIKE.sameLabel : ALIKE.otherLabel;
  const alike = shared / Math.max(planned.length, 1);
  if (shared < count || alike < part) return 0;
  return same ? 0.8 + alike : alike * 0.9;
}

function subjectOf(text: string): string[] {
  return wordsOf(text).filter((word) => !ASKING.has(word));
}

function fold(text: string): string {
  return bareWords(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The host's post that opens, explains or closes the hour: in the planned words, or in others that do the same. */
export function matchFrame(
  kind: 'welcome' | 'rules' | 'wrap',
  text: string,
  conversation: Conversation,
  hour: { start: number; end: number },
  from = 0,
): Posted | undefined {
  const planned = fold(text).split(' ');
  const hosts = new Set(conversation.hosts.map((handle) => handle.toLowerCase()));
  for (const { post, role } of conversation.placed.values()) {
    if (role === 'question' || role === 'repost' || post.createdAt < from) continue;
    if (!isIn(post.createdAt, hour)) continue;
    if (post.replyTo !== null || !hosts.has(post.author.handle.toLowerCase())) continue;
    const words = new Set(fold(post.text).split(' '));
    const same = planned.filter((word) => words.has(word)).length / planned.length;
    const isIts = role === 'frame' && does(kind, post.text);
    // "Thanks all" halfway through closes nothing, and the wrap-up is still to come.
    const isTime = kind !== 'wrap' || post.createdAt >= hour.end - CLOSING;
    if (same < SAME_FRAME && !(isIts && isTime)) continue;
    const { id: postId, createdAt: at, author } = post;
    return { postId, at, handle: author.handle, label: '', text: post.text, repeats: 0 };
  }
  return undefined;
}

function does(kind: 'welcome' | 'rules' | 'wrap', text: string): boolean {
  return kind === 'wrap' ? hasWrap(text) : kind === 'welcome' && hasGreeting(text);
}
