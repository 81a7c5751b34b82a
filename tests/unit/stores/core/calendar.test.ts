import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CalendarOptions, LARGEST_CALENDAR, readCalendar } from '@/stores/core/calendar';
import { formatTime } from '@/stores/core/clock';
import type { Session } from '@/stores/core/schedule';
import { cpuTime } from '@/tests/unit/cpu-time';

const utc = (text: string) => Date.parse(text);
const iso = (ms: number) => new Date(ms).toISOString().slice(0, 16);
const options: CalendarOptions = {
  timeZone: 'Europe/London',
  hashtag: 'polchat',
  from: utc('2026-01-01T00:00Z'),
  to: utc('2027-01-01T00:00Z'),
  name: 'test.ics',
  url: null,
};
const fixture = (name: string) =>
  readFileSync(new URL(`../../../fixtures/ical/${name}`, import.meta.url), 'utf8');

/** A calendar of one event for every list of lines. */
function calendar(...events: string[][]): string {
  const wrapped = events.map((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']);
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...wrapped.flat(), 'END:VCALENDAR', ''].join('\r\n');
}

function read(text: string, more: Partial<CalendarOptions> = {}) {
  const result = readCalendar(text, { ...options, ...more });
  if (!result.ok) throw new Error(result.error.code);
  return result;
}
const sessions = (text: string, more: Partial<CalendarOptions> = {}): Session[] =>
  read(text, more).sessions;
const starts = (text: string, more: Partial<CalendarOptions> = {}) =>
  sessions(text, more).map((s) => iso(s.start));
const single = (...lines: string[]) => calendar(['UID:a', 'DTSTART:20261203T130000Z', ...lines]);

describe('readCalendar, the calendar that comes with Polchat', () => {
  const text = readFileSync(new URL('../../../../public/polchat.ics', import.meta.url), 'utf8');

  it('keeps to RFC 5545: CRLF, lines of at most 75 octets, what must be there', () => {
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    for (const must of ['VERSION:2.0', 'PRODID:', 'UID:', 'DTSTAMP:', 'BEGIN:VTIMEZONE'])
      expect(text).toContain(must);
  });

  it('has every Thursday from 13:00 to 14:00 in London, with no theme', () => {
    const list = sessions(text);
    expect(list).toHaveLength(53);
    for (const session of list) {
      expect(new Date(session.start).getUTCDay()).toBe(4);
      expect(formatTime(session.start, 'Europe/London')).toBe('13:00');
      expect(session).toMatchObject({ end: session.start + 3_600_000, theme: null, source: null });
    }
  });

  // Before and after each change of the UK's clocks; elsewhere the clocks change on other days or never.
  const winter = {
    'America/New_York': '09:00',
    'Australia/Sydney': '00:00',
    'Asia/Kolkata': '18:30',
    'America/Nuuk': '11:00',
  };
  const summer = {
    'America/New_York': '08:00',
    'Australia/Sydney': '23:00',
    'Asia/Kolkata': '17:30',
    'America/Nuuk': '11:00',
  };
  it.each([
    ['2026-03-26T13:00', winter],
    ['2026-04-02T12:00', summer],
    ['2026-10-22T12:00', summer],
    ['2026-10-29T13:00', winter],
    ['2027-03-25T13:00', winter],
    ['2027-04-01T12:00', summer],
    ['2027-10-28T12:00', summer],
    ['2027-11-04T13:00', winter],
    ['2028-03-23T13:00', winter],
    ['2028-03-30T12:00', summer],
    ['2028-10-26T12:00', summer],
    ['2028-11-02T13:00', winter],
    ['2029-03-22T13:00', winter],
    ['2029-03-29T12:00', summer],
    ['2029-10-25T12:00', summer],
    ['2029-11-01T13:00', winter],
    ['2030-03-28T13:00', winter],
    ['2030-04-04T12:00', summer],
    ['2030-10-24T12:00', summer],
    ['2030-10-31T13:00', winter],
  ])(
    'begins at 13:00 in London on %s UTC, whatever the clocks elsewhere show',
    (start, elsewhere) => {
      const from = utc(`${start.slice(0, 10)}T00:00Z`);
      const [session] = sessions(text, { from, to: from + 86_400_000 });
      expect(iso(session?.start ?? 0)).toBe(start);
      expect(formatTime(session?.start ?? 0, 'Europe/London')).toBe('13:00');
      for (const [zone, time] of Object.entries(elsewhere))
        expect(formatTime(session?.start ?? 0, zone)).toBe(time);
    },
  );
});

describe('readCalendar, series', () => {
  it('moves, renames, cancels and adds instances (Google, overrides before their series)', () => {
    const list = sessions(fixture('google-weekly.ics'), { to: utc('2027-01-15T00:00Z') });
    expect(list.map((s) => [iso(s.start), s.theme])).toEqual([
      ['2026-12-03T13:00', null],
      ['2026-12-10T13:30', 'Snow, floods and what we tell people'],
      ['2026-12-17T13:00', null],
      ['2026-12-22T13:00', null],
      ['2027-01-07T13:00', null],
      ['2027-01-14T13:00', null],
    ]);
    expect(list[1]).toMatchObject({
      end: utc('2026-12-10T14:30Z'),
      hosts: ['notarealforce'],
      questions: [
        { label: 'Q1', text: 'Who writes the first post?' },
        { label: 'Q2', text: 'And at night?' },
      ],
      reading: 'https://example.org/reading',
      source: { kind: 'calendar', name: 'test.ics', url: null },
    });
    expect(list[0]?.questions).toEqual([]);
  });

  it.each([['outlook-windows-zone.ics'], ['custom-zone.ics']])(
    'keeps the wall clock over the change of clocks: %s',
    (name) => {
      const list = sessions(fixture(name));
      expect(list.map((s) => iso(s.start))).toEqual([
        '2026-03-19T13:00',
        '2026-03-26T13:00',
        '2026-04-02T12:00',
        '2026-04-09T12:00',
      ]);
      expect(list[0]).toMatchObject({
        theme: 'Door-to-door in the digital age',
        hosts: ['notarealforce', 'alsoinvented'],
        questions: [{ label: 'Q1' }, { label: 'Q2' }],
      });
    },
  );

  const weekly = [
    'UID:w',
    'DTSTART:20261203T130000Z',
    'DTEND:20261203T140000Z',
    'RRULE:FREQ=WEEKLY;COUNT=4',
    'SUMMARY:Old',
  ];

  it('lets THISANDFUTURE move and rename all that come later, but for those with a place of their own', () => {
    const later = [
      'UID:w',
      'RECURRENCE-ID;RANGE=THISANDFUTURE:20261210T130000Z',
      'DTSTART:20261210T150000Z',
      'DTEND:20261210T153000Z',
      'SUMMARY:New',
    ];
    const alone = [
      'UID:w',
      'RECURRENCE-ID:20261224T130000Z',
      'DTSTART:20261223T130000Z',
      'SUMMARY:Own',
    ];
    const list = sessions(calendar(weekly, later, alone));
    expect(list.map((s) => [iso(s.start), iso(s.end).slice(11), s.theme])).toEqual([
      ['2026-12-03T13:00', '14:00', 'Old'],
      ['2026-12-10T15:00', '15:30', 'New'],
      ['2026-12-17T15:00', '15:30', 'New'],
      ['2026-12-23T13:00', '14:00', 'Own'],
    ]);
  });

  it('lets a cancelled THISANDFUTURE end the series', () => {
    const end = ['UID:w', 'RECURRENCE-ID;RANGE=THISANDFUTURE:20261217T130000Z', 'STATUS:CANCELLED'];
    expect(starts(calendar(weekly, end))).toEqual(['2026-12-03T13:00', '2026-12-10T13:00']);
  });

  it('takes the newest of several versions', () => {
    const first = [
      'UID:w',
      'RECURRENCE-ID:20261210T130000Z',
      'DTSTART:20261210T160000Z',
      'SEQUENCE:2',
      'SUMMARY:Newer',
    ];
    const second = [
      'UID:w',
      'RECURRENCE-ID:20261210T130000Z',
      'DTSTART:20261210T170000Z',
      'SEQUENCE:1',
      'SUMMARY:Older',
    ];
    expect(sessions(calendar(weekly, first, second)).map((s) => s.theme)).toEqual([
      'Old',
      'Newer',
      'Old',
      'Old',
    ]);
  });

  it('drops instances named by day, by moment in another zone, and the whole when it is cancelled', () => {
    expect(starts(calendar([...weekly, 'EXDATE;VALUE=DATE:20261210']))).not.toContain(
      '2026-12-10T13:00',
    );
    expect(
      starts(calendar([...weekly, 'EXDATE;TZID=America/New_York:20261210T080000'])),
    ).not.toContain('2026-12-10T13:00');
    expect(starts(calendar([...weekly, 'STATUS:CANCELLED']))).toEqual([]);
    expect(starts(calendar(weekly).replace('VERSION:2.0', 'VERSION:2.0\r\nMETHOD:CANCEL'))).toEqual(
      [],
    );
  });

  it('shows overrides whose series is not in the file', () => {
    expect(
      starts(calendar(['UID:z', 'RECURRENCE-ID:20261210T130000Z', 'DTSTART:20261211T130000Z'])),
    ).toEqual(['2026-12-11T13:00']);
  });

  it('ends with UNTIL, a day of it included', () => {
    const rule = (until: string) =>
      calendar([
        'UID:u',
        'DTSTART;TZID=Europe/London:20260604T130000',
        `RRULE:FREQ=WEEKLY;UNTIL=${until}`,
      ]);
    expect(starts(rule('20260611'))).toHaveLength(2);
    expect(starts(rule('20260611T120000Z'))).toHaveLength(2);
    expect(starts(rule('20260611T115959Z'))).toHaveLength(1);
    expect(starts(rule('20260611T130000'))).toHaveLength(2);
  });
});

describe('readCalendar, times', () => {
  it('takes floating times for the chat’s own', () => {
    const text = calendar(['UID:f', 'DTSTART:20260604T130000']);
    expect(starts(text)).toEqual(['2026-06-04T12:00']);
    expect(starts(text, { timeZone: 'America/New_York' })).toEqual(['2026-06-04T17:00']);
  });

  it('takes an unknown zone for the chat’s own and says so', () => {
    const result = read(calendar(['UID:f', 'DTSTART;TZID=Nowhere:20260604T130000']));
    expect(iso(result.sessions[0]?.start ?? 0)).toBe('2026-06-04T12:00');
    expect(result.warnings).toEqual([{ code: 'zone_unknown', count: 1, example: 'Nowhere' }]);
  });

  it('marks whole days, which last from midnight to midnight in London', () => {
    const [day] = sessions(
      calendar(['UID:d', 'DTSTART;VALUE=DATE:20260604', 'SUMMARY:A theme for the day']),
    );
    expect(day).toMatchObject({
      allDay: true,
      start: utc('2026-06-03T23:00Z'),
      end: utc('2026-06-04T23:00Z'),
    });
  });

  it.each([
    [['DURATION:PT90M'], 90],
    [['DTEND:20261203T134500Z'], 45],
    [[], 60],
    [['DTEND:20261203T130000Z'], 60],
    [['DTEND:20261203T120000Z'], 60],
    [['DURATION:-PT1H'], 60],
    [['DURATION:nonsense'], 60],
  ])('%j lasts %i minutes', (lines, minutes) => {
    const [session] = sessions(single(...lines));
    expect((session?.end ?? 0) - (session?.start ?? 0)).toBe(minutes * 60_000);
  });

  it('has what overlaps the span, whether it began before or not', () => {
    const at = (from: string, to: string) => starts(single(), { from: utc(from), to: utc(to) });
    expect(at('2026-12-03T13:59Z', '2026-12-03T14:30Z')).toHaveLength(1);
    expect(at('2026-12-03T14:00Z', '2026-12-03T14:30Z')).toHaveLength(0);
    expect(at('2026-12-03T12:00Z', '2026-12-03T13:00Z')).toHaveLength(0);
  });
});

describe('readCalendar, words', () => {
  it.each([
    ['#polchat', null],
    ['#PolChat weekly chat', null],
    ['Polchat', null],
    ['#polchat – TBC', null],
    ['#polchat: theme to be announced', null],
    ['polchat Thursday 1pm', 'polchat Thursday 1pm'],
    ['#polchat: Getting people to public meetings', 'Getting people to public meetings'],
    ['Polchat – Getting people to public meetings', 'Getting people to public meetings'],
    ['#polchat Theme: Getting people to public meetings', 'Getting people to public meetings'],
    ['Theme: Getting people out (#polchat)', 'Getting people out'],
    ['This week’s #polchat: Door knocking', 'Door knocking'],
    ['Getting people out #polchat', 'Getting people out'],
    ['#polchat - Knife crime - what we say', 'Knife crime - what we say'],
    ['Theme park policing', 'Theme park policing'],
    ['Polchat matters', 'Polchat matters'],
    ['#polchat: "Would you post it?"', 'Would you post it?'],
    ['#polchat: 999 day 🚓', '999 day 🚓'],
    ['#commschat and us', '#commschat and us'],
  ])('the theme of %j is %j', (title, theme) => {
    expect(sessions(single(`SUMMARY:${title}`))[0]?.theme).toBe(theme);
  });

  it.each([
    ['Canceled: #polchat', 0],
    ['CANCELLED: Getting people out', 0],
    ['#polchat cancelled', 0],
    ['#polchat – CANCELLED', 0],
    ['No #polchat this week', 0],
    ['Cancelled events and how we tell people', 1],
    ['#polchat: No comment is no answer', 1],
  ])('%j leaves %i sessions', (title, count) => {
    expect(sessions(single(`SUMMARY:${title}`))).toHaveLength(count);
  });

  it('takes the hour out of a day whose whole-day note calls the chat off', () => {
    const weekly = ['UID:a', 'DTSTART:20261203T130000Z', 'RRULE:FREQ=WEEKLY;COUNT=3'];
    const note = ['UID:b', 'DTSTART;VALUE=DATE:20261210', 'SUMMARY:No #polchat this week'];
    const result = read(calendar(weekly, note));
    expect(result.sessions.map(({ start }) => iso(start))).toEqual([
      '2026-12-03T13:00',
      '2026-12-17T13:00',
    ]);
    expect(result.off).toEqual([
      { start: utc('2026-12-10T00:00Z'), end: utc('2026-12-11T00:00Z') },
    ]);
    expect(read(calendar(weekly, [...note, 'STATUS:CANCELLED'])).sessions).toHaveLength(3);
  });

  it('makes plain text of hostile words and opens nothing', () => {
    const result = read(fixture('hostile.ics'));
    const [session] = result.sessions;
    expect(session?.theme).toBe(
      '<img src=x onerror=alert(1)> gpj.exe za\u013a\u0301\u0301\u0301go',
    );
    expect(session).toMatchObject({
      questions: [{ label: 'Q1', text: '<script>alert(1)</script>' }],
      hosts: ['ok_handle', 'invited', 'profile_handle'],
      reading: null,
    });
    expect(result.warnings.map(({ code, count }) => [code, count])).toEqual([
      ['event_unreadable', 2],
      ['rule_unreadable', 1],
      ['line_unreadable', 1],
    ]);
  });

  it('cuts what is far too long', () => {
    const [session] = sessions(
      single(
        `SUMMARY:${'theme '.repeat(15_000)}`,
        `DESCRIPTION:${'Q1: a\\n'.repeat(5000)}${'Q2: b'.repeat(5000)}`,
      ),
    );
    expect([...(session?.theme ?? '')]).toHaveLength(200);
    expect(session?.questions).toEqual([{ label: 'Q1', text: 'a' }]);
  });

  it.each([
    ['https://example.org/a b', null],
    ['http://example.org/', null],
    ['javascript:alert(1)', null],
    ['https://example.org/a?b=c', 'https://example.org/a?b=c'],
  ])('the reading %j is %j', (url, reading) => {
    expect(sessions(single(`URL:${url}`))[0]?.reading).toBe(reading);
  });
});

describe('readCalendar, files that are none', () => {
  it.each([
    ['', 'empty'],
    ['  \r\n', 'empty'],
    ['<!DOCTYPE html><html>Sign in</html>', 'html'],
    ['{"events":[]}', 'not_calendar'],
    ['BEGIN:VCARD\r\nEND:VCARD', 'not_calendar'],
    [`BEGIN:VCALENDAR\r\n${'x'.repeat(LARGEST_CALENDAR)}`, 'too_large'],
    [calendar(['UID:a', 'DTSTART:soon']), 'unreadable'],
    ['BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nDTST', 'unreadable'],
  ])('refuses case %#', (text, code) => {
    expect(readCalendar(text, options)).toEqual({ ok: false, error: { code } });
  });

  it('takes an empty calendar for what it is', () => {
    expect(read('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR')).toEqual({
      ok: true,
      sessions: [],
      off: [],
      warnings: [],
    });
  });

  it('keeps what came whole of a file cut in the middle', () => {
    const text = calendar(
      ['UID:a', 'DTSTART:20261203T130000Z'],
      ['UID:b', 'DTSTART:20261210T130000Z'],
    );
    const result = read(text.slice(0, text.lastIndexOf('DTSTART')));
    expect(result.sessions.map((s) => iso(s.start))).toEqual(['2026-12-03T13:00']);
    expect(result.warnings).toEqual([{ code: 'cut_off', count: 1, example: '' }]);
  });

  it('reads other line ends, folding inside a word, a byte order mark and an unclosed quotation mark', () => {
    const folded = single('SUMMARY:Getting peo\r\n ple out').replaceAll('\r\n', '\n');
    expect(sessions(`\uFEFF${folded}`)[0]?.theme).toBe('Getting people out');
    expect(
      starts(calendar(['UID:q', 'DTSTART;TZID="W. Europe Standard Time:20260604T130000"'])),
    ).toEqual(['2026-06-04T11:00']);
  });

  it('gives at most what was asked for, the earliest first', () => {
    const result = read(single('RRULE:FREQ=DAILY'), {
      maxInstances: 3,
      to: utc('2028-01-01T00:00Z'),
    });
    expect(result.sessions.map((s) => iso(s.start).slice(0, 10))).toEqual([
      '2026-12-03',
      '2026-12-04',
      '2026-12-05',
    ]);
    expect(result.warnings.map((w) => w.code)).toEqual(['too_many']);
  });

  it('never throws, whatever is done to a good file', () => {
    const good = fixture('google-weekly.ics');
    const edit = fc.record({
      at: fc.integer({ min: 0, max: good.length }),
      cut: fc.integer({ min: 0, max: 40 }),
      put: fc.oneof(
        fc.string(),
        fc.constantFrom('\r\n', ';', ':', '"', 'BEGIN:VEVENT\r\n', 'END:VEVENT\r\n', '99999999'),
      ),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
        const text = edits.reduce(
          (t, { at, cut, put }) => t.slice(0, at) + put + t.slice(at + cut),
          good,
        );
        const result = readCalendar(text, options);
        if (!result.ok) return;
        for (const session of result.sessions) {
          expect(session.end).toBeGreaterThan(session.start);
          expect(session.end > options.from && session.start < options.to).toBe(true);
        }
      }),
    );
  });

  it.each([
    ['seconds', Array(4000).fill('RRULE:FREQ=SECONDLY')],
    ['days that never come', Array(4000).fill('RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30')],
    ['far ahead', Array(4000).fill('RRULE:FREQ=WEEKLY;INTERVAL=1000000000')],
  ])('works through a file full of rules that repeat every: %s', (_, rules: string[]) => {
    const text = calendar(
      ...rules.map((rule, i) => [`UID:${i}`, 'DTSTART:19700101T130000Z', rule]),
    );
    // Some 100 ms by itself; the limit is wide because tests share the machine.
    expect(cpuTime(() => readCalendar(text, options))).toBeLessThan(2000);
  });
});
