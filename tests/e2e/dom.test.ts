import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, it } from 'vitest';
import { TWO_HOSTS_CHAT } from '../simulator/script/short-chats.ts';
import { setLateStage } from './install.ts';
import {
  eventually,
  IS_FIREFOX,
  inPanel,
  LIVE,
  panelShown,
  type Stage,
  type StageOptions,
  setStage,
  until,
} from './stage.ts';

let stage: Stage | undefined;
afterEach(async () => {
  await stage?.close();
  stage = undefined;
});

const HOST = TWO_HOSTS_CHAT.hosts[0] as string;
const SHORT: StageOptions = {
  script: TWO_HOSTS_CHAT,
  fromMinute: 20,
  height: 3_000,
  settings: { pollMs: 200, autoShow: true, searchBudget: 1e6 },
};

async function stageOf(options: StageOptions = SHORT): Promise<Stage> {
  stage = await setStage(options);
  return stage;
}

function has(page: Page, ids: readonly string[]): Promise<unknown> {
  const all = JSON.stringify(ids);
  return inPanel(
    page,
    `(root) => ${all}.every((id) => root.querySelector(\`article[data-post-id="\${id}"]\`))` as never,
  );
}

function says(page: Page, words: RegExp): Promise<unknown> {
  return inPanel(
    page,
    `(root) => ${words}.test(root.querySelector('[data-part="status"]')?.textContent ?? '')` as never,
  );
}

function statusOf(page: Page): Promise<string> {
  return inPanel(page, (root) => root.querySelector('[data-part="status"]')?.textContent);
}

/** Puts a post onto X's page that X never told in an answer; without `link` its page does not say which post it is. */
function drawPost(page: Page, id: string, text: string, link = true): Promise<void> {
  const address = `/${HOST}/status/${id}`;
  const time = `<time datetime="${new Date().toISOString()}">1m</time>`;
  const html = `<article data-testid="tweet" tabindex="0">
    <div data-testid="User-Name"><a href="/${HOST}"><span>Estmere Police</span></a> <a href="/${HOST}">@${HOST}</a>
    ${link ? `<a href="${address}">${time}</a>` : time}</div>
    <div data-testid="tweetText" dir="auto">${text} <a href="/hashtag/PolChat?src=hashtag_click">#PolChat</a></div></article>`;
  return page.evaluate((html: string) => {
    const holder = document.createElement('div');
    holder.innerHTML = html;
    document.querySelector('main')?.append(holder);
  }, html);
}

/** An id that X would give out now. */
function newId(): string {
  return String((BigInt(Date.now() - 1_288_834_974_657) << 22n) + 7n);
}

describe('a tab that was open before the extension', () => {
  it('is read off the page, what comes later too, and says that there is more to be had', async () => {
    const late = await setLateStage(SHORT);
    stage = late;
    const page = await late.open(LIVE);
    await page.waitForSelector('article');
    await late.install();
    if (!IS_FIREFOX) await injectByHand(late);
    await panelShown(page);
    const { director } = late.sim;
    const ids = director.published().map(({ id }) => id);
    await has(page, ids);
    await says(page, /This tab was open before Polchat was.*Reading what this page shows/s);
    const id = director.publish({ by: HOST, text: 'Q4 And what comes later? #polchat' });
    await has(page, [...ids, id]);
    // What the page showed is the chat's for every tab, and joined with what X answers there.
    const other = await late.open('/notifications');
    await panelShown(other);
    await has(other, [...ids, id]);
    await other.goto(`https://x.com${LIVE}`, { waitUntil: 'domcontentloaded' });
    await panelShown(other);
    await has(other, [...ids, id]);
    const shown = await other.evaluate(() => {
      const root = document.querySelector('polchat-panel')?.shadowRoot;
      return [...(root?.querySelectorAll<HTMLElement>('article[data-post-id]') ?? [])].map(
        ({ dataset }) => dataset.postId,
      );
    });
    expect(new Set(shown).size).toBe(shown.length);
  });
});

describe('what X never answered', () => {
  it('x-web’s first screen is read off the page, what it fetches later from its answers', async () => {
    const { sim, browser } = await stageOf({
      ...SHORT,
      settings: { ...SHORT.settings, layout: 'xweb' },
    });
    const page = await browser.newPage(`https://x.com${LIVE}`);
    await panelShown(page);
    const ids = sim.director.published().map(({ id }) => id);
    await has(page, ids);
    const id = sim.director.publish({ by: HOST, text: 'Q4 And what comes later? #polchat' });
    await has(page, [id]);
    expect(await statusOf(page)).not.toMatch(/cannot read/i);
  });

  it('a post of the chat on an ordinary page is found and read', async () => {
    const { open } = await stageOf();
    const page = await open(LIVE);
    await panelShown(page);
    const id = newId();
    await drawPost(page, id, 'Only the page says so');
    await goElsewhereAndBack(page);
    await has(page, [id]);
  });

  it.runIf(!IS_FIREFOX)(
    'costs an ordinary page nothing: the reader is not even there',
    async () => {
      const { open } = await stageOf();
      const page = await open(LIVE);
      await panelShown(page);
      await inPanel(page, (root) => root.querySelectorAll('article').length > 3);
      // The page is looked at three seconds after it came.
      await until(page, 'performance.now() > 4_000');
      expect(await inOurWorld(page, LOADED)).toBe(false);
      await drawPost(page, newId(), 'Only the page says so');
      await goElsewhereAndBack(page);
      await eventually(() => inOurWorld(page, LOADED));
    },
  );
});

