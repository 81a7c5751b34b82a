/** Decides by time alone: which session, which section, which question is open at a moment. */
import type { Section, ThreadOptions } from './conversation';
import { hasFarewell } from './label-phrases';
import type { Asked, Frame, Span } from './questions';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** A new question takes over only after this: what comes sooner was typed for the one before (CHATS 5.2: 60 s is best). */
export const GRACE = 60 * SECOND;
/** Nobody reads the first question and answers it sooner. */
const FIRST_GRACE = 20 * SECOND;
/** After the last question: when talk is no longer about it, with and without the host's wrap-up. */
const AFTER_WRAP = 15 * MINUTE;
const AFTER_LAST = 20 * MINUTE;
const LEAD = 15 * MINUTE;

/** Where a post stands. `question` is null outside questions. */
export interface Seat {
  question: string | null;
  session: number;
  section: Section;
}

/** The session that a moment belongs to: the last one that had opened, else the first; undefined where none is known. */
export function spanAt(frame: Frame, at: number): Span | undefined {
  const { spans } = frame;
  for (let i = spans.length - 1; i > 0; i -= 1) {
    const span = spans[i];
    if (span !== undefined && span.opens <= at) return span;
  }
  return spans[0];
}

/** The last question of a session asked at or before a moment; a new one counts after `grace` only. */
export function openAt(span: Span, at: number, grace: number): Asked | undefined {
  let open: Asked | undefined;
  for (const asked of span.asked) {
    if (asked.at + (open === undefined ? Math.min(grace, FIRST_GRACE) : grace) > at) break;
    open = asked;
  }
  return open;
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

/** The seat that time gives to a post: the weakest evidence. */
export function seatByTime(
  frame: Frame,
  at: number,
  words: string,
  session: ThreadOptions['session'],
): Seat {
  const span = spanAt(frame, at);
  if (span === undefined)
    return { question: null, session: 0, section: sectionWithoutQuestions(at, session) };
  if (at < span.opens) return { question: null, session: span.index, section: 'before' };
  const open = openAt(span, at, GRACE);
  if (open === undefined) return { question: null, session: span.index, section: 'introductions' };
  if (isAfter(span, at, words, session))
    return { question: null, session: span.index, section: 'after' };
  return { question: open.label, session: span.index, section: 'question' };
}

function sectionWithoutQuestions(at: number, session: ThreadOptions['session']): Section {
  if (session === undefined || at < session.start - LEAD) return 'before';
  return at > session.end + LEAD ? 'after' : 'introductions';
}
