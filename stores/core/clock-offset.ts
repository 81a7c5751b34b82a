/** How far this computer's clock is off X's, out of what X's responses say and for as long as that can be believed. */
import type { Captured } from './wire';
import { DAY, HOUR } from './zone';

/** X's clock less this computer's, ms, and when (ms, by this computer) that was seen. */
export interface ClockOffset {
  offset: number;
  at: number;
}

/** Smaller differences are the network's, and correct nothing, ms. */
const SLACK = 2_000;
/** Clocks that are off get set right: what was seen longer ago than this counts no more. */
const BELIEVED = DAY;

/** To be told of every answer; gives X's clock less this computer's by the newest of them, ms: 0 where X never said or they agree. */
export function createOffset(): (answer: Pick<Captured, 'date' | 'heardAt'>) => number {
  let offset = 0;
  let newest = 0;
  return ({ date, heardAt = 0 }) => {
    // A text that was held back comes with what X said long before.
    if (date === null || heardAt < newest) return offset;
    newest = heardAt;
    // The header has whole seconds: on average it is half a second behind.
    offset = date + 500 - heardAt;
    if (Math.abs(offset) <= SLACK) offset = 0;
    return offset;
  };
}

/** What to add to this computer's time to have X's. */
export function offsetAt({ offset, at }: ClockOffset, now: number): number {
  return Math.abs(now - at) < BELIEVED ? offset : 0;
}

/**
 * What to remember after a response said `heard`, and the one before it `before` (null: there was none); undefined where
 * that is nothing new. Two must agree: a single one may have come out of a cache.
 */
export function noteOffset(
  known: ClockOffset,
  heard: number,
  before: number | null,
  now: number,
): ClockOffset | undefined {
  if (before === null || Math.abs(heard - before) > SLACK) return undefined;
  const isNew = Math.abs(heard - known.offset) > SLACK || (heard === 0) !== (known.offset === 0);
  const isOld = heard !== 0 && Math.abs(now - known.at) > HOUR;
  return isNew || isOld ? { offset: heard, at: now } : undefined;
}
