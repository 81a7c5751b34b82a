import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCalendar } from '@/stores/core/calendar';
import type { Session } from '@/stores/core/schedule';

const root = new URL('../../../shared/data/ical/', import.meta.url);
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.ics'),
);
const iso = (ms: number) => new Date(ms).toISOString().slice(0, 16);

function read(name: string, from: string, to: string) {
  return readCalendar(readFileSync(new URL(name, root), 'utf8'), {
    timeZone: 'Europe/London',
    hashtag: 'polchat',
    from: Date.parse(`${from}T00:00Z`),
    to: Date.parse(`${to}T00:00Z`),
    name,
    url: null,
  });
}

/** "2019-03-04T13:00 240 Title": start in UTC, minutes, theme. */
function list(
  name: string,
  from: string,
  to: string,
  keep: (s: Session) => boolean = () => true,
): string[] {
  const result = read(name, from, to);
  if (!result.ok) throw new Error(result.error.code);
  return result.sessions
    .filter(keep)
    .map((s) => `${iso(s.start)} ${(s.end - s.start) / 60_000} ${s.theme}`);
}

/** The same for days of a series: "2019-03 04 05 | 2019-04 01", all at one time, in UTC. */
function every(days: string, rest: string): string[] {
  return days.split(' | ').flatMap((month) => {
    const [prefix, ...numbers] = month.split(' ');
    return numbers.map((day) => `${prefix}-${day}${rest}`);
  });
}

