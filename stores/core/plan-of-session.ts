/** Makes a plan of the hour out of what is known of it: the host's own where there is one, else what a calendar says. */
import {
  blankSession,
  type Plan,
  type PlanQuestion,
  type PlanTexts,
  placeSession,
  type Slot,
  slotsBetween,
  tidySession,
  wallText,
  weekOf,
} from './plan';
import { weekdayOf } from './plan-weekday';
import type { Session } from './schedule';
import { MINUTE, zoneOrLondon } from './zone';

/** Introductions before the first question, and what the last one needs, in minutes. */
const LEAD = 5;
const TAIL = 5;
const SHORTEST = 3;

export interface HourPlan {
  plan: Plan;
  slot: Slot;
  questions: PlanQuestion[];
}

/** The plan of one hour. A host whose colleague planned it knows its questions from the calendar, and spreads them evenly. */
export function planOfSession(
  own: Plan | undefined,
  session: Session,
  hashtag: string,
  texts: PlanTexts,
): HourPlan {
  const found = own && slotAt(own, session.start);
  if (own !== undefined && found !== undefined) {
    const tidy = tidySession(found.session);
    const theme = tidy.theme === '' ? (session.theme ?? '') : tidy.theme;
    const questions = tidy.questions.length > 0 ? tidy.questions : spread(session);
    const slot = { ...found, session: { ...tidy, theme, questions } };
    return { plan: { ...own, texts: fillGaps(own.texts, texts) }, slot, questions };
  }
  const wall = zoneOrLondon(session.timeZone).toWall(session.start);
  const minutes = Math.round((session.end - session.start) / MINUTE);
  const questions = spread(session);
  const one = { ...blankSession(weekOf(wall)), theme: session.theme ?? '', questions };
  const plan: Plan = {
    uid: '',
    hashtag,
    since: weekOf(wall),
    rule: {
      weekday: weekdayOf(wall),
      time: wallText(wall).slice(11),
      minutes,
      timeZone: session.timeZone,
    },
    texts,
    sessions: [one],
  };
  return { plan, slot: placeSession(plan, one), questions };
}

/** By what a session is known to be the same one where its start is moved. */
export interface SessionName {
  /** As the host's plan names it; '' where the plan has none that begins then. */
  id: string;
  /** Its day on the chat's wall. */
  day: string;
}

export function nameSession(own: Plan | undefined, start: number, timeZone: string): SessionName {
  const day = wallText(zoneOrLondon(timeZone).toWall(start)).slice(0, 10);
  return { id: (own && slotAt(own, start)?.session.id) ?? '', day };
}

/** The plan tells two sessions of a day apart; what it does not know is known by its day. */
export function isSameSession(one: SessionName, other: Partial<SessionName>): boolean {
  return one.id !== '' && other.id ? one.id === other.id : one.day === other.day;
}

function slotAt(plan: Plan, start: number): Slot | undefined {
  return slotsBetween(plan, start, start + 1).find(
    (slot) => slot.start === start && !slot.session.cancelled,
  );
}

/** A text that was emptied is not said; one that was never written is the usual one. */
function fillGaps(own: PlanTexts, usual: PlanTexts): PlanTexts {
  const none = `${own.welcome}${own.rules}${own.wrap}` === '';
  return none ? usual : own;
}

function spread({ questions, start, end }: Session): PlanQuestion[] {
  const room = (end - start) / MINUTE - LEAD - TAIL;
  const gap = Math.max(SHORTEST, Math.floor(room / Math.max(questions.length, 1)));
  return questions.map(({ text }, i) => ({ text, after: i === 0 ? LEAD : gap }));
}
