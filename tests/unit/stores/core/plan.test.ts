import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createPlan,
  nextSlot,
  placeSession,
  planSchedule,
  readGuests,
  readHandles,
  slotsBetween,
  tidySession,
} from '@/stores/core/plan';
import {
  addExtra,
  changeRule,
  changeSession,
  moveQuestion,
  takeOver,
} from '@/stores/core/plan-edit';
import { change, createHistory, redo, undo } from '@/stores/core/plan-history';
import { parsePlan } from '@/stores/core/plan-parse';
import { usualRule } from '@/stores/core/plan-usual';
import { mergeSessions, type Session } from '@/stores/core/schedule';
import { sessionAt } from '@/tests/fixtures/session';
import { anyPlan, plan, session, TEXTS } from '../../../fixtures/plans.ts';

const DAY = 86_400_000;
const at = (text: string) => Date.parse(`${text}Z`);
const iso = (ms: number) => new Date(ms).toISOString().slice(0, 16);
const starts = (given = plan(), from = '2026-11-30T00:00', to = '2026-12-31T00:00') =>
  slotsBetween(given, at(from), at(to)).map(({ start }) => iso(start));

describe('the sessions of a plan', () => {
  it('are the rule’s, week after week, at the same time on the wall', () => {
    expect(starts(plan({ sessions: [] }), '2027-03-15T00:00', '2027-04-10T00:00')).toEqual([
      '2027-03-18T13:00',
      '2027-03-25T13:00',
      '2027-04-01T12:00',
      '2027-04-08T12:00',
    ]);
  });

  it('begin in the week of the plan, and go where they are moved to', () => {
    const given = plan({
      sessions: [
        session({ id: '2026-12-07', at: '2026-12-09T19:30' }),
        session({ id: 'extra-1', at: '2026-12-20T10:00', minutes: 30 }),
      ],
    });
    expect(starts(given, '2026-01-01T00:00')).toEqual([
      '2026-12-03T13:00',
      '2026-12-09T19:30',
      '2026-12-17T13:00',
      '2026-12-20T10:00',
      '2026-12-24T13:00',
    ]);
  });

  it('are found next without those that are cancelled', () => {
    const given = plan({ sessions: [session({ id: '2026-12-07', cancelled: true })] });
    expect(iso(nextSlot(given, at('2026-12-03T13:00'))?.start ?? 0)).toBe('2026-12-17T13:00');
  });

  it('begin with a plan of nothing', () => {
    const { rule } = plan();
    const made = createPlan('u', 'polchat', rule, TEXTS, at('2026-12-06T22:00'));
    expect(made).toEqual({
      uid: 'u',
      hashtag: 'polchat',
      since: '2026-11-30',
      rule,
      texts: TEXTS,
      sessions: [],
    });
  });
});

describe('a plan as the first source of the schedule', () => {
  const calendar: Session[] = ['2026-12-03T13:00', '2026-12-10T13:00', '2026-12-17T13:00'].map(
    (start) =>
      sessionAt(at(start), {
        theme: 'From the calendar',
        source: { kind: 'calendar', name: 'x', url: null },
      }),
  );
  const merged = (given = plan()) =>
    mergeSessions(
      [
        { kind: 'calendar', sessions: calendar },
        {
          kind: 'plan',
          ...planSchedule(given, 'plan', at('2026-11-30T00:00'), at('2026-12-20T00:00')),
        },
      ],
      at('2026-11-30T00:00'),
    ).map(({ start, theme }) => `${iso(start)} ${theme}`);

  it('counts before the calendar, which fills what is not planned', () => {
    expect(merged()).toEqual([
      '2026-12-03T13:00 Getting people to public meetings',
      '2026-12-10T13:00 From the calendar',
      '2026-12-17T13:00 From the calendar',
    ]);
  });

  it('tells what was planned from the weeks that are as always', () => {
    const { sessions, usual } = planSchedule(
      plan(),
      'plan',
      at('2026-11-30T00:00'),
      at('2026-12-20T00:00'),
    );
    expect(sessions.map(({ start }) => iso(start))).toEqual(['2026-12-03T13:00']);
    expect(usual.map(({ start }) => iso(start))).toEqual(['2026-12-10T13:00', '2026-12-17T13:00']);
  });

  it('takes cancelled and moved sessions out of what a calendar still says', () => {
    const given = plan({
      sessions: [
        session({ cancelled: true }),
        session({ id: '2026-12-07', at: '2026-12-09T13:00', theme: 'Moved' }),
      ],
    });
    expect(merged(given)).toEqual(['2026-12-09T13:00 Moved', '2026-12-17T13:00 From the calendar']);
  });
});

