/** Typing while a burst of 500 posts comes in, at once and in X's pages of twenty, with the same page without Polchat beside it. */
import type { Page } from 'puppeteer-core';
import { eventually, LIVE, panelShown, postCount, type Stage, until } from '../e2e/stage.ts';
import { setPanelStage } from './panel-stage.ts';
import { median, type Result, repeat } from './result.ts';

const POSTS = 2_000;
const BURST = 500;
const ROUNDS = 5;
/** A fast typist. */
const KEY_EVERY_MS = 60;
const X_EDITOR = '[role="dialog"] [data-testid="tweetTextarea_0"]';
const SETTINGS = { pollMs: 50, autoShow: true, searchBudget: 1e6 };

/** ms from the key to the screen, for each key of a round. */
type Keys = number[];

export async function run(): Promise<Result[]> {
  const bare = await measure(true, 20, openXComposer);
  const results: [string, Keys[]][] = [
    ['a key in X’s composer, 500 posts in pages of 20', await measure(false, 20, openXComposer)],
    [
      'a key in X’s composer, 500 posts in one response',
      await measure(false, BURST, openXComposer),
    ],
    ['a key in the panel’s composer, 500 posts in pages of 20', await measure(false, 20, openOurs)],
    [
      'a key in the panel’s composer, 500 posts in one response',
      await measure(false, BURST, openOurs),
    ],
  ];
  const slowest = (raw: Keys[]) => median(raw.map((keys) => Math.max(...keys)));
  return [
    {
      name: 'a key in X’s composer without Polchat, 500 posts in pages of 20, slowest',
      value: slowest(bare),
      unit: 'ms',
      limit: null,
      raw: bare,
    },
    ...results.map(([name, raw]) => ({
      name: `${name}, slowest`,
      value: slowest(raw),
      unit: 'ms',
      limit: 100,
      raw,
    })),
  ];
}

async function measure(
  bare: boolean,
  pageSize: number,
  open: (page: Page) => Promise<void>,
): Promise<Keys[]> {
  const stage = await setPanelStage(bare ? 0 : POSTS, {
    bare,
    settings: { ...SETTINGS, pageSize },
  });
  try {
    return await repeat(ROUNDS, () => type(stage, bare, open));
  } finally {
    await stage.close();
  }
}

/** Types from the moment the posts are there to be had until all of them are in. */
async function type(
  stage: Stage,
  bare: boolean,
  open: (page: Page) => Promise<void>,
): Promise<Keys> {
  const page = await stage.open(LIVE);
  await until(page, 'document.querySelectorAll("article").length > 3');
  if (!bare) await panelShown(page);
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
  const keys = await page.evaluate(() => (window as unknown as { keyTimes: number[] }).keyTimes);
  await page.close();
  return keys;
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
