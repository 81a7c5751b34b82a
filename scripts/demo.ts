/**
 * The main job, to be seen: builds, starts the simulated x.com and opens a browser with Polchat on a chat that is live now.
 * Where there is no display it plays the scripted hour at speed, headless, and says what it saw; it ends with 0 only if all was well.
 *
 * usage: npm start [-- --browser firefox] [--headless]
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { type Simulator, startSimulator } from '../tests/simulator/simulator.ts';
import { type BrowserName, type Launched, launch } from './browsers.ts';
import { calendarOf, copyExtension } from './stage.ts';

const MINUTE = 60_000;
const LIVE = 'https://x.com/search?q=%23polchat&src=typed_query&f=live';
const EDITOR = '[data-testid="tweetTextarea_0"]';
const root = resolve(import.meta.dirname, '..');
const pictures = resolve(root, 'dist/demo');

const { values } = parseArgs({
  options: {
    browser: { type: 'string', default: 'chromium' },
    headless: { type: 'boolean', default: false },
  },
});
const name: BrowserName = values.browser === 'firefox' ? 'firefox' : 'chromium';
const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const headless = values.headless || !hasDisplay;
/** Where the chat begins, and how fast it goes: to be watched, or to be through in a minute. */
const pace = headless ? { fromMinute: 0, speed: 60 } : { fromMinute: 16, speed: 2 };

build();
const start = Math.floor(Date.now() / MINUTE) * MINUTE - pace.fromMinute * MINUTE;
const sim = await startSimulator({
  ...pace,
  start,
  settings: { pollMs: headless ? 250 : 2_000, searchBudget: 100_000, autoShow: true },
});
const calendar = calendarOf([
  { start, end: start + 60 * MINUTE, summary: `#polchat: ${sim.director.script.theme}` },
]);
const extension = copyExtension(name, calendar);
const browser = await launch(name, { extension, proxyPort: sim.proxyPort, headless });
let ok = true;
try {
  const page = await browser.newPage(LIVE);
  if (headless) ok = await watch(page, sim);
  else await attend(browser);
} finally {
  await browser.close();
  await sim.close();
  rmSync(extension, { recursive: true, force: true });
}
process.exit(ok ? 0 : 1);

function build(): void {
  console.log('Building Polchat …');
  const args = name === 'firefox' ? ['build', '-b', 'firefox', '--mv3'] : ['build'];
  const { status, stdout, stderr } = spawnSync('wxt', args, { cwd: root, encoding: 'utf8' });
  if (status === 0) return;
  console.error(stdout, stderr);
  process.exit(1);
}

/** Stays until the person closes the browser. */
async function attend({ browser }: Launched): Promise<void> {
  console.log('A #polchat is live on a simulated x.com in the browser that has just opened.');
  console.log('Press Join in the panel, then write a post on X. Close the browser to end.');
  await new Promise<void>((done) => browser.once('disconnected', () => done()));
}

/** Goes through the hour as a participant would, and says what was there. */
async function watch(page: Page, sim: Simulator): Promise<boolean> {
  mkdirSync(pictures, { recursive: true });
  const { director, received } = sim;
  await shown(page, `root.querySelector('[data-part="join"]')`);
  await page.screenshot({ path: resolve(pictures, '1-live.png') });
  await press(page, '[data-part="join"]');
  await shown(page, `!root.querySelector('[data-part="join"]')`);

  const home = await browser.newPage('https://x.com/home');
  await home.waitForSelector(EDITOR);
  await home.click(EDITOR);
  await home.type(EDITOR, 'A1 Ours was in a barn, and it was full');
  await poll(() => home.$eval(EDITOR, (editor) => /#polchat/.test(editor.textContent ?? '')));
  await home.screenshot({ path: resolve(pictures, '2-hashtag.png') });
  await home.click('[data-testid="tweetButtonInline"]');
  await poll(() => received.posts.length > 0);
  await home.close();
  await page.bringToFront();

  await poll(() => director.remaining() === 0, 3 * MINUTE);
  const tagged = director
    .published()
    .filter(({ text, state }) => /#polchat/i.test(text) && state === 'present');
  await shown(page, `Number(/(\\d+) posts/.exec(root.textContent)?.[1]) >= ${tagged.length}`).catch(
    () => {},
  );
  await page.screenshot({ path: resolve(pictures, '3-full.png') });
  const panel = await page.evaluate(() => {
    const root = document.querySelector('polchat-panel')?.shadowRoot;
    const buttons = [...(root?.querySelectorAll('[data-part="questions"] button') ?? [])];
    return {
      posts: Number(/(\d+) posts/.exec(root?.textContent ?? '')?.[1] ?? 0),
      rail: buttons.map(({ textContent }) => textContent ?? '').filter((text) => /^Q\d/.test(text)),
      threads: new Set(
        [...(root?.querySelectorAll<HTMLElement>('article[data-parent]') ?? [])].map(
          ({ dataset }) => dataset.parent,
        ),
      ).size,
    };
  });
  const sent = received.posts.map(({ text }) => text);
  const asked = director.script.posts.filter(
    ({ by, text }) => director.script.hosts.includes(by) && /^Q\d/.test(text),
  );
  const checks: [string, boolean][] = [
    [
      `posts read: ${panel.posts} (X served ${tagged.length} with the hashtag)`,
      panel.posts >= tagged.length,
    ],
    [
      `questions: ${panel.rail.join(' | ')}`,
      panel.rail.length >= new Set(asked.map(({ text }) => text.slice(0, 2))).size,
    ],
    [`threads in sight: ${panel.threads}`, panel.threads > 0],
    [
      `post sent: ${JSON.stringify(sent[0])}`,
      sent.length === 1 && sent[0]?.match(/#polchat/g)?.length === 1,
    ],
  ];
  for (const [text, good] of checks) console.log(`${good ? 'ok  ' : 'FAIL'} ${text}`);
  console.log(`Pictures: ${pictures}`);
  return checks.every(([, good]) => good);
}

/** Waits until an expression over the panel's shadow root holds. */
function shown(page: Page, expression: string): Promise<unknown> {
  return poll(() =>
    page.evaluate(`(() => {
      const root = document.querySelector('polchat-panel')?.shadowRoot;
      return Boolean(root && (${expression}));
    })()`),
  );
}

async function press(page: Page, selector: string): Promise<void> {
  await page.evaluate((selector: string) => {
    const part = document
      .querySelector('polchat-panel')
      ?.shadowRoot?.querySelector<HTMLElement>(selector);
    (part?.matches('button') ? part : part?.querySelector('button'))?.click();
  }, selector);
}

async function poll(read: () => unknown, timeout = 30_000): Promise<void> {
  const end = Date.now() + timeout;
  while (!(await read())) {
    if (Date.now() > end) throw new Error(`It did not happen within ${timeout / 1000} s: ${read}`);
    await new Promise((done) => setTimeout(done, 100));
  }
}