describe('changes of a plan', () => {
  it('keep the others, and leave no entry where nothing is planned', () => {
    const one = changeSession(plan(), '2026-12-07', { theme: 'Wildlife' });
    expect(one.sessions.map(({ theme }) => theme)).toEqual([
      'Getting people to public meetings',
      'Wildlife',
    ]);
    expect(changeSession(one, '2026-12-07', { theme: '' })).toEqual(plan());
    expect(changeSession(plan(), '2026-12-07', { at: '2026-12-10T13:00', minutes: 60 })).toEqual(
      plan(),
    );
  });

  it('give extra sessions numbers of their own', () => {
    const one = addExtra(plan(), '2026-12-08T19:00');
    const two = addExtra(one.plan, '2026-12-09T19:00');
    expect([one.id, two.id]).toEqual(['extra-1', 'extra-2']);
  });

  it('take over all but the day', () => {
    const next = takeOver(
      plan(),
      '2026-12-07',
      session({ at: '2026-12-01T10:00', cancelled: true }),
    );
    expect(next.sessions[1]).toEqual({ ...session(), id: '2026-12-07' });
  });

  it('move a question and leave the minutes in their places', () => {
    const list = [
      { text: 'a', after: 5 },
      { text: 'b', after: 9 },
      { text: 'c', after: 12 },
    ];
    expect(moveQuestion(list, 2, 0)).toEqual([
      { text: 'c', after: 5 },
      { text: 'a', after: 9 },
      { text: 'b', after: 12 },
    ]);
    expect(moveQuestion(list, 7, 0)).toEqual(list);
  });

  it('move the weekly hour from now on, and nothing that is over', () => {
    const given = plan({ sessions: [session(), session({ id: '2026-12-07' })] });
    const rule = { ...given.rule, weekday: 3, time: '12:00', minutes: 45 };
    const moved = changeRule(given, rule, at('2026-12-05T00:00'));
    expect(starts(moved)).toEqual([
      '2026-12-03T13:00',
      '2026-12-09T12:00',
      '2026-12-16T12:00',
      '2026-12-23T12:00',
      '2026-12-30T12:00',
    ]);
    const [old] = slotsBetween(moved, at('2026-12-03T00:00'), at('2026-12-04T00:00'));
    expect((old?.end ?? 0) - (old?.start ?? 0)).toBe(3_600_000);
  });
});

describe('another weekly time', () => {
  it('moves nothing that is to come into the past', () => {
    const rule = { ...plan().rule, weekday: 2 };
    const moved = changeRule(plan(), rule, at('2026-12-02T12:00'));
    expect(starts(moved)[0]).toBe('2026-12-03T13:00');
    expect(changeRule(moved, plan().rule, at('2026-12-02T12:00'))).toEqual(plan());
  });

  it('leaves past sessions as long as they were, moved and extra ones too', () => {
    const given = plan({
      sessions: [
        session({ at: '2026-12-02T10:00' }),
        session({ id: '2026-12-07' }),
        session({ id: '2027-01-04', at: '2027-01-05T10:00' }),
        session({ id: 'extra-1', at: '2026-12-04T10:00' }),
      ],
    });
    const longer = changeRule(given, { ...given.rule, minutes: 120 }, at('2026-12-20T00:00'));
    const lengths = longer.sessions.map((one) => placeSession(longer, one));
    expect(lengths.map(({ start, end }) => (end - start) / 60_000)).toEqual([60, 60, 120, 60]);
  });
});

describe('usualRule', () => {
  const hour = (start: string, minutes = 60) => ({
    start: at(start),
    end: at(start) + minutes * 60_000,
  });

  it('is the time that most sessions have, not that of one that was moved', () => {
    const known = [
      hour('2026-12-02T10:00', 30),
      hour('2026-12-10T13:00'),
      hour('2026-12-17T13:00'),
    ];
    expect(usualRule('Europe/London', known)).toEqual(plan().rule);
    expect(usualRule('Europe/London', known.slice(0, 1))).toMatchObject({
      weekday: 3,
      time: '10:00',
      minutes: 30,
    });
    expect(usualRule('Europe/London', [])).toEqual(plan().rule);
  });
});

