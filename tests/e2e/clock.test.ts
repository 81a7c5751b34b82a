import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Saved } from '../../stores/saved.ts';
import type { Door } from './door.ts';
import { eventually, inPanel, MINUTE, panelShown, type Stage, setStage, until } from './stage.ts';

/** The computer's clock is so far ahead of X's, ms. */
const AHEAD = 12 * MINUTE;

describe('a computer whose clock is wrong', () => {
  let stage: Stage;
  let door: Door;
  beforeAll(async () => {
    // By the computer the chat began two minutes ago; by X it begins in ten.
    const start = Date.now() - 2 * MINUTE;
    const calendar = [{ start, end: start + 60 * MINUTE, summary: '#polchat: Time' }];
    stage = await setStage({
      calendar,
      granted: {},
      start: start - 10 * MINUTE,
      fromMinute: 0,
      settings: { pollMs: 500 },
    });
    door = await stage.door();
  });
  afterAll(() => stage?.close());

  it('goes by X’s clock in the panel, and says so', async () => {
    const page = await stage.open('/home');
    await panelShown(page);
    await inPanel(
      page,
      (root) => root.querySelector('[data-part="clock"][data-state="soon"]') !== null,
    );
    await inPanel(page, (root) =>
      /off by 12 minutes/.test(root.querySelector('[data-part="status"]')?.textContent ?? ''),
    );
  });

  it('goes by it in the badge', async () => {
    const offset = await eventually(async () => (await door.get<Saved['clock']>('clock'))?.offset);
    // A busy machine hears X's clock late.
    expect(Math.abs(offset + AHEAD)).toBeLessThan(10_000);
    await eventually(async () =>
      /^(?:9|10)m$/.test(await door.call<string>('action.getBadgeText', {})),
    );
  });

  it('goes by it in the popup, and says so', async () => {
    const popup = await stage.browser.openOwn('popup.html');
    await popup.waitForSelector('[data-part="next"][data-state="soon"]');
    await until(
      popup,
      `/off by 12 minutes/.test(document.querySelector('[data-part="notes"]')?.textContent)`,
    );
    await popup.close();
  });
});
