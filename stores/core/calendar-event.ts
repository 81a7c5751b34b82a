/** What one VEVENT says about time: when it begins, how long it takes, how it repeats, which instance it replaces. */
import { type Component, findLine, type Line, readText } from './calendar-lines';
import { readOwnTheme } from './calendar-own';
import { parseRule, type Rule } from './calendar-rule';
import { isCalledOff, isOfOtherChat } from './calendar-text';
import { parseWall } from './calendar-zone';
import { DAY, dayOf, HOUR, ianaZone, MINUTE, type Wall, type Zone } from './zone';

/** A date or date-time with the zone it is meant in. */
export interface When {
  wall: Wall;
  /** A whole day: the time means nothing. */
  date: boolean;
  zone: Zone;
}

export interface CalendarEvent {
  start: When;
  /** In ms, null where the event does not say. */
  duration: number | null;
  rules: Rule[];
  /** Added instances (RDATE); a PERIOD among them has its own duration. */
  added: { when: When; duration: number | null }[];
  /** Instances taken out (EXDATE). */
  removed: When[];
  recurrenceId: When | null;
  /** The replacement goes for all later instances too. */
  thisAndFuture: boolean;
  cancelled: boolean;
  /** A whole day whose title says that there is no chat on it. */
  dayOff: boolean;
  sequence: number;
  /** When it was last changed, ms; 0 where it does not say. */
  stamp: number;
  component: Component;
}

/** What reading an event needs to know of its surroundings. */
export interface EventContext {
  chatZone: Zone;
  hashtag: string;
  /** METHOD:CANCEL stands over the whole file. */
  cancels: boolean;
  zoneOf(name: string): Zone;
  onBadRule(): void;
}

/** Times an event may be made to last or be moved: beyond that the file means mischief or nothing to do with a chat. */
export const LONGEST = 400 * DAY;

/** The event, undefined where its beginning cannot be read: without that nothing about it can be shown. */
export function readEvent(component: Component, given: EventContext): CalendarEvent | undefined {
  const isDay = readText(component, 'x-microsoft-cdo-alldayevent').trim().toUpperCase() === 'TRUE';
  const context = { ...given, isDay };
  const idLine = findLine(component, 'recurrence-id');
  const recurrenceId = idLine === undefined ? null : readWhen(idLine, idLine.values[0], context);
  if (recurrenceId === undefined || component.unreadable.includes('recurrence-id'))
    return undefined;
  const startLine = findLine(component, 'dtstart');
  // A cancelled instance may come with nothing but the instance it cancels.
  const start = startLine ? readWhen(startLine, startLine.values[0], context) : recurrenceId;
  if (!start) return undefined;
  const rules = readRules(component, context);
  const title = readText(component, 'summary');
  // A theme may begin with "Cancelled:": of the host's own words the STATUS alone says that it is.
  const isOff =
    readOwnTheme(component, context.hashtag) === undefined && isCalledOff(title, context.hashtag);
  const cancelled =
    context.cancels ||
    isOfOtherChat(title, context.hashtag) ||
    readText(component, 'status').trim().toUpperCase() === 'CANCELLED';
  return {
    start,
    duration: readDuration(component, start, context),
    rules: recurrenceId === null ? rules : [],
    added: recurrenceId === null ? readAdded(component, context) : [],
    removed: readRemoved(component, context),
    recurrenceId,
    thisAndFuture: idLine?.params.range?.toUpperCase() === 'THISANDFUTURE',
    cancelled: cancelled || (isOff && !start.date),
    dayOff: isOff && start.date && !cancelled,
    sequence: Number(findLine(component, 'sequence')?.values[0]) || 0,
    stamp: Math.max(readStamp(component, 'last-modified'), readStamp(component, 'dtstamp')),
    component,
  };
}

/** Outlook writes a whole day as one from midnight to midnight, and says so beside it. */
type Context = EventContext & { isDay: boolean };

