import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseReminderId, planReminders, type ReminderChoice } from '@/stores/core/reminders';
import type { Session } from '@/stores/core/schedule';
import { sessionAt } from '@/tests/fixtures/session';

const at = (text: string) => Date.parse(`${text}Z`);
const MINUTE = 60_000;
const choice: ReminderChoice = { on: true, minutes: 10, dayBefore: true };

function session(start: string, more: Partial<Session> = {}): Session {
  return sessionAt(at(start), more);
}
const chats = [{ hashtag: 'PolChat', sessions: [session('2026-12-03T13:00')] }];
const plan = (now: string, more: Partial<ReminderChoice> = {}, done = {}) => {
  const { due, next } = planReminders(chats, { ...choice, ...more }, done, at(now));
  return [due.map(({ kind }) => kind).join(), Number.isFinite(next) ? next : 'never'];
};
const [soon, tomorrow] = ['soon', 'tomorrow'].map(
  (kind) => `polchat ${at('2026-12-03T13:00')} ${kind}`,
);

describe('planReminders', () => {
  it.each([
    ['2026-12-01T13:00', '', '2026-12-02T13:00'],
    ['2026-12-02T12:59', '', '2026-12-02T13:00'],
    ['2026-12-02T13:00', 'tomorrow', '2026-12-03T12:50'],
    // The computer slept over it: still worth saying in the morning, no longer so shortly before the other.
    ['2026-12-03T08:00', 'tomorrow', '2026-12-03T12:50'],
    ['2026-12-03T11:49', 'tomorrow', '2026-12-03T12:50'],
    ['2026-12-03T11:50', '', '2026-12-03T12:50'],
    ['2026-12-03T12:50', 'soon', 'never'],
    // Woken while the chat is on: better late than never, until the last ten minutes.
    ['2026-12-03T13:30', 'soon', 'never'],
    ['2026-12-03T13:49', 'soon', 'never'],
    ['2026-12-03T13:50', '', 'never'],
    ['2026-12-04T09:00', '', 'never'],
  ])('at %s is due: "%s", and next at %s', (now, due, next) => {
    expect(plan(now)).toEqual([due, next === 'never' ? next : at(next)]);
  });

  it('has none where none was asked for, and none of the day before unless that was', () => {
    expect(plan('2026-12-03T12:55', { on: false })).toEqual(['', 'never']);
    expect(plan('2026-12-02T13:00', { dayBefore: false })).toEqual(['', at('2026-12-03T12:50')]);
    expect(plan('2026-12-03T12:15', { minutes: 45 })).toEqual(['soon', 'never']);
  });

  it('has none twice, but one more where a session was moved', () => {
    const done = { [soon ?? '']: 1, [tomorrow ?? '']: 1 };
    expect(plan('2026-12-03T12:55', {}, done)).toEqual(['', 'never']);
    const moved = [{ hashtag: 'polchat', sessions: [session('2026-12-03T15:00')] }];
    expect(planReminders(moved, choice, done, at('2026-12-03T14:55')).due).toHaveLength(1);
  });

  it('means the same time on the wall by the day before, over a change of clocks', () => {
    // The clocks go back on 25 October 2026; a Sunday chat at 13:00 is at 12:00 UTC the day before.
    const sunday = [{ hashtag: 'x', sessions: [session('2026-10-25T13:00')] }];
    expect(planReminders(sunday, choice, {}, at('2026-10-20T00:00')).next).toBe(
      at('2026-10-24T12:00'),
    );
  });

  it('never reminds of whole days', () => {
    const day = session('2026-12-03T00:00', { allDay: true });
    const found = planReminders([{ hashtag: 'x', sessions: [day] }], choice, {}, day.start - 1);
    expect(found).toEqual({ due: [], next: Infinity });
  });

  it('shows each at most once, however often and whenever somebody looks', () => {
    const weeks = Array.from({ length: 4 }, (_, n) =>
      session('2026-12-03T13:00', {
        start: at('2026-12-03T13:00') + n * 7 * 24 * 60 * MINUTE,
        end: at('2026-12-03T14:00') + n * 7 * 24 * 60 * MINUTE,
      }),
    );
    const looks = fc.array(
      fc.integer({ min: at('2026-12-01T00:00'), max: at('2026-12-26T00:00') }),
    );
    fc.assert(
      fc.property(looks, fc.integer({ min: 1, max: 180 }), (moments, minutes) => {
        const done: Record<string, number> = {};
        for (const now of moments.sort((a, b) => a - b)) {
          const given = { ...choice, minutes };
          const { due } = planReminders([{ hashtag: 'x', sessions: weeks }], given, done, now);
          expect(due.length).toBeLessThanOrEqual(1);
          for (const { id, session: one } of due) {
            expect(done[id]).toBeUndefined();
            expect(now).toBeLessThan(one.end);
            done[id] = now;
          }
        }
      }),
    );
  });
});

describe('parseReminderId', () => {
  it('reads what it wrote, and nothing else', () => {
    const [due] = planReminders(chats, choice, {}, at('2026-12-03T12:55')).due;
    expect(parseReminderId(due?.id ?? '')).toEqual({
      hashtag: 'polchat',
      start: at('2026-12-03T13:00'),
      kind: 'soon',
    });
    expect(parseReminderId('something else')).toBeUndefined();
  });
});
