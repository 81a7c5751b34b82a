import { describe, expect, it } from 'vitest';
import { createOffset, noteOffset, offsetAt } from '@/stores/core/clock-offset';

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 11, 3, 12);

describe('createOffset', () => {
  it('corrects the clock when it is off by more than two seconds, by X’s whole seconds', () => {
    const hear = createOffset();
    expect(hear({ date: null, heardAt: NOW })).toBe(0);
    expect(hear({ date: NOW + 2_000, heardAt: NOW })).toBe(2_500);
    expect(hear({ date: null, heardAt: NOW })).toBe(2_500);
    expect(hear({ date: NOW - 1_000, heardAt: NOW })).toBe(0);
  });

  it('does not take what came with a held back answer for X’s newest word', () => {
    const hear = createOffset();
    hear({ date: NOW, heardAt: NOW });
    expect(hear({ date: NOW - 540_000, heardAt: NOW - 520_000 })).toBe(0);
  });
});

describe('offsetAt', () => {
  it('believes what was seen within a day, in either direction of a clock that was moved', () => {
    const seen = { offset: 90_000, at: NOW };
    expect(offsetAt(seen, NOW + 23 * HOUR)).toBe(90_000);
    expect(offsetAt(seen, NOW + 24 * HOUR)).toBe(0);
    expect(offsetAt(seen, NOW - 24 * HOUR)).toBe(0);
  });
});

describe('noteOffset', () => {
  const none = { offset: 0, at: 0 };
  it('takes a difference that two responses agree on', () => {
    expect(noteOffset(none, 90_000, null, NOW)).toBeUndefined();
    expect(noteOffset(none, 90_000, 0, NOW)).toBeUndefined();
    expect(noteOffset(none, 90_400, 90_000, NOW)).toEqual({ offset: 90_400, at: NOW });
  });

  it('writes nothing where it knows it already, but once an hour, so that it stays believed', () => {
    const known = { offset: 90_000, at: NOW };
    expect(noteOffset(known, 91_000, 90_500, NOW + HOUR)).toBeUndefined();
    expect(noteOffset(known, 91_000, 90_500, NOW + HOUR + 1)).toEqual({
      offset: 91_000,
      at: NOW + HOUR + 1,
    });
    expect(noteOffset(none, 0, 0, NOW)).toBeUndefined();
  });

  it('forgets it once the clock is right', () => {
    expect(noteOffset({ offset: 90_000, at: NOW }, 0, 0, NOW + 5)).toEqual({
      offset: 0,
      at: NOW + 5,
    });
  });
});
