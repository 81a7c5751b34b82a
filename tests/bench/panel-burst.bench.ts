/** Typing while a burst of 500 posts comes in, at once and in X's pages of twenty, with the same page without Polchat beside it. */
import type { Page } from 'puppeteer-core';
import { eventually, LIVE, panelShown, postCount, type Stage, until } from '../e2e/stage.ts';
import { setPanelStage } from './panel-stage.ts';
import { median, type Result, repeat } from './result.ts';
import { traceOurWork } from './tasks.ts';

const POSTS = 2_000;
const BURST = 500;
const ROUNDS = 5;
/** A fast typist. */
const KEY_EVERY_MS = 60;
const X_EDITOR = '[role="dialog"] [data-testid="tweetTextarea_0"]';
const SETTINGS = { pollMs: 50, autoShow: true, searchBudget: 1e6 };

/** A round's times, ms: of each key to the screen, or of each call into our scripts. */
type Times = number[];
type Round = (stage: Stage, page: Page) => Promise<Times>;

interface Case {
  bare?: boolean;
  pageSize: number;
  round: Round;
}

const PAGES = '500 posts in pages of 20';
const AT_ONCE = '500 posts in one response';

export async function run(): Promise<Result[]> {
  const inX: Round = (stage, page) => typeInto(stage, page, openXComposer);
  const inOurs: Round = (stage, page) => typeInto(stage, page, openOurs);
  const bare: Round = (stage, page) => typeInto(stage, page, openXComposer, true);
  return [
    await slowest('a key in X’s composer, without Polchat', PAGES, null, {
      pageSize: 20,
      round: bare,
      bare: true,
    }),
    await slowest('a key in X’s composer', PAGES, 100, { pageSize: 20, round: inX }),
    await slowest('a key in X’s composer', AT_ONCE, 100, { pageSize: BURST, round: inX }),
    await slowest('a key in the panel’s composer', PAGES, 100, { pageSize: 20, round: inOurs }),
    await slowest('a key in the panel’s composer', AT_ONCE, 100, {
      pageSize: BURST,
      round: inOurs,
    }),
    await slowest('a call into our scripts', PAGES, null, { pageSize: 20, round: traceCalls }),
  ];
}

async function slowest(
  what: string,
  when: string,
  limit: number | null,
  { bare = false, pageSize, round }: Case,
): Promise<Result> {
  const settings = { ...SETTINGS, pageSize };
  const stage = await setPanelStage(bare ? 0 : POSTS, { bare, settings });
  try {
    const raw = await repeat(ROUNDS, async () => {
      const page = await stage.open(LIVE);
      await until(page, 'document.querySelectorAll("article").length > 3');
      if (!bare) await panelShown(page);
      const times = await round(stage, page);
      await page.close();
      return times;
    });
    const value = median(raw.map((times) => Math.max(...times)));
    return { name: `${what}, slowest, ${when}`, value, unit: 'ms', limit, raw };
  } finally {
    await stage.close();
  }
}

/** Calls while the burst comes in, X's composer open and nobody typing. */
async function traceCalls(stage: Stage, page: Page): Promise<Times> {
  await openXComposer(page);
  const before = await settled(page);
  const { calls } = await traceOurWork(page, async () => {
    publish(stage);
    await eventually(async () => (await postCount(page)) >= before + BURST, 30_000);
  });
  return calls;
}

/** Types from the moment the posts are there to be had until all of them are in. */
async function typeInto(
  stage: Stage,
  page: Page,
  open: (page: Page) => Promise<void>,
  bare = false,
): Promise<Times> {
  await open(page);
  await page.evaluate(watchKeys);
  const before = bare ? 0 : await settled(page);
  const last = publish(stage);
  const done = bare
    ? () => page.evaluate((id) => document.querySelector(`a[href*="${id}"]`) !== null, last)
    : async () => (await postCount(page)) >= before + BURST;
  let over = false;
  const typing = (async () => {
    while (!over) {
      await page.keyboard.type('b');
      await new Promise((next) => setTimeout(next, KEY_EVERY_MS));
    }
  })();
  await eventually(done, 30_000).finally(() => {
    over = true;
  });
  await typing;
  return page.evaluate(async () => {
    // The last key's frames too.
    for (let n = 0; n < 3; n += 1) await new Promise(requestAnimationFrame);
    return (window as unknown as { keyTimes: number[] }).keyTimes;
  });
}

function publish({ sim: { director } }: Stage): string {
  const people = director.script.people.filter(
    (person) => !person.blocked && !person.muted && !person.protected,
  );
  const ids = director.publishMany(
    Array.from({ length: BURST }, (_, n) => ({
      by: people[n % people.length]?.handle ?? '',
      text: `A1 Thought number ${n} about halls and heating #polchat`,
    })),
  );
  return ids.at(-1) ?? '';
}

/** How many posts are there once the archive has answered. */
async function settled(page: Page): Promise<number> {
  await eventually(async () => (await postCount(page)) >= POSTS);
  let count = await postCount(page);
  await eventually(async () => {
    const before = count;
    await new Promise((next) => setTimeout(next, 300));
    count = await postCount(page);
    return count === before;
  });
  return count;
}

async function openXComposer(page: Page): Promise<void> {
  await page.click('[data-testid="SideNav_NewTweet_Button"]');
  await page.waitForSelector(X_EDITOR);
  await page.focus(X_EDITOR);
}

async function openOurs(page: Page): Promise<void> {
  await page.evaluate(() =>
    document.querySelector('polchat-panel')?.shadowRoot?.querySelector('textarea')?.focus(),
  );
}

/** In the page: ms from each key until the frame after the one that draws it. */
function watchKeys(): void {
  const keyTimes: number[] = [];
  Object.assign(window, { keyTimes });
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      requestAnimationFrame(() =>
        requestAnimationFrame(() => keyTimes.push(performance.now() - timeStamp)),
      );
    },
    true,
  );
}
