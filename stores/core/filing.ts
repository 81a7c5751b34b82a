/** Decides where one post goes, from the strongest evidence there is (docs/threading.md holds the table). */
import type { LinkKind, PlacedPost, ThreadOptions } from './conversation';
import { guessAsked } from './filing-guess';
import { type Named, namedBy } from './filing-labels';
import { type Seat, sectionAt, spanAt } from './filing-sections';
import type { Asked, Frame } from './questions';
import type { Entry } from './thread-entry';
import { placeAt, placeIn, type ThreadIndex } from './thread-index';
import { likeness } from './words';

const SECOND = 1000;
/** How far back a name's last post may lie to be what a mention answers. */
export const MENTION_REACH = 15 * 60 * SECOND;
/** "2/2" and "cont." continue posts this old. */
export const PART_REACH = 5 * 60 * SECOND;

/** What filing looks at besides the post. */
export interface FilingContext {
  index: ThreadIndex;
  frame: Frame;
  options: ThreadOptions;
  isHost: (entry: Entry) => boolean;
  isHostName: (handle: string) => boolean;
  /** Changes whenever the frame or the hosts do: what was read off them holds for one epoch. */
  epoch: number;
}

/** A decision: where, under what, and why. */
interface Verdict {
  seat: Seat;
  parent: string | null;
  link: LinkKind | null;
  guessed: boolean;
}

/** Files one post. Looks only at the post, the frame, its tree and earlier posts; those whose places it takes over must be filed already. */
export function fileEntry(entry: Entry, context: FilingContext): PlacedPost {
  const part = context.frame.parts.get(entry.id);
  const moved = fileByHand(entry, context);
  if (moved) return moved;
  if (part?.asked) return fileQuestion(entry, part.role, part.asked);
  const verdict = judge(entry, context);
  const { seat } = verdict;
  return {
    post: entry.post,
    parent: verdict.parent,
    link: verdict.link,
    guessed: verdict.guessed,
    question: seat.question,
    session: seat.session,
    section: seat.section,
    badge: badgeOf(entry, seat),
    role: part?.role ?? roleOf(entry, seat, context),
    movedBy: null,
  };
}

function fileByHand(entry: Entry, context: FilingContext): PlacedPost | null {
  const label = context.options.moves?.get(entry.id);
  if (label === undefined) return null;
  const session = spanAt(context.frame, entry.at)?.index ?? 0;
  const parent = context.index.parentOf(entry);
  const place = parent?.place;
  const near = place?.question === label && place.section === 'question';
  const byTime = sectionAt(context.frame, entry.at, '', context.options.session).section;
  const section = label !== '' ? 'question' : byTime === 'question' ? 'after' : byTime;
  return {
    post: entry.post,
    parent: near ? entry.up : null,
    link: null,
    guessed: false,
    question: label === '' ? null : label,
    session: near && place ? place.session : session,
    section,
    badge: null,
    role: entry.upKind === 'repost' ? 'repost' : 'post',
    movedBy: 'hand',
  };
}

function fileQuestion(entry: Entry, role: PlacedPost['role'], asked: Asked): PlacedPost {
  return {
    post: entry.post,
    parent: role === 'question' ? null : asked.postId,
    link: null,
    guessed: false,
    question: asked.label,
    session: asked.session,
    section: 'question',
    badge: null,
    role,
    movedBy: null,
  };
}

function judge(entry: Entry, context: FilingContext): Verdict {
  const named = namedBy(entry.reading.labels, entry, context.frame, context.index);
  const parent = context.index.parentOf(entry);
  if (parent?.place) return judgeUnder(entry, parent, parent.place, named);
  // A parent that was never seen stays the parent: a gap that can be seen.
  const gap = entry.cut ? null : entry.up;
  if (named)
    return {
      seat: seatOf(named),
      parent: gap,
      link: 'label',
      guessed: named.label.position === 'end',
    };
  const inherited =
    (gap !== null ? judgeByTree(entry, context) : null) ?? judgeBySource(entry, context);
  if (inherited) return { ...inherited, parent: gap ?? inherited.parent };
  return judgeByGuess(entry, gap, context);
}

/** The likeliest question; under the last post of whoever it speaks to, where that stands there too. */
function judgeByGuess(entry: Entry, gap: string | null, context: FilingContext): Verdict {
  const seat = guessSeat(entry, context);
  if (seat.question === null) return { seat, parent: gap, link: null, guessed: false };
  const mentioned = findMentioned(entry, context);
  const meets = mentioned !== null && isSameSeat(seat, mentioned.place);
  return meets
    ? { seat, parent: gap ?? mentioned.id, link: 'mention', guessed: true }
    : { seat, parent: gap, link: 'time', guessed: true };
}

function isSameSeat(seat: Seat, place: PlacedPost | null): boolean {
  return seat.question === place?.question && seat.session === place.session;
}

function guessSeat(entry: Entry, context: FilingContext): Seat {
  const { frame, options } = context;
  const seat = sectionAt(frame, entry.at, entry.reading.words, options.session);
  const span = frame.spans[seat.session];
  if (span === undefined || seat.section !== 'question') return { ...seat, question: null };
  return { ...seat, question: guessAsked(entry, span, context)?.label ?? null };
}

