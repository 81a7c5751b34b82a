import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, it } from 'vitest';
import {
  followedPage,
  followLive,
  isHidden,
  missingIn,
  openFollowLive,
  statusOf,
  talk,
  type Way,
} from './following.ts';
import {
  eventually,
  IS_FIREFOX,
  inPanel,
  MINUTE,
  type Stage,
  setStage,
  stopWorker,
} from './stage.ts';

const stages: Stage[] = [];
afterEach(async () => {
  await Promise.all(stages.splice(0).map((stage) => stage.close()));
});

async function stageIt(settings = {}): Promise<Stage> {
  const stage = await setStage({
    fromMinute: 5,
    throttled: true,
    settings: { searchBudget: 50, ...settings },
  });
  stages.push(stage);
  return stage;
}

/** The loads of the search, without what its page asked for afterwards. */
function loadsOf({ sim }: Stage): number[] {
  return sim.received.requests
    .filter(({ operation, variables }) => operation === 'SearchTimeline' && !variables?.cursor)
    .map(({ at }) => at);
}

async function says(page: Page, words: RegExp, timeout?: number): Promise<void> {
  await eventually(async () => words.test(await statusOf(page)), timeout);
}

/** Three minutes with a peak of 60: all that is said arrives in a tab that stays on home and is not touched. */
async function followThreeMinutes(way: Way): Promise<void> {
  const stage = await stageIt();
  const page = await stage.open('/home');
  await followLive(page, way);
  const followed = await followedPage(stage);
  if (way === 'background') await isHidden(followed);
  await page.bringToFront();
  const talking = talk(stage, [60, 20, 20]);
  // Again and again in the first minute: nothing that was heard is lost with the background.
  if (way === 'background' && !IS_FIREFOX) for (let n = 0; n < 4; n++) await stopSoon(stage);
  const ids = await talking;
  if (way === 'background') await isHidden(followed);
  expect({ way, missing: await missingIn(page, ids, 4 * MINUTE) }).toEqual({ way, missing: [] });
  expect(new URL(page.url()).pathname).toBe('/home');
  const loads = loadsOf(stage);
  const pauses = loads.slice(1).map((at, n) => at - (loads[n] as number));
  if (way === 'background') expect(Math.min(...pauses)).toBeGreaterThan(29_000);
}

/** Stops the background where it runs, at a moment that has nothing to do with the loads. */
async function stopSoon(stage: Stage): Promise<void> {
  await new Promise((done) => setTimeout(done, 13_000));
  await stopWorker(stage);
}

describe('following live', () => {
  it(
    'brings every post of three minutes with a peak of 60, in a window and in the background',
    async () => {
      const ways: Way[] = IS_FIREFOX ? ['background'] : ['window', 'background'];
      await Promise.all(ways.map(followThreeMinutes));
    },
    9 * MINUTE,
  );

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
        2 * MINUTE,
      );
      // X's page may have asked again by itself; Polchat has not loaded it before it was time.
      const early = loadsOf(stage).slice(refused);
      expect(early.filter((at) => at - first <= 74_000)).toEqual([]);
      await eventually(async () => !/slow down/.test(await statusOf(page)));
    },
    4 * MINUTE,
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

  it('asks before it loads anything in the person’s stead', async () => {
    const stage = await stageIt();
    const page = await stage.open('/home');
    await openFollowLive(page);
    const button = await inPanel(page, (root) => {
      const one = root.querySelector<HTMLButtonElement>('[data-way="background"]');
      return one && { disabled: one.disabled, words: one.closest('section')?.textContent ?? '' };
    });
    expect(button.disabled).toBe(true);
    expect(button.words).toContain('X may not like this');
  });

  it.runIf(!IS_FIREFOX)('says in every tab that the window cannot be seen', async () => {
    const stage = await stageIt();
    const page = await stage.open('/home');
    await followLive(page, 'window');
    const followed = await followedPage(stage);
    await says(page, /Following live in a small window/);
    const session = await followed.createCDPSession();
    const { windowId } = await session.send('Browser.getWindowForTarget');
    const bounds = { windowState: 'minimized' } as const;
    await session.send('Browser.setWindowBounds', { windowId, bounds });
    await says(page, /covered, minimised or on another page/);
    await session.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'normal' } });
    await eventually(async () => !/covered/.test(await statusOf(page)));
  });
});
