import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ClockState,
  isSession,
  mergeSessions as mergeAt,
  pickSession,
  readClock,
  type Session,
  type SessionList,
  type ThemeSource,
  timeShown,
} from '@/stores/core/schedule';
import { sessionAt } from '@/tests/fixtures/session';

const at = (text: string) => Date.parse(`${text}Z`);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A session of an hour; 13:00 in London on Thursday 3 December 2026 unless said otherwise. */
function session(more: Partial<Session> = {}): Session {
  const start = more.start ?? at('2026-12-03T13:00');
  return sessionAt(start, more);
}

function themed(theme: string, kind: ThemeSource['kind'] = 'calendar', name = 'themes.ics') {
  return session({ theme, source: { kind, name, url: null } });
}

const NOW = at('2026-11-30T09:00');
const mergeSessions = (lists: readonly SessionList[], now = NOW) => mergeAt(lists, now);

describe('mergeSessions', () => {
  it('believes the own plan, then the newest announcement, then the calendar', () => {
    const calendar = { kind: 'calendar', sessions: [themed('From the calendar')] } as const;
    const announcements = {
      kind: 'announcement',
      sessions: [
        themed('First word', 'announcement', '@host'),
        themed('Corrected', 'announcement', '@host'),
      ],
    } as const;
    const plan = { kind: 'plan', sessions: [themed('My plan', 'plan', '')] } as const;
    const theme = (...lists: Parameters<typeof mergeSessions>[0]) =>
      mergeSessions(lists).map((s) => s.theme);
    expect(theme(calendar)).toEqual(['From the calendar']);
    expect(theme(calendar, announcements)).toEqual(['Corrected']);
    expect(theme(calendar, announcements, plan)).toEqual(['My plan']);
    expect(theme(plan, announcements, calendar)).toEqual(['My plan']);
  });

  it('fills in from the next source what the first does not know', () => {
    const planned = themed('Plan', 'plan');
    const calendar = session({
      questions: [{ label: 'Q1', text: 'Why?' }],
      hosts: ['notarealforce'],
      reading: 'https://example.org/',
      end: at('2026-12-03T14:30'),
    });
    const [merged] = mergeSessions([
      { kind: 'calendar', sessions: [calendar] },
      { kind: 'plan', sessions: [{ ...planned, theme: null, source: null }] },
    ]);
    expect(merged).toMatchObject({
      theme: null,
      hosts: ['notarealforce'],
      reading: 'https://example.org/',
    });
    expect(merged?.questions).toHaveLength(1);
  });

  it('says when calendars disagree, and only then', () => {
    const [both] = mergeSessions([
      { kind: 'calendar', sessions: [themed('One', 'calendar', 'a.ics')] },
      { kind: 'calendar', sessions: [themed('Two', 'calendar', 'b.ics')] },
    ]);
    expect(both).toMatchObject({
      theme: 'One',
      others: [{ theme: 'Two', source: { name: 'b.ics' } }],
    });
    const [same] = mergeSessions([
      { kind: 'calendar', sessions: [themed('One')] },
      { kind: 'calendar', sessions: [themed('One')] },
    ]);
    expect(same).not.toHaveProperty('others');
    const [announced] = mergeSessions([
      { kind: 'calendar', sessions: [themed('One')] },
      { kind: 'announcement', sessions: [themed('Newer', 'announcement')] },
    ]);
    expect(announced).not.toHaveProperty('others');
  });

  it('leaves the calendar that comes with Polchat out where another has sessions', () => {
    const bundled = {
      kind: 'calendar',
      fallback: true,
      sessions: [session(), session({ start: at('2026-12-10T13:00') })],
    } as const;
    const chosen = session({ start: at('2026-12-10T14:00') });
    expect(mergeSessions([bundled, { kind: 'calendar', sessions: [chosen] }])).toEqual([chosen]);
    expect(mergeSessions([bundled, { kind: 'calendar', sessions: [] }])).toHaveLength(2);
  });

  it('leaves it in where the others have only whole days, or what is over', () => {
    const bundled = { kind: 'calendar', fallback: true, sessions: [session()] } as const;
    const day = session({
      ...themed('For the day'),
      start: at('2026-12-03T00:00'),
      end: at('2026-12-04T00:00'),
      allDay: true,
    });
    const old = session({ start: at('2026-11-05T13:00') });
    const over = [bundled, { kind: 'calendar', sessions: [old] }] as const;
    expect(mergeSessions(over)).toEqual([old, session()]);
    expect(mergeSessions(over, at('2026-11-05T13:30'))).toEqual([old]);
    expect(mergeSessions([bundled, { kind: 'calendar', sessions: [day] }])).toEqual([
      themed('For the day'),
    ]);
  });

  it('has no hour of any calendar on a day that one of them calls off; a plan knows better', () => {
    const off = [{ start: at('2026-12-03T00:00'), end: at('2026-12-04T00:00') }];
    const next = session({ start: at('2026-12-10T13:00') });
    const lists = [
      { kind: 'calendar', fallback: true, sessions: [session(), next] },
      { kind: 'calendar', sessions: [], off },
    ] as const;
    expect(mergeSessions(lists)).toEqual([next]);
    const plan = { kind: 'plan', sessions: [themed('My plan', 'plan')] } as const;
    expect(mergeSessions([...lists, plan])).toEqual([themed('My plan', 'plan'), next]);
  });

  it('lends the theme of a whole day to the sessions of that day', () => {
    const day = session({
      ...themed('For the day'),
      start: at('2026-12-03T00:00'),
      end: at('2026-12-04T00:00'),
      allDay: true,
    });
    expect(mergeSessions([{ kind: 'calendar', sessions: [day, session()] }])).toEqual([
      themed('For the day'),
    ]);
    expect(mergeSessions([{ kind: 'calendar', sessions: [day, themed('Its own')] }])).toEqual([
      themed('Its own'),
    ]);
    expect(mergeSessions([{ kind: 'calendar', sessions: [day] }])).toEqual([day]);
  });

  it('gives each start once, in order, whatever the lists', () => {
    const list = fc.array(fc.integer({ min: 0, max: 20 }).map((n) => session({ start: n * DAY })));
    fc.assert(
      fc.property(list, list, (a, b) => {
        const merged = mergeSessions([
          { kind: 'calendar', sessions: a },
          { kind: 'announcement', sessions: b },
        ]).map((s) => s.start);
        expect(merged).toEqual(
          [...new Set([...a, ...b].map((s) => s.start))].sort((x, y) => x - y),
        );
      }),
    );
  });
});

