/** Writes a plan as a calendar (RFC 5545) that Google, Outlook, Apple and Polchat itself read. */
import { writeCalendarText } from './calendar-fold';
import { writeTitle } from './calendar-own';
import {
  isBlank,
  isExtra,
  labelQuestions,
  type Plan,
  type PlanSession,
  readHandles,
  tidySession,
  usualWall,
  wallOf,
} from './plan';
import { weekdayName } from './plan-weekday';
import { describeZone, jcalTime, type Part, type Property } from './plan-zone';
import { MINUTE, type Wall, zoneOrLondon } from './zone';

/** What calendars were told of one event last. */
export interface Told {
  /** Goes up with every change, so that calendars take the newer one. */
  sequence: number;
  /** When it changed, ms. */
  at: number;
  /** Stands for what was said, to know a change by. */
  print: number;
}

/** By the session's id; 'weekly' is the rule itself. It is no part of what undo brings back. */
export type Published = Readonly<Record<string, Told>>;

/**
 * What calendars were told, from two sides that told them: the higher SEQUENCE of each event. Where both used one number for
 * different words, the next time it is raised.
 */
export function mergeTold(one: Published, other: Published): Published {
  const merged: Record<string, Told> = { ...one };
  for (const [id, told] of Object.entries(other)) {
    const before = one[id];
    if (before === undefined || told.sequence > before.sequence) merged[id] = told;
    else if (told.sequence === before.sequence && told.print !== before.print)
      merged[id] = { ...told, at: Math.max(told.at, before.at), print: 0 };
  }
  return merged;
}

/** Words of the calendar for people who do not have Polchat. */
const JOIN = (hashtag: string) => `Open to all: post on X with #${hashtag}.`;

/**
 * The calendar of a plan at `now` (ms), and what calendars know then. An event that did not change keeps its SEQUENCE and
 * DTSTAMP, so the same plan is the same file; one that calendars were told of once stays in it.
 */
export function writePlan(
  plan: Plan,
  published: Published,
  now: number,
): { text: string; published: Published } {
  // What is not said this time counts as a change when it is said again.
  const told: Record<string, Told> = Object.fromEntries(
    Object.entries(published).map(([id, one]) => [id, { ...one, print: 0 }]),
  );
  const stamp = (id: string, event: Part): Part => {
    const print = printOf(event);
    const before = published[id];
    const same = before !== undefined && before.print === print;
    const sequence = before === undefined ? 0 : before.sequence + 1;
    const known = same ? before : { sequence, at: now - (now % 1000), print };
    told[id] = known;
    const [name, properties, parts] = event;
    return [name, [...properties, ...stampLines(known)], parts];
  };
  const events = eventsOf(plan, published).map(([id, event]) => stamp(id, event));
  const { timeZone } = plan.rule;
  const start = zoneOrLondon(timeZone).toInstant(usualWall(plan.rule, plan.since));
  const calendar: Part = [
    'vcalendar',
    [
      ['version', {}, 'text', '2.0'],
      ['prodid', {}, 'text', '-//Polchat//Host’s plan//EN'],
      ['calscale', {}, 'text', 'GREGORIAN'],
      ['method', {}, 'text', 'PUBLISH'],
      ['x-wr-calname', {}, 'unknown', `#${plan.hashtag}`],
      ['x-wr-timezone', {}, 'unknown', timeZone],
    ],
    [describeZone(timeZone, start), ...events],
  ];
  return { text: writeCalendarText(calendar), published: told };
}

function stampLines({ sequence, at }: Told): Property[] {
  const time = `${jcalTime(at)}Z`;
  return [
    ['sequence', {}, 'integer', sequence],
    ['dtstamp', {}, 'date-time', time],
    ['last-modified', {}, 'date-time', time],
  ];
}

/** The events without their stamps, by the id they are told under. */
export function eventsOf(plan: Plan, published: Published): [id: string, event: Part][] {
  const sessions = plan.sessions.map(tidySession);
  const known = new Set(sessions.map(({ id }) => id));
  // What calendars were told once is said again, though there is nothing left to say.
  const emptied = Object.keys(published).filter((id) => id !== 'weekly' && !known.has(id));
  const overrides = sessions.filter(
    (session) =>
      isExtra(session) || (!session.cancelled && (!isBlank(session) || session.id in published)),
  );
  return [
    ['weekly', weeklyEvent(plan, sessions)],
    ...overrides.map((session): [string, Part] => [session.id, sessionEvent(plan, session)]),
    ...emptied.map((id): [string, Part] => [id, emptyEvent(plan, id)]),
  ];
}

