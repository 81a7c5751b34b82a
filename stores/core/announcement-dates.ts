/** Which session a text means by "this Thursday", "3 December", "next week" or nothing at all. */
import type { Session } from './schedule';
import { DAY, dayOf, zoneOrLondon } from './zone';

/** A day that a text names. */
export interface Mention {
  /** Where in the text it stands. */
  from: number;
  to: number;
  /** A day of the calendar (date), one reckoned from the day of writing (day), or a week from it (week). */
  kind: 'date' | 'day' | 'week';
  /** Days since 1970 that are meant, the likeliest first; for a week its Monday. */
  days: number[];
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const WEEKDAYS = 'sun mon tue wed thu fri sat'.split(' ');
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const POSSESSIVE = "(?:['’]s)?";
/** Abbreviations only in capitals: "sun", "sat" and "wed" are words. */
const WEEKDAY =
  '(?:(?:[Mm]on|[Tt]ues|[Ww]ednes|[Tt]hurs|[Ff]ri|[Ss]atur|[Ss]un)day|MON|TUE|WED|THU|FRI|SAT|SUN|(?:MONDAY|TUESDAY|WEDNESDAY|THURSDAY|FRIDAY|SATURDAY|SUNDAY)|Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun)';

/** Reads the days that `text` names, written on the day `today` (days since 1970 on the chat's wall). In order. */
export function readMentions(text: string, today: number): Mention[] {
  const found: Mention[] = [];
  const take = (pattern: RegExp, kind: Mention['kind'], days: (m: RegExpExecArray) => number[]) => {
    for (const match of text.matchAll(pattern)) {
      const from = match.index;
      // The dot behind a month that is written out ends the sentence.
      const dot = /(?:[a-z]{5}|june|july|may)\.$/iu.test(match[0]) ? 1 : 0;
      const to = from + match[0].length - dot;
      const named = days(match);
      // What was read as part of something longer is not read again.
      if (named.length > 0 && !found.some((other) => from < other.to && to > other.from))
        found.push({ from, to, kind, days: named });
    }
  };
  takeDates(take, today);
  takeDays(take, today);
  takeWeeks(take, today);
  return found.sort((a, b) => a.from - b.from);
}

type Take = (
  pattern: RegExp,
  kind: Mention['kind'],
  days: (match: RegExpExecArray) => number[],
) => void;

function takeDates(take: Take, today: number): void {
  const day = '(\\d{1,2})(?:st|nd|rd|th)?';
  // "w/c 30 Nov": the week in which that day is.
  take(
    new RegExp(
      `\\b(?:w\\/[cb]|week (?:commencing|beginning|starting|of))\\s+(?:the\\s+)?(?:${WEEKDAY}\\s+)?${day}(?:\\s+of)?\\s+${MONTH}\\b\\.?`,
      'giu',
    ),
    'week',
    (m) => dated(m[1], monthOf(m[2]), undefined, today).map(mondayOf),
  );
  take(
    new RegExp(`\\b${day}(?:\\s+of)?\\s+${MONTH}\\b\\.?(?:,?\\s+(\\d{4})\\b)?`, 'giu'),
    'date',
    (m) => dated(m[1], monthOf(m[2]), m[3], today),
  );
  take(new RegExp(`\\b${MONTH}\\.?\\s+${day}\\b(?:,?\\s+(\\d{4})\\b)?`, 'giu'), 'date', (m) =>
    dated(m[2], monthOf(m[1]), m[3], today),
  );
  take(/\b(\d{4})-(\d\d)-(\d\d)\b/gu, 'date', (m) => dated(m[3], Number(m[2]), m[1], today));
  // UK order. Also how threads are numbered and "24/7" is written: it counts only where a session is on that day.
  take(/\b(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}|\d\d))?\b(?![%\d])/gu, 'date', (m) =>
    m[0] === '24/7' ? [] : dated(m[1], Number(m[2]), m[3], today),
  );
  take(
    /\b(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)\b(?!\s+(?:century|birthday|anniversary|time|year|edition))/giu,
    'date',
    (m) =>
      [0, 1, 2].flatMap((later) => {
        const now = new Date(today * DAY);
        return exact(now.getUTCFullYear(), now.getUTCMonth() + 1 + later, Number(m[1]));
      }),
  );
}

