/**
 * Takes pictures of panel and popup as people see them. `npm run screenshots` takes those that docs use; with `--all --out FOLDER` every screen in X's
 * three looks, every width, and the states that are rare: to be looked at, not to be kept.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { seed } from '../tests/bench/panel-stage.ts';
import { type Simulator, startSimulator } from '../tests/simulator/simulator.ts';
import { type Launched, launch } from './browsers.ts';
import { calendarOf, copyExtension } from './stage.ts';

const MINUTE = 60_000;
const WEEK = 7 * 24 * 60 * MINUTE;
const LIVE = 'https://x.com/search?q=%23polchat&src=typed_query&f=live';
/** A page of X that loads no post of the chat. */
const QUIET = 'https://x.com/notifications';
const LOOKS = ['light', 'dim', 'dark'] as const;
const root = resolve(import.meta.dirname, '..');
const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'docs/screenshots' },
    all: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
});
const folder = resolve(root, values.out);
/** What docs show. */
const KEPT = /^(?:conversation-light|catch-up-light|people-dim|thread-dark|sheet|popup-light)$/;

interface Stage {
  sim: Simulator;
  browser: Launched;
}

/** Name → how to get there from a live panel, minute 47, at 1440 × 900. */
const SCENES: Record<string, (page: Page) => Promise<void>> = {
  conversation: async () => {},
  'conversation-top': (page) => scroll(page, 0.12),
  thread: async (page) => {
    await scroll(page, 0.3);
    await press(page, '', /^More about the post/);
    await press(page, 'Show thread');
  },
  'post-menu': async (page) => {
    await press(page, '', /^More about the post/);
    await press(page, 'Move to another question');
  },
  'catch-up': (page) => press(page, 'Catch me up'),
  links: async (page) => {
    await press(page, 'More');
    await press(page, 'Links');
  },
  people: async (page) => {
    await press(page, 'More');
    await press(page, 'People');
  },
  find: (page) => press(page, 'Search this chat'),
  menu: (page) => press(page, 'More'),
};

async function main(): Promise<void> {
  spawnSync('wxt', ['build'], { cwd: root, stdio: 'ignore' });
  mkdirSync(folder, { recursive: true });
  await onStage({}, async (stage) => {
    // Before anything was read.
    if (wants('state-empty')) await shootState(stage, 'state-empty', QUIET);
    for (const look of LOOKS) await shootLook(stage, look);
    await shootWidths(stage);
    await shootForced(stage);
    await shootPopup(stage.browser);
  });
  if (wants('state-one')) {
    await onStage({ posts: 1 }, (stage) => shootState(stage, 'state-one', LIVE));
  }
  if (wants('state-refused')) {
    await onStage({}, async (stage) => {
      stage.sim.set({ failing: '429' });
      await shootState(stage, 'state-refused', LIVE);
    });
  }
  if (wants('state-10000')) {
    await onStage({}, async (stage) => {
      await seed({ browser: stage.browser, start: stage.sim.director.start }, 10_000);
      await shootState(stage, 'state-10000', QUIET);
    });
  }
}

function wants(name: string): boolean {
  if (values.only) return name.startsWith(values.only);
  return values.all || KEPT.test(name);
}

/** A live chat in its 47th minute, or of so many posts, with weeks to come. */
async function onStage(
  { posts }: { posts?: number },
  work: (stage: Stage) => Promise<unknown>,
): Promise<void> {
  const start = Date.now() - 47 * MINUTE;
  const settings = { pageSize: 400 };
  const sim = await startSimulator({ start, fromMinute: posts === undefined ? 47 : 1, settings });
  const themes = [
    sim.director.script.theme,
    'Writing an appeal that people share',
    '',
    'Saying sorry well: apologies after things go wrong, and who signs them',
    '',
    'Dogs',
  ];
  const weeks = themes.map((theme, n) => ({
    start: start + n * WEEK,
    end: start + n * WEEK + 60 * MINUTE,
    summary: theme ? `#polchat: ${theme}` : '#polchat',
  }));
  const extension = copyExtension('chromium', calendarOf(weeks));
  const browser = await launch('chromium', { extension, proxyPort: sim.proxyPort });
  try {
    await work({ sim, browser });
  } finally {
    await browser.close();
    await sim.close();
    rmSync(extension, { recursive: true, force: true });
  }
}

async function shootLook({ sim, browser }: Stage, look: (typeof LOOKS)[number]) {
  sim.set({ theme: look });
  for (const [name, go] of Object.entries(SCENES)) {
    if (!wants(`${name}-${look}`)) continue;
    const page = await openPanel(browser);
    await go(page);
    await settle(page);
    await page.screenshot({
      path: resolve(folder, `${name}-${look}.png`),
      ...(name === 'conversation' ? {} : { clip: PANEL }),
    });
    await page.close();
  }
}

