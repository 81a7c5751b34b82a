/** From X's response to the post on screen, in an open panel with 2,000 posts. */
import type { Page } from 'puppeteer-core';
import { LIVE, panelShown, postCount, type Stage, until } from '../e2e/stage.ts';
import { setPanelStage } from './panel-stage.ts';
import { median, quantile, type Result, repeat } from './result.ts';

const POSTS = 2_000;
const ROUNDS = 5;
const EACH = 30;

export async function run(): Promise<Result[]> {
  const stage = await setPanelStage(POSTS, {
    settings: { pollMs: 100, autoShow: true, searchBudget: 1e6 },
  });
  try {
    const page = await stage.browser.browser.newPage();
    await page.evaluateOnNewDocument(watchResponses);
    await page.goto(`https://x.com${LIVE}`, { waitUntil: 'domcontentloaded' });
    await panelShown(page);
    await until(page, 'document.querySelectorAll("article").length > 0');
    while ((await postCount(page)) < POSTS)
      await page.evaluate('new Promise(requestAnimationFrame)');
    const one = await repeat(ROUNDS, () => repeat(EACH, () => publish(stage, page, 1)));
    const twenty = await repeat(ROUNDS, () => repeat(EACH, () => publish(stage, page, 20)));
    return [
      result('response in → post painted, 2,000 posts there, 95th percentile', one),
      result('the same with 20 new posts in a response', twenty),
    ];
  } finally {
    await stage.close();
  }
}

function result(name: string, raw: number[][]): Result {
  const value = median(raw.map((round) => quantile(round, 0.95)));
  return { name, value, unit: 'ms', limit: 100, raw };
}

/** ms from the load event of the response that brought a post until the frame after the one that shows it. */
async function publish({ sim: { director } }: Stage, page: Page, posts: number): Promise<number> {
  const people = director.script.people.filter(
    (person) => !person.blocked && !person.muted && !person.protected,
  );
  const ids = director.publishMany(
    Array.from({ length: posts }, (_, n) => ({
      by: people[n % people.length]?.handle ?? '',
      text: `A6 One more thought, number ${n}, on halls and heating #polchat`,
    })),
  );
  const painted = page.evaluate(awaitPost, ids.at(-1) ?? '');
  return painted;
}

/** In the page, before anything else: notes when each response was there. */
function watchResponses(): void {
  const loaded: { at: number; text: string }[] = [];
  Object.assign(window, { loadedResponses: loaded });
  const send = XMLHttpRequest.prototype.send;
  XMLHttpRequest.prototype.send = function (body) {
    this.addEventListener('load', () => {
      const at = performance.now();
      if (this.responseType === '' || this.responseType === 'text') {
        loaded.push({ at, text: this.responseText });
      }
    });
    return send.call(this, body);
  };
}

/** In the page: waits for a post to be drawn, and looks up when it came. */
function awaitPost(id: string): Promise<number> {
  const root = document.querySelector('polchat-panel')?.shadowRoot as ShadowRoot;
  const { loadedResponses } = window as unknown as {
    loadedResponses: { at: number; text: string }[];
  };
  return new Promise((done) => {
    const look = () => {
      if (!root.querySelector(`article[data-post-id="${id}"]`)) return;
      watch.disconnect();
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          const came = loadedResponses.find(({ text }) => text.includes(id));
          loadedResponses.length = 0;
          done(performance.now() - (came?.at ?? Number.NaN));
        }),
      );
    };
    const watch = new MutationObserver(look);
    watch.observe(root, { childList: true, subtree: true });
    look();
  });
}
