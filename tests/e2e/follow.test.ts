import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, it } from 'vitest';
import type { Following } from '../../stores/core/follow.ts';
import { findBarriers } from './axe.ts';
import {
  followedPage,
  followLive,
  isHidden,
  loadsOf,
  openFollowLive,
  stageFollowing,
  statusOf,
  talk,
} from './following.ts';
import { eventually, IS_FIREFOX, inPanel, LOOKS, MINUTE, type Stage, wearLook } from './stage.ts';

const stages: Stage[] = [];
afterEach(async () => {
  await Promise.all(stages.splice(0).map((stage) => stage.close()));
});

async function stageIt(settings = {}): Promise<Stage> {
  const stage = await stageFollowing(settings);
  stages.push(stage);
  return stage;
}

async function says(page: Page, words: RegExp, timeout?: number): Promise<void> {
  await eventually(async () => words.test(await statusOf(page)), timeout);
}

describe('following live', () => {
  it(
    'leaves X alone where it refuses, says so, and goes on when X counts anew',
    async () => {
      const stage = await stageIt({ rateSpan: 75_000 });
      const page = await stage.open('/home');
      await followLive(page, 'background');
      await page.bringToFront();
      await eventually(() => loadsOf(stage).length > 0);
      const [first = 0] = loadsOf(stage);
      stage.sim.set({ failing: '429' });
      await says(page, /asks to slow down\. The tab in the background is left alone until/, MINUTE);
      stage.sim.set({ failing: 'none' });
      const refused = loadsOf(stage).length;
      const [id] = await talk(stage, [1]);
      await inPanel(
        page,
        `(root) => root.querySelector('article[data-post-id="${id}"]') !== null` as never,
        4 * MINUTE,
      ).catch(async (error) => {
        const seconds = loadsOf(stage).map((at) => Math.round((at - first) / 1000));
        throw new Error(`Loads at ${seconds} s; “${await statusOf(page)}”`, { cause: error });
      });
      // X's page may have asked again by itself; Polchat has not loaded it before it was time.
      const early = loadsOf(stage).slice(refused);
      expect(early.filter((at) => at - first <= 74_000)).toEqual([]);
      await eventually(async () => !/slow down/.test(await statusOf(page)));
    },
    8 * MINUTE,
  );

  it(
    'goes on in a hidden tab of X’s next front-end, whose first screen comes with the page',
    async () => {
      const stage = await stageIt({ layout: 'xweb' });
      const page = await stage.browser.newPage('https://x.com/home');
      await followLive(page, 'background');
      const followed = await followedPage(stage);
      const own = await stage.browser.openOwn('popup.html');
      await page.bringToFront();
      await isHidden(followed);
      const read = async () =>
        (await own.evaluate(
          `chrome.storage.local.get('following').then(({ following }) => following)`,
        )) as Following;
      // Loads that bring nothing are counted, and made ever more seldom.
      await eventually(async () => (await read()).unheard === 0, MINUTE);
      const [id = ''] = await talk(stage, [1]);
      // Every other load is for what lies further back.
      const isHeard = ({ unheard, newest }: Following) =>
        unheard === 0 && BigInt(newest) >= BigInt(id);
      await eventually(async () => isHeard(await read()), 3 * MINUTE);
      await inPanel(
        page,
        `(root) => root.querySelector('article[data-post-id="${id}"]') !== null` as never,
      );
      await isHidden(followed);
      expect(loadsOf(stage)).toEqual([]);
    },
    6 * MINUTE,
  );

  it('ends when the person says so, and when they close it', async () => {
    const stage = await stageIt();
    const page = await stage.open('/home');
    await followLive(page, 'background');
    const followed = await followedPage(stage);
    await page.bringToFront();
    await says(page, /Following live in the background/);
    const closed = new Promise((done) => followed.once('close', done));
    await followLive(page, 'stop');
    await closed;
    await eventually(async () => !/Following live/.test(await statusOf(page)));
    await followLive(page, 'background');
    const again = await followedPage(stage);
    await page.bringToFront();
    await says(page, /Following live in the background/);
    await again.close();
    await eventually(async () => !/Following live/.test(await statusOf(page)));
  });

  it('goes to the search in this tab without loading the page anew', async () => {
    const stage = await stageIt();
    const page = await stage.open('/home');
    await page.evaluate(() => Object.assign(window, { __stayed: true }));
    await followLive(page, 'here');
    await page.waitForFunction(() => location.search.includes('f=live'));
    await page.waitForSelector('article');
    await eventually(() => loadsOf(stage).length > 0);
    // Longer than X is waited for.
    await new Promise((done) => setTimeout(done, 3_500));
    expect(await page.evaluate(() => '__stayed' in window)).toBe(true);
  });

  it('asks before it loads anything in the person’s stead, and holds no barrier in the three looks', async () => {
    const stage = await stageIt();
    const page = await stage.open('/home');
    await openFollowLive(page);
    const button = await inPanel(page, (root) => {
      const one = root.querySelector<HTMLButtonElement>('[data-way="background"]');
      return one && { disabled: one.disabled, words: one.closest('section')?.textContent ?? '' };
    });
    expect(button.disabled).toBe(true);
    expect(button.words).toContain('X may not like this');
    for (const look of LOOKS) {
      await wearLook(stage, page, look);
      expect(await findBarriers(page, 'polchat-panel'), look).toEqual([]);
    }
  });

  it.runIf(!IS_FIREFOX)('says in every tab that the window cannot be seen', async () => {
    const stage = await stageIt();
    const page = await stage.open('/home');
    await followLive(page, 'window');
    const followed = await followedPage(stage);
    await says(page, /Following live in a small window/);
    // Seen first: a window that is minimised before it drew anything is never told.
    await followed.waitForSelector('article');
    const session = await followed.createCDPSession();
    const { windowId } = await session.send('Browser.getWindowForTarget');
    const bounds = { windowState: 'minimized' } as const;
    await session.send('Browser.setWindowBounds', { windowId, bounds });
    await says(page, /covered, minimised or on another page/);
    await session.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'normal' } });
    await eventually(async () => !/covered/.test(await statusOf(page)));
  });
});
