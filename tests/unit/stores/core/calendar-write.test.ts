import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { readCalendar } from '@/stores/core/calendar';
import { writeSeries, writeSession } from '@/stores/core/calendar-write';
import type { Session } from '@/stores/core/schedule';
import { zoneOrLondon } from '@/stores/core/zone';
import { sessionAt } from '@/tests/fixtures/session';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 10, 30, 9);

/** Thursdays at 13:00 in London from 5 November 2026 on, by week. */
function thursday(week: number, more: Partial<Session> = {}): Session {
  const { toInstant } = zoneOrLondon('Europe/London');
  const start = toInstant(Date.UTC(2026, 10, 5, 13) + week * 7 * DAY);
  return sessionAt(start, more);
}

function read(text: string) {
  const result = readCalendar(text, {
    timeZone: 'Europe/London',
    hashtag: 'polchat',
    from: NOW - 60 * DAY,
    to: NOW + 400 * DAY,
    name: 'mine.ics',
    url: null,
  });
  if (!result.ok) throw new Error(result.error.code);
  expect(result.warnings).toEqual([]);
  return result.sessions.map(({ source: _, ...session }) => session);
}
const withoutSource = ({ source: _, ...session }: Session) => session;

const RICH = thursday(4, {
  theme: 'Snow, floods; and 100% more\\ “quotes” – '.repeat(4).trim(),
  questions: [
    { label: 'Q1', text: 'Who writes the first post, and when?' },
    { label: 'Q2', text: 'Ünï, cödé; 👮‍♀️' },
  ],
  hosts: ['WexdalePolice'],
  reading: 'https://example.org/a?b=c,d;e',
});

describe('writeSession', () => {
  it('comes back as it was', () => {
    expect(read(writeSession(RICH, 'polchat', NOW))).toEqual([withoutSource(RICH)]);
  });

  it('is a file as RFC 5545 has it', () => {
    const text = writeSession(RICH, 'polchat', NOW);
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/);
    for (const line of text.split('\r\n'))
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    const event = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent');
    for (const name of ['uid', 'dtstamp', 'dtstart', 'dtend', 'summary'])
      expect(event?.getFirstPropertyValue(name)).toBeTruthy();
    expect(text).not.toContain('VTIMEZONE');
  });

  it('writes a whole day as one', () => {
    const { toInstant } = zoneOrLondon('Europe/London');
    const start = toInstant(Date.UTC(2027, 5, 3));
    const day = thursday(0, { start, end: start + DAY, allDay: true, theme: 'All day' });
    const text = writeSession(day, 'polchat', NOW);
    expect(text).toContain('DTSTART;VALUE=DATE:20270603');
    expect(read(text)).toEqual([withoutSource(day)]);
  });
});

describe('writeSeries', () => {
  it('is one weekly rule, with the themes known, without the weeks left out, and the moved ones beside it', () => {
    const moved = thursday(7, { start: thursday(7).start + DAY, end: thursday(7).end + DAY });
    const list = [thursday(3), RICH, thursday(6), thursday(8, { theme: 'Last' }), moved];
    const text = writeSeries(list, 'polchat', NOW, thursday(9).start);
    expect(text.match(/RRULE:FREQ=WEEKLY\r\n/g)).toHaveLength(1);
    expect(text).toContain('BEGIN:VTIMEZONE');
    const end = thursday(9).start - HOUR;
    const sorted = list.sort((a, b) => a.start - b.start).map(withoutSource);
    expect(read(text).filter(({ start }) => start < end)).toEqual(sorted);
  });

  it('goes on at the same time on the wall, past the last session known', () => {
    const found = read(
      writeSeries(
        [0, 1, 2, 3].map((week) => thursday(week)),
        'polchat',
        NOW,
        thursday(4).start,
      ),
    );
    expect(found.length).toBeGreaterThan(50);
    const { toWall } = zoneOrLondon('Europe/London');
    for (const { start } of found)
      expect(new Date(toWall(start)).toISOString().slice(11, 16)).toBe('13:00');
  });

  it('knows a chat of every other week', () => {
    const text = writeSeries(
      [0, 2, 6, 8].map((week) => thursday(week)),
      'polchat',
      NOW,
      thursday(10).start,
    );
    expect(text).toMatch(/RRULE:FREQ=WEEKLY;INTERVAL=2\r/);
    expect(read(text)[3]?.start).toBe(thursday(8).start);
  });

  it('makes no rule of two', () => {
    const list = [thursday(3), thursday(5)];
    const text = writeSeries(list, 'polchat', NOW, thursday(6).start);
    expect(text).not.toContain('RRULE');
    expect(read(text)).toEqual(list.map(withoutSource));
  });

  it.each([
    ['the first Thursdays of months', [0, 4, 9, 13]],
    ['months that happen to have four weeks', [0, 4, 8, 12]],
    ['single days of one weekday', [0, 5, 6, 13]],
  ])('makes no rule of %s', (_, weeks) => {
    const list = weeks.map((week) => thursday(week));
    const text = writeSeries(list, 'polchat', NOW, thursday(14).start);
    expect(text).not.toContain('RRULE');
    expect(read(text)).toEqual(list.map(withoutSource));
  });

  it('ends with the last session where the source ends', () => {
    const list = [0, 1, 2, 4].map((week) => thursday(week));
    const text = writeSeries(list, 'polchat', NOW, thursday(14).start);
    expect(text).toContain('RRULE:FREQ=WEEKLY;UNTIL=20261203T130000Z');
    expect(read(text)).toEqual(list.map(withoutSource));
  });

  it('comes back as it was, whatever the weeks, themes and zones', () => {
    const zone = fc.constantFrom(
      'Europe/London',
      'America/New_York',
      'Australia/Sydney',
      'Asia/Kolkata',
      'America/Nuuk',
    );
    const weeks = fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 12 });
    const theme = fc.option(fc.stringMatching(/^[A-Za-z][A-Za-z0-9,;\\ ]{0,90}[a-z]$/));
    fc.assert(
      fc.property(
        weeks,
        fc.array(theme, { minLength: 12, maxLength: 12 }),
        zone,
        fc.boolean(),
        (ns, themes, z, ends) => {
          const { toInstant } = zoneOrLondon(z);
          const list = ns
            .sort((a, b) => a - b)
            .map((n, i) => {
              const start = toInstant(Date.UTC(2026, 10, 5, 13) + n * 7 * DAY);
              const said = themes[i]?.replace(/\s+/g, ' ') ?? null;
              return thursday(0, { start, end: start + HOUR, timeZone: z, theme: said });
            });
          const known = (list.at(-1)?.end ?? 0) + (ends ? 60 : 1) * DAY;
          const text = writeSeries(list, 'nottheme', NOW, known);
          const result = readCalendar(text, {
            timeZone: z,
            hashtag: 'nottheme',
            from: NOW - 60 * DAY,
            to: ends ? known : (list.at(-1)?.end ?? 0) + 1,
            name: '',
            url: null,
          });
          if (!result.ok) throw new Error(result.error.code);
          expect(result.sessions.map((s) => [s.start, s.end])).toEqual(
            list.map((s) => [s.start, s.end]),
          );
        },
      ),
    );
  });
});
