/** Decides by time alone which session and which section a moment belongs to. */
import type { PlacedPost, Section, ThreadOptions } from './conversation';
import { hasFarewell } from './label-phrases';
import type { Frame, Span } from './questions';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** Nobody reads the first question and answers it sooner. */
const READING = 20 * SECOND;
/** After the last question: when talk is no longer about it, with and without the host's wrap-up. */
const AFTER_WRAP = 15 * MINUTE;
const AFTER_LAST = 20 * MINUTE;
const LEAD = 15 * MINUTE;

/** Where a post stands. `question` is null outside questions. */
export type Seat = Pick<PlacedPost, 'question' | 'session' | 'section'>;

/** The session that a moment belongs to: the last one that had opened, else the first; undefined where none is known. */
export function spanAt(frame: Frame, at: number): Span | undefined {
  const { spans } = frame;
  for (let i = spans.length - 1; i > 0; i -= 1) {
    const span = spans[i];
    if (span !== undefined && span.opens <= at) return span;
  }
  return spans[0];
}

/** True where the hour is over at a moment: long after the last question, or said so by the host and by the post's own words. */
function isAfter(
  span: Span,
  at: number,
  words: string,
  session: ThreadOptions['session'],
): boolean {
  const last = span.asked.at(-1)?.at ?? span.opens;
  const wrapped = at >= span.wrapped;
  if (wrapped && (at > last + AFTER_WRAP || hasFarewell(words))) return true;
  const end =
    session && last <= session.end
      ? Math.max(session.end + 5 * MINUTE, last + AFTER_WRAP)
      : last + AFTER_LAST;
  return at > end;
}

/** The session and section that a moment lies in; which question is answered there, time alone does not say. */
export function sectionAt(
  frame: Frame,
  at: number,
  words: string,
  session: ThreadOptions['session'],
): Pick<Seat, 'session' | 'section'> {
  const span = spanAt(frame, at);
  if (span === undefined) return { session: 0, section: sectionWithoutQuestions(at, session) };
  const { index, opens, asked } = span;
  if (at < opens) return { session: index, section: 'before' };
  if (at < (asked[0]?.at ?? opens) + READING) return { session: index, section: 'introductions' };
  return { session: index, section: isAfter(span, at, words, session) ? 'after' : 'question' };
}

function sectionWithoutQuestions(at: number, session: ThreadOptions['session']): Section {
  if (session === undefined || at < session.start - LEAD) return 'before';
  return at > session.end + LEAD ? 'after' : 'introductions';
}
