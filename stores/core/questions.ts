/** Decides which posts of the hosts open questions, repeat, announce or frame them, and where sessions begin and end. */
import type { PlacedPost, ThreadOptions } from './conversation';
import { type Label, wholeName } from './labels';
import { factsOf } from './question-facts';
import { type Entry, movedTo, questionText } from './thread-entry';
import { likeness } from './words';

const MINUTE = 60_000;
/** A number asked again later than this begins a new session; so does any question after three times as long. */
const AGAIN = 60 * MINUTE;
/** Before its first question a session has introductions for this long. */
const LEAD = 15 * MINUTE;
/** So long before the end that a session was announced with, a host may close it. */
const CLOSING = 15 * MINUTE;
/** So long after a welcome a host calls for introductions. */
const WELCOME = 4 * MINUTE;

/** A question as the frame holds it; what threads need of it, and its words for comparing. */
export interface Asked {
  readonly label: string;
  readonly session: number;
  /** Its place among the questions of its session, from 0. */
  readonly nth: number;
  readonly postId: string;
  readonly at: number;
  readonly text: string;
  readonly words: readonly string[];
}

/** One run of numbers: introductions from `opens`, questions, and the end. */
export interface Span {
  readonly index: number;
  /** From here on posts belong to this session, as introductions until the first question. */
  opens: number;
  readonly asked: Asked[];
  readonly byLabel: Map<string, Asked>;
  /** The host said that it is over; Infinity until then. */
  wrapped: number;
}

/** What a host's post is to the frame. */
export interface Part {
  role: PlacedPost['role'];
  asked: Asked | null;
}

export interface Frame {
  readonly spans: readonly Span[];
  /** In order of asking. */
  readonly questions: readonly Asked[];
  /** Host posts that are no ordinary posts. */
  readonly parts: ReadonlyMap<string, Part>;
}

const FOLLOWS =
  /follow(?:ing)?[- ]?(?:up|on)\b.{0,20}\bq\W?\d|q\d+\W*follow(?:ing)?[- ]?(?:up|on)\b/i;
const EVERYBODY = /^(?:all|every(?:one|body))$/;

/** Addressed to somebody who is no host: talk, not a question to all. */
function isToOthers(entry: Entry, isHost: (handle: string) => boolean): boolean {
  const { replyTo, replyToHandle } = entry.post;
  if (replyTo !== null && replyToHandle !== null && !isHost(replyToHandle.toLowerCase()))
    return true;
  const first = entry.reading.addressed[0];
  return (
    first !== undefined &&
    !EVERYBODY.test(first) &&
    !entry.post.text.trimStart().startsWith('.') &&
    !isHost(first)
  );
}

/** The number in a question's label, NaN where it has none. */
export function numberOf(label: string): number {
  return /^Q\d/.test(label) ? Number.parseFloat(label.slice(1)) : Number.NaN;
}

/** Works through the hosts' posts in order, keeping the session that is now on. */
class FrameBuilder {
  readonly spans: Span[] = [];
  readonly questions: Asked[] = [];
  readonly parts = new Map<string, Part>();
  #now: Span | null = null;
  readonly #isHost: (handle: string) => boolean;
  readonly #options: ThreadOptions;

  constructor(isHost: (handle: string) => boolean, options: ThreadOptions) {
    this.#isHost = isHost;
    this.#options = options;
  }

  take(entry: Entry, unnumbered: ReadonlySet<Entry>): void {
    if (movedTo(entry, this.#options.moves) !== undefined) return;
    const { label, opens } = factsOf(entry);
    if (isToOthers(entry, this.#isHost) && !this.#asksAll(entry)) return;
    if (label && opens && this.#isAhead(entry))
      this.parts.set(entry.id, { role: 'teaser', asked: null });
    else if (label && opens) this.#ask(entry, this.#nameOf(entry, label));
    else if (unnumbered.has(entry)) this.#ask(entry, `Q+${this.#countUnnumbered() + 1}`);
    else if (entry.reading.continues && this.#isSecondPart(entry)) return;
    else if (entry.reading.teaser) this.parts.set(entry.id, { role: 'teaser', asked: null });
    else this.#frame(entry);
  }

  /** "@anna Q2: who pays?" and "Good idea, @anna! Q2: who pays?" ask all, where Q2 comes next. */
  #asksAll(entry: Entry): boolean {
    const { label, opens, asks } = factsOf(entry);
    const last = numberOf(this.#now?.asked.at(-1)?.label ?? '');
    // No number at all is next, too: no question was asked yet.
    const isNext = !(numberOf(label?.base ?? '') <= last);
    return opens && asks && isNext && /q\d+\s?[:.)]/i.test(entry.post.text);
  }

  /** "Follow-up to Q2: …" is a question of its own, Q2.1. */
  #nameOf({ post, words }: Entry, label: Label): string {
    let name = wholeName(label);
    if (!FOLLOWS.test(post.text)) return name;
    for (let n = 1; ; n += 1) {
      const known = this.#now?.byLabel.get(name);
      if (!known || likeness(words, known.words) >= 0.5) return name;
      name = `${wholeName(label)}.${n}`;
    }
  }

  /** The questions of a session that is announced, told before it: several in one post, or one in the hour before. */
  #isAhead({ at, reading }: Entry): boolean {
    const { session } = this.#options;
    if (session === undefined || at >= session.start - LEAD) return false;
    const told = new Set(reading.labels.filter(({ kind }) => kind === 'question').map(wholeName));
    return told.size > 1 || at > session.start - AGAIN;
  }

  /** "(2/2) …" soon after a question is the rest of it. */
  #isSecondPart(entry: Entry): boolean {
    const last = this.#now?.asked.at(-1);
    if (last === undefined || entry.at - last.at > 3 * MINUTE) return false;
    this.parts.set(entry.id, { role: 'repeat', asked: last });
    return true;
  }

  #countUnnumbered(): number {
    return this.#now?.asked.filter((one) => one.label.startsWith('Q+')).length ?? 0;
  }

  #ask(entry: Entry, label: string): void {
    const known = this.#now?.byLabel.get(label);
    const again = known !== undefined && !this.#beginsAnew(entry, known);
    if (known && again) {
      if (this.#repeats(entry, known)) this.parts.set(entry.id, { role: 'repeat', asked: known });
      return;
    }
    if (this.#now === null || known !== undefined || this.#isLong(entry, label)) this.#open(entry);
    const span = this.#now as Span;
    const asked: Asked = {
      label,
      session: span.index,
      nth: span.asked.length,
      postId: entry.id,
      at: entry.at,
      text: questionText(entry),
      words: entry.words,
    };
    span.asked.push(asked);
    span.byLabel.set(label, asked);
    span.wrapped = Number.POSITIVE_INFINITY;
    this.questions.push(asked);
    this.parts.set(entry.id, { role: 'question', asked });
  }

  /** The number is asked again: a new session, or the same question once more? */
  #beginsAnew(entry: Entry, known: Asked): boolean {
    if (entry.at - known.at > AGAIN) return true;
    const span = this.#now as Span;
    const number = numberOf(known.label);
    const highest = Math.max(
      ...span.asked.map((one) => numberOf(one.label)).filter((one) => one >= 0),
    );
    return (
      highest >= number + 2 &&
      highest >= 3 &&
      number <= 1 &&
      likeness(entry.words, known.words) < 0.6
    );
  }

  #repeats(entry: Entry, known: Asked): boolean {
    return (
      factsOf(entry).asks || entry.reading.continues || likeness(entry.words, known.words) >= 0.5
    );
  }

