import { afterEach, describe, expect, it, vi } from 'vitest';
import { nextLook } from '@/entrypoints/x.content/next-look';
import { readClock } from '@/stores/core/schedule';
import { sessionAt } from '@/tests/fixtures/session';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Thursday 3 December 2026, 13:00 in London. */
const START = Date.UTC(2026, 11, 3, 13);

const session = sessionAt(START);
const look = (now: number) => nextLook(readClock([session], now));

afterEach(() => vi.restoreAllMocks());

describe('nextLook', () => {
  it.each([
    ['a day ahead while it is days away', START - 5 * DAY, DAY],
    ['at midnight, when it becomes today', START - 15 * HOUR, 2 * HOUR],
    ['when it becomes soon', START - HOUR, 50 * MINUTE],
    ['at the next minute while it is soon', START - 5 * MINUTE + 20 * SECOND, 40 * SECOND],
    ['at the next minute while it is live', START + 20 * SECOND, 40 * SECOND],
    ['when it is no news any more', START + 2 * HOUR, 11 * HOUR],
  ])('looks %s', (_, now, wait) => {
    expect(look(now)).toBe(wait);
  });

  it('asks no zone while the chat is days away: that takes a browser a while the first time', () => {
    const asked = vi.spyOn(Temporal.Instant, 'fromEpochMilliseconds');
    look(START - 3 * DAY);
    expect(asked).not.toHaveBeenCalled();
    look(START - 15 * HOUR);
    expect(asked).toHaveBeenCalled();
  });
});
