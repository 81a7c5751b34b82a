/** How the clock on the wall of a place and the moment in time turn into each other. */

/**
 * A wall clock's reading, as the milliseconds that `Date.UTC` gives for the same figures. A plain number, because
 * recurrence rules are arithmetic on days, and days on a wall all have 24 hours.
 */
export type Wall = number;

export interface Zone {
  id: string;
  /** The moment at which the wall shows this. A time that the spring change skips is taken with the offset before it; one that the autumn shows twice is the first. */
  toInstant(wall: Wall): number;
  toWall(instant: number): Wall;
}

export const DAY = 86_400_000;
export const HOUR = 3_600_000;
export const MINUTE = 60_000;

const known = new Map<string, Zone | null>();

/** The zone of an IANA name by the browser's own rules; undefined where there is no such zone. */
export function ianaZone(id: string): Zone | undefined {
  const cached = known.get(id);
  if (cached !== undefined) return cached ?? undefined;
  const zone = createIanaZone(id);
  // Names come from files: a hostile one could otherwise fill the memory with misses.
  if (known.size < 500) known.set(id, zone ?? null);
  return zone;
}

function createIanaZone(id: string): Zone | undefined {
  if (id.length > 64) return undefined;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(id);
  } catch {
    return undefined;
  }
  return {
    id,
    toInstant: (wall) =>
      Temporal.Instant.fromEpochMilliseconds(wall)
        .toZonedDateTimeISO('UTC')
        .toPlainDateTime()
        .toZonedDateTime(id, { disambiguation: 'compatible' }).epochMilliseconds,
    toWall: (instant) =>
      instant +
      Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(id).offsetNanoseconds /
        1e6,
  };
}

/** The chat's zone, or London where the name is unknown: settings may be edited by hand. */
export function zoneOrLondon(id: string): Zone {
  const zone = ianaZone(id.trim()) ?? ianaZone('Europe/London');
  if (zone === undefined) throw new Error('This JavaScript knows no time zones.');
  return zone;
}

/** Number of the day on the wall, counted from 1 January 1970. */
export function dayOf(wall: Wall): number {
  return Math.floor(wall / DAY);
}

/** Whether the walls of two places show different readings at a moment. */
export function zonesDiffer(instant: number, a: string, b: string): boolean {
  return zoneOrLondon(a).toWall(instant) !== zoneOrLondon(b).toWall(instant);
}

/** "2026-12-03" on the wall of a zone. */
export function formatDay(instant: number, timeZone: string): string {
  return new Date(zoneOrLondon(timeZone).toWall(instant)).toISOString().slice(0, 10);
}
