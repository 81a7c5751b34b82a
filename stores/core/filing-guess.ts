/** Guesses which question a post answers where nothing says so: from the clock, its author's earlier answers, and its words. */
import type { FilingContext } from './filing';
import { spanAt } from './filing-sections';
import { leads } from './labels';
import type { Asked, Span } from './questions';
import { compareEntries, type Entry } from './thread-entry';
import { placeIn } from './thread-index';

const MINUTE = 60_000;
/**
 * Answers come six and a half minutes after their question, give or take: two in three between three minutes and fourteen. That is
 * where a question is asked each nine and a half minutes; where the host is faster or slower, so are the answers, by half as much.
 */
const USUAL = Math.log(6.5);
const SPREAD = 0.75;
const EACH = 9.5 * MINUTE;
const TEMPO = 0.5;
/** The share of answers that come at any time at all, fading with the hours. */
const STRAGGLERS = 0.003;
/** The author's own pace counts as much as everybody's after so many answers. */
const PACE = 2;
/** How much rarer than going on it is to answer a question a second time, and to go back to an earlier one. */
const AGAIN = 0.1;
const BACK = 0.03;
/** A second answer right after the first one is common: they ran out of room. */
const BURST = 60_000;
/** Of posts that say nothing and speak to nobody, those that answer some question. */
const ANSWERING = 0.85;
/** Of the author's posts before this one, how many are looked at. */
export const HISTORY = 24;
/** What shared words count beside the clock: they come in company, so each counts less than all it seems to say. */
const WORDS = 0.4;
/** A word of the question counts as one that so many answers have used. */
const IN_QUESTION = 3;
const UNSEEN = 0.6;
const ONLY_ONE = 0.3;
/** Words that so many earlier posts hold tell nothing. */
export const COMMON = 48;

/** The question of its own session that a post says it answers: by a label that leads, or by replying to or quoting the question. */
export function saidBy(entry: Entry, { frame, epoch, isHost }: FilingContext): Asked | null {
  if (entry.said?.epoch === epoch) return entry.said.asked;
  const span = spanAt(frame, entry.at);
  const mute = span === undefined || entry.upKind === 'repost' || isHost(entry);
  const asked = mute ? null : (labelled(entry, span) ?? pointed(entry, frame.parts));
  entry.said = { epoch, asked: asked !== null && asked.session === span?.index ? asked : null };
  return entry.said.asked;
}

function labelled({ reading }: Entry, { byLabel }: Span): Asked | null {
  const label = reading.labels.find(leads);
  return label ? (byLabel.get(label.names) ?? byLabel.get(label.base) ?? null) : null;
}

function pointed({ up }: Entry, parts: FilingContext['frame']['parts']): Asked | null {
  const part = up === null ? undefined : parts.get(up);
  return part?.role === 'question' ? part.asked : null;
}

/**
 * The most likely question of those asked before the post was written: how likely an answer is after so long, times how likely it
 * is after what its author answered before, times what its words say. Looks at nothing written later, and at no place, so no guess
 * rests on another guess and a post shown once moves for later posts never.
 */
export function guessAsked(entry: Entry, span: Span, context: FilingContext): Asked | undefined {
  const asked = span.asked.filter(({ at }) => at <= entry.at);
  if (asked.length < 2) return asked[0];
  const usual = usualLag(asked);
  const { after, lag } = context.isHost(entry)
    ? { after: [], lag: usual }
    : historyOf(entry, span, usual, context);
  const scores = asked.map(
    ({ at }, nth) => Math.log(chance(entry.at - at, lag)) + Math.log((after[nth] ?? 1) + 1e-4),
  );
  addWords(scores, entry, asked, context);
  return asked[scores.lastIndexOf(Math.max(...scores))];
}

/** How long answers take in this hour, on the scale of logs. */
function usualLag(asked: readonly Asked[]): number {
  const each = ((asked.at(-1) as Asked).at - (asked[0] as Asked).at) / (asked.length - 1);
  return USUAL + TEMPO * Math.log(Math.max(each, MINUTE) / EACH);
}

function lagAfter({ at }: Entry, asked: Asked): number {
  return Math.log(Math.max(at - asked.at, 1000) / MINUTE);
}

/** How often an answer comes so long after its question, where its author mostly takes `usual`, on the scale of logs. */
function chance(after: number, usual: number): number {
  const minutes = Math.max(after, 1000) / MINUTE;
  const off = (Math.log(minutes) - usual) / SPREAD;
  return Math.exp(-off * off * 0.5) / minutes + STRAGGLERS / (1 + minutes / 60);
}

