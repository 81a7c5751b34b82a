import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBadge } from '@/stores/core/badge';
import { readClock, type Session } from '@/stores/core/schedule';
import { sessionAt } from '@/tests/fixtures/session';

const at = (text: string) => Date.parse(`${text}Z`);
const session: Session = sessionAt(at('2026-12-03T13:00'));
const badge = (now: number, unseen = 0) => readBadge(readClock([session], now), unseen);

describe('readBadge', () => {
  it.each([
    ['2026-11-30T09:00', '3d', '2026-12-01T00:00'],
    ['2026-12-02T23:59', '1d', '2026-12-03T00:00'],
    ['2026-12-03T00:00', '13h', '2026-12-03T01:00'],
    ['2026-12-03T08:30', '5h', '2026-12-03T09:00'],
    ['2026-12-03T11:59', '2h', '2026-12-03T12:00'],
    ['2026-12-03T12:00', '60m', '2026-12-03T12:01'],
    ['2026-12-03T12:30', '30m', '2026-12-03T12:31'],
    ['2026-12-03T12:59:59', '1m', '2026-12-03T13:00'],
    ['2026-12-03T14:00', '', '2026-12-04T02:00'],
  ])('at %s shows "%s" until %s', (now, text, next) => {
    expect(badge(at(now))).toEqual({ text, isLive: false, next: at(next) });
  });

  it('says that the chat is live, or how many posts nobody saw', () => {
    const now = at('2026-12-03T13:20');
    expect(badge(now)).toEqual({ text: { word: 'live' }, isLive: true, next: session.end });
    expect(badge(now, 7).text).toBe('7');
    expect(badge(now, 99).text).toBe('99');
    expect(badge(now, 100).text).toBe('99+');
  });

  it('is empty where nothing is planned, and never counts down to a whole day', () => {
    expect(readBadge(readClock([], 0), 0)).toMatchObject({ text: '', next: Infinity });
    const day = { ...session, start: at('2026-12-03T00:00'), end: at('2026-12-04T00:00') };
    const clock = readClock([{ ...day, allDay: true }], at('2026-12-03T09:00'));
    expect(readBadge(clock, 0).text).toBe('');
  });

  it('shows the same until it says that it changes', () => {
    const moment = fc.integer({ min: at('2026-11-20T00:00'), max: at('2026-12-04T03:00') });
    fc.assert(
      fc.property(moment, fc.double({ min: 0, max: 1, noNaN: true }), (now, part) => {
        const { text, next } = badge(now);
        expect(next).toBeGreaterThan(now);
        if (next === Infinity) return;
        const between = Math.floor(now + (next - 1 - now) * part);
        expect(badge(between).text).toEqual(text);
      }),
      { numRuns: 500 },
    );
  });
});
