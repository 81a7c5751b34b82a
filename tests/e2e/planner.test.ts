import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { POLCHAT } from '../../stores/core/chat.ts';
import { placeSession, slotsBetween } from '../../stores/core/plan.ts';
import { buildAnnouncement } from '../../stores/core/plan-announcement.ts';
import { changeSession } from '../../stores/core/plan-edit.ts';
import { DEFAULTS, toStored } from '../../stores/core/settings.ts';
import type { Saved } from '../../stores/saved.ts';
import { plan, session } from '../fixtures/plans.ts';
import { VIEWER } from '../simulator/people.ts';
import { findBarriers } from './axe.ts';
import { eventually, preferColours, type Stage, setStage, until } from './stage.ts';

const THEME = 'Getting people to public meetings';
const READING = 'https://example.org/meetings';
const QUESTIONS = ['What stops people coming?', 'Which meeting surprised you, and why?'];
/** What one profile made, for the others. */
const made = { calendar: '', post: '' };

/** The announcement, as the planner writes it. */
function makePost(): void {
  const rule = { weekday: 4, time: '13:00', minutes: 60, timeZone: 'Europe/London' };
  const empty = plan({ rule, since: '2026-01-05', sessions: [] });
  const [next] = slotsBetween(empty, Date.now(), Date.now() + 8 * 86_400_000);
  if (next === undefined) throw new Error('no Thursday');
  const { id: _, ...words } = session({ theme: THEME, reading: READING });
  const given = changeSession(empty, next.session.id, words);
  const slot = placeSession(given, given.sessions[0] as never);
  made.post = buildAnnouncement(given, slot, Date.now()).text;
}