function takeDays(take: Take, today: number): void {
  take(/\b(?:today|tonight|this (?:lunchtime|afternoon|evening))\b(?:['’]s)?/giu, 'day', () => [
    today,
  ]);
  take(/\btomorrow\b(?:['’]s)?/giu, 'day', () => [today + 1]);
  // "Thursday week", "a week on Thursday": the one after the coming one.
  const late = new RegExp(
    `\\b(?:(?:a\\s+)?week\\s+on\\s+(${WEEKDAY})|(${WEEKDAY})\\s+week)\\b${POSSESSIVE}`,
    'gu',
  );
  take(late, 'day', (m) => [coming(m[1] ?? m[2], today) + 7]);
  const named = new RegExp(
    `(?:\\b([Tt]his|[Nn]ext|NEXT|[Cc]oming)\\s+)?\\b(${WEEKDAY})\\b${POSSESSIVE}(?:\\s+([Nn]ext [Ww]eek|[Tt]his [Ww]eek))?`,
    'gu',
  );
  take(named, 'day', (m) => {
    const first = coming(m[2], today);
    const isNext = /next/iu.test(m[1] ?? '') || /next/iu.test(m[3] ?? '');
    // Said on a Monday "next Thursday" is not this week's; said on a Friday both mean the same.
    return isNext && mondayOf(first) === mondayOf(today) ? [first + 7] : [first];
  });
}

function takeWeeks(take: Take, today: number): void {
  const monday = mondayOf(today);
  take(/\b(?:the )?week after next\b(?:['’]s)?/giu, 'week', () => [monday + 14]);
  take(/\bin (?:two weeks|a fortnight)\b(?:['’]s? time)?/giu, 'week', () => [monday + 14]);
  take(/\bnext week\b(?:['’]s)?/giu, 'week', () => [monday + 7]);
  // Said at the weekend it may be the one to come.
  const isWeekend = today - monday > 4;
  take(/\bthis week\b(?:['’]s)?/giu, 'week', () => (isWeekend ? [monday, monday + 7] : [monday]));
}

function monthOf(name = ''): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

/** The day of that date: in the year given, else this year or the next, whichever is nearer to what is to come. */
function dated(day: string | undefined, month: number, year: string | undefined, today: number) {
  if (year !== undefined) return exact((Number(year) % 100) + 2000, month, Number(day));
  const now = new Date(today * DAY).getUTCFullYear();
  // A date of last month is last month's, not next year's.
  return [now, now + 1].flatMap((y) => exact(y, month, Number(day))).filter((d) => d > today - 60);
}

function exact(year: number, month: number, day: number): number[] {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCDate() === day && day > 0 && date.getUTCMonth() === (month - 1) % 12;
  return isReal ? [date.getTime() / DAY] : [];
}

/** The first such weekday, today included. */
function coming(name = '', today: number): number {
  const wanted = WEEKDAYS.indexOf(name.slice(0, 3).toLowerCase());
  const weekday = new Date(today * DAY).getUTCDay();
  return today + ((wanted - weekday + 7) % 7);
}

function mondayOf(day: number): number {
  return day - ((new Date(day * DAY).getUTCDay() + 6) % 7);
}

/** The days named closest before the theme, else closest behind it: "Thanks for today! Next week (10 Dec): …". */
export function nearest(
  mentions: readonly Mention[],
  span: { from: number; to: number },
  text: string,
): Mention[] {
  const before = mentions.filter((m) => m.to <= span.from);
  const after = mentions.filter((m) => m.from >= span.to);
  const ordered = before.length > 0 ? [...before].reverse() : after;
  const group: Mention[] = [];
  for (const mention of ordered) {
    const last = group.at(-1);
    // "next Thursday (10 December)": one day said twice.
    const gap = last === undefined ? 0 : Math.max(last.from - mention.to, mention.from - last.to);
    if (gap > 12 || (last !== undefined && /[.!?]\s/u.test(between(text, last, mention)))) break;
    group.push(mention);
  }
  return group;
}

function between(text: string, a: Mention, b: Mention): string {
  return text.slice(Math.min(a.to, b.to), Math.max(a.from, b.from));
}

/** How far ahead a theme is announced, days: a month's programme at most. */
const FARTHEST = 62;

/**
 * The session that a text written at `at` (ms) means, given the days it names: a date before a weekday before a week
 * before nothing. A day beside a session's (a slip of the pen) means that session; a date far from any means none, and
 * so does a day or week whose session is over.
 */
export function resolveSession(
  mentions: readonly Mention[],
  sessions: readonly Session[],
  at: number,
): Session | undefined {
  const known = sessions
    .filter((s) => s.start - at < FARTHEST * DAY)
    .sort((a, b) => a.start - b.start);
  const open = known.filter((s) => s.end > at);
  const daysOf = (kind: Mention['kind']) =>
    mentions.filter((m) => m.kind === kind).flatMap((m) => m.days);
  const dates = daysOf('date');
  const days = daysOf('day');
  const weeks = daysOf('week');
  const exactly =
    sessionOn(dates, open) ??
    sessionOn(days, open) ??
    sessionOn(dates, open, 1) ??
    sessionOn(days, open, 1);
  if (exactly !== undefined || dates.length > 0 || sessionOn(days, known, 1)) return exactly;
  const within = sessionOn(weeks, open, 0, 7);
  if (within !== undefined || sessionOn(weeks, known, 0, 7)) return within;
  // Nothing named, or only a day or week without a session: the one that comes next, if that is soon.
  const next = open[0];
  return next !== undefined && next.start - at < 10 * DAY ? next : undefined;
}

/** The session on the first of these days that has one; `slip` days beside it count too, and `length` days from it on. */
export function sessionOn(
  days: readonly number[],
  sessions: readonly Session[],
  slip = 0,
  length = 1,
): Session | undefined {
  return days
    .map((day) => sessions.find((s) => isWithin(dayOfSession(s), day - slip, day + length + slip)))
    .find((s) => s !== undefined);
}

function dayOfSession(session: Session): number {
  return dayOf(zoneOrLondon(session.timeZone).toWall(session.start));
}

function isWithin(day: number, from: number, to: number): boolean {
  return day >= from && day < to;
}
