import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { createBudget, expandRule } from '@/stores/core/calendar-recur';
import { parseRule } from '@/stores/core/calendar-rule';

const wall = (text: string) => Date.parse(`${text}Z`);
const jcal = (rule: string) => (ICAL.parse.property(`RRULE:${rule}`) as unknown[])[3];

function expand(rule: string, start: string, to: string, from = start, left = 100_000) {
  const parsed = parseRule(jcal(rule));
  if (parsed === undefined) return [];
  const window = { from: wall(from), to: wall(to), until: Number.POSITIVE_INFINITY };
  return expandRule(parsed, wall(start), window, createBudget(left)).map((ms) =>
    new Date(ms).toISOString().slice(0, 16),
  );
}
const days = (list: string[]) => list.map((time) => time.slice(0, 10));

describe('expandRule', () => {
  // Examples of RFC 5545, 3.8.5.3, with the dates it gives.
  it.each([
    [
      'FREQ=DAILY;INTERVAL=10;COUNT=5',
      '1997-09-02',
      '1999-01-01',
      '1997-09-02 1997-09-12 1997-09-22 1997-10-02 1997-10-12',
    ],
    [
      'FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH',
      '1997-09-02',
      '1999-01-01',
      '1997-09-02 1997-09-04 1997-09-16 1997-09-18 1997-09-30 1997-10-02 1997-10-14 1997-10-16',
    ],
    [
      'FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3',
      '1997-09-04',
      '1999-01-01',
      '1997-09-04 1997-10-07 1997-11-06',
    ],
    [
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2',
      '1997-09-29',
      '1998-01-01',
      '1997-09-29 1997-10-30 1997-11-27 1997-12-30',
    ],
    [
      'FREQ=MONTHLY;INTERVAL=2;BYDAY=TU',
      '1997-09-02',
      '1998-01-01',
      '1997-09-02 1997-09-09 1997-09-16 1997-09-23 1997-09-30 1997-11-04 1997-11-11 1997-11-18 1997-11-25',
    ],
    [
      'FREQ=MONTHLY;BYMONTHDAY=-3;COUNT=4',
      '1997-09-28',
      '1999-01-01',
      '1997-09-28 1997-10-29 1997-11-28 1997-12-29',
    ],
    [
      'FREQ=YEARLY;COUNT=5;BYMONTH=6,7',
      '1997-06-10',
      '2001-01-01',
      '1997-06-10 1997-07-10 1998-06-10 1998-07-10 1999-06-10',
    ],
    ['FREQ=YEARLY;BYDAY=20MO', '1997-05-19', '2000-01-01', '1997-05-19 1998-05-18 1999-05-17'],
    [
      'FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO',
      '1997-05-12',
      '2000-01-01',
      '1997-05-12 1998-05-11 1999-05-17',
    ],
    [
      'FREQ=YEARLY;BYMONTH=3;BYDAY=TH',
      '1997-03-13',
      '1998-06-01',
      '1997-03-13 1997-03-20 1997-03-27 1998-03-05 1998-03-12 1998-03-19 1998-03-26',
    ],
    [
      'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13',
      '1998-02-13',
      '1999-12-01',
      '1998-02-13 1998-03-13 1998-11-13 1999-08-13',
    ],
    [
      'FREQ=YEARLY;INTERVAL=3;COUNT=4;BYYEARDAY=1,100,200',
      '1997-01-01',
      '2001-01-01',
      '1997-01-01 1997-04-10 1997-07-19 2000-01-01',
    ],
  ])('%s', (rule, start, to, expected) => {
    const found = expand(rule, `${start}T09:00:00`, `${to}T00:00:00`);
    expect(days(found)).toEqual(expected.split(' '));
  });

  it('begins with its start, on the rule or not', () => {
    const found = expand(
      'FREQ=WEEKLY;BYDAY=TH;COUNT=3',
      '2026-01-05T13:00:00',
      '2026-12-01T00:00:00',
    );
    expect(days(found)).toEqual(['2026-01-05', '2026-01-08', '2026-01-15']);
  });

  it('finds the US election day (RFC 5545: every four years, first Tuesday after a Monday)', () => {
    const rule = 'FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8';
    expect(days(expand(rule, '1996-11-05T09:00:00', '2005-01-01T00:00:00'))).toEqual([
      '1996-11-05',
      '2000-11-07',
      '2004-11-02',
    ]);
  });

  it('lets the beginning of the week decide (RFC 5545, WKST)', () => {
    const rule = 'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=';
    const from = '1997-08-05T09:00:00';
    const to = '1998-01-01T00:00:00';
    expect(days(expand(`${rule}MO`, from, to))).toEqual([
      '1997-08-05',
      '1997-08-10',
      '1997-08-19',
      '1997-08-24',
    ]);
    expect(days(expand(`${rule}SU`, from, to))).toEqual([
      '1997-08-05',
      '1997-08-17',
      '1997-08-19',
      '1997-08-31',
    ]);
  });

  it('repeats within the day', () => {
    expect(
      expand('FREQ=HOURLY;INTERVAL=3;COUNT=3', '1997-09-02T09:00:00', '1997-09-03T00:00:00'),
    ).toEqual(['1997-09-02T09:00', '1997-09-02T12:00', '1997-09-02T15:00']);
    expect(
      expand('FREQ=MINUTELY;INTERVAL=90;COUNT=3', '1997-09-02T09:00:00', '1997-09-03T00:00:00'),
    ).toEqual(['1997-09-02T09:00', '1997-09-02T10:30', '1997-09-02T12:00']);
    expect(
      expand(
        'FREQ=DAILY;BYHOUR=9,10;BYMINUTE=0,30;COUNT=5',
        '1997-09-02T09:00:00',
        '1997-09-05T00:00:00',
      ),
    ).toEqual([
      '1997-09-02T09:00',
      '1997-09-02T09:30',
      '1997-09-02T10:00',
      '1997-09-02T10:30',
      '1997-09-03T09:00',
    ]);
  });

  it('counts from the beginning even where the window begins later', () => {
    const rule = 'FREQ=WEEKLY;BYDAY=TH;COUNT=3';
    expect(
      days(expand(rule, '2026-01-01T13:00:00', '2027-01-01T00:00:00', '2026-01-10T00:00:00')),
    ).toEqual(['2026-01-15']);
  });

  it('leaves out months that have no such day', () => {
    expect(days(expand('FREQ=MONTHLY', '2026-01-31T13:00:00', '2026-06-01T00:00:00'))).toEqual([
      '2026-01-31',
      '2026-03-31',
      '2026-05-31',
    ]);
    expect(days(expand('FREQ=YEARLY', '2024-02-29T13:00:00', '2033-01-01T00:00:00'))).toEqual([
      '2024-02-29',
      '2028-02-29',
      '2032-02-29',
    ]);
  });

  it.each([
    ['FREQ=SECONDLY'],
    ['FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30'],
    ['FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30'],
    ['FREQ=WEEKLY;INTERVAL=1000000000'],
    ['FREQ=YEARLY;INTERVAL=999999'],
    ['FREQ=MINUTELY;COUNT=1000000000'],
    ['FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6'],
  ])('comes back from %s', (rule) => {
    const budget = createBudget(20_000);
    const parsed = parseRule(jcal(rule));
    if (parsed === undefined) throw new Error('unreadable');
    const window = {
      from: wall('2026-01-01T00:00:00'),
      to: wall('2027-01-01T00:00:00'),
      until: Number.POSITIVE_INFINITY,
    };
    expect(
      expandRule(parsed, wall('1970-01-01T13:00:00'), window, budget).length,
    ).toBeLessThanOrEqual(2000);
    // One step may overdraw it, by a year's days at most and what it found.
    expect(budget.left).toBeGreaterThan(-20_000);
  });

  it('says that something was left out', () => {
    const budget = createBudget(500);
    const parsed = parseRule(jcal('FREQ=DAILY;COUNT=100000'));
    if (parsed === undefined) throw new Error('unreadable');
    const window = { from: 0, to: wall('2027-01-01T00:00:00'), until: Number.POSITIVE_INFINITY };
    expandRule(parsed, 0, window, budget);
    expect(budget.cut).toBe(true);
  });

  it('agrees with ical.js on rules that it handles well', () => {
    const weekday = fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU');
    const weekdays = fc.uniqueArray(weekday, { minLength: 1, maxLength: 4 });
    const interval = fc.integer({ min: 1, max: 4 });
    const rule = fc.oneof(
      fc.tuple(interval, weekdays).map(([n, list]) => `FREQ=WEEKLY;INTERVAL=${n};BYDAY=${list}`),
      interval.map((n) => `FREQ=DAILY;INTERVAL=${n}`),
      fc
        .tuple(interval, fc.constantFrom(1, 2, 3, 4, -1), weekday)
        .map(([n, nth, day]) => `FREQ=MONTHLY;INTERVAL=${n};BYDAY=${nth}${day}`),
      fc
        .tuple(interval, fc.integer({ min: 1, max: 28 }))
        .map(([n, day]) => `FREQ=MONTHLY;INTERVAL=${n};BYMONTHDAY=${day}`),
      fc
        .tuple(fc.integer({ min: 1, max: 12 }), fc.constantFrom(1, 2, -1), weekday)
        .map(([month, nth, day]) => `FREQ=YEARLY;BYMONTH=${month};BYDAY=${nth}${day}`),
    );
    const start = fc
      .integer({ min: 0, max: 3000 })
      .map((n) => Date.UTC(2020, 0, 1, 13) + n * 86_400_000);
    fc.assert(
      fc.property(rule, start, fc.integer({ min: 0, max: 1500 }), (text, first, later) => {
        const from = first + later * 86_400_000;
        const to = from + 400 * 86_400_000;
        const parsed = parseRule(jcal(text));
        if (parsed === undefined) throw new Error('unreadable');
        const window = { from, to, until: Number.POSITIVE_INFINITY };
        const ours = expandRule(parsed, first, window, createBudget(100_000));
        expect(ours.filter((ms) => ms > first)).toEqual(
          oracle(text, first, from, to).filter((ms) => ms > first),
        );
      }),
      { numRuns: 200 },
    );
  });
});

