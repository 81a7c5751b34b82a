import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { readCalendar } from '@/stores/core/calendar';
import { planSchedule } from '@/stores/core/plan';
import { type Published, writePlan } from '@/stores/core/plan-calendar';
import { readPlan } from '@/stores/core/plan-calendar-read';
import { changeSession } from '@/stores/core/plan-edit';
import { anyPlan, plan, session } from '../../../fixtures/plans.ts';

const NOW = Date.UTC(2026, 10, 20, 9);
const write = (given = plan(), published: Published = {}, now = NOW) =>
  writePlan(given, published, now);
const unfold = (text: string) => text.replaceAll(/\r\n[ \t]/g, '');

/** What other programs make of a calendar's text without changing what it says. */
const QUIRKS: Record<string, (text: string) => string> = {
  'LF only': (text) => text.replaceAll('\r\n', '\n'),
  'folded elsewhere, with tabs': (text) =>
    unfold(text)
      .split('\r\n')
      .map((line) => line.replace(/(?!^)(?=(?:.{31})+$)/gu, '\r\n\t'))
      .join('\r\n'),
  'not folded at all': unfold,
  'lower-case names and a byte order mark': (text) =>
    `\uFEFF${unfold(text).replace(/^(?!BEGIN|END)[A-Z-]+/gm, (name) => name.toLowerCase())}`,
  'line breaks as a capital N': (text) => unfold(text).replace(/(?<!\\)((?:\\\\)*)\\n/g, '$1\\N'),
  'events in another order': (text) => {
    const events = unfold(text).match(/BEGIN:VEVENT[\s\S]*?END:VEVENT\r\n/g) ?? [];
    return unfold(text).replace(/BEGIN:VEVENT[\s\S]*END:VEVENT\r\n/, () =>
      events.reverse().join(''),
    );
  },
};

