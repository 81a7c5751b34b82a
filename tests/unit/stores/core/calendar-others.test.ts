import { describe, expect, it } from 'vitest';
import { readCalendar } from '@/stores/core/calendar';

const at = (text: string) => Date.parse(`${text}Z`);
const iso = (ms: number) => new Date(ms).toISOString().slice(0, 16);
const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'];

/** "2026-12-03T13:00 theme" of each, "all day" where it is one. */
function read(parts: string[][], hashtag = 'polchat'): string[] {
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', ...parts.flat(), 'END:VCALENDAR', ''];
  const result = readCalendar(lines.join('\r\n'), {
    timeZone: 'Europe/London',
    hashtag,
    from: at('2026-06-01T00:00'),
    to: at('2027-02-01T00:00'),
    name: 'test.ics',
    url: null,
  });
  if (!result.ok) throw new Error(result.error.code);
  return result.sessions.map(({ start, theme, allDay }) =>
    [iso(start), ...(allDay ? ['all day'] : []), theme].join(' ').trim(),
  );
}

/** London's rules under another name, or winter time alone. */
function zone(name: string, summer: boolean): string[] {
  const part = (kind: string, month: number, from: string, to: string) => [
    `BEGIN:${kind}`,
    `DTSTART:1995${month < 10 ? '0' : ''}${month}29T010000`,
    `TZOFFSETFROM:${from}`,
    `TZOFFSETTO:${to}`,
    `RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=${month}`,
    `END:${kind}`,
  ];
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${name}`,
    ...part('STANDARD', 10, summer ? '+0100' : '+0000', '+0000'),
    ...(summer ? part('DAYLIGHT', 3, '+0000', '+0100') : []),
    'END:VTIMEZONE',
  ];
}

describe('readCalendar, short names of zones', () => {
  it.each(['GMT', 'UTC', 'EST', 'Etc/GMT', 'GMT+0'])(
    'believes a VTIMEZONE of %s that has summer time',
    (name) => {
      const july = event('UID:a', `DTSTART;TZID=${name}:20260702T130000`, 'SUMMARY:Dogs');
      expect(read([zone(name, true), july])).toEqual(['2026-07-02T12:00 Dogs']);
    },
  );

  it('takes the name at its word where the file knows no summer time, or no zone at all', () => {
    const july = event('UID:a', 'DTSTART;TZID=GMT:20260702T130000', 'SUMMARY:Dogs');
    expect(read([zone('GMT', false), july])).toEqual(['2026-07-02T13:00 Dogs']);
    expect(read([july])).toEqual(['2026-07-02T13:00 Dogs']);
  });

  it('goes by the browser’s own rules for a place', () => {
    const july = event('UID:a', 'DTSTART;TZID=America/New_York:20260702T080000', 'SUMMARY:Dogs');
    expect(read([zone('America/New_York', true), july])).toEqual(['2026-07-02T12:00 Dogs']);
  });
});

describe('readCalendar, whole days as Outlook writes them', () => {
  const day = 'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE';
  it.each([
    ['DTSTART;TZID=Europe/London:20260702T000000', 'DTEND;TZID=Europe/London:20260703T000000'],
    [
      'DTSTART;TZID=America/New_York:20260702T000000',
      'DTEND;TZID=America/New_York:20260703T000000',
    ],
    ['DTSTART:20260701T230000Z', 'DTEND:20260702T230000Z'],
    ['DTSTART:20260702T000000', 'DTEND:20260703T000000'],
  ])('is the day of %s', (start, end) => {
    expect(read([event('UID:a', start, end, day, 'SUMMARY:Dogs')])).toEqual([
      '2026-07-01T23:00 all day Dogs',
    ]);
  });

  it('is an hour where it says FALSE', () => {
    const hour = [
      'DTSTART:20260702T120000Z',
      'DTEND:20260702T130000Z',
      day.replace('TRUE', 'FALSE'),
    ];
    expect(read([event('UID:a', ...hour, 'SUMMARY:Dogs')])).toEqual(['2026-07-02T12:00 Dogs']);
  });

  it('takes instances out of its series by their midnights', () => {
    const weekly = [
      'DTSTART;TZID=Europe/London:20260702T000000',
      'DTEND;TZID=Europe/London:20260703T000000',
      'RRULE:FREQ=WEEKLY;COUNT=3',
      'EXDATE;TZID=Europe/London:20260709T000000',
    ];
    expect(read([event('UID:a', ...weekly, day, 'SUMMARY:Dogs')])).toEqual([
      '2026-07-01T23:00 all day Dogs',
      '2026-07-15T23:00 all day Dogs',
    ]);
  });
});

describe('readCalendar, what else is in a calendar', () => {
  const titled = (summary: string) =>
    event('UID:a', 'DTSTART:20261203T130000Z', `SUMMARY:${summary}`);

  it.each(['#commschat: Writing', 'Weekly #CommsChat – Writing', '#nhschat', '#lghour | Bins'])(
    'leaves out another chat: %s',
    (summary) => {
      expect(read([titled(summary)])).toEqual([]);
    },
  );

  it.each([
    ['#nhschat joins #polchat: Winter', '#nhschat joins #polchat: Winter'],
    ['#OurDay: what we posted', '#OurDay: what we posted'],
    ['#commschat and us', '#commschat and us'],
    ['#polchat: #commschat, friend or foe?', '#commschat, friend or foe?'],
  ])('keeps what is ours: %s', (summary, theme) => {
    expect(read([titled(summary)])).toEqual([`2026-12-03T13:00 ${theme}`]);
  });

  it('keeps the other chat’s for those who follow it', () => {
    expect(read([titled('#commschat: Writing')], 'commschat')).toEqual([
      '2026-12-03T13:00 Writing',
    ]);
  });

  it.each(['Busy', 'BUSY', 'Free', 'Tentative', 'Private appointment', 'Out of office'])(
    'takes no theme from %s',
    (summary) => {
      expect(read([titled(summary)])).toEqual(['2026-12-03T13:00']);
    },
  );
});

describe('readCalendar, overrides from before the series was moved', () => {
  const moved = (sequence: number) =>
    event(
      'UID:a',
      `SEQUENCE:${sequence}`,
      'DTSTART:20261203T123000Z',
      'RRULE:FREQ=WEEKLY;COUNT=2',
      'SUMMARY:#polchat',
    );
  const override = (time: string, sequence = 0) =>
    event(
      'UID:a',
      `SEQUENCE:${sequence}`,
      `RECURRENCE-ID:20261210T${time}Z`,
      `DTSTART:20261210T${time}Z`,
      'SUMMARY:#polchat: Dogs',
    );

  it('drops one of an instance that is no more', () => {
    expect(read([moved(1), override('130000')])).toEqual(['2026-12-03T12:30', '2026-12-10T12:30']);
  });

  it('keeps one that is as new as the series, and one of an instance that is still there', () => {
    expect(read([moved(1), override('130000', 1)])).toContain('2026-12-10T13:00 Dogs');
    expect(read([moved(1), override('123000')])).toEqual([
      '2026-12-03T12:30',
      '2026-12-10T12:30 Dogs',
    ]);
  });
});