  /** A new number long after the last one belongs to another session. */
  #isLong(entry: Entry, label: string): boolean {
    const last = this.#now?.asked.at(-1);
    if (last === undefined) return false;
    const gap = entry.at - last.at;
    return gap > 3 * AGAIN || (gap > AGAIN && numberOf(label) < numberOf(last.label));
  }

  #open(entry: Entry): void {
    const { session } = this.#options;
    const before = this.#now?.asked.at(-1)?.at ?? Number.NEGATIVE_INFINITY;
    const start =
      session && entry.at >= session.start - LEAD && entry.at <= session.end
        ? Math.min(session.start, entry.at)
        : entry.at;
    this.#now = {
      index: this.spans.length,
      opens: Math.max(before + 1, start - LEAD),
      asked: [],
      byLabel: new Map(),
      wrapped: Number.POSITIVE_INFINITY,
    };
    this.spans.push(this.#now);
  }

  #frame(entry: Entry): void {
    if (entry.reading.labels.length > 0) return;
    const { wraps, greets } = factsOf(entry);
    if (!wraps && !greets && !entry.reading.rules) return;
    this.parts.set(entry.id, { role: 'frame', asked: null });
    if (wraps && this.#now?.wrapped === Number.POSITIVE_INFINITY && this.#mayClose(entry))
      this.#now.wrapped = entry.at;
  }

  /** "Thanks all, great answers so far" in the middle of an hour whose end is known closes nothing. */
  #mayClose({ at }: Entry): boolean {
    const { session } = this.#options;
    return session === undefined || at < session.start || at >= session.end - CLOSING;
  }
}

/** Unnumbered questions count only where no number was asked that day before them, nor within three hours after. */
function unnumberedOf(
  entries: readonly Entry[],
  isHost: (handle: string) => boolean,
  session: ThreadOptions['session'],
): Set<Entry> {
  // "Tell us where you work", behind a welcome, is for introductions.
  const isWelcome = ({ at }: Entry) =>
    entries.some((one) => one.at <= at && at - one.at < WELCOME && factsOf(one).greets);
  const asking = entries.filter((entry) => {
    const { asksUnnumbered, asks } = factsOf(entry);
    return asksUnnumbered && !isToOthers(entry, isHost) && (asks || !isWelcome(entry));
  });
  if (asking.length === 0) return new Set();
  const numbered = entries.filter((entry) => factsOf(entry).opens && !isToOthers(entry, isHost));
  return new Set(
    asking.filter((entry) => {
      if (session && (entry.at < session.start - LEAD || entry.at > session.end + LEAD))
        return false;
      return !numbered.some(({ at }) => at > entry.at - 12 * AGAIN && at < entry.at + 3 * AGAIN);
    }),
  );
}

/** Builds the frame from the hosts' posts, given as written. The same posts and options always give the same frame. */
export function buildFrame(
  entries: readonly Entry[],
  isHost: (handle: string) => boolean,
  options: ThreadOptions,
): Frame {
  const builder = new FrameBuilder(isHost, options);
  const unnumbered = unnumberedOf(entries, isHost, options.session);
  for (const entry of entries) builder.take(entry, unnumbered);
  return { spans: builder.spans, questions: builder.questions, parts: builder.parts };
}

/** True where two frames file every post alike. */
export function isSameFrame(a: Frame, b: Frame): boolean {
  return keyOf(a) === keyOf(b);
}

function keyOf({ spans }: Frame): string {
  return JSON.stringify(
    spans.map(({ opens, wrapped, asked }) => [opens, wrapped, asked.map(keyOfAsked)]),
  );
}

function keyOfAsked({ label, postId, at, text }: Asked): unknown {
  return [label, postId, at, text];
}
