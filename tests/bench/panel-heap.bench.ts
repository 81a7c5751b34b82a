/** What 10,000 posts cost the tab in memory, over the same tab with none. */
import type { Page } from 'puppeteer-core';
import { panelShown, postCount, type Stage } from '../e2e/stage.ts';
import { QUIET, seed, setPanelStage } from './panel-stage.ts';
import { median, type Result, repeat } from './result.ts';

const POSTS = 10_000;
const ROUNDS = 5;
const MB = 1_000_000;

export async function run(): Promise<Result[]> {
  const stage = await setPanelStage(0);
  try {
    const none = await repeat(ROUNDS, () => measure(stage, 0));
    await seed(stage, POSTS);
    const all = await repeat(ROUNDS, () => measure(stage, POSTS));
    const value = (median(all) - median(none)) / MB;
    // JavaScript's heap, what it keeps outside of it, and the DOM of the page, of all worlds together.
    return [
      {
        name: 'heap of the tab with 10,000 posts over none',
        value,
        unit: 'MB',
        limit: 40,
        raw: { none, all },
      },
    ];
  } finally {
    await stage.close();
  }
}

/** Bytes in use after a full collection, in a fresh page with the panel open and so many posts in it. */
async function measure(stage: Stage, posts: number): Promise<number> {
  const page = await stage.open(QUIET);
  await panelShown(page);
  while (posts > 0 && (await postCount(page)) < posts) await frame(page);
  await page.evaluate(() => new Promise<void>((done) => requestIdleCallback(() => done())));
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const usage = await session.send('Runtime.getHeapUsage');
  await page.close();
  const {
    usedSize,
    embedderHeapUsedSize = 0,
    backingStorageSize = 0,
  } = usage as typeof usage & {
    embedderHeapUsedSize?: number;
    backingStorageSize?: number;
  };
  return usedSize + embedderHeapUsedSize + backingStorageSize;
}

function frame(page: Page): Promise<unknown> {
  return page.evaluate('new Promise(requestAnimationFrame)');
}
