import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import messages from '@/public/_locales/en_GB/messages.json' with { type: 'json' };
import { type Plan, placeSession } from '@/stores/core/plan';
import { buildAnnouncement, understand, understandWeekly } from '@/stores/core/plan-announcement';
import {
  dayInWords,
  fillText,
  hourInWords,
  planPlaces,
  timeInWords,
  unknownPlaces,
} from '@/stores/core/plan-words';
import { weightedLength } from '@/stores/core/weighted-length';
import { anyPlan, plan, session } from '../../../fixtures/plans.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 30, 9);
const announce = (given: Plan = plan(), now = NOW) => {
  const first = given.sessions[0];
  if (first === undefined) throw new Error('no session');
  return buildAnnouncement(given, placeSession(given, first), now);
};

describe('buildAnnouncement', { timeout: 60_000 }, () => {
  it('says day, date, hour and theme in words', () => {
    expect(announce().text).toBe(
      [
        '#polchat, Thursday 3 December, 1pm to 2pm UK time',
        '',
        'Theme: Getting people to public meetings',
        '',
        'Read first: https://example.org/meetings',
        'Guest host: @pretendcomms',
        'All welcome: answer with A1, A2 … and add the hashtag.',
      ].join('\n'),
    );
    expect(announce().understood).toBe('Getting people to public meetings');
  });

  it.each([
    'Fraud. What works? Who is next',
    'Body-worn video: help or hindrance?',
    'What was the best post of 2025?',
    'Trust, and how it is lost on Fridays',
    'Black Friday: what we learned on 27 November',
    'Vote! Elections, purdah and maybe more',
    'Is #commschat right about jargon?',
    'How was it for you?',
  ])('is understood on other machines: %s', (theme) => {
    expect(announce(plan({ sessions: [session({ theme })] })).understood).toBe(theme);
  });

  it('says so where no wording is understood', () => {
    const { understood } = announce(plan({ sessions: [session({ theme: 'Not decided yet' })] }));
    expect(understood).toBeNull();
  });

  it('leaves out what X has no room for, never the theme', () => {
    const theme = 'words '.repeat(33).trim();
    const { text, understood } = announce(plan({ sessions: [session({ theme })] }));
    expect(weightedLength(text)).toBeLessThanOrEqual(280);
    expect(text).not.toContain('All welcome');
    expect(understood).toBe(theme);
  });

  /** Themes as people write them: some words, some punctuation. */
  const theme = fc
    .tuple(
      fc.constantFrom('How', 'Why', 'Getting', 'Rural', 'Fraud', 'Trust and', 'Budgets:', 'Can we'),
      fc.array(
        fc.constantFrom(
          'crime',
          'people',
          'meetings',
          'we talk',
          'online',
          'the press',
          'and',
          'young',
          'victims,',
          'A&E',
          'road safety',
          '10 years',
          '2027',
          'on Facebook',
          'body-worn',
          'with less',
          'Welsh',
          'café',
          '– now',
          'at night',
        ),
        { minLength: 2, maxLength: 8 },
      ),
      fc.constantFrom('', '?', '!', ' (part 2)'),
    )
    .map(([first, rest, end]) => `${first} ${rest.join(' ').replace(/[,–\s]+$|^– /g, '')}${end}`);

  it('gives the theme back over generated plans, days and times of writing', () => {
    const given = fc.tuple(anyPlan, theme, fc.integer({ min: 0, max: 40 }), fc.nat({ max: 9 }));
    fc.assert(
      fc.property(given, ([base, words, week, days]) => {
        const id = new Date(Date.UTC(2026, 8, 7) + week * 7 * DAY).toISOString().slice(0, 10);
        const own = session({ id, theme: words });
        const made = { ...base, sessions: [own] };
        const slot = placeSession(made, own);
        const { text, understood } = buildAnnouncement(made, slot, slot.start - days * DAY - 1);
        expect(understood).toBe(words.replace(/!$/, ''));
        expect(weightedLength(text)).toBeLessThanOrEqual(280);
      }),
      { numRuns: 300 },
    );
  });

  it('need not be written for the next session where the wrap-up names its theme', () => {
    const next = session({ id: '2026-12-07', theme: 'Wildlife crime' });
    const given = plan({ sessions: [session(), next] });
    const wrap = fillText(
      messages.plan_text_wrap.message,
      planPlaces(given, placeSession(given, session())),
    );
    const at = Date.UTC(2026, 11, 3, 13, 59);
    const text = `${wrap} #polchat`;
    expect(understand(given, text, placeSession(given, next), at)).toBe('Wildlife crime');
  });

  it.each([
    ['when it is as always', null, '2026-12-03T13:00'],
    ['on the day before', '2026-12-02T13:00', '2026-12-03T13:00'],
    ['two days before', '2026-12-01T13:00', null],
    ['in the evening', '2026-12-03T19:00', '2026-12-03T13:00'],
  ])('says what a machine without the calendar makes of a session %s', (_, at, usual) => {
    const given = plan({ sessions: [session({ at })] });
    const slot = placeSession(given, session({ at }));
    const { text, understood } = announce(given);
    expect(understood).toBe('Getting people to public meetings');
    const read = understandWeekly(given, text, slot, NOW);
    expect(read && new Date(read.start).toISOString().slice(0, 16)).toBe(usual);
  });

  it('is understood for its own session only', () => {
    const first = plan().sessions[0];
    const given = plan();
    if (first === undefined) throw new Error();
    const slot = placeSession(given, first);
    const other = { ...slot, start: slot.start + 7 * DAY, end: slot.end + 7 * DAY };
    expect(understand(given, announce().text, other, NOW)).toBeNull();
  });
});

describe('words of the plan', () => {
  it('cannot be misread', () => {
    expect(dayInWords(Date.UTC(2027, 2, 4))).toBe('Thursday 4 March');
    const times = ['00:00', '00:30', '09:05', '12:00', '12:30', '13:00', '23:59'];
    expect(times.map((time) => timeInWords(Date.parse(`2026-12-03T${time}Z`)))).toEqual([
      'midnight',
      '12:30am',
      '9:05am',
      'noon',
      '12:30pm',
      '1pm',
      '11:59pm',
    ]);
    const summer = { start: Date.UTC(2026, 5, 18, 12), end: Date.UTC(2026, 5, 18, 13) };
    expect(hourInWords(summer, 'Europe/London')).toBe('1pm to 2pm UK time');
    expect(hourInWords(summer, 'America/New_York')).toBe('8am to 9am New York time');
  });

  it('fills the braces, and leaves those it knows nothing for', () => {
    const given = plan({
      sessions: [
        session(),
        session({ id: '2026-12-14', theme: 'Wildlife' }),
        session({ id: '2026-12-07', cancelled: true }),
      ],
    });
    const slot = placeSession(given, session());
    expect(fillText('{Theme} on {date}. Next: {next}. {link}', planPlaces(given, slot))).toBe(
      'Getting people to public meetings on Thursday 3 December. Next: Thursday 17 December, 1pm: Wildlife. {link}',
    );
    expect(unknownPlaces('{theme} {them} {Next}')).toEqual(['them']);
  });
});
