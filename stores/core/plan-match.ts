/** Decides which of the planned posts were really posted, by whichever host account, in whichever words. */
import type { Conversation } from './conversation';
import { hasGreeting, hasWrap } from './label-phrases';
import { bareWords } from './labels';
import type { PlannedQuestion } from './schedule';
import { likeness, wordsOf } from './words';
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
}

export interface Matches {
  /** Place in the plan → its post. */
  asked: ReadonlyMap<number, Posted>;
  /** Questions that no plan had, as asked. */
  improvised: readonly Posted[];
}

/** An hour's posts are looked for from so long before its start to so long after its end. */
export const AROUND_HOUR = { before: 30 * MINUTE, after: 60 * MINUTE };
/** Shared content words that make one question of two, with the same number and without. */
const ALIKE = { sameLabel: 0.34, otherLabel: 0.6 };
/** Of whoever is not known for a host only a question of so many content words counts as the planned one. */
const CERTAIN = { likeness: 0.8, words: 3 };
/** Words, small ones too, that a welcome shares with the planned one. */
const SAME_FRAME = 0.7;
/** In other words than the planned ones an hour is closed in its last minutes, or later. */
const CLOSING = 10 * MINUTE;

/** Pairs planned questions with those asked in the hour, each at most once: the same words first, then the likest. */
export function matchQuestions(
  planned: readonly PlannedQuestion[],
  conversation: Conversation,
  hour: { start: number; end: number },
): Matches {
  const known = questionsOf(conversation, hour);
  const others = othersAsking(conversation, hour, known).filter((asked) =>
    planned.some(({ text }) => isCertain(text, asked.text)),
  );
  const all = [...known, ...others].sort((a, b) => a.at - b.at);
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
  return { asked, improvised: known.filter(({ postId }) => !used.has(postId)) };
}

function isIn(at: number, { start, end }: { start: number; end: number }): boolean {
  return at >= start - AROUND_HOUR.before && at <= end + AROUND_HOUR.after;
}

function questionsOf(conversation: Conversation, hour: { start: number; end: number }): Posted[] {
  return conversation.questions
    .filter(({ askedAt }) => isIn(askedAt, hour))
    .map(({ label, postId, askedAt, text, repeatIds }) => ({
      postId,
      at: askedAt,
      handle: conversation.placed.get(postId)?.post.author.handle ?? '',
      label,
      text,
      repeats: repeatIds.length,
    }));
}

/** Posts that look like questions of accounts that nobody named as hosts: a colleague's, a guest's. */
function othersAsking(
  conversation: Conversation,
  hour: { start: number; end: number },
  known: readonly Posted[],
): Posted[] {
  const ids = new Set(known.map(({ postId }) => postId));
  const found: Posted[] = [];
  for (const { post, role } of conversation.placed.values()) {
    // A number used twice is taken for a repeat of what had it first, whatever the words.
    if ((role !== 'post' && role !== 'repeat') || ids.has(post.id)) continue;
    if (!isIn(post.createdAt, hour)) continue;
    if (post.replyTo !== null || post.quoteOf !== null || post.repostOf !== null) continue;
    const label = /^\W*(?:[#@]\w+\W+)*(Q)\W?(\d{1,2})\b/i.exec(post.text);
    if (label === null) continue;
    found.push({
      postId: post.id,
      at: post.createdAt,
      handle: post.author.handle,
      label: `Q${Number(label[2])}`,
      text: bareWords(post.text),
      repeats: 0,
    });
  }
  return found;
}

function isCertain(planned: string, asked: string): boolean {
  if (fold(planned) === fold(asked)) return true;
  const words = wordsOf(planned);
  return words.length >= CERTAIN.words && likeness(words, wordsOf(asked)) >= CERTAIN.likeness;
}

/** 0 where they are two questions. */
function scoreOf(label: string, text: string, posted: Posted): number {
  const same = label === posted.label;
  if (fold(text) === fold(posted.text)) return same ? 3 : 2;
  const [planned, asked] = [wordsOf(text), wordsOf(posted.text)];
  const alike = likeness(planned, asked);
  if (same && alike >= ALIKE.sameLabel) return 1 + alike;
  const enough = Math.min(planned.length, asked.length) >= CERTAIN.words;
  return enough && alike >= ALIKE.otherLabel ? alike : 0;
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