describe('parsePlan', () => {
  it('gives what was stored', () => {
    fc.assert(
      fc.property(anyPlan, (given) => {
        expect(parsePlan(JSON.parse(JSON.stringify(given)))).toEqual(given);
      }),
    );
  });

  it('keeps half-typed words: they are read as typed, and tidied where they go out', () => {
    const typed = session({
      theme: 'Trust and ',
      reading: 'https:/',
      hosts: '@an, ',
      questions: [{ text: '', after: 9 }],
    });
    const given = plan({ sessions: [typed] });
    expect(parsePlan(JSON.parse(JSON.stringify(given)))).toEqual(given);
    expect(tidySession(typed)).toEqual({
      ...typed,
      theme: 'Trust and',
      reading: '',
      hosts: '@an',
      questions: [],
    });
  });

  it('never throws, and takes nothing for a plan that is none', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(parsePlan(value)).toBeUndefined();
      }),
    );
    fc.assert(
      fc.property(
        fc.anything(),
        fc.constantFrom('rule', 'texts', 'sessions', 'since'),
        (value, key) => {
          parsePlan({ ...plan(), [key]: value });
          parsePlan({ ...plan(), sessions: [{ ...session(), [key]: value, questions: [value] }] });
        },
      ),
    );
  });

  it('reads handles however they are written', () => {
    expect(readHandles('@Anna, @ben and https://x.com/cat; @anna é')).toEqual([
      'Anna',
      'ben',
      'cat',
    ]);
    expect(readHandles('Sgt Anna Jones (@anna), with Ben: https://www.x.com/ben?s=20')).toEqual([
      'anna',
      'ben',
    ]);
  });

  it('takes plain words and other addresses for no account, and gives them back', () => {
    expect(readGuests('tbc - Inspector Anna Jones, @ben')).toEqual({
      handles: ['ben'],
      unread: ['tbc - Inspector Anna Jones'],
    });
    expect(readGuests('anna@example.org; @anna@example.social and @far_too_long_for_x')).toEqual({
      handles: [],
      unread: ['anna@example.org', '@anna@example.social', '@far_too_long_for_x'],
    });
    const eleven = Array.from({ length: 11 }, (_, i) => `@a${i}`);
    expect(readGuests(eleven.join(' '))).toEqual({
      handles: eleven.slice(0, 10).map((one) => one.slice(1)),
      unread: ['@a10'],
    });
    expect(readGuests('@anna, ')).toEqual({ handles: ['anna'], unread: [] });
  });
});

describe('the history of changes', () => {
  it('undoes and does again, any sequence of changes', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 60 }), (values) => {
        let history = createHistory(-1);
        const seen = [-1];
        for (const value of values) {
          if (value !== history.now) seen.push(value);
          history = change(history, value, '', 0);
        }
        for (const value of seen.toReversed().slice(1)) {
          history = undo(history);
          expect(history.now).toBe(value);
        }
        expect(undo(history)).toBe(history);
        for (const value of seen.slice(1)) {
          history = redo(history);
          expect(history.now).toBe(value);
        }
        expect(redo(history)).toBe(history);
      }),
    );
  });

  it('takes typing in one place for one step, until a pause', () => {
    let history = createHistory('');
    history = change(history, 'a', 'theme', 1_000);
    history = change(history, 'ab', 'theme', 2_000);
    history = change(history, 'abc', 'theme', 5_000);
    history = change(history, 'abc!', 'reading', 5_100);
    const back = [undo(history), undo(undo(history)), undo(undo(undo(history)))];
    expect(back.map(({ now }) => now)).toEqual(['abc', 'ab', '']);
    expect(change(history, 'new', '', 0).future).toEqual([]);
  });

  it('keeps a hundred steps', () => {
    let history = createHistory(0);
    for (let i = 1; i <= 150; i++) history = change(history, i, '', i * DAY);
    expect(history.past).toHaveLength(100);
  });
});
