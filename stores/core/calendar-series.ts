/** Which instances a series of events has: the rule's and the added ones, without the removed, with the changed in their new place. */
import { type CalendarEvent, instantOf, keyOf, keysOf, LONGEST, type When } from './calendar-event';
import type { Component } from './calendar-lines';
import { type Budget, expandRule } from './calendar-recur';
import type { Rule } from './calendar-rule';
import { parseWall } from './calendar-zone';
import { DAY, HOUR, type Wall, type Zone } from './zone';

/** All events with one UID. */
export interface Series {
  /** What repeats; one, but for files that use a UID twice. */
  masters: CalendarEvent[];
  /** Instances that differ (RECURRENCE-ID). */
  overrides: CalendarEvent[];
}

export interface Occurrence {
  start: number;
  end: number;
  allDay: boolean;
  /** There is no chat on that day. */
  dayOff: boolean;
  /** Where its words stand. */
  component: Component;
  /** Where to look for words that it does not have. */
  fallback: Component | null;
}

/** An hour where the event does not say how long it takes, or says nothing: that is what a chat lasts. */
const USUAL = HOUR;

/** The instances that end after `from` and begin before `to`, unsorted. */
export function expandSeries(
  series: Series,
  from: number,
  to: number,
  budget: Budget,
): Occurrence[] {
  const masters = newest(series.masters, (event) => String(event.start.wall));
  const cancelled = masters.length > 0 && masters.every((master) => master.cancelled);
  if (cancelled) return [];
  const overrides = withoutStale(
    newest(series.overrides, (event) => keyOf(event.recurrenceId ?? event.start)),
    masters,
    budget,
  );
  const replaced = new Set(overrides.map((event) => keyOf(event.recurrenceId ?? event.start)));
  const future = overrides.filter((event) => event.thisAndFuture).sort((a, b) => idOf(b) - idOf(a));
  const base = masters[0] ?? null;
  const found = [
    ...overrides.filter((event) => !event.cancelled).map((event) => own(event, base)),
    ...masters
      .filter((master) => !master.cancelled)
      .flatMap((master) => expandMaster(master, { replaced, future, from, to, budget })),
  ];
  return found.filter((occurrence) => occurrence.end > from && occurrence.start < to);
}

/** Of events that stand for the same thing the one with the highest SEQUENCE, then the one changed last. */
function newest(events: CalendarEvent[], key: (event: CalendarEvent) => string): CalendarEvent[] {
  const best = new Map<string, CalendarEvent>();
  for (const event of events) {
    const other = best.get(key(event));
    const isNewer =
      other === undefined ||
      event.sequence > other.sequence ||
      (event.sequence === other.sequence && event.stamp >= other.stamp);
    if (isNewer) best.set(key(event), event);
  }
  return [...best.values()];
}

/**
 * A series that was moved as a whole has a higher SEQUENCE than what was changed before: overrides of instances that it no
 * longer has are left over from then.
 */
function withoutStale(
  overrides: CalendarEvent[],
  masters: readonly CalendarEvent[],
  budget: Budget,
): CalendarEvent[] {
  const sequence = Math.max(0, ...masters.map((master) => master.sequence));
  const old = overrides.filter((event) => masters.length > 0 && event.sequence < sequence);
  if (old.length === 0) return overrides;
  const ids = old.map(idOf);
  const window = { from: Math.min(...ids) - DAY, to: Math.max(...ids) + 2 * DAY };
  const expansion = { replaced: new Set<string>(), future: [], ...window, budget };
  const keys = new Set(
    masters.flatMap((master) => instancesOf(master, expansion).flatMap(({ when }) => keysOf(when))),
  );
  return overrides.filter(
    (event) => !old.includes(event) || keys.has(keyOf(event.recurrenceId ?? event.start)),
  );
}

function idOf(event: CalendarEvent): number {
  return instantOf(event.recurrenceId ?? event.start);
}

/** The event by itself, where it says that it is. */
function own(event: CalendarEvent, base: CalendarEvent | null): Occurrence {
  return occur(event.start, event.duration ?? base?.duration ?? null, event, base);
}

function occur(
  when: When,
  duration: number | null,
  event: CalendarEvent,
  base: CalendarEvent | null,
): Occurrence {
  const start = instantOf(when);
  const end = when.date
    ? when.zone.toInstant(when.wall + Math.max(DAY, duration ?? DAY))
    : start + (duration ?? USUAL);
  return {
    start,
    end,
    allDay: when.date,
    dayOff: event.dayOff,
    component: event.component,
    fallback: base?.component ?? null,
  };
}

interface Expansion {
  replaced: ReadonlySet<string>;
  /** THISANDFUTURE replacements, the latest first. */
  future: CalendarEvent[];
  from: number;
  to: number;
  budget: Budget;
}

interface Instance {
  when: When;
  duration: number | null;
}

/** The instances of a rule and the added ones, without the removed and the replaced. */
function instancesOf(master: CalendarEvent, expansion: Expansion): Instance[] {
  const { start } = master;
  const removed = new Set(master.removed.map(keyOf));
  const isPlain = removed.size === 0 && expansion.replaced.size === 0;
  const instances = new Map<number, Instance>();
  const add = (when: When, duration: number | null) => {
    const instant = instantOf(when);
    const keys = isPlain ? [] : keysOf(when);
    if (keys.some((key) => removed.has(key) || expansion.replaced.has(key))) return;
    instances.set(instant, { when, duration });
  };
  for (const wall of wallsOf(master, expansion)) add({ ...start, wall }, master.duration);
  for (const { when, duration } of master.added) add(when, duration ?? master.duration);
  return [...instances.values()];
}

function expandMaster(master: CalendarEvent, expansion: Expansion): Occurrence[] {
  return instancesOf(master, expansion).flatMap(({ when, duration }) => {
    const instant = instantOf(when);
    const change = expansion.future.find((event) => idOf(event) <= instant);
    if (change === undefined) return [occur(when, duration, master, null)];
    if (change.cancelled) return [];
    const moved = { ...change.start, wall: change.start.zone.toWall(instant) + shiftOf(change) };
    return [occur(moved, change.duration ?? duration, change, master)];
  });
}

/** How far a THISANDFUTURE replacement moves its instances on the wall. */
function shiftOf(event: CalendarEvent): number {
  const { start } = event;
  const shift = start.wall - start.zone.toWall(idOf(event));
  return Math.abs(shift) <= LONGEST ? shift : 0;
}

/** The rule's readings of the wall around the window: wide enough for zones, length and moves. */
function wallsOf(master: CalendarEvent, expansion: Expansion): Wall[] {
  const { start, rules, duration } = master;
  if (rules.length === 0) return [start.wall];
  const shift = Math.max(0, ...expansion.future.map((event) => Math.abs(shiftOf(event))));
  // No clock was ever put back or forward further than this between two readings that matter here.
  const margin = shift + 2 * HOUR;
  const window = {
    from: start.zone.toWall(expansion.from) - (duration ?? (start.date ? DAY : USUAL)) - margin,
    to: start.zone.toWall(expansion.to) + margin,
  };
  const expand = (rule: Rule) =>
    expandRule(rule, start.wall, { ...window, until: untilOf(rule, start.zone) }, expansion.budget);
  return rules.flatMap(expand);
}

/** The last reading of the wall that UNTIL allows. */
function untilOf(rule: Rule, zone: Zone): Wall {
  const until = parseWall(rule.until);
  if (until === undefined) return Infinity;
  if (until.date) return until.wall + DAY - 1;
  return until.utc ? zone.toWall(until.wall) : until.wall;
}