describe('the planner', () => {
  let stage: Stage;
  let page: Page;
  const files = mkdtempSync(join(tmpdir(), 'polchat-files-'));
  beforeAll(async () => {
    stage = await setStage({ calendar: [], downloads: files, colours: true });
    page = await openPlanner();
  });
  afterAll(async () => {
    await stage?.close();
    rmSync(files, { recursive: true, force: true });
  });

  async function openPlanner(): Promise<Page> {
    const opened = await stage.browser.openOwn('planner.html');
    await opened.waitForSelector('.planner-list li button');
    // The one that is on now, or the next.
    await opened.click('.planner-list li button');
    await opened.waitForSelector('[name="theme"]');
    return opened;
  }
  const value = (selector: string) =>
    page.$eval(selector, (one) => (one as HTMLInputElement).value);
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('name') ?? '');
  async function tabTo(name: string): Promise<void> {
    for (let i = 0; i < 60 && (await focused()) !== name; i++) await page.keyboard.press('Tab');
    expect(await focused()).toBe(name);
  }

  it('is worked by keyboard alone', async () => {
    await page.focus('.planner-list li button');
    await tabTo('theme');
    await page.keyboard.type(THEME);
    await tabTo('reading');
    await page.keyboard.type(READING);
    for (const question of QUESTIONS) {
      const before = await page.$$eval('.plan-question', ({ length }) => length);
      const add = () =>
        page.evaluate(() => document.activeElement?.textContent === 'Add a question');
      for (let i = 0; i < 60 && !(await add()); i++) await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await until(page, `document.querySelectorAll('.plan-question').length === ${before + 1}`);
      await until(page, `document.activeElement?.tagName === 'TEXTAREA'`);
      await page.keyboard.type(question);
    }
    await page.keyboard.down('Control');
    await page.keyboard.press('z');
    await page.keyboard.up('Control');
    await until(page, `document.querySelector('.plan-question:last-child textarea').value === ''`);
    await page.keyboard.down('Control');
    await page.keyboard.press('y');
    await page.keyboard.up('Control');
    await until(
      page,
      `document.querySelector('.plan-question:last-child textarea').value === ${JSON.stringify(QUESTIONS[1])}`,
    );
  });

  it('has lost nothing when its page is gone', async () => {
    await until(page, `document.querySelector('[data-saving="saved"]') !== null`);
    // Without asking it: no handler of its own runs.
    await page.close({ runBeforeUnload: false });
    page = await openPlanner();
    expect(await value('[name="theme"]')).toBe(THEME);
    expect(await value('[name="reading"]')).toBe(READING);
    expect(
      await page.$$eval('.plan-question textarea', (all) => all.map(({ value }) => value)),
    ).toEqual(QUESTIONS);
  });

  it('holds no barrier, in light and dark, and fits 320 px', async () => {
    await page.$$eval('details', (all) => {
      for (const one of all) one.open = true;
    });
    for (const look of ['light', 'dark'] as const) {
      await preferColours(page, look);
      expect(await findBarriers(page)).toEqual([]);
    }
    await page.setViewport({ width: 320, height: 700 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    await page.setViewport({ width: 1100, height: 900 });
  });

  it('is the first source of the programme, at once', async () => {
    const popup = await stage.browser.openOwn('popup.html');
    await until(popup, `document.body.textContent.includes(${JSON.stringify(THEME)})`);
    await popup.close();
  });

  it('gives a calendar file', async () => {
    await page.evaluate(() => {
      const buttons = [...document.querySelectorAll('button')];
      buttons.find(({ textContent }) => textContent?.startsWith('Save as calendar'))?.click();
    });
    await eventually(async () => (await readdir(files)).includes('polchat.ics'));
    made.calendar = await eventually(() => readFileSync(join(files, 'polchat.ics'), 'utf8'));
    expect(made.calendar).toContain(`SUMMARY:#polchat: ${THEME}`);
  });

  it('puts the announcement into X’s composer, where the host posts it', async () => {
    expect(await page.$eval('.announcement', ({ textContent }) => textContent)).toContain(
      'takes the theme from this post',
    );
    await page.click('.announcement .solid');
    const x = await eventually(async () => {
      const open = await stage.browser.browser.pages();
      return open.find((one) => one.url().startsWith('https://x.com/'));
    });
    const button = '[data-testid="tweetButton"]';
    await x.bringToFront();
    await until(
      x,
      `[null, 'false'].includes((document.querySelector('${button}') ?? { ariaDisabled: 'true' }).ariaDisabled)`,
      20_000,
    );
    expect(stage.sim.received.posts).toEqual([]);
    await x.click(button);
    const post = await eventually(() => stage.sim.received.posts[0]);
    expect(post.text).toContain(THEME);
    await x.close();
  });
});

describe('what the planner made, elsewhere', () => {
  let stage: Stage | undefined;
  beforeAll(makePost);

  /** The popup that shows it. */
  async function themeIs(where: Stage): Promise<Page> {
    const door = await where.door();
    const programme = async () =>
      (await door.get<Saved['schedules']>('schedules'))?.polchat?.sessions ?? [];
    await eventually(async () => (await programme()).some(({ theme }) => theme === THEME));
    const popup = await where.browser.openOwn('popup.html');
    await until(popup, `document.body.textContent.includes(${JSON.stringify(THEME)})`);
    return popup;
  }

  it('is read from its calendar on a web server, theme and reading', async () => {
    const host = 'plans.test';
    stage = await setStage({ calendar: [], granted: { sites: [host] } });
    try {
      stage.sim.sites.set(host, (_, response) =>
        response.writeHead(200, { 'content-type': 'text/calendar' }).end(made.calendar),
      );
      const chats = [{ ...POLCHAT, calendars: [`https://${host}/polchat.ics`] }];
      const door = await stage.door();
      await door.set({ ownSettings: toStored({ ...DEFAULTS, chats }) });
      const popup = await themeIs(stage);
      const sessions = (await door.get<Saved['schedules']>('schedules'))?.polchat?.sessions;
      const planned = sessions?.find(({ theme }) => theme === THEME);
      expect(planned?.reading).toBe(READING);
      expect(planned?.questions[0]?.text).toMatch(/^What stops people coming/);
      await popup.waitForSelector(`a[href="${READING}"]`);
    } finally {
      await stage.close();
    }
  });

  it('is known from the announcement alone, where no calendar has themes', async () => {
    const weekly = readFileSync(join(import.meta.dirname, '../../public/polchat.ics'), 'utf8');
    stage = await setStage({ calendar: weekly, granted: {} });
    try {
      const door = await stage.door();
      const chats = [{ ...POLCHAT, hosts: [VIEWER.handle] }];
      await door.set({ ownSettings: toStored({ ...DEFAULTS, chats }) });
      const page = await stage.open('/search?q=%23polchat&src=typed_query&f=live');
      stage.sim.director.publish({ by: VIEWER.handle, text: made.post });
      await page.reload({ waitUntil: 'domcontentloaded' });
      await themeIs(stage);
    } finally {
      await stage.close();
    }
  });
});