function seatOf(named: Named): Seat {
  return { question: named.question, session: named.session, section: 'question' };
}

/** Under a parent that was seen: its thread, unless that has no question and the post names one. */
function judgeUnder(
  entry: Entry,
  parent: Entry,
  place: PlacedPost,
  named: Named | undefined,
): Verdict {
  const loose = place.question === null || place.role === 'frame' || place.role === 'teaser';
  // Someone who answers every question in a thread of their own means the label.
  const own = parent.handle === entry.handle && named?.label.position === 'start';
  if (named && (loose || own))
    return { seat: seatOf(named), parent: entry.up, link: 'label', guessed: false };
  const link = entry.upKind === 'reply' ? 'reply' : 'quote';
  const { question, session, section } = place;
  return { seat: { question, session, section }, parent: entry.up, link, guessed: place.guessed };
}

/** A parent never seen: the conversation's first post decides, else the first other reply to the same parent. */
function judgeByTree(entry: Entry, context: FilingContext): Verdict | null {
  const { index } = context;
  const { conversationId } = entry.post;
  const first =
    conversationId === null
      ? undefined
      : (index.byId.get(conversationId) ?? index.byConversation.get(conversationId)[0]);
  const kin = [first, index.byUp.get(entry.up ?? '')[0]];
  for (const source of kin) {
    if (source === undefined || source === entry || !index.mayDecide(source, entry)) continue;
    if (source.place?.question == null) continue;
    const { question, session, section } = source.place;
    const sure = source.id === conversationId && !source.place.guessed;
    return { seat: { question, session, section }, parent: null, link: 'reply', guessed: !sure };
  }
  return null;
}

/** An old-style quote, a mention, or one's own last post. */
function judgeBySource(entry: Entry, context: FilingContext): Verdict | null {
  const { quoted } = entry.reading;
  if (quoted !== null) {
    const named = namedBy(quoted.labels, entry, context.frame, context.index);
    if (named) return { seat: seatOf(named), parent: null, link: 'quote', guessed: false };
  }
  // Two guesses that rest on each other are worse than two that do not.
  const mentioned = findMentioned(entry, context);
  if (mentioned?.place?.guessed === false) return inherit(mentioned, 'mention');
  const own = findOwn(entry, context);
  return own ? inherit(own, 'continuation') : null;
}

function inherit(source: Entry, link: LinkKind): Verdict | null {
  if (!source.place || source.place.question === null) return null;
  const { question, session, section } = source.place;
  return { seat: { question, session, section }, parent: source.id, link, guessed: true };
}

/** The last post of the person addressed (or quoted), not long ago. Hosts are addressed by answers to any question: they decide nothing. */
export function findMentioned(entry: Entry, context: FilingContext): Entry | null {
  const name = entry.addressee;
  if (name === null || name === entry.handle) return null;
  const source = lastBefore(entry, name, MENTION_REACH, context);
  return source === null || context.isHost(source) ? null : source;
}

function findOwn(entry: Entry, context: FilingContext): Entry | null {
  // Only where the words say so: people who catch up answer the next question, and on recorded chats
  // taking any post within 90 s for a continuation was right less often than the open question.
  if (entry.reading.addressed.length > 0 || !entry.reading.continues) return null;
  return context.isHost(entry) ? null : lastBefore(entry, entry.handle, PART_REACH, context);
}

function lastBefore(
  entry: Entry,
  handle: string,
  reach: number,
  context: FilingContext,
): Entry | null {
  const { index } = context;
  const list = index.byAuthor.get(handle);
  const from = placeAt(list, entry.at - reach);
  for (let i = placeIn(list, entry) - 1; i >= from; i -= 1) {
    const source = list[i];
    if (source !== undefined && index.mayDecide(source, entry)) return source;
  }
  return null;
}

/** A label that names another question than the one the post stands under. */
function badgeOf(entry: Entry, seat: Seat): string | null {
  const label = entry.reading.labels.find((one) => one.position !== 'middle');
  if (label === undefined || seat.question === null) return null;
  if (label.names === seat.question || label.base === seat.question) return null;
  if (entry.reading.labels.some((one) => one.names === seat.question || one.base === seat.question))
    return null;
  return `${label.kind === 'answer' ? 'A' : 'Q'}${label.names.slice(1)}`;
}

/** Reposts, and those who ask a question again in its own words. */
function roleOf(entry: Entry, seat: Seat, context: FilingContext): PlacedPost['role'] {
  const { reading, post } = entry;
  if (post.repostOf !== null) return 'repost';
  if (reading.rules) return 'frame';
  if (seat.question === null) return 'post';
  const asked = context.frame.spans[seat.session]?.byLabel.get(seat.question);
  if (asked === undefined) return 'post';
  if (reading.quoted?.bare && reading.quoted.labels.some((one) => one.kind !== 'answer'))
    return 'repeat';
  if (post.quoteOf === asked.postId && reading.words === '') return 'repeat';
  const relabels = reading.labels.some((one) => one.kind !== 'answer' && one.position !== 'middle');
  return relabels && asked.words.length > 1 && likeness(entry.words, asked.words) >= 0.7
    ? 'repeat'
    : 'post';
}
