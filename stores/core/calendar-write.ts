/** Writes sessions for a person's own calendar: one by itself, or all that are known as a series. */
import { writeCalendarText } from './calendar-fold';
import { describeSession, titleOf } from './calendar-links';
import { describeZone, jcalTime, type Part, type Property } from './plan-zone';
import type { Session } from './schedule';
import { DAY, formatDay, type Wall, zoneOrLondon } from './zone';

const WEEK = 7 * DAY;
/** Fewer sessions at the same hour of the week are no series. */
const SERIES_FROM = 3;
/** Nor are those further apart: what comes every four weeks in a quarter is most likely a chat of the month. */
const LONGEST_GAP = 3;
/** Nor those with more weeks left out: of five in a row two may be. */
const KEPT_WEEKS = 0.6;

/** A calendar file of one session. Imported again it takes its own place. */
export function writeSession(session: Session, hashtag: string, now: number): string {
  return write(hashtag, session.timeZone, [
    eventOf(session, hashtag, now, uidOf(session, hashtag)),
  ]);
}

/**
 * A calendar file of all `sessions`, which are known up to `until` (ms): those at the hour of the week that most of them
 * keep as one rule, with their own words where they have a theme and without the weeks that are left out; the others by
 * themselves. The rule has no end only where the sessions go on as long as they are known; where they stop before, so
 * does it.
 */
export function writeSeries(
  sessions: readonly Session[],
  hashtag: string,
  now: number,
  until: number,
): string {
  const sorted = [...sessions].sort((a, b) => a.start - b.start);
  const series = findSeries(sorted);
  const first = series[0];
  const zone = (first ?? sorted[0])?.timeZone ?? 'Europe/London';
  if (first === undefined)
    return write(
      hashtag,
      zone,
      sorted.map((one) => eventOf(one, hashtag, now, uidOf(one, hashtag))),
    );
  const uid = `${hashtag.toLowerCase()}-series@polchat.invalid`;
  const others = sorted.filter((one) => !series.includes(one));
  const themed = series.filter(({ theme }) => theme !== null);
  return write(hashtag, zone, [
    weeklyEvent(series, hashtag, now, until, uid),
    ...themed.map((one) => overrideOf(one, hashtag, now, uid)),
    ...others.map((one) => eventOf(one, hashtag, now, uidOf(one, hashtag))),
  ]);
}

function write(hashtag: string, timeZone: string, events: readonly Part[]): string {
  const from = Math.min(...events.map(startOf));
  const needsZone = events.some(([, properties]) => properties.some(([, params]) => params.tzid));
  return writeCalendarText([
    'vcalendar',
    [
      ['version', {}, 'text', '2.0'],
      ['prodid', {}, 'text', '-//Polchat//Reminders//EN'],
      ['calscale', {}, 'text', 'GREGORIAN'],
      ['method', {}, 'text', 'PUBLISH'],
      ['x-wr-calname', {}, 'unknown', `#${hashtag}`],
    ],
    [...(needsZone ? [describeZone(zoneOrLondon(timeZone).id, from)] : []), ...events],
  ]);
}

function startOf([, properties]: Part): number {
  return Date.parse(`${properties.find(([name]) => name === 'dtstart')?.[3]}`.slice(0, 10));
}

function wallOf({ start, timeZone }: Session): Wall {
  return zoneOrLondon(timeZone).toWall(start);
}

/** The sessions that keep the same hour of the week and length, where enough do. */
function findSeries(sessions: readonly Session[]): Session[] {
  const byHour = new Map<string, Session[]>();
  for (const session of sessions) {
    if (session.allDay) continue;
    // 1 January 1970 was a Thursday: any fixed day will do to count weeks from.
    const hour = `${session.timeZone} ${wallOf(session) % WEEK} ${session.end - session.start}`;
    byHour.set(hour, [...(byHour.get(hour) ?? []), session]);
  }
  const longest = [...byHour.values()].sort((a, b) => b.length - a.length)[0] ?? [];
  return isRegular(longest) ? longest : [];
}

