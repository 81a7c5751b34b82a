import { describe, expect, it } from 'vitest';
import messages from '@/public/_locales/en_GB/messages.json' with { type: 'json' };
import { type ClockWords, formatClock, formatCountdown, formatStart } from '@/stores/core/clock';
import { readClock, type Session } from '@/stores/core/schedule';
import { sessionAt } from '@/tests/fixtures/session';

const at = (text: string) => Date.parse(`${text}Z`);
const words: ClockWords = (key, ...substitutions) =>
  messages[key].message.replace(/\$(\d)/g, (_, n) => String(substitutions[n - 1]));
const uk = { locale: 'en-GB', timeZone: 'Europe/London' };

const session = (start: string, more: Partial<Session> = {}) => sessionAt(at(start), more);
const winter = session('2026-12-03T13:00');
const line = (one: Session, now: string, reader = uk) =>
  formatClock(readClock([one], at(now)), words, reader).line;

describe('formatClock', () => {
  it.each([
    ['2026-11-30T09:00', 'in 3 days · Thu 3 Dec, 13:00'],
    ['2026-12-02T09:00', 'tomorrow 13:00 · Thu 3 Dec'],
    ['2026-12-03T09:00', 'today 13:00'],
    ['2026-12-03T12:55:01', 'starts 04:59 · at 13:00'],
    ['2026-12-03T13:36:50', '23:10 left · ends 14:00'],
    ['2026-12-03T13:00:00', '1:00:00 left · ends 14:00'],
    ['2026-12-03T14:10', 'ended · at 14:00'],
    ['2026-12-05T14:10', 'No chat planned'],
  ])('says at %s in London: %s', (now, text) => {
    expect(line(winter, now)).toBe(text);
  });

  it('adds the reader’s own time where it differs, with the day where that differs too', () => {
    const sydney = { locale: 'en-GB', timeZone: 'Australia/Sydney' };
    const kolkata = { locale: 'en-GB', timeZone: 'Asia/Kolkata' };
    expect(line(winter, '2026-12-03T09:00', sydney)).toBe(
      'today 13:00 UK time · Fri 00:00 your time',
    );
    expect(line(winter, '2026-12-03T13:36:50', kolkata)).toBe(
      '23:10 left · ends 14:00 UK time · 19:30 your time',
    );
    expect(line(winter, '2026-11-30T09:00', { locale: 'en-GB', timeZone: 'Africa/Accra' })).toBe(
      'in 3 days · Thu 3 Dec, 13:00',
    );
    expect(
      line(session('2026-07-02T12:00'), '2026-07-02T07:00', {
        locale: 'en-GB',
        timeZone: 'Africa/Accra',
      }),
    ).toBe('today 13:00 UK time · 12:00 your time');
  });

  it('names the zone of a chat elsewhere', () => {
    const there = session('2026-12-03T18:00', { timeZone: 'America/New_York' });
    expect(line(there, '2026-12-03T12:00')).toBe('today 13:00 New York time · 18:00 your time');
  });

  it('has no times for whole days', () => {
    const day = session('2026-12-03T00:00', { end: at('2026-12-04T00:00'), allDay: true });
    expect(line(day, '2026-12-03T09:00')).toBe('today');
    expect(line(day, '2026-12-01T09:00')).toBe('in 2 days · Thu 3 Dec');
    expect(line(day, '2026-12-02T09:00')).toBe('tomorrow · Thu 3 Dec');
    expect(formatStart(day, words, uk)).toMatchObject({
      day: 'Thu 3 Dec',
      time: 'all day',
      local: null,
    });
  });
});

describe('formatStart', () => {
  it('gives the day and time of the chat’s wall, not the reader’s', () => {
    expect(formatStart(winter, words, { locale: 'en-GB', timeZone: 'Australia/Sydney' })).toEqual({
      day: 'Thu 3 Dec',
      time: '13:00',
      zone: 'UK time',
      local: 'Fri 00:00',
    });
  });
});

describe('formatCountdown', () => {
  it.each([
    [1, '00:01'],
    [299, '04:59'],
    [1390, '23:10'],
    [3600, '1:00:00'],
    [3723, '1:02:03'],
  ])('%i s is %s', (seconds, text) => {
    expect(formatCountdown(seconds)).toBe(text);
  });
});