describe('an X that nothing can be read of', () => {
  it('is said plainly while X goes on, until it can be read again', async () => {
    const { sim, open } = await stageOf();
    const page = await open(LIVE);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await panelShown(page);
    sim.set({ failing: 'html' });
    await says(page, /Polchat cannot read what X shows now\. X itself works as ever\./);
    sim.set({ failing: 'none' });
    const id = sim.director.publish({ by: HOST, text: 'Back again #polchat' });
    await has(page, [id]);
    await inPanel(
      page,
      (root) =>
        !/cannot read what X shows/.test(
          root.querySelector('[data-part="status"]')?.textContent ?? '',
        ),
    );
    expect(errors).toEqual([]);
  });

  it('is read off the page where that still can be read, and says so', async () => {
    const { sim, open } = await stageOf();
    const page = await open(LIVE);
    await panelShown(page);
    sim.set({ failing: 'html' });
    await says(page, /cannot read what X shows/);
    const id = newId();
    await drawPost(page, id, 'Only the page says so');
    await has(page, [id]);
    await says(page, /X now answers in a way that Polchat cannot read/);
  });

  it('is told from a page, too: posts with the hashtag that do not say which they are', async () => {
    const { open } = await stageOf();
    const page = await open('/notifications');
    await panelShown(page);
    await drawPost(page, newId(), 'Who knows which', false);
    await goElsewhereAndBack(page);
    await says(page, /Polchat cannot read what X shows now/);
  });

  it.runIf(!IS_FIREFOX)(
    'is described for whoever mends it, without a word of anybody’s',
    async () => {
      const { sim, browser, open } = await stageOf();
      await browser.browser
        .defaultBrowserContext()
        .overridePermissions('https://x.com', ['clipboard-read', 'clipboard-sanitized-write']);
      const page = await open(LIVE);
      await panelShown(page);
      await drawPost(page, newId(), 'Secret thought', false);
      sim.set({ failing: 'html' });
      await says(page, /cannot read what X shows/);
      await inPanel(page, (root) => {
        const buttons = [...root.querySelectorAll<HTMLElement>('[data-part="status"] button')];
        const button = buttons.find(({ textContent }) => textContent === 'Copy a report');
        button?.click();
        return button !== undefined;
      });
      await says(page, /The report is on the clipboard/);
      const report = (await page.evaluate('navigator.clipboard.readText()')) as string;
      expect(report).toMatch(/^Polchat \d+\.\d+\.\d+\nMozilla\/5\.0 .*Chrome/);
      expect(report).toMatch(/^SearchTimeline: a page, no JSON$/m);
      expect(report).not.toMatch(/Secret|thought|Estmere|polchat\b|wrong/);
    },
  );
});

/** X's own navigation: the page is looked at again a moment after it. */
async function goElsewhereAndBack(page: Page): Promise<void> {
  await page.evaluate(() => {
    history.pushState(history.state, '', `${location.pathname}${location.search}#look`);
  });
  await until(page, `location.hash === '#look'`);
}

const LOADED = `globalThis[Symbol.for('polchat bridge')]?.sight !== undefined`;

/** Evaluates beside our scripts on the page. */
async function inOurWorld(page: Page, expression: string): Promise<unknown> {
  const session = await page.createCDPSession();
  const worlds: { id: number; name: string }[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context));
  await session.send('Runtime.enable');
  const contextId = worlds.find(({ name }) => name === 'Polchat')?.id;
  if (contextId === undefined) throw new Error('Our scripts are not on the page.');
  const { result } = await session.send('Runtime.evaluate', { contextId, expression });
  await session.detach();
  return result.value;
}

/** Chromium leaves open tabs alone; ours is given the script as Firefox gives it. */
async function injectByHand({ browser }: Stage): Promise<void> {
  const target = await browser.browser.waitForTarget(
    (target) => target.type() === 'service_worker' && target.url().includes(browser.extensionId),
  );
  const worker = await target.worker();
  await worker?.evaluate(async () => {
    const { tabs, scripting } = (globalThis as never as { chrome: ChromeApi }).chrome;
    interface ChromeApi {
      tabs: { query(query: object): Promise<{ id: number }[]> };
      scripting: { executeScript(injection: object): Promise<unknown> };
    }
    for (const { id } of await tabs.query({ url: 'https://x.com/*' })) {
      await scripting.executeScript({ target: { tabId: id }, files: ['/content-scripts/x.js'] });
    }
  });
}