describe('timeShown', () => {
  const DAY = 24 * 3_600_000;

  it('is a session’s with six days before and one after it', () => {
    const one = session();
    expect(timeShown({ session: one, now: 0 })).toEqual({
      from: one.start - 6 * DAY,
      to: one.end + DAY,
    });
  });

  it('is the last seven days where no session is to come', () => {
    expect(timeShown({ session: null, now: 100 * DAY })).toEqual({ from: 93 * DAY, to: 100 * DAY });
  });
});

describe('readClock', () => {
  const sessions = [session(), session({ start: at('2026-12-10T13:00') })];

  // In winter London's wall shows UTC.
  it.each<[string, ClockState, string, string]>([
    ['2026-11-30T09:00:00', 'upcoming', '12-03', '2026-12-01T00:00:00'],
    ['2026-12-02T23:59:59', 'upcoming', '12-03', '2026-12-03T00:00:00'],
    ['2026-12-03T00:00:00', 'today', '12-03', '2026-12-03T12:50:00'],
    ['2026-12-03T12:49:59', 'today', '12-03', '2026-12-03T12:50:00'],
    ['2026-12-03T12:50:00', 'soon', '12-03', '2026-12-03T12:50:01'],
    ['2026-12-03T12:59:59', 'soon', '12-03', '2026-12-03T13:00:00'],
    ['2026-12-03T13:00:00', 'live', '12-03', '2026-12-03T13:00:01'],
    ['2026-12-03T13:59:59', 'live', '12-03', '2026-12-03T14:00:00'],
    ['2026-12-03T14:00:00', 'ended', '12-03', '2026-12-04T02:00:00'],
    ['2026-12-04T01:59:59', 'ended', '12-03', '2026-12-04T02:00:00'],
    ['2026-12-04T02:00:00', 'upcoming', '12-10', '2026-12-05T00:00:00'],
  ])('at %s it is %s', (now, state, day, next) => {
    const clock = readClock(sessions, at(now));
    expect(clock.state).toBe(state);
    expect(new Date(clock.session?.start ?? 0).toISOString().slice(5, 10)).toBe(day);
    expect(clock.nextChange).toBe(at(next));
  });

  it('is none where nothing is known or all is long over', () => {
    expect(readClock([], 0)).toMatchObject({
      state: 'none',
      session: null,
      nextChange: Number.POSITIVE_INFINITY,
    });
    expect(readClock(sessions, at('2026-12-11T02:00')).state).toBe('none');
  });

  it('counts days by midnights in the chat’s zone', () => {
    const summer = [session({ start: at('2026-07-02T12:00') })];
    // 23:30 UTC is half past midnight in London in summer: already the same day.
    expect(readClock(summer, at('2026-07-01T22:30'))).toMatchObject({ state: 'upcoming', days: 1 });
    expect(readClock(summer, at('2026-07-01T23:30'))).toMatchObject({ state: 'today', days: 0 });
    expect(readClock(sessions, at('2026-11-30T23:59'))).toMatchObject({ days: 3 });
  });

  it('counts the seconds so that neither end shows nought', () => {
    expect(readClock(sessions, at('2026-12-03T12:50:00')).seconds).toBe(600);
    expect(readClock(sessions, at('2026-12-03T12:55:01')).seconds).toBe(299);
    expect(readClock(sessions, at('2026-12-03T12:59:59.999')).seconds).toBe(1);
    expect(readClock(sessions, at('2026-12-03T13:36:50')).seconds).toBe(23 * 60 + 10);
  });

  it('tells the part of the hour that is over, and its last five minutes', () => {
    expect(readClock(sessions, at('2026-12-03T13:15'))).toMatchObject({
      progress: 0.25,
      lastFive: false,
    });
    expect(readClock(sessions, at('2026-12-03T13:54:59')).lastFive).toBe(false);
    expect(readClock(sessions, at('2026-12-03T13:55')).lastFive).toBe(true);
    expect(readClock(sessions, at('2026-12-03T15:00'))).toMatchObject({
      progress: 1,
      lastFive: false,
    });
  });

  it('prefers live to soon, soon to just ended, just ended to what is to come', () => {
    const first = session({ start: at('2026-12-03T12:00') });
    const pair = [session(), first];
    expect(pickSession(pair, at('2026-12-03T12:55'))).toEqual({ session: first, state: 'live' });
    expect(pickSession(pair, at('2026-12-03T11:55'))).toEqual({ session: first, state: 'soon' });
    const later = session({ start: at('2026-12-03T16:00') });
    expect(pickSession([session(), later], at('2026-12-03T14:30')).state).toBe('ended');
    expect(pickSession([session(), later], at('2026-12-03T15:50'))).toEqual({
      session: later,
      state: 'soon',
    });
  });

  it('never makes a whole day live', () => {
    const day = session({
      start: at('2026-12-03T00:00'),
      end: at('2026-12-04T00:00'),
      allDay: true,
    });
    const states = ['2026-12-02T23:55', '2026-12-03T00:00', '2026-12-03T23:59', '2026-12-04T00:00'];
    expect(states.map((now) => readClock([day], at(now)).state)).toEqual([
      'upcoming',
      'today',
      'today',
      'none',
    ]);
  });

  it('shows the same until nextChange, and something else from then on', () => {
    const starts = fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 5 });
    const moment = fc.integer({ min: at('2026-03-20T00:00'), max: at('2026-04-10T00:00') });
    const shown = (list: Session[], now: number) => {
      const { state, session: picked, days, seconds } = readClock(list, now);
      return JSON.stringify([state, picked?.start, days, seconds]);
    };
    fc.assert(
      fc.property(
        starts,
        moment,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (hours, now, part) => {
          const list = hours.map((h) => session({ start: at('2026-03-25T13:00') + h * HOUR }));
          const { nextChange } = readClock(list, now);
          expect(nextChange).toBeGreaterThan(now);
          if (nextChange === Number.POSITIVE_INFINITY) return;
          const between = Math.floor(now + (nextChange - 1 - now) * part);
          expect(shown(list, between)).toBe(shown(list, now));
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('isSession', () => {
  const start = session().start;
  it.each([
    ['the same moment', 0, HOUR, true],
    ['moved by half an hour', -30 * MINUTE, HOUR, true],
    ['begun earlier than it was to', 59 * MINUTE, HOUR, true],
    ['the hour before it', -HOUR, HOUR, false],
    ['moved to its own second half, and shorter now', -30 * MINUTE, 30 * MINUTE, true],
    ['long, and moved by an hour and a half', 90 * MINUTE, 2 * HOUR, true],
    ['a week before', -7 * DAY, HOUR, false],
    ['never', -start, HOUR, false],
  ])('%s', (_, by, length, same) => {
    expect(isSession(session({ end: start + length }), start + by)).toBe(same);
  });
});
