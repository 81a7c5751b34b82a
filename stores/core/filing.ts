/** Decides where one post goes, from the strongest evidence there is (docs/threading.md holds the table). */
import type { LinkKind, PlacedPost, ThreadOptions } from './conversation';
import { guessAsked } from './filing-guess';
import { type Named, namedBy } from './filing-labels';
import { type Seat, sectionAt, spanAt } from './filing-sections';
import { leads, wholeName } from './labels';
import type { Frame } from './questions';
import { type Entry, movedTo } from './thread-entry';
import { placeIn, type ThreadIndex } from './thread-index';
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
type Verdict = Seat & Pick<PlacedPost, 'parent' | 'link' | 'guessed'>;

/** Files one post. Looks only at the post, the frame, its tree and earlier posts; those whose places it takes over must be filed already. */
export function fileEntry(entry: Entry, context: FilingContext): PlacedPost {
  const { post } = entry;
  const moved = fileByHand(entry, context);
  if (moved) {
    const role = post.repostOf === null ? 'post' : 'repost';
    return { ...moved, post, badge: null, role, movedBy: 'hand' };
  }
  const part = context.frame.parts.get(entry.id);
  if (part?.asked) {
    const parent = part.role === 'question' ? null : part.asked.postId;
    const verdict = under(part.asked.label, part.asked.session, parent, null);
    return { ...verdict, post, badge: null, role: part.role, movedBy: null };
  }
  const verdict = judge(entry, context);
  const role = part?.role ?? roleOf(entry, verdict, context);
  return { ...verdict, post, badge: badgeOf(entry, verdict), role, movedBy: null };
}

function under(
  question: string | null,
  session: number,
  parent: string | null,
  link: LinkKind | null,
  guessed = false,
): Verdict {
  return { question, session, section: 'question', parent, link, guessed };
}

/** Where another post stands. */
function inherit(
  { question, session, section }: Seat,
  parent: string | null,
  link: LinkKind,
  guessed: boolean,
): Verdict {
  return { question, session, section, parent, link, guessed };
}

function fileByHand(entry: Entry, { options, frame, index }: FilingContext): Verdict | null {
  const label = movedTo(entry, options.moves);
  if (label === undefined) return null;
  const session = spanAt(frame, entry.at)?.index ?? 0;
  if (label === '') {
    const { section } = sectionAt(frame, entry.at, '', options.session);
    const verdict = under(null, session, null, null);
    return { ...verdict, section: section === 'question' ? 'after' : section };
  }
  const place = index.parentOf(entry)?.place;
  const near = place?.question === label && place.section === 'question';
  return near ? under(label, place.session, entry.up, null) : under(label, session, null, null);
}

function judge(entry: Entry, context: FilingContext): Verdict {
  const named = namedBy(entry.reading.labels, entry, context.frame, context.index);
  const parent = context.index.parentOf(entry);
  if (parent?.place) return judgeUnder(entry, parent, parent.place, named);
  // A parent that was never seen stays the parent: a gap that can be seen.
  const gap = entry.cut ? null : entry.up;
  if (named) return under(named.question, named.session, gap, 'label', !leads(named.label));
  const verdict =
    (gap === null ? null : judgeByTree(entry, context)) ??
    judgeBySource(entry, context) ??
    judgeByGuess(entry, context);
  return gap === null ? verdict : { ...verdict, parent: gap };
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
  if (named && (loose || own)) return under(named.question, named.session, entry.up, 'label');
  return inherit(place, entry.up, entry.upKind === 'reply' ? 'reply' : 'quote', place.guessed);
}

/** A parent never seen: the conversation's first post decides, else the first other reply to the same parent. */
function judgeByTree(entry: Entry, { index }: FilingContext): Verdict | null {
  const { conversationId } = entry.post;
  const first =
    conversationId === null
      ? undefined
      : (index.byId.get(conversationId) ?? index.byConversation.get(conversationId)[0]);
  for (const source of [first, index.byUp.get(entry.up ?? '')[0]]) {
    if (source?.place?.question == null || source === entry) continue;
    if (!index.mayDecide(source, entry)) continue;
    const sure = source.id === conversationId && !source.place.guessed;
    return inherit(source.place, null, 'reply', !sure);
  }
  return null;
}

/** An old-style quote, a mention, or one's own last post. */
function judgeBySource(entry: Entry, context: FilingContext): Verdict | null {
  const { quoted } = entry.reading;
  const named = quoted && namedBy(quoted.labels, entry, context.frame, context.index);
  if (named) return under(named.question, named.session, null, 'quote');
  // Two guesses that rest on each other are worse than two that do not.
  const mentioned = findMentioned(entry, context)?.place;
  if (mentioned?.guessed === false && mentioned.question !== null)
    return inherit(mentioned, mentioned.post.id, 'mention', true);
  const own = findOwn(entry, context)?.place;
  return own?.question != null ? inherit(own, own.post.id, 'continuation', true) : null;
}

/** The likeliest question; under the last post of whoever it speaks to, where that stands there too. */
function judgeByGuess(entry: Entry, context: FilingContext): Verdict {
  const { frame, options } = context;
  const { session, section } = sectionAt(frame, entry.at, entry.reading.words, options.session);
  const span = frame.spans[session];
  const asked = span && section === 'question' && guessAsked(entry, span, context);
  if (!asked) return { ...under(null, session, null, null), section };
  const mentioned = findMentioned(entry, context)?.place;
  const meets = mentioned?.question === asked.label && mentioned.session === session;
  return under(
    asked.label,
    session,
    meets ? mentioned.post.id : null,
    meets ? 'mention' : 'time',
    true,
  );
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
  for (let i = placeIn(list, entry) - 1; i >= 0; i -= 1) {
    const source = list[i] as Entry;
    if (source.at < entry.at - reach) break;
    if (index.mayDecide(source, entry)) return source;
  }
  return null;
}

/** A label that names another question than the one the post stands under. */
function badgeOf(entry: Entry, seat: Seat): string | null {
  const { question } = seat;
  if (question === null) return null;
  const label = entry.reading.labels.find(
    (one) => one.position !== 'middle' && ![one.names, one.base, wholeName(one)].includes(question),
  );
  return label ? (label.kind === 'answer' ? 'A' : 'Q') + wholeName(label).slice(1) : null;
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
