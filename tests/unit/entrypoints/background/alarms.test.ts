import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Archive } from '@/stores/archive/repo';
import type { Programme } from '@/stores/programme';
import { UNSAVED } from '@/stores/saved';
import { sessionAt } from '@/tests/fixtures/session';
import { START } from '../../../fixtures/posts';

const state = vi.hoisted(() => ({
  kept: {} as Record<string, unknown>,
  alarms: {} as Record<string, number>,
  shown: [] as string[],
  changed: (_: object, __: string): void => {},
  show: async () => {},
}));

vi.mock('#imports', () => {
  const heard = { addListener() {} };
  const area = {
    get: async (keys: string | string[]) =>
      Object.fromEntries([keys].flat().map((key) => [key, state.kept[key]])),
    set: async (items: Record<string, unknown>) => void Object.assign(state.kept, items),
  };
  return {
    browser: {
      action: { setTitle: async () => {}, setBadgeText: async () => {} },
      alarms: {
        onAlarm: heard,
        get: async () => ({}),
        create: async (name: string, { when = 0 }) =>
          void Object.assign(state.alarms, { [name]: when }),
        clear: async (name: string) => void delete state.alarms[name],
      },
      i18n: { getMessage: (key: string) => key },
      notifications: {
        create: async (id: string) => {
          state.shown.push(id);
          await state.show();
        },
      },
      runtime: { onInstalled: heard, onStartup: heard, getURL: (path: string) => path },
      storage: {
        local: area,
        session: area,
        onChanged: {
          addListener: (listener: typeof state.changed) => {
            state.changed = listener;
          },
        },
      },
    },
  };
});

const { createAlarms } = await import('@/entrypoints/background/alarms');

const HOUR = 3_600_000;
const session = sessionAt(START, { theme: 'Meetings' });
const programme = { refresh: async () => {} } as unknown as Programme;
const count = vi.fn(async () => 0);
const alarms = createAlarms({ count } as unknown as Archive, programme);

beforeEach(() => {
  vi.useFakeTimers({ now: START + 60_000, toFake: ['Date'] });
  state.alarms = {};
  state.shown = [];
  state.show = async () => {};
  const reminders = { on: true, minutes: 10, dayBefore: false };
  state.kept = {
    settings: { ...UNSAVED.settings, reminders },
    schedules: { polchat: { sessions: [session], checkedAt: START, calendars: [] } },
  };
});

describe('check', () => {
  it('reminds once, and wakes when the badge changes', async () => {
    await alarms.check();
    await alarms.check();
    expect(state.shown).toEqual([`polchat ${START} soon`]);
    expect(state.alarms).toEqual({ next: START + HOUR });
  });

  it('tries again what the browser refused to show, and notes only what it showed', async () => {
    state.show = () => Promise.reject(new Error('not allowed'));
    await alarms.check();
    expect(state.kept.reminded).toBeUndefined();
    state.show = async () => {};
    await alarms.check();
    await alarms.check();
    expect(state.shown).toHaveLength(2);
    expect(Object.keys(state.kept.reminded as object)).toEqual([`polchat ${START} soon`]);
  });

  it('forgets the oldest of many, whatever their names', async () => {
    const old = Array.from({ length: 199 }, (_, n) => [`zchat ${n} soon`, n]);
    state.kept.reminded = { 'achat 1 soon': START, ...Object.fromEntries(old) };
    await alarms.check();
    const left = Object.keys(state.kept.reminded as object);
    expect(left).toHaveLength(200);
    expect(left).toContain('achat 1 soon');
    expect(left).not.toContain('zchat 0 soon');
  });

  it('sets the next alarm also where the browser refuses a notification, or the archive is broken', async () => {
    state.show = () => Promise.reject(new Error('no picture'));
    await alarms.check();
    expect(state.alarms).toEqual({ next: START + HOUR });
    state.alarms = {};
    count.mockRejectedValueOnce(new Error('no disk'));
    await alarms.check();
    expect(state.alarms).toEqual({ next: START + HOUR });
  });
});

describe('a change of the settings', () => {
  /** As the settings were and are, 20 minutes before the chat. */
  async function change(before: object, after: object) {
    vi.setSystemTime(START - 20 * 60_000);
    const settings = { ...UNSAVED.settings, reminders: after };
    state.kept.settings = settings;
    state.changed(
      { settings: { oldValue: { ...UNSAVED.settings, reminders: before }, newValue: settings } },
      'local',
    );
    await alarms.check();
    await alarms.check();
  }
  const ten = { on: true, minutes: 10, dayBefore: false };

  it('to more minutes before does not lose the reminder', async () => {
    await change(ten, { ...ten, minutes: 30 });
    expect(state.shown).toEqual([`polchat ${START} soon`]);
  });

  it('to reminders at all does not begin with what is due', async () => {
    await change({ ...ten, on: false }, { ...ten, minutes: 30 });
    expect(state.shown).toEqual([]);
  });
});