function readWhen(line: Line, value: unknown, context: Context): When | undefined {
  const when = readMoment(line, value, context);
  if (when === undefined || when.date || !context.isDay) return when;
  // In UTC it is no midnight, but the chat's own is.
  const here = context.chatZone.toWall(instantOf(when));
  const wall = dayOf(when.wall % DAY === 0 ? when.wall : here) * DAY;
  return { wall, date: true, zone: context.chatZone };
}

function readMoment(line: Line, value: unknown, context: Context): When | undefined {
  const parsed = parseWall(value);
  if (parsed === undefined) return undefined;
  const { wall, date, utc } = parsed;
  if (date) return { wall, date, zone: context.chatZone };
  const utcZone = utc ? ianaZone('UTC') : undefined;
  if (utcZone !== undefined) return { wall, date, zone: utcZone };
  const name = line.params.tzid;
  return { wall, date, zone: name === undefined ? context.chatZone : context.zoneOf(name) };
}

/** Moment of a date or date-time; a day begins at the midnight of its zone. */
export function instantOf(when: When): number {
  return when.zone.toInstant(when.wall);
}

/** Under which names an instance can be referred to: its moment, and its day (RECURRENCE-ID and EXDATE may be dates). */
export function keysOf(when: When): [string, string] {
  return [`t${instantOf(when)}`, `d${dayOf(when.wall)}`];
}

/** The one name that a reference uses. */
export function keyOf(when: When): string {
  return when.date ? `d${dayOf(when.wall)}` : `t${instantOf(when)}`;
}

function readRules(component: Component, context: EventContext): Rule[] {
  if (component.unreadable.includes('rrule')) context.onBadRule();
  const lines = component.lines.filter((line) => line.name === 'rrule').slice(0, 5);
  return lines.flatMap((line) => {
    const rule = parseRule(line.values[0]);
    if (rule === undefined) context.onBadRule();
    return rule === undefined ? [] : [rule];
  });
}

/** "PT1H30M", "P1W" in ms; undefined for anything else and for nothing or less. */
export function parseDuration(value: unknown): number | undefined {
  const match =
    /^\+?P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,9})S)?)?$/.exec(
      String(value),
    );
  if (match === null) return undefined;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1)
    .map((n) => Number(n ?? 0));
  const ms = weeks * 7 * DAY + days * DAY + hours * HOUR + minutes * MINUTE + seconds * 1000;
  return ms > 0 ? Math.min(ms, LONGEST) : undefined;
}

function readDuration(component: Component, start: When, context: Context): number | null {
  const line = findLine(component, 'dtend');
  const end = line && readWhen(line, line.values[0], context);
  if (end !== undefined) {
    // Whole days are counted on the wall, hours exactly (RFC 5545, 3.8.5.3).
    const ms = start.date ? end.wall - start.wall : instantOf(end) - instantOf(start);
    return ms > 0 ? Math.min(ms, LONGEST) : null;
  }
  return parseDuration(findLine(component, 'duration')?.values[0]) ?? null;
}

function readAdded(component: Component, context: Context): CalendarEvent['added'] {
  return listed(component, 'rdate').flatMap(([line, value]) => {
    // A PERIOD: its start, and its end or how long it takes.
    const [first, second] = Array.isArray(value) ? value : [value, undefined];
    const when = readWhen(line, first, context);
    if (when === undefined) return [];
    const end = readWhen(line, second, context);
    const exact = end === undefined ? parseDuration(second) : instantOf(end) - instantOf(when);
    return [{ when, duration: exact !== undefined && exact > 0 ? Math.min(exact, LONGEST) : null }];
  });
}

function readRemoved(component: Component, context: Context): When[] {
  return listed(component, 'exdate').flatMap(([line, value]) => {
    const when = readWhen(line, value, context);
    return when === undefined ? [] : [when];
  });
}

function listed(component: Component, name: string): [Line, unknown][] {
  return component.lines
    .filter((line) => line.name === name)
    .flatMap((line) => line.values.map((value): [Line, unknown] => [line, value]))
    .slice(0, 2000);
}

function readStamp(component: Component, name: string): number {
  return parseWall(findLine(component, name)?.values[0])?.wall ?? 0;
}
