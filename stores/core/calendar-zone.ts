/** The zone that a calendar describes itself (VTIMEZONE), for names that no table knows. */
import { type Component, findLine, readText } from './calendar-lines';
import { type Budget, expandRule } from './calendar-recur';
import { parseRule, type Rule } from './calendar-rule';
import { DAY, type Wall, type Zone } from './zone';
import { findZone } from './zone-names';

/** A change of the clock: at `instant` the offset becomes `to`. In ms. */
interface Onset {
  instant: number;
  from: number;
  to: number;
}

/** One STANDARD or DAYLIGHT part. */
interface Observance {
  start: Wall;
  from: number;
  to: number;
  dates: Wall[];
  rules: Rule[];
}

/**
 * "2019-08-01T14:00:00Z" as jCal has it, or a date alone ("2019-08-01", "2019-08-01T::" where VALUE=DATE was
 * forgotten), as the wall's reading; undefined for anything else, 30 February included.
 */
export function parseWall(value: unknown): { wall: Wall; date: boolean; utc: boolean } | undefined {
  const match =
    /^(\d{4})-(\d\d)-(\d\d)(?:T(?:::|(\d\d):(\d\d):(\d\d)(Z?)))?$/.exec(String(value)) ?? undefined;
  if (match === undefined) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((n) => Number(n ?? 0));
  const wall = Date.parse(`${match[1]}-${match[2]}-${match[3]}T00:00:00Z`);
  // Date.parse takes 30 February for 2 March.
  if (Number.isNaN(wall) || new Date(wall).getUTCDate() !== day) return undefined;
  if (year === undefined || month === undefined || year < 1) return undefined;
  if ((hour ?? 0) > 23 || (minute ?? 0) > 59 || (second ?? 0) > 60) return undefined;
  const time = ((hour ?? 0) * 60 + (minute ?? 0)) * 60_000 + Math.min(second ?? 0, 59) * 1000;
  return { wall: wall + time, date: match[4] === undefined, utc: match[7] === 'Z' };
}

/** "+01:00", "-07:52:58" in ms. */
function parseOffset(value: unknown): number | undefined {
  const match = /^([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(String(value));
  if (match === null) return undefined;
  const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60 + Number(match[4] ?? 0);
  return (match[1] === '-' ? -1000 : 1000) * seconds;
}

function readObservance(part: Component): Observance | undefined {
  const start = parseWall(findLine(part, 'dtstart')?.values[0])?.wall;
  const from = parseOffset(readText(part, 'tzoffsetfrom'));
  const to = parseOffset(readText(part, 'tzoffsetto'));
  if (start === undefined || from === undefined || to === undefined) return undefined;
  const dates = part.lines
    .filter((line) => line.name === 'rdate')
    .flatMap((line) => line.values.map((value) => parseWall(value)?.wall))
    .filter((wall) => wall !== undefined);
  const rules = part.lines
    .filter((line) => line.name === 'rrule')
    .map((line) => parseRule(line.values[0]))
    .filter((rule) => rule !== undefined);
  return { start, from, to, dates, rules };
}

/** Changes of one observance that matter around a year: those within it, and the last before. */
function onsetsAround(observance: Observance, year: number, budget: Budget): Onset[] {
  const { start, from, to, dates, rules } = observance;
  const window = { from: Date.UTC(year - 1, 0, 1), to: Date.UTC(year + 1, 11, 31) };
  const walls = [start, ...dates];
  for (const rule of rules) {
    const until = parseWall(rule.until);
    // UNTIL is UTC in a VTIMEZONE, and the wall stands at TZOFFSETFROM just before the change.
    const last = until === undefined ? Infinity : until.wall + (until.utc ? from : 0);
    const ended = Math.min(window.from, last);
    const since = Math.min(ended, window.from) - (last < window.from ? 2 * 366 * DAY : 0);
    walls.push(...expandRule(rule, start, { from: since, to: window.to, until: last }, budget));
  }
  return walls.map((wall) => ({ instant: wall - from, from, to }));
}

/** The zone that a VTIMEZONE describes; undefined where no part of it can be read. */
export function readZone(component: Component, budget: Budget): Zone | undefined {
  const observances = component.parts.map(readObservance).filter((o) => o !== undefined);
  if (observances.length === 0) return undefined;
  const years = new Map<number, Onset[]>();
  const onsets = (time: number): Onset[] => {
    const year = new Date(time).getUTCFullYear();
    let list = years.get(year);
    if (list === undefined) {
      list = observances
        .flatMap((o) => onsetsAround(o, year, budget))
        .sort((a, b) => a.instant - b.instant);
      years.set(year, list);
    }
    return list;
  };
  const offsetAt = (instant: number): number => {
    const list = onsets(instant);
    return list.findLast((onset) => onset.instant <= instant)?.to ?? list[0]?.from ?? 0;
  };
  const toInstant = (wall: Wall): number => {
    const offsets = [...new Set(onsets(wall).flatMap((onset) => [onset.from, onset.to]))];
    const fits = offsets.map((o) => wall - o).filter((i) => i + offsetAt(i) === wall);
    // Nothing fits where the spring change skips the time: the offset before it counts.
    return fits.length > 0 ? Math.min(...fits) : wall - offsetAt(wall - DAY);
  };
  return {
    id: readText(component, 'tzid'),
    toInstant,
    toWall: (instant) => instant + offsetAt(instant),
  };
}

/** Names that many programs give to a zone whose clocks change, though by themselves they mean one whose clocks do not. */
const SHORT = /^(?:etc\/.*|[a-z]{1,5}|utc[+-]?\d*|gmt[+-]?\d*)$/iu;

/** A VTIMEZONE under such a name that has summer time knows better than the name. */
function knowsBetter(name: string, described: Component): boolean {
  return SHORT.test(name.trim()) && described.parts.some((part) => part.name === 'daylight');
}

/**
 * Looks a TZID up: the browser's own rules where the name is known, else the calendar's VTIMEZONE; undefined where neither
 * helps. "GMT" and the like go by the VTIMEZONE first where it has summer time.
 */
export function createZoneFinder(
  zones: readonly Component[],
  budget: Budget,
): (name: string) => Zone | undefined {
  const found = new Map<string, Zone | undefined>();
  const find = (name: string): Zone | undefined => {
    const described = zones.find((zone) => readText(zone, 'tzid') === name);
    if (described === undefined) return findZone(name);
    const own = () =>
      findZone(readText(described, 'x-lic-location')) ?? readZone(described, budget);
    return knowsBetter(name, described) ? (own() ?? findZone(name)) : (findZone(name) ?? own());
  };
  return (name) => {
    if (!found.has(name)) found.set(name, find(name));
    return found.get(name);
  };
}