/** Which weeks after the first have a session, and how many weeks lie between them as a rule. */
function weeksOf(series: readonly Session[]): { weeks: number[]; interval: number } {
  const walls = series.map(wallOf);
  const weeks = walls.map((wall) => Math.round((wall - (walls[0] ?? 0)) / WEEK));
  return { weeks, interval: weeks.reduce(commonDivisor, 0) || 1 };
}

function isRegular(series: readonly Session[]): boolean {
  const { weeks, interval } = weeksOf(series);
  const all = (weeks.at(-1) ?? 0) / interval + 1;
  return (
    series.length >= SERIES_FROM &&
    interval <= LONGEST_GAP &&
    new Set(weeks).size / all >= KEPT_WEEKS
  );
}

function weeklyEvent(
  series: readonly Session[],
  hashtag: string,
  now: number,
  until: number,
  uid: string,
): Part {
  const [first] = series as [Session];
  const { weeks, interval } = weeksOf(series);
  const start = wallOf(first);
  const last = series.at(-1) ?? first;
  const missing: Wall[] = [];
  for (let week = 0; week < (weeks.at(-1) ?? 0); week += interval)
    if (!weeks.includes(week)) missing.push(start + week * WEEK);
  const goesOn = last.start + (interval + 1) * WEEK > until;
  const tzid = { tzid: first.timeZone };
  const [name, properties, parts] = eventOf({ ...first, ...PLAIN }, hashtag, now, uid);
  return [
    name,
    [
      ...properties.filter(([key]) => key !== 'dtstart' && key !== 'dtend'),
      ...wallLines(first),
      [
        'rrule',
        {},
        'recur',
        {
          freq: 'WEEKLY',
          ...(interval === 1 ? {} : { interval }),
          ...(goesOn ? {} : { until: utc(last.start) }),
        },
      ],
      ...missing.map((wall): Property => ['exdate', tzid, 'date-time', jcalTime(wall)]),
    ],
    parts,
  ];
}

const PLAIN = { theme: null, source: null, questions: [], hosts: [], reading: null };

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}

function overrideOf(session: Session, hashtag: string, now: number, uid: string): Part {
  const [name, properties, parts] = eventOf(session, hashtag, now, uid);
  const at = jcalTime(wallOf(session));
  return [
    name,
    [
      ...properties.filter(([key]) => key !== 'dtstart' && key !== 'dtend'),
      ['recurrence-id', { tzid: session.timeZone }, 'date-time', at],
      ...wallLines(session),
    ],
    parts,
  ];
}

function wallLines(session: Session): Property[] {
  const tzid = { tzid: session.timeZone };
  const end = zoneOrLondon(session.timeZone).toWall(session.end);
  return [
    ['dtstart', tzid, 'date-time', jcalTime(wallOf(session))],
    ['dtend', tzid, 'date-time', jcalTime(end)],
  ];
}

/** One session, at its moment. */
function eventOf(session: Session, hashtag: string, now: number, uid: string): Part {
  const { reading } = session;
  return [
    'vevent',
    [
      ['uid', {}, 'text', uid],
      ['dtstamp', {}, 'date-time', utc(now)],
      ...momentLines(session),
      ['summary', {}, 'text', titleOf(session, hashtag)],
      ['description', {}, 'text', describeSession(session, hashtag)],
      ...(reading === null ? [] : ([['url', {}, 'uri', reading]] as Property[])),
      ['transp', {}, 'text', 'TRANSPARENT'],
    ],
    [],
  ];
}

function momentLines(session: Session): Property[] {
  const { start, end, timeZone, allDay } = session;
  if (!allDay)
    return [
      ['dtstart', {}, 'date-time', utc(start)],
      ['dtend', {}, 'date-time', utc(end)],
    ];
  return [
    ['dtstart', {}, 'date', formatDay(start, timeZone)],
    ['dtend', {}, 'date', formatDay(end, timeZone)],
  ];
}

function utc(ms: number): string {
  return `${jcalTime(ms)}Z`;
}

function uidOf({ start }: Session, hashtag: string): string {
  return `${hashtag.toLowerCase()}-${start}@polchat.invalid`;
}