describe('a plan as a calendar', { timeout: 60_000 }, () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(anyPlan, (given) => {
        const { text, published } = write(given);
        expect(readPlan(text, 'polchat', 'Europe/London')).toEqual({ plan: given, published });
      }),
      { numRuns: 300 },
    );
  });

  it.each(Object.entries(QUIRKS))('comes back through other writers: %s', (_, rewrite) => {
    fc.assert(
      fc.property(anyPlan, (given) => {
        const { text, published } = write(given);
        expect(readPlan(rewrite(text), 'polchat', 'Europe/London')).toEqual({
          plan: given,
          published,
        });
      }),
      { numRuns: 60 },
    );
  });

  it('says to Polchat on other machines what the plan says here', () => {
    fc.assert(
      fc.property(anyPlan, (given) => {
        const from = Date.UTC(2026, 0, 5);
        const to = Date.UTC(2028, 6, 1);
        const options = { hashtag: 'polchat', from, to, name: 'polchat.ics', url: null };
        const read = readCalendar(write(given).text, { ...options, timeZone: given.rule.timeZone });
        const { sessions, usual } = planSchedule(given, 'polchat.ics', from, to);
        const own = [...sessions, ...usual];
        const plain = (list: typeof own) =>
          list
            .map(({ start, end, theme, questions, hosts, reading }) =>
              JSON.stringify({ start, end, theme, questions, hosts, reading }),
            )
            .sort();
        if (!read.ok) throw new Error(read.error.code);
        expect(read.warnings).toEqual([]);
        expect(plain(read.sessions)).toEqual(plain(own));
      }),
      { numRuns: 150 },
    );
  });

  const readHere = (text: string) => {
    const span = { from: Date.UTC(2026, 11, 1), to: Date.UTC(2026, 11, 5) };
    const options = { hashtag: 'polchat', timeZone: 'Europe/London', name: '', url: null };
    const read = readCalendar(text, { ...options, ...span });
    return read.ok ? read.sessions : [];
  };

  it.each([
    'Cancelled: events and how we tell people',
    'Theme: parks',
    'Re: your letter',
    'Topic – dogs',
  ])('names a theme so that programs which drop our own lines keep it: %s', (theme) => {
    const { text } = write(plan({ sessions: [session({ theme })] }));
    const theirs = unfold(text).replaceAll(/X-POLCHAT.*\r\n/g, '');
    expect(readHere(theirs).map((one) => one.theme)).toEqual([theme]);
  });

  it('believes its own words only while title and description still say the same', () => {
    const questions = [{ text: 'Is <b> or <i> better?', after: 5 }];
    const text = unfold(
      write(plan({ sessions: [session({ theme: 'Live chat', questions })] })).text,
    );
    expect(readHere(text)[0]).toMatchObject({
      theme: 'Live chat',
      questions: [{ label: 'Q1', text: 'Is <b> or <i> better?' }],
    });
    const [renamed] = readHere(
      text.replace('SUMMARY:#polchat: Live chat', 'SUMMARY:#polchat: Fraud'),
    );
    expect(renamed?.theme).toBe('Fraud');
    expect(readHere(text.replace('SUMMARY:#polchat', 'SUMMARY:Cancelled: #polchat'))).toEqual([]);
    const [asked] = readHere(text.replace('Q1: Is <b> or <i> better?', 'Q1: Which is better?'));
    expect(asked?.questions).toEqual([{ label: 'Q1', text: 'Which is better?' }]);
  });

  it('keeps to RFC 5545: CRLF, lines of at most 75 octets, valid to ical.js', () => {
    fc.assert(
      fc.property(anyPlan, (given) => {
        const { text } = write(given);
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        for (const line of text.split('\r\n'))
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        const uids = new ICAL.Component(ICAL.parse(text) as never)
          .getAllSubcomponents('vevent')
          .map((event) =>
            ['uid', 'recurrence-id'].map((name) => event.getFirstPropertyValue(name)).join(),
          );
        expect(new Set(uids).size).toBe(uids.length);
      }),
      { numRuns: 100 },
    );
  });

  it('describes London with both changes of the clock, as the calendar that comes with Polchat does', () => {
    const zone = /BEGIN:VTIMEZONE[\s\S]*END:VTIMEZONE/.exec(write().text)?.[0];
    expect(zone?.split('\r\n')).toEqual([
      'BEGIN:VTIMEZONE',
      'TZID:Europe/London',
      'X-LIC-LOCATION:Europe/London',
      'BEGIN:DAYLIGHT',
      'DTSTART:20260329T010000',
      'TZNAME:BST',
      'TZOFFSETFROM:+0000',
      'TZOFFSETTO:+0100',
      'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
      'END:DAYLIGHT',
      'BEGIN:STANDARD',
      'DTSTART:20261025T020000',
      'TZNAME:GMT',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0000',
      'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
      'END:STANDARD',
      'END:VTIMEZONE',
    ]);
  });

  it('is the same file while nothing changes', () => {
    const first = write();
    expect(write(plan(), first.published, NOW + 86_400_000)).toEqual(first);
  });

  it('raises SEQUENCE of what changed alone, also back again', () => {
    const sequences = (text: string) =>
      [...text.matchAll(/SEQUENCE:(\d+)/g)].map(([, n]) => Number(n));
    const first = write();
    expect(sequences(first.text)).toEqual([0, 0]);
    const changed = changeSession(plan(), '2026-11-30', { theme: 'Something else' });
    const second = write(changed, first.published, NOW + 1000);
    expect(sequences(second.text)).toEqual([0, 1]);
    const third = write(plan(), second.published, NOW + 2000);
    expect(sequences(third.text)).toEqual([0, 2]);
  });

  it('takes back what calendars were told', () => {
    const first = write(
      plan({ sessions: [session(), session({ id: 'extra-1', at: '2026-12-08T19:00' })] }),
    );
    const { text } = write(plan({ sessions: [] }), first.published, NOW + 1000);
    const options = {
      hashtag: 'polchat',
      timeZone: 'Europe/London',
      from: Date.UTC(2026, 11, 1),
      to: Date.UTC(2026, 11, 14),
      name: '',
      url: null,
    };
    const read = readCalendar(text, options);
    expect(read.ok && read.sessions.map(({ theme }) => theme)).toEqual([null, null]);
    expect(text).toContain('STATUS:CANCELLED');
  });

  it('takes a cancelled session out, and brings it back with a higher SEQUENCE', () => {
    const first = write();
    const off = changeSession(plan(), '2026-11-30', { cancelled: true });
    const second = write(off, first.published, NOW + 1000);
    expect(second.text).toContain('EXDATE;TZID=Europe/London:20261203T130000');
    expect(readPlan(second.text, 'polchat', 'Europe/London')?.plan).toEqual(off);
    const third = write(plan(), second.published, NOW + 2000);
    expect(unfold(third.text)).toMatch(/Getting people[\s\S]*SEQUENCE:1\r\n/);
  });

  it('is no plan where there is no weekly event, and never throws', () => {
    expect(readPlan('BEGIN:VCALENDAR\nEND:VCALENDAR', 'polchat', 'Europe/London')).toBeUndefined();
    fc.assert(
      fc.property(fc.string(), fc.nat(), (noise, at) => {
        const { text } = write();
        const place = at % text.length;
        readPlan(text.slice(0, place) + noise + text.slice(place), 'polchat', 'Europe/London');
      }),
    );
  });
});
