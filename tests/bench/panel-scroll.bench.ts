/** Scrolling 10,000 posts: by the wheel, by the page and by jumps, as far as the list goes. */
import type { Page } from 'puppeteer-core';
import { panelShown, postCount, type Stage } from '../e2e/stage.ts';
import { QUIET, readPanel, setPanelStage } from './panel-stage.ts';
import { median, type Result, repeat } from './result.ts';
import { traceOurWork } from './tasks.ts';

const POSTS = 10_000;
const ROUNDS = 5;
const STEPS = 30;
const WHEEL = 700;

export async function run(): Promise<Result[]> {
  const stage = await setPanelStage(POSTS);
  try {
    const raw = await repeat(ROUNDS, () => scroll(stage));
    const name = 'scrolling 10,000 posts';
    const longest = raw.map(({ tasks }) => Math.max(...tasks));
    const elements = Math.max(...raw.map((one) => one.elements));
    return [
      { name: `${name}: longest task of ours`, value: median(longest), unit: 'ms', limit: 50, raw },
      { name: `${name}: elements in the panel`, value: elements, unit: '', limit: 1_500 },
    ];
  } finally {
    await stage.close();
  }
}

async function scroll(stage: Stage): Promise<{ tasks: number[]; elements: number }> {
  const page = await stage.open(QUIET);
  await panelShown(page);
  while ((await postCount(page)) < POSTS) await frames(page, 1);
  await frames(page, 10);
  const box = await readPanel(page, (root) => {
    const { x, y, width, height } = (
      root.querySelector('[data-part="conversation"]') as Element
    ).getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  });
  await page.mouse.move(box.x, box.y);
  let elements = 0;
  const settle = async () => {
    await frames(page, 2);
    elements = Math.max(elements, await readPanel(page, (r) => r.querySelectorAll('*').length));
  };
  const { tasks } = await traceOurWork(page, async () => {
    for (let step = 0; step < STEPS; step += 1) {
      await page.mouse.wheel({ deltaY: -WHEEL });
      await settle();
    }
    for (let step = 0; step < STEPS; step += 1) {
      // Places all over the list, none twice: a dragged scrollbar.
      await jump(page, ((step * 37) % STEPS) / STEPS);
      await settle();
    }
  });
  await page.close();
  return { tasks, elements };
}

function jump(page: Page, share: number): Promise<unknown> {
  return page.evaluate((share) => {
    const list = document
      .querySelector('polchat-panel')
      ?.shadowRoot?.querySelector('[data-part="conversation"]');
    if (list) list.scrollTop = share * list.scrollHeight;
  }, share);
}

function frames(page: Page, count: number): Promise<unknown> {
  return page.evaluate(async (count) => {
    for (let n = 0; n < count; n += 1) await new Promise(requestAnimationFrame);
  }, count);
}
