/** A time zone as a calendar describes it (VTIMEZONE, RFC 5545 3.6.5), by the browser's own rules. */
import { WEEKDAYS } from './plan-weekday';
import { DAY, type Wall } from './zone';

/** ical.js's jCal: a property is a name, its parameters, a type and values; a component its properties and parts. */
export type Property = [
  name: string,
  params: Record<string, string>,
  type: string,
  ...values: unknown[],
];
export type Part = [name: string, properties: Property[], parts: Part[]];

/** How many years of changes are looked at: a rule that held for so long is written as one. */
const YEARS = 6;

/** One change of the clock. Offsets in ms. */
interface Change {
  /** What the wall shows just before. */
  wall: Wall;
  from: number;
  to: number;
}

/** The zone from `from` (ms) on. `id` must be one that the browser knows. */
export function describeZone(id: string, from: number): Part {
  const changes = readChanges(id, from);
  const properties: Property[] = [
    ['tzid', {}, 'text', id],
    ['x-lic-location', {}, 'unknown', id],
  ];
  const first = changes[0];
  if (first === undefined) {
    const offset = offsetAt(id, from);
    const year = Date.UTC(new Date(from).getUTCFullYear(), 0, 1);
    const steady = { wall: year, from: offset, to: offset };
    return ['vtimezone', properties, [describeChanges(id, [steady], 'standard')]];
  }
  const later = changes.filter(({ to }) => to !== first.to);
  const kinds = [changes.filter(({ to }) => to === first.to), later].filter(
    (kind) => kind.length > 0,
  );
  const parts = kinds.map((kind) =>
    describeChanges(id, kind, (kind[0]?.to ?? 0) > (kind[0]?.from ?? 0) ? 'daylight' : 'standard'),
  );
  return ['vtimezone', properties, parts];
}

function offsetAt(id: string, instant: number): number {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(id);
  return zoned.offsetNanoseconds / 1e6;
}

/** The changes from a year before `from` on, so that the first session has one before it. */
function readChanges(id: string, from: number): Change[] {
  const changes: Change[] = [];
  const end = from + YEARS * 366 * DAY;
  let at = Temporal.Instant.fromEpochMilliseconds(from - 366 * DAY).toZonedDateTimeISO(id);
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    if (next === null || next.epochMilliseconds > end) return changes;
    const instant = next.epochMilliseconds;
    const before = offsetAt(id, instant - 1);
    // Some are changes of a name alone.
    if (before !== offsetAt(id, instant))
      changes.push({ wall: instant + before, from: before, to: offsetAt(id, instant) });
    at = next;
  }
}

function describeChanges(id: string, changes: readonly Change[], kind: string): Part {
  const first = changes[0] as Change;
  const rule = ruleOf(changes);
  const properties: Property[] = [
    ['dtstart', {}, 'date-time', jcalTime(first.wall)],
    ['tzname', {}, 'text', nameOf(id, first.wall - first.from)],
    ['tzoffsetfrom', {}, 'utc-offset', jcalOffset(first.from)],
    ['tzoffsetto', {}, 'utc-offset', jcalOffset(first.to)],
  ];
  if (rule !== undefined) properties.push(['rrule', {}, 'recur', rule]);
  else
    for (const { wall } of changes.slice(1))
      properties.push(['rdate', {}, 'date-time', jcalTime(wall)]);
  return [kind, properties, []];
}

/** "Last Sunday of March, every year", where all of them are; undefined where they follow no such rule. */
function ruleOf(changes: readonly Change[]): Record<string, string | number> | undefined {
  const [first, ...others] = changes.map(({ wall }) => new Date(wall));
  if (first === undefined || others.length === 0) return undefined;
  const place = (date: Date) => `${date.getUTCMonth()} ${date.getUTCDay()} ${date.getUTCHours()}`;
  if (others.some((date) => place(date) !== place(first))) return undefined;
  const all = [first, ...others];
  const nth = Math.ceil(first.getUTCDate() / 7);
  const isLast = all.every(
    (date) => new Date(date.getTime() + 7 * DAY).getUTCMonth() !== date.getUTCMonth(),
  );
  if (!isLast && all.some((date) => Math.ceil(date.getUTCDate() / 7) !== nth)) return undefined;
  const weekday = WEEKDAYS[first.getUTCDay()];
  return {
    freq: 'YEARLY',
    bymonth: first.getUTCMonth() + 1,
    byday: `${isLast ? -1 : nth}${weekday}`,
  };
}

/** "GMT", "BST"; what the browser calls it at that moment. */
function nameOf(id: string, instant: number): string {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: id, timeZoneName: 'short' });
  return format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? id;
}

/** A reading of the wall as jCal has it: "2026-12-03T13:00:00". */
export function jcalTime(wall: Wall): string {
  return new Date(wall).toISOString().slice(0, 19);
}

function jcalOffset(ms: number): string {
  const minutes = Math.round(Math.abs(ms) / 60_000);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${ms < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