function oracle(rule: string, start: number, from: number, to: number): number[] {
  const iterator = ICAL.Recur.fromString(rule).iterator(
    ICAL.Time.fromString(new Date(start).toISOString().slice(0, 19), undefined as never),
  );
  const found: number[] = [];
  for (;;) {
    const time = iterator.next();
    const ms = time === null ? Number.POSITIVE_INFINITY : wall(time.toString());
    if (ms > to) return found;
    if (ms >= from) found.push(ms);
  }
}

describe('parseRule', () => {
  it('refuses what is no rule of ours', () => {
    expect(parseRule(undefined)).toBeUndefined();
    expect(parseRule('FREQ=WEEKLY')).toBeUndefined();
    expect(parseRule({ freq: 'FORTNIGHTLY' })).toBeUndefined();
    expect(parseRule({ freq: 'YEARLY', rscale: 'CHINESE' })).toBeUndefined();
  });

  it('leaves out parts that make no sense', () => {
    const rule = parseRule({
      freq: 'WEEKLY',
      interval: -3,
      count: 'x',
      byday: ['TH', 'TH', '9XX'],
      bymonth: [13, 2],
    });
    expect(rule).toMatchObject({
      interval: 1,
      count: null,
      byDay: [{ n: 0, weekday: 4 }],
      byMonth: [2],
    });
  });
});