interface History {
  /** How likely each question is next, by what the author answered before. */
  after: readonly number[];
  /** How long its author takes, on the scale of logs. */
  lag: number;
}

/** People answer each question about once and in order, each at a pace of their own. */
function historyOf(entry: Entry, span: Span, usual: number, context: FilingContext): History {
  const own = context.index.byAuthor.get(entry.handle);
  const here = placeIn(own, entry);
  const silent: Entry[] = [];
  let last: number | undefined;
  let since = Number.NEGATIVE_INFINITY;
  let slower = 0;
  let count = 0;
  for (let i = here - 1; i >= Math.max(0, here - HISTORY); i -= 1) {
    const before = own[i] as Entry;
    if (before.at < span.opens) break;
    const asked = saidBy(before, context);
    if (asked !== null && before.at > asked.at) {
      slower += lagAfter(before, asked) - usual;
      count += 1;
    }
    if (asked !== null && last === undefined) [last, since] = [asked.nth, before.at];
    else if (last === undefined && mayAnswer(before, context)) silent.push(before);
  }
  const lag = usual + slower / (count + PACE);
  // How likely each question is to be the one answered last; behind them all, that none was.
  let answered: number[] = [...span.asked, null].map((_, nth) =>
    nth === (last ?? span.asked.length) ? 1 : 0,
  );
  for (const before of silent.reverse()) {
    const next = nextAfter(answered, before.at - since).map((likely, nth) => {
      const passed = before.at - (span.asked[nth] as Asked).at;
      return passed < 0 ? 0 : likely * chance(passed, lag);
    });
    const sum = next.reduce((a, b) => a + b, 0);
    if (sum === 0) continue;
    answered = answered.map(
      (likely, nth) => (1 - ANSWERING) * likely + (ANSWERING * (next[nth] ?? 0)) / sum,
    );
    since = before.at;
  }
  return { after: nextAfter(answered, entry.at - since), lag };
}

/** How likely each question is to be answered next, by which was answered last, so long ago. Not a share: going on counts 1. */
function nextAfter(answered: readonly number[], gap: number): number[] {
  const again = AGAIN + (1 - AGAIN) * Math.exp(-gap / BURST);
  let earlier = answered.at(-1) as number;
  let later = 1 - earlier;
  return answered.slice(0, -1).map((here) => {
    later -= here;
    const next = earlier + again * here + BACK * later;
    earlier += here;
    return next;
  });
}

/** Says nothing, speaks to nobody but the hosts, and so answers some question, more often than not. */
function mayAnswer({ reading, up }: Entry, { isHostName }: FilingContext): boolean {
  return (
    up === null && !reading.rules && reading.quoted === null && reading.addressed.every(isHostName)
  );
}

/** Adds what each word says: how often it was used for each question, by the question itself too. */
function addWords(
  scores: number[],
  entry: Entry,
  asked: readonly Asked[],
  context: FilingContext,
): void {
  for (const word of entry.words) {
    const list = context.index.byWord.get(word);
    const last = list[COMMON];
    if (last !== undefined && compareEntries(last, entry) < 0) continue;
    const uses: number[] = asked.map(({ words }) => (words.includes(word) ? IN_QUESTION : 0));
    for (let i = 0; i < list.length; i += 1) {
      const other = list[i] as Entry;
      if (compareEntries(other, entry) >= 0) break;
      // One's own words tell who writes, not of what.
      if (other.handle !== entry.handle) countUse(uses, other, asked, context);
    }
    const mean = uses.reduce((a, b) => a + b, 0) / uses.length;
    if (mean === 0) continue;
    uses.forEach((used, nth) => {
      (scores[nth] as number) += WORDS * Math.log((used + UNSEEN) / (mean + UNSEEN));
    });
  }
}

/** Those who say which question they answer count, and a little whoever wrote while there was but one. */
function countUse(
  uses: number[],
  other: Entry,
  asked: readonly Asked[],
  context: FilingContext,
): void {
  const first = asked[0];
  const second = asked[1];
  const said = saidBy(other, context);
  if (said !== null && said.session === first?.session && said.nth < uses.length)
    (uses[said.nth] as number) += 1;
  else if (said === null && first && second && other.at > first.at && other.at < second.at)
    (uses[0] as number) += context.isHost(other) ? 0 : ONLY_ONE;
}
