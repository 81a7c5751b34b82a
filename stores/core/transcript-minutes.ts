/** Decides the picture of the hour: how many posts were written in each minute, and when each question was asked. */
import type { Transcript, TranscriptPost } from './transcript';

/** One bar. */
export interface Minute {
  /** When it begins, ms. */
  at: number;
  posts: number;
  /** The first post written in it; null where there is none. */
  firstId: string | null;
  /** Labels of the questions asked in it. */
  questions: string[];
}

const MINUTE = 60_000;
/** Bars fit on a page up to so many; longer times have wider ones. */
const MOST_BARS = 150;
/** Talk before and after the hour that belongs into its picture, ms. */
const AROUND = { before: 10 * MINUTE, after: 30 * MINUTE };
/** Without known bounds: so long from the first question, or from the first post. */
const USUAL = 120 * MINUTE;

/** Bars without a gap from the first to the last minute with posts, within the session and a little around it. */
export function buildMinutes(
  posts: readonly TranscriptPost[],
  questions: Transcript['questions'],
  session: { start: number | null; end: number | null },
): Minute[] {
  const times = posts.map(({ createdAt }) => Date.parse(createdAt));
  const asked = questions.map(({ askedAt }) => Date.parse(askedAt));
  const [low, high] = boundsOf(times, asked, session);
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const time of [...times, ...asked]) {
    if (time < low || time > high) continue;
    from = Math.min(from, time);
    to = Math.max(to, time);
  }
  if (from > to) return [];
  if (session.start !== null && session.start >= low) from = Math.min(from, session.start);
  const width = MINUTE * Math.ceil((to - from) / MINUTE / MOST_BARS || 1);
  const first = Math.floor(from / width) * width;
  const bars = Array.from(
    { length: Math.floor((to - first) / width) + 1 },
    (_, n): Minute => ({ at: first + n * width, posts: 0, firstId: null, questions: [] }),
  );
  posts.forEach((post, n) => {
    const bar = bars[Math.floor(((times[n] ?? 0) - first) / width)];
    if (bar === undefined) return;
    bar.posts += 1;
    bar.firstId ??= post.id;
  });
  questions.forEach(({ label }, n) => {
    bars[Math.floor(((asked[n] ?? 0) - first) / width)]?.questions.push(label);
  });
  return bars;
}

function boundsOf(
  times: readonly number[],
  asked: readonly number[],
  { start, end }: { start: number | null; end: number | null },
): [number, number] {
  if (start !== null && end !== null && end - start <= 12 * 60 * MINUTE) {
    return [start - AROUND.before, end + AROUND.after];
  }
  const from = asked[0] ?? times[0] ?? 0;
  const last = asked.at(-1) ?? from;
  return [from - AROUND.before, Math.max(from + USUAL, last + AROUND.after)];
}