function weeklyEvent(plan: Plan, sessions: readonly PlanSession[]): Part {
  const { rule, uid, hashtag, texts } = plan;
  const start = usualWall(rule, plan.since);
  const cancelled = sessions.filter((session) => session.cancelled && !isExtra(session));
  const own = JSON.stringify({ since: plan.since, texts, cancelled });
  const removed = cancelled.map(({ id }) => jcalTime(usualWall(rule, id)));
  return [
    'vevent',
    [
      ['uid', {}, 'text', uid],
      ...timeLines(rule.timeZone, start, rule.minutes),
      ['rrule', {}, 'recur', { freq: 'WEEKLY', byday: weekdayName(rule.weekday) }],
      ...removed.map((time): Property => ['exdate', zoned(rule.timeZone), 'date-time', time]),
      ['summary', {}, 'text', `#${hashtag}`],
      ['description', {}, 'text', JOIN(hashtag)],
      ['x-polchat-plan', {}, 'text', own],
      ['status', {}, 'text', 'CONFIRMED'],
      ['transp', {}, 'text', 'TRANSPARENT'],
    ],
    [],
  ];
}

function sessionEvent(plan: Plan, session: PlanSession): Part {
  const { rule, hashtag } = plan;
  const wall = session.at === null ? usualWall(rule, session.id) : wallOf(session.at);
  const { theme, reading, questions } = session;
  const exact = JSON.stringify(questions.map(({ text }) => text));
  const rhythm = questions.map(({ after }) => after).join(' ');
  return [
    'vevent',
    [
      ...idLines(plan, session.id),
      ...timeLines(rule.timeZone, wall, session.minutes ?? rule.minutes),
      ['summary', {}, 'text', writeTitle(theme, hashtag)],
      ['description', {}, 'text', describe(plan, session)],
      ...(reading === '' ? [] : ([['url', {}, 'uri', reading]] as Property[])),
      ...(theme === '' ? [] : ([['x-polchat-theme', {}, 'text', theme]] as Property[])),
      ...(exact === '[]' ? [] : ([['x-polchat-questions', {}, 'text', exact]] as Property[])),
      ...(rhythm === '' ? [] : ([['x-polchat-minutes', {}, 'text', rhythm]] as Property[])),
      ['status', {}, 'text', session.cancelled ? 'CANCELLED' : 'CONFIRMED'],
      ['transp', {}, 'text', 'TRANSPARENT'],
    ],
    [],
  ];
}

/** An extra session is an event of its own, any other an instance of the weekly one. */
function idLines({ uid, rule }: Plan, id: string): Property[] {
  if (isExtra({ id })) return [['uid', {}, 'text', `${id}-${uid}`]];
  const usual = jcalTime(usualWall(rule, id));
  return [
    ['uid', {}, 'text', uid],
    ['recurrence-id', zoned(rule.timeZone), 'date-time', usual],
  ];
}

function emptyEvent(plan: Plan, id: string): Part {
  const start = usualWall(plan.rule, isExtra({ id }) ? plan.since : id);
  const status = isExtra({ id }) ? 'CANCELLED' : 'CONFIRMED';
  return [
    'vevent',
    [
      ...idLines(plan, id),
      ...timeLines(plan.rule.timeZone, start, plan.rule.minutes),
      ['summary', {}, 'text', `#${plan.hashtag}`],
      ['description', {}, 'text', JOIN(plan.hashtag)],
      ['status', {}, 'text', status],
    ],
    [],
  ];
}

/** What people read in their calendar, and Polchat reads back: questions, hosts, reading. */
function describe({ hashtag }: Plan, { questions, hosts, reading }: PlanSession): string {
  const guests = readHandles(hosts);
  const lines = labelQuestions(questions).map(({ label, text }) => `${label}: ${text}`);
  if (guests.length > 0) lines.push(`Guest hosts: ${guests.map((one) => `@${one}`).join(', ')}`);
  if (reading !== '') lines.push(`Reading: ${reading}`);
  return [...lines, JOIN(hashtag)].join('\n');
}

function zoned(timeZone: string): Record<string, string> {
  return { tzid: timeZone };
}

function timeLines(timeZone: string, wall: Wall, minutes: number): Property[] {
  const { toInstant, toWall } = zoneOrLondon(timeZone);
  const end = toInstant(wall) + minutes * MINUTE;
  const start: Property = ['dtstart', zoned(timeZone), 'date-time', jcalTime(wall)];
  // In the night in which the clocks go back the wall shows some ends twice.
  return toInstant(toWall(end)) === end
    ? [start, ['dtend', zoned(timeZone), 'date-time', jcalTime(toWall(end))]]
    : [start, ['duration', {}, 'duration', `PT${minutes}M`]];
}

/** A number that stands for an event's words: equal for equal events, else almost surely another. */
export function printOf(event: Part): number {
  const text = JSON.stringify(event);
  let print = 7;
  for (let i = 0; i < text.length; i++)
    print = (print * 31 + text.charCodeAt(i)) % 281_474_976_710_597;
  return print;
}
