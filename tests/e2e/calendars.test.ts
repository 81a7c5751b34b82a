import type { IncomingMessage } from 'node:http';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calendarOf } from '../../scripts/stage.ts';
import { POLCHAT } from '../../stores/core/chat.ts';
import { DEFAULTS, toStored } from '../../stores/core/settings.ts';
import type { CalendarState, Saved } from '../../stores/saved.ts';
import type { Site } from '../simulator/https-server.ts';
import type { Door } from './door.ts';
import { eventually, inPanel, MINUTE, type Stage, setStage, until } from './stage.ts';

const HOST = 'calendar.test';
const ADDRESS = `https://${HOST}/themes.ics`;
const HOUR = 60 * MINUTE;

describe('a calendar of the person’s own', () => {
  let stage: Stage;
  let door: Door;
  let page: Page;
  let asked: IncomingMessage[] = [];
  let start: number;

  const serve = (site: Site) =>
    stage.sim.sites.set(HOST, (request, response, url) => {
      asked.push(request);
      site(request, response, url);
    });
  const themes = (...summaries: string[]) =>
    calendarOf(
      summaries.map((summary, week) => ({
        start: start + week * 7 * 24 * HOUR,
        end: start + week * 7 * 24 * HOUR + HOUR,
        summary: `#polchat: ${summary}`,
      })),
    );
  const schedule = async () => (await door.get<Saved['schedules']>('schedules'))?.polchat;
  const state = async () =>
    (await schedule())?.calendars.find(({ address }) => address === ADDRESS);
  const forgetReading = async (): Promise<void> => {
    // A reading that is under way would write over it: this one comes after it.
    await door.send('refreshSchedule', null);
    const known = await schedule();
    const calendars = known?.calendars.map((one) => ({ ...one, triedAt: 0 }));
    await door.set({ schedules: { polchat: { ...known, calendars } } });
  };
  /** As if hours had gone by since the calendar was asked last. */
  const askAgain = async (): Promise<CalendarState | undefined> => {
    await forgetReading();
    asked = [];
    await door.send('refreshSchedule', null);
    return state();
  };

  beforeAll(async () => {
    start = Math.ceil(Date.now() / HOUR) * HOUR + 30 * HOUR;
    stage = await setStage({ granted: { sites: [HOST] } });
    stage.sim.sites.set('elsewhere.test', (request, response) => {
      asked.push(request);
      response.writeHead(200, { 'access-control-allow-origin': '*' }).end(themes('Not ours'));
    });
    serve((_, response) => {
      response
        .writeHead(200, { etag: '"first"', 'set-cookie': 'seen=1; Secure' })
        .end(themes('Scam calls', 'Snow'));
    });
    door = await stage.door();
    const chats = [{ ...POLCHAT, hosts: ['WexdalePolice'] }];
    await door.set({ ownSettings: toStored({ ...DEFAULTS, chats }) });
    page = await stage.open('/home');
  });
  afterAll(() => stage?.close());

  it('is added in the settings, after a look at what it holds', async () => {
    const settings = await stage.browser.openOwn('options.html#chats');
    const field = '[data-part="add-calendar"]';
    await settings.waitForSelector('[data-chat="polchat"]');
    const fold = await settings.$('[data-chat="polchat"] .fold[aria-expanded="false"]');
    await fold?.click();
    await settings.waitForSelector(`${field} input`);
    await settings.type(`${field} input`, ADDRESS);
    // A press that the browser takes for the person's own: it may ask for the site then.
    await settings.click(`${field} .add button`);
    await until(settings, `document.querySelector('${field}').textContent.includes('Snow')`);
    expect((await door.get<Saved['settings']>('settings'))?.chats[0]?.calendars).toEqual(['']);
    await settings.click('[data-part="preview"] button');
    await eventually(async () =>
      (await door.get<Saved['settings']>('settings'))?.chats[0]?.calendars.includes(ADDRESS),
    );
    await settings.close();
    await page.bringToFront();
  });

  it('is fetched once it is chosen, and its themes are in the panel, with where they are from', async () => {
    await eventually(async () => (await state())?.readAt);
    expect((await schedule())?.sessions.slice(0, 2).map(({ theme }) => theme)).toEqual([
      'Scam calls',
      'Snow',
    ]);
    await inPanel(page, (root) => {
      const tab = root.querySelector<HTMLElement>('button');
      tab?.click();
      return tab !== null;
    });
    await inPanel(
      page,
      (root) => root.querySelector('[data-part="theme"]')?.textContent === 'Scam calls',
    );
    const source = await inPanel(page, (root) => root.querySelector('#theme-source')?.textContent);
    expect(source).toContain(HOST);
  });

  it('says nothing of the person, and asks only for what is newer', async () => {
    await askAgain();
    expect(asked).toHaveLength(1);
    const [{ headers }] = asked as [IncomingMessage];
    expect(headers.cookie).toBeUndefined();
    expect(headers.referer).toBeUndefined();
    expect(headers['if-none-match']).toBe('"first"');
  });

  it('is shown as it was when nothing changed', async () => {
    serve((_, response) => response.writeHead(304).end());
    const { readAt } = (await state()) as CalendarState;
    const after = await askAgain();
    expect(after?.problem).toBeNull();
    expect(after?.readAt).toBeGreaterThan(readAt);
  });

  const redirect =
    (location: string): Site =>
    (_, response) =>
      response.writeHead(302, { location }).end();
  it.each<[string, Site, string, string]>([
    ['breaks', (_, response) => response.writeHead(500).end('oops'), 'server', '500'],
    ['does not answer', () => {}, 'timeout', ''],
    [
      'turns to HTML',
      (_, response) =>
        response
          .writeHead(200, { 'content-type': 'text/html' })
          .end('<!doctype html><title>Sign in</title>'),
      'html',
      '',
    ],
    [
      'grows to 50 MB',
      (_, response) => {
        response.writeHead(200, { 'content-type': 'text/calendar' });
        let left = 500;
        const more = () => {
          if (left-- > 0 && !response.destroyed) response.write('X:'.padEnd(100_000, 'x'), more);
          else response.end();
        };
        more();
      },
      'too_large',
      '',
    ],
    ['leads elsewhere', redirect('https://elsewhere.test/'), 'redirect_to', 'elsewhere.test'],
    ['leads where nobody may go', redirect('https://nobody.test/'), 'redirect', ''],
    [
      'is in letters that nobody can read',
      (_, response) => response.end(Buffer.from([0x42, 0xff, 0xc3])),
      'charset',
      '',
    ],
  ])('keeps the last good themes when it %s, and says why', async (_, site, code, detail) => {
    serve(site);
    const before = (await schedule())?.sessions;
    const after = await askAgain();
    expect(after?.problem).toMatchObject({ code, detail });
    expect((await schedule())?.sessions).toEqual(before);
    expect(asked.every(({ headers }) => headers.cookie === undefined)).toBe(true);
    await inPanel(page, (root) =>
      root.querySelector('[data-part="status"]')?.textContent?.includes('calendar.test'),
    );
  });

  it('has all of that in the popup, with the age of what is shown', async () => {
    const popup = await stage.browser.openOwn('popup.html');
    await popup.waitForSelector('[data-part="problems"]');
    const text = await popup.$eval('[data-part="problems"]', ({ textContent }) => textContent);
    expect(text).toMatch(
      /^The calendar calendar\.test has been unreadable since .*\d\d:\d\d\. The calendar’s letters cannot be read: .* Shown is what it said .*\d\d:\d\d\.$/,
    );
    expect(await popup.$eval('[data-part="upcoming"]', (part) => part.textContent)).toContain(
      'Snow',
    );
    await popup.close();
  });

  it('keeps nobody waiting for the popup while it does not answer', async () => {
    const held = Promise.withResolvers<void>();
    serve(
      (_, response) => void held.promise.then(() => response.end(themes('Scam calls', 'Snow'))),
    );
    await forgetReading();
    const popup = await stage.browser.openOwn('popup.html');
    await until(
      popup,
      `document.querySelector('[data-part="next"]')?.textContent.includes('Scam calls') &&
        document.querySelector('footer').textContent.includes('Reading the calendar')`,
    );
    held.resolve();
    await eventually(async () => (await state())?.problem === null);
    await popup.close();
  });

  it('is right again once it can be read', async () => {
    serve((_, response) => response.end(themes('Scam calls and texts')));
    const after = await askAgain();
    expect(after?.problem).toBeNull();
    await inPanel(page, (root) =>
      /^Scam calls and texts$/.test(root.querySelector('[data-part="theme"]')?.textContent ?? ''),
    );
  });

  it('is not fetched from where the browser was not asked for', async () => {
    const answer = await door.send('previewCalendar', {
      address: 'https://elsewhere.test/',
      chat: POLCHAT,
      most: 3,
    });
    expect(answer).toMatchObject({
      gives: { sessions: [], problem: { code: 'not_allowed', detail: 'elsewhere.test' } },
    });
  });

  it('follows a redirect within the site', async () => {
    serve((_, response, url) => {
      if (url.pathname === '/new.ics') response.end(themes('Moved within'));
      else response.writeHead(301, { location: '/new.ics' }).end();
    });
    expect((await askAgain())?.problem).toBeNull();
    expect((await schedule())?.sessions[0]?.theme).toBe('Moved within');
  });
});
