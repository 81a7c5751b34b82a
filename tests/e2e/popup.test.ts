import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCalendar } from '../../stores/core/calendar.ts';
import { findBarriers } from './axe.ts';
import {
  eventually,
  inPanel,
  MINUTE,
  panelShown,
  preferColours,
  type Stage,
  setStage,
  until,
} from './stage.ts';

const DAY = 24 * 60 * MINUTE;

describe('the popup', () => {
  let stage: Stage;
  let start: number;
  const downloads = mkdtempSync(join(tmpdir(), 'polchat-saved-'));
  beforeAll(async () => {
    start = Date.now() - 10 * MINUTE;
    const weeks = Array.from({ length: 12 }, (_, n) => ({
      start: start + n * 7 * DAY,
      end: start + n * 7 * DAY + 60 * MINUTE,
      summary: n === 1 ? '#polchat' : `#polchat: Theme ${n}`,
    }));
    stage = await setStage({ start, calendar: weeks, downloads, colours: true });
  });
  afterAll(async () => {
    await stage?.close();
    rmSync(downloads, { recursive: true });
  });

  async function popup(): Promise<Page> {
    const page = await stage.browser.openOwn('popup.html');
    await page.setViewport({ width: 360, height: 600 });
    await page.waitForSelector('[data-part="next"]');
    return page;
  }

  it('shows the chat that is on, its theme and its time', async () => {
    const page = await popup();
    await until(page, `/Theme 0/.test(document.querySelector('[data-part="next"]').textContent)`);
    const next = await page.$eval('[data-part="next"]', ({ textContent }) => textContent);
    expect(next).toMatch(/\d\d:\d\d left/);
    await page.close();
  });

  it('lists the next eight with their starts, and says where no theme is known', async () => {
    const page = await popup();
    await until(page, `document.querySelectorAll('[data-part="upcoming"] li').length === 8`);
    const rows = await page.$$eval('[data-part="upcoming"] li', (items) =>
      items.map((item) => [item.dataset.start ?? '', item.textContent ?? '']),
    );
    const times = rows.map(([at]) => Date.parse(at ?? ''));
    const first = Math.floor(start / 1000) * 1000;
    expect(times).toEqual(Array.from({ length: 8 }, (_, n) => first + n * 7 * DAY));
    expect(rows[1]?.[1]).toMatch(/to be announced/i);
    expect(rows[2]?.[1]).toContain('Theme 2');
    await page.close();
  });

  it('holds no barrier, in light and dark, folded and unfolded, as narrow as a phone', async () => {
    const page = await popup();
    for (const value of ['light', 'dark'] as const) {
      await preferColours(page, value);
      expect(await findBarriers(page)).toEqual([]);
      for (const action of ['remind', 'calendar', 'suggest']) {
        await page.click(`[aria-controls="action-${action}"]`);
        await page.waitForSelector(`#action-${action}:not([hidden])`);
        expect(await findBarriers(page)).toEqual([]);
      }
    }
    await page.setViewport({ width: 320, height: 600 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    await page.close();
  });

  it('is all there by keyboard alone, in the order in which it stands', async () => {
    const page = await popup();
    await page.waitForFunction(() => !document.body.textContent?.includes('Reading the calendar'));
    const focus = () =>
      page.evaluate(() => {
        const { ariaLabel, textContent, labels } = document.activeElement as HTMLInputElement;
        return (labels?.[0]?.textContent ?? ariaLabel ?? textContent ?? '').trim();
      });
    const tab = async (times = 1) => {
      for (let i = 0; i < times; i++) await page.keyboard.press('Tab');
      return focus();
    };
    expect(await tab()).toBe('Join');
    expect(await tab()).toBe('Remind me');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-part="remind"]');
    expect(await tab()).toBe('Add to calendar');
    expect(await tab()).toBe('Suggest');
    expect(await tab()).toBe('Remind me of every chat');
    await page.keyboard.down('Shift');
    await tab(3);
    await page.keyboard.up('Shift');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => !document.querySelector('[data-part="remind"]'));
    await page.close();
  });

  it('gives a calendar file of all chats, without any permission', async () => {
    const page = await popup();
    await page.click('[aria-controls="action-calendar"]');
    const button = await page.waitForSelector('::-p-text(Every chat, as a file)');
    await button?.click();
    // Firefox saves under another name until all is there.
    const text = await eventually(() => {
      const file = readdirSync(downloads).find((name) => name === 'polchat.ics');
      const found = file && readFileSync(join(downloads, file), 'utf8');
      return found?.includes('END:VCALENDAR') ? found : '';
    });
    const read = readCalendar(text, {
      timeZone: 'Europe/London',
      hashtag: 'polchat',
      from: start,
      to: start + 11.5 * 7 * DAY,
      name: '',
      url: null,
    });
    if (!read.ok) throw new Error(read.error.code);
    expect(read.sessions.map(({ theme }) => theme)).toEqual(
      Array.from({ length: 12 }, (_, n) => (n === 1 ? null : `Theme ${n}`)),
    );
    await page.close();
  });

  it('joins: brings the open X tab forward with the panel open', async () => {
    const x = await stage.open('/home');
    await panelShown(x);
    await inPanel(x, (root) => {
      const button = [...root.querySelectorAll<HTMLElement>('aside button')].find((one) =>
        /collapse|close|hide/i.test(one.getAttribute('aria-label') ?? ''),
      );
      button?.click();
      return button !== undefined;
    });
    await inPanel(x, (root) => root.querySelector('aside') === null);
    const page = await popup();
    await page.click('button[data-part="join"], [data-part="join"] button');
    await panelShown(x);
    await inPanel(x, (root) => root.querySelector('[data-part="join"]') === null);
    await until(x, `document.visibilityState === 'visible'`);
    const open = await stage.browser.browser.pages();
    expect(open.filter((one) => one.url().startsWith('https://x.com')).length).toBe(1);
    await x.close();
  });

  it('joins: opens X where it is not open', async () => {
    for (const one of await stage.browser.browser.pages()) {
      if (one.url().startsWith('https://x.com')) await one.close();
    }
    const page = await popup();
    await page.click('button[data-part="join"], [data-part="join"] button');
    const x = await eventually(async () => {
      const open = await stage.browser.browser.pages();
      return open.find((one) => one.url() === 'https://x.com/home');
    });
    await panelShown(x);
  });
});