const PANEL = { x: 1060, y: 0, width: 380, height: 900 };

/** The narrowest and widest panel, and the sheet of a narrow window. */
async function shootWidths({ sim, browser }: Stage): Promise<void> {
  sim.set({ theme: 'light' });
  for (const width of [320, 520]) {
    for (const [name, go] of Object.entries(SCENES)) {
      if (!wants(`width-${width}-${name}`)) continue;
      const page = await openPanel(browser);
      await page.evaluate((width: number) => {
        document
          .querySelector<HTMLElement>('polchat-panel')
          ?.style.setProperty('--polchat-width', `${width}px`);
      }, width);
      await go(page);
      await settle(page);
      await page.screenshot({
        path: resolve(folder, `width-${width}-${name}.png`),
        clip: { ...PANEL, x: 1440 - width, width },
      });
      await page.close();
    }
  }
  if (!wants('sheet')) return;
  const page = await openPanel(browser);
  await page.setViewport({ width: 420, height: 860 });
  await settle(page);
  await page.screenshot({ path: resolve(folder, 'sheet.png') });
  await page.close();
}

/** As people with a palette of their own see it. */
async function shootForced({ browser }: Stage): Promise<void> {
  for (const name of ['conversation-top', 'catch-up', 'people', 'find']) {
    if (!wants(`forced-${name}`)) continue;
    const page = await openPanel(browser);
    const session = await page.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', {
      features: [
        { name: 'forced-colors', value: 'active' },
        { name: 'prefers-color-scheme', value: 'dark' },
      ],
    });
    await SCENES[name]?.(page);
    await settle(page);
    await page.screenshot({ path: resolve(folder, `forced-${name}.png`), clip: PANEL });
    await page.close();
  }
}

async function shootState({ browser }: Stage, name: string, address: string): Promise<void> {
  const page = await openPanel(browser, address, name === 'state-10000' ? 5 : 0);
  // What would be shown had been read by then.
  await new Promise((done) => setTimeout(done, 1_000));
  await settle(page);
  await page.screenshot({ path: resolve(folder, `${name}.png`), clip: PANEL });
  await page.close();
}

async function shootPopup(browser: Launched): Promise<void> {
  const page = await browser.newPage();
  await page.setViewport({ width: 360, height: 600 });
  for (const value of ['light', 'dark']) {
    if (!wants(`popup-${value}`)) continue;
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
    await browser.openOwn('popup.html', page);
    await page.waitForSelector('[data-part="upcoming"] li');
    await page.screenshot({ path: resolve(folder, `popup-${value}.png`) });
  }
  await page.close();
}

async function openPanel(browser: Launched, address = LIVE, posts = 5): Promise<Page> {
  const page = await browser.newPage(address);
  await page.waitForFunction(
    (posts: number) => {
      const panel = document.querySelector('polchat-panel')?.shadowRoot;
      const drawn = panel?.querySelectorAll('article[data-post-id]').length ?? 0;
      return panel?.querySelector('aside [data-part="clock"]') && drawn >= posts;
    },
    { polling: 50 },
    posts,
  );
  return page;
}

/** To a part of the list, 0 its beginning and 1 its end. */
async function scroll(page: Page, part: number): Promise<void> {
  await page.evaluate((part: number) => {
    const list = document.querySelector('polchat-panel')?.shadowRoot?.querySelector('.scroller');
    list?.scrollTo(0, part * list.scrollHeight);
  }, part);
  await settle(page);
}

/** Presses the first button in sight in the panel with this name or matching words. */
async function press(page: Page, name: string, words?: RegExp): Promise<void> {
  await page.waitForFunction(
    (name: string, words: string) => {
      const panel = document.querySelector('polchat-panel')?.shadowRoot;
      const top = panel?.querySelector('.scroller')?.getBoundingClientRect().top ?? 0;
      const found = [...(panel?.querySelectorAll('button') ?? [])].find((button) => {
        const text = button.getAttribute('aria-label') ?? button.textContent ?? '';
        if (!words) return text.trim() === name;
        return new RegExp(words).test(text) && button.getBoundingClientRect().top > top + 120;
      });
      found?.click();
      return found !== undefined;
    },
    { polling: 50, timeout: 5_000 },
    name,
    words?.source ?? '',
  );
}

/** Some frames, for what comes later to come and to be drawn. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 16; frame++) await new Promise(requestAnimationFrame);
  });
}

await main();
