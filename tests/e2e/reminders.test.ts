import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULTS, type Settings, toStored } from '../../stores/core/settings.ts';
import type { Saved } from '../../stores/saved.ts';
import type { Door } from './door.ts';
import {
  eventually,
  IS_FIREFOX,
  inPanel,
  MINUTE,
  panelShown,
  type Stage,
  setStage,
} from './stage.ts';

/** What there is to wait for the alarm from the first line on, ms; and what must be left of it once the browser is there. */
const SOON = 20_000;
const LEFT = 6_000;

describe('a reminder', () => {
  let stage: Stage;
  let door: Door;
  let start: number;
  let id: string;
  /** So many minutes before the chat the reminder comes: ten, fewer where the browser took long to start. */
  let minutes: number;
  const shown = async () => (await door.created()).map(([named]) => named);
  const badge = () => door.call<string>('action.getBadgeText', {});
  const choose = (reminders: Settings['reminders']) =>
    door.set({ ownSettings: toStored({ ...DEFAULTS, reminders }) });

  beforeAll(async () => {
    start = Math.ceil((Date.now() + 10 * MINUTE + SOON) / 1000) * 1000;
    id = `polchat ${start} soon`;
    const event = { start, end: start + 60 * MINUTE, summary: '#polchat: Scam calls' };
    stage = await setStage({
      start,
      fromMinute: 0,
      calendar: [event],
      granted: { permissions: ['notifications'] },
    });
    door = await stage.door();
    minutes = Math.floor((start - Date.now() - LEFT) / MINUTE);
  });
  afterAll(() => stage?.close());

  it('is not there unless it was asked for, nor before its time', async () => {
    await eventually(async () => (await badge()) !== '');
    await choose({ on: true, minutes, dayBefore: true });
    // One of the day before would be due by now; it was not asked for then.
    await eventually(async () => {
      const alarm = await door.call<{ scheduledTime: number } | null>('alarms.get', 'next');
      return alarm && Math.abs(alarm.scheduledTime - (start - minutes * MINUTE)) < 1500;
    });
    expect(await shown()).toEqual([]);
  });

  it('fires at its time, with the theme', { timeout: 3 * MINUTE }, async () => {
    await eventually(async () => (await shown()).includes(id), MINUTE + SOON + 30_000);
    const [[, { title, message }]] = (await door.created()) as [[string, never]];
    expect({ title, message }).toEqual({
      title: `#polchat begins in ${minutes} minutes`,
      message: 'Scam calls',
    });
    if (!IS_FIREFOX)
      await eventually(async () => id in (await door.call<object>('notifications.getAll')));
    await eventually(async () => (await badge()) === `${minutes}m`);
  });

  it('is never shown twice', async () => {
    await eventually(async () => id in ((await door.get<object>('reminded')) ?? {}));
    await door.call('notifications.clear', id);
    // Everything that makes the background look again.
    const schedules = await door.get<Saved['schedules']>('schedules');
    await door.set({ schedules: { ...schedules } });
    await choose({ on: true, minutes: minutes - 1, dayBefore: false });
    await choose({ on: true, minutes, dayBefore: false });
    await door.send('refreshSchedule', null);
    await door.call('alarms.create', 'next', { when: Date.now() });
    await eventually(async () => {
      const alarm = await door.call<{ scheduledTime: number } | null>('alarms.get', 'next');
      return alarm && alarm.scheduledTime > Date.now() + 1000;
    });
    expect(await shown()).toEqual([id]);
  });

  it('joins when it is pressed: X is there with the panel open and the person takes part', async () => {
    await door.press(id);
    const page = await eventually(async () => {
      const open = await stage.browser.browser.pages();
      return open.find((one) => one.url() === 'https://x.com/home');
    });
    await panelShown(page);
    await inPanel(page, (root) => root.querySelector('[data-part="join"]') === null);
    await eventually(async () => (await door.get<Saved['joined']>('joined'))?.polchat === start);
  });

  it('comes late where the computer slept, and says that the chat is on', async () => {
    // Twenty minutes into the hour: the same session, moved.
    const moved = Date.now() - 20 * MINUTE;
    const schedules = await door.get<Saved['schedules']>('schedules');
    const known = schedules?.polchat;
    const sessions = known?.sessions.map((one) => ({
      ...one,
      start: moved,
      end: moved + 60 * MINUTE,
    }));
    await door.set({ schedules: { polchat: { ...known, sessions } } });
    await eventually(async () => (await shown()).includes(`polchat ${moved} soon`));
    expect((await door.created()).at(-1)?.[1].title).toBe('#polchat is on now');
    await eventually(async () => (await badge()) === 'LIVE');
  });

  it('has its alarm again after the browser lost them all', async () => {
    await door.call('alarms.clearAll');
    const schedules = await door.get<Saved['schedules']>('schedules');
    await door.set({ schedules: { ...schedules } });
    await eventually(async () => await door.call('alarms.get', 'next'));
  });
});
