/** Takes the pictures of docs/screenshots: panel and popup as people see them, in X's three looks, narrow and wide. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { type Simulator, startSimulator } from '../tests/simulator/simulator.ts';
import { type Launched, launch } from './browsers.ts';
import { calendarOf, copyExtension } from './stage.ts';

const MINUTE = 60_000;
const WEEK = 7 * 24 * 60 * MINUTE;
const LIVE = 'https://x.com/search?q=%23polchat&src=typed_query&f=live';
const LOOKS = ['light', 'dim', 'dark'] as const;
const root = resolve(import.meta.dirname, '..');
const { values } = parseArgs({
  options: { out: { type: 'string', default: 'docs/screenshots' }, only: { type: 'string' } },
});
const folder = resolve(root, values.out);

interface Set {
  page: Page;
  sim: Simulator;
  browser: Launched;
}

/** Name → how to get there from a live panel, minute 47, at 1440 × 900. */
const SCENES: Record<string, (set: Set) => Promise<void>> = {
  conversation: async () => {},
  thread: async ({ page }) => {
    await press(page, '', /^More about the post/);
    await press(page, 'Show thread');
  },
  'catch-up': ({ page }) => press(page, 'Catch me up'),
  links: async ({ page }) => {
    await press(page, 'More');
    await press(page, 'Links');
  },
  people: async ({ page }) => {
    await press(page, 'More');
    await press(page, 'People');
  },
  find: ({ page }) => press(page, 'Search this chat'),
};

async function main(): Promise<void> {
  spawnSync('wxt', ['build'], { cwd: root, stdio: 'ignore' });
  mkdirSync(folder, { recursive: true });
  const start = Date.now() - 47 * MINUTE;
  const sim = await startSimulator({ start, fromMinute: 47, settings: { pageSize: 400 } });
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
    for (const look of LOOKS) await shootLook(browser, sim, look);
    await shootWidths(browser, sim);
    await shootPopup(browser);
  } finally {
    await browser.close();
    await sim.close();
    rmSync(extension, { recursive: true, force: true });
  }
}

async function shootLook(browser: Launched, sim: Simulator, look: (typeof LOOKS)[number]) {
  sim.set({ theme: look });
  for (const [name, go] of Object.entries(SCENES)) {
    if (values.only && values.only !== name) continue;
    const page = await openPanel(browser);
    await go({ page, sim, browser });
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
async function shootWidths(browser: Launched, sim: Simulator): Promise<void> {
  if (values.only && values.only !== 'width') return;
  sim.set({ theme: 'light' });
  for (const width of [320, 520]) {
    const page = await openPanel(browser);
    await page.evaluate((width: number) => {
      document
        .querySelector<HTMLElement>('polchat-panel')
        ?.style.setProperty('--polchat-width', `${width}px`);
    }, width);
    await settle(page);
    await page.screenshot({
      path: resolve(folder, `width-${width}.png`),
      clip: { ...PANEL, x: 1440 - width, width },
    });
    await page.close();
  }
  const page = await openPanel(browser);
  await page.setViewport({ width: 420, height: 860 });
  await settle(page);
  await page.screenshot({ path: resolve(folder, 'sheet.png') });
  await page.close();
}

async function shootPopup(browser: Launched): Promise<void> {
  if (values.only && values.only !== 'popup') return;
  const page = await browser.newPage();
  await page.setViewport({ width: 360, height: 600 });
  for (const value of ['light', 'dark']) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
    await page.goto(`chrome-extension://${browser.extensionId}/popup.html`);
    await page.waitForSelector('[data-part="upcoming"] li');
    await page.screenshot({ path: resolve(folder, `popup-${value}.png`) });
  }
  await page.close();
}

async function openPanel(browser: Launched): Promise<Page> {
  const page = await browser.newPage(LIVE);
  await page.waitForFunction(
    () => {
      const panel = document.querySelector('polchat-panel')?.shadowRoot;
      return (panel?.querySelectorAll('article[data-post-id]').length ?? 0) > 5;
    },
    { polling: 50 },
  );
  return page;
}

/** Presses the first button in the panel with this name or matching words. */
async function press(page: Page, name: string, words?: RegExp): Promise<void> {
  await page.waitForFunction(
    (name: string, words: string) => {
      const buttons =
        document.querySelector('polchat-panel')?.shadowRoot?.querySelectorAll('button') ?? [];
      const found = [...buttons].find((button) => {
        const text = button.getAttribute('aria-label') ?? button.textContent ?? '';
        return words ? new RegExp(words).test(text) : text.trim() === name;
      });
      found?.click();
      return found !== undefined;
    },
    { polling: 50, timeout: 5_000 },
    name,
    words?.source ?? '',
  );
}

/** Two frames without a change of layout. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 12; frame++) await new Promise(requestAnimationFrame);
  });
}

await main();