describe('calendars of the world', () => {
  it('has some', () => {
    expect(files.length).toBeGreaterThan(15);
  });

  it.each(files)('%s is parsed or refused in words, and soon', (name) => {
    // What the processor spends on it: tests share the machine.
    const begun = process.cpuUsage();
    const result = read(name, '2015-01-01', '2027-01-01');
    expect(process.cpuUsage(begun).user / 1000).toBeLessThan(200);
    if (result.ok) expect(result.sessions.length).toBeGreaterThan(0);
    else expect(result.error.code).toMatch(/^[a-z_]+$/);
  });

  // What RFC 5545 says these rules mean, worked out with a wall calendar.
  it('leaves out one week of eight, Mondays 00:30 in Berlin, over the spring change', () => {
    expect(list('recurring/each_week_but_one_deleted.ics', '2019-01-01', '2020-01-01')).toEqual([
      ...every('2019-03 03 17 24', 'T23:30 30 test6'),
      ...every('2019-03 31 | 2019-04 07 14 21', 'T22:30 30 test6'),
    ]);
  });

  it('leaves out the cancelled one of three days', () => {
    expect(list('recurring/issue_18_cancel_status.ics', '2020-01-01', '2021-01-01')).toEqual(
      every('2020-01 28 30', 'T21:00 60 one is cancelled'),
    );
  });

  it('moves the last Friday of the year to a week before Christmas', () => {
    expect(list('recurring/issue_62_moved_event.ics', '2021-01-01', '2022-05-01')).toEqual([
      ...every(
        '2021-11 26 | 2021-12 17 | 2022-01 28 | 2022-02 25 | 2022-03 25',
        'T20:30 60 Karaoke',
      ),
      '2022-04-29T19:30 60 Karaoke',
    ]);
  });

  it('moves and renames days of two daily series; UNTIL is the last of each', () => {
    expect(list('recurring/recurring_events_moved.ics', '2019-03-01', '2019-04-01')).toEqual([
      '2019-03-07T01:00 60 New Event',
      '2019-03-08T00:00 60 New Event',
      '2019-03-09T02:00 60 New Event',
      '2019-03-10T01:00 60 New Event',
      '2019-03-18T03:00 60 test7',
      '2019-03-19T03:00 60 test7 - edited',
      '2019-03-20T03:00 60 test7',
    ]);
  });

  it('goes on at the same time in Berlin when summer time begins', () => {
    const name = 'recurring/daylight_saving_time.ics';
    expect(
      list(name, '2019-03-01', '2019-05-01', (s) => s.theme?.endsWith('freie Termine') ?? false),
    ).toEqual(
      every('2019-03 04 05 06 11 12 13', 'T13:00 240 Open Health HACKademy - freie Termine'),
    );
    expect(
      list(
        name,
        '2019-02-28',
        '2019-04-12',
        (s) => s.theme === 'Montessori Schulklasse' && new Date(s.start).getUTCDay() === 4,
      ),
    ).toEqual([
      ...every('2019-02 28 | 2019-03 14 21 28', 'T07:30 360 Montessori Schulklasse'),
      ...every('2019-04 04 11', 'T06:30 360 Montessori Schulklasse'),
    ]);
  });

  it('keeps four days a week in Chicago but for Thanksgiving and the day after', () => {
    const early = (s: Session) => iso(s.start).endsWith('14:15');
    expect(list('recurring/issue_48_dst.ics', '2020-11-14', '2020-12-02', early)).toEqual(
      every('2020-11 16 17 19 20 23 24 30 | 2020-12 01', 'T14:15 15 Event#1'),
    );
  });

  it('has the changed instances of a series that was split in two, and not their old times', () => {
    const found = list(
      'recurring/issue_173_only_modifications_error.ics',
      '2024-01-10',
      '2024-02-03',
    );
    for (const start of [
      '2024-01-11T09:00',
      '2024-01-18T08:00',
      '2024-01-24T13:00',
      '2024-02-01T14:00',
    ])
      expect(found.some((line) => line.startsWith(start))).toBe(true);
    expect(found.filter((line) => /^2024-01-(?:10|17)T13:00 180/.test(line))).toEqual([]);
    expect(found.filter((line) => line.startsWith('2024-01-31T13:00 120'))).toEqual([]);
  });

  it('takes a whole day for a whole day, in the chat’s zone', () => {
    expect(list('recurring/issue_61_time_zone_error.ics', '2021-12-01', '2022-01-01')[0]).toMatch(
      /^2021-12-15T00:00 1440/,
    );
  });

  it('goes on for ever where UNTIL is misspelt', () => {
    expect(list('recurring/bad_rrule_missing_until_event.ics', '2019-10-15', '2019-11-15')).toEqual(
      [
        ...every('2019-10 17 24', 'T13:00 60 blabla'),
        ...every('2019-10 31 | 2019-11 07 14', 'T14:00 60 blabla'),
      ],
    );
  });

  it('finds a changed instance that stands before its series', () => {
    expect(list('outlook-google/google-recurrence-order.ics', '2026-02-01', '2026-03-01')).toEqual([
      '2026-02-10T17:00 30 TEST RECURR 3',
      '2026-02-11T17:30 30 TEST RECURR 3 - MODIFIED',
      '2026-02-12T17:00 30 TEST RECURR 3',
    ]);
  });

  it('knows zones by their VTIMEZONE alone: Tuesdays and Thursdays over the autumn change', () => {
    const found = list('outlook-google/bad_ms_tz.ics', '2020-08-01', '2021-01-01');
    expect(found).toHaveLength(34);
    expect(found.slice(0, 2)).toEqual(every('2020-08 25 27', 'T14:35 75 [private]'));
    expect(found.filter((line) => /^2020-(?:10-29|11-03)/.test(line))).toEqual([
      '2020-10-29T14:35 75 [private]',
      '2020-11-03T15:35 75 [private]',
    ]);
    expect(found.at(-1)).toBe('2020-12-17T15:35 75 [private]');
  });

  it('knows zones by what Outlook calls them, with a quotation mark that is never closed too', () => {
    expect(list('outlook-google/exchange-custom-tz.ics', '2019-04-01', '2019-06-01')).toEqual([
      '2019-04-30T02:00 180 Test event',
    ]);
    expect(list('outlook-google/windows-quoted-tz-rrule.ics', '2015-07-01', '2015-08-01')).toEqual(
      every('2015-07 06 07 08 09 10 11 12 13 14 15', 'T16:00 240 Treasure Hunting'),
    );
    expect(list('outlook-google/ms_timezones.ics', '2020-06-01', '2020-06-17')).toEqual(
      every('2020-06 09 10 11 12 13 15 16', "T07:00 30 Log Yesterday's Jira time"),
    );
    expect(list('outlook-google/Office-2012-owa.ics', '2020-10-01', '2020-11-07')).toEqual([
      '2020-10-28T02:30 90 TEST Syd',
      '2020-10-28T17:30 90 TEST',
      '2020-11-02T18:30 90 TEST 3',
      '2020-11-02T18:30 90 TEST2',
      '2020-11-05T18:30 90 TEST2',
      '2020-11-06T18:30 90 TEST2',
    ]);
  });

  it('ends with UNTIL in UTC, summer time reckoned', () => {
    const found = list('outlook-google/Office-2012-owa.ics', '2021-08-20', '2021-10-01');
    expect(found).toEqual(every('2021-08 20 26 27', 'T17:30 90 TEST2'));
  });

  it('says how many events of a long file it could not read', () => {
    const result = read(
      'outlook-google/large-file-with-late-error.ics',
      '2024-01-01',
      '2026-01-01',
    );
    // Days such as 30 February: four hundred others are read.
    expect(result.ok && result.warnings).toEqual([
      { code: 'event_unreadable', count: 6, example: 'Event 060' },
    ]);
    expect(result.ok && result.sessions.length).toBe(395);
  });
});
