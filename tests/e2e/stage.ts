/** A stage for a test: the simulated x.com, a real browser with the built extension, and a calendar that says what is on. */
import { rmSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { type BrowserName, type Launched, launch } from '../../scripts/browsers.ts';
import { calendarOf, copyExtension, type Event } from '../../scripts/stage.ts';
import { type Simulator, type SimulatorOptions, startSimulator } from '../simulator/simulator.ts';
import { buildDoor, DOOR_HOST, type Door, type Granted, openDoor, permit } from './door.ts';

export const MINUTE = 60_000;
export const BROWSER = (process.env.BROWSER ?? 'chromium') as BrowserName;
export const IS_FIREFOX = BROWSER === 'firefox';

export interface StageOptions extends SimulatorOptions {
  /** The bundled calendar's events, or its whole text. Default: one event, live now, begun `fromMinute` minutes ago. */
  calendar?: Event[] | string;
  width?: number;
  height?: number;
  /** Without Polchat, to compare. */
  bare?: boolean;
  /** With a door into the extension, and what the person is taken to have allowed. */
  granted?: Granted;
  /** Hidden pages are slowed down as they are for people. */
  throttled?: boolean;
  /** What is saved goes into this folder. */
  downloads?: string;
  /** Firefox's id of the extension, where it is another. */
  geckoId?: string;
  /** `preferColours` is used. */
  colours?: boolean;
}

export interface Stage {
  sim: Simulator;
  browser: Launched;
  /** Start of the default session, ms. */
  start: number;
  /** The way into the extension; only where something was `granted`. */
  door(): Promise<Door>;
  /** Opens a page of X and waits for its column. */
  open(path?: string): Promise<Page>;
  close(): Promise<void>;
}

/** Sets the stage. Whatever fails on the way is taken down again. */
export async function setStage(options: StageOptions = {}): Promise<Stage> {
  const {
    calendar,
    width = 1440,
    height = 900,
    bare = false,
    throttled = false,
    downloads,
    geckoId,
    colours = false,
    granted,
    ...rest
  } = options;
  const start = options.start ?? Date.now() - (options.fromMinute ?? 10) * MINUTE;
  // X allows 50 searches in 15 minutes: a page that asks many times a second has used them up before a slow test is through.
  const settings = { searchBudget: 1e6, ...rest.settings };
  const sim = await startSimulator({ fromMinute: 10, ...rest, settings, start });
  const theme = {
    start,
    end: start + 60 * MINUTE,
    summary: '#polchat: Getting people to public meetings',
  };
  const text = typeof calendar === 'string' ? calendar : calendarOf(calendar ?? [theme]);
  const folder = copyExtension(BROWSER, text);
  if (granted) {
    buildDoor(folder, granted);
    sim.sites.set(DOOR_HOST, (_, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Door</title>'),
    );
  }
  if (IS_FIREFOX && colours) permit(folder, ['browserSettings']);
  const end = async (browser?: Launched) => {
    await browser?.close();
    await sim.close();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const browser = await launch(BROWSER, {
      extension: bare ? undefined : folder,
      proxyPort: sim.proxyPort,
      width,
      height,
      throttled,
      downloads,
      geckoId,
    });
    let door: Promise<Door> | undefined;
    return {
      sim,
      browser,
      start,
      door: () => (door ??= browser.newPage().then(openDoor)),
      open: (path) => open(browser, path),
      close: () => end(browser),
    };
  } catch (error) {
    await end();
    throw error;
  }
}

async function open(browser: Launched, path = '/home'): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`https://x.com${path}`, { waitUntil: 'domcontentloaded' });
  await page.waitForSelector('#react-root *');
  return page;
}

/** Pages are drawn for whoever likes them so; `own` is one of the extension's own pages, `page` the one that counts where it is another. */
export async function preferColours(
  own: Page,
  value: 'light' | 'dark',
  page: Page = own,
): Promise<void> {
  if (!IS_FIREFOX) await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
  else {
    // No driver can say so to Firefox; an extension that may can.
    await own.evaluate(
      `browser.browserSettings.overrideContentColorScheme.set({ value: '${value}' })`,
    );
    await until(page, `matchMedia('(prefers-color-scheme: ${value})').matches`);
  }
}

/** How long a condition is waited for, ms: beyond what a busy machine takes. Only a test that fails waits so long. */
const PATIENCE = 25_000;

/** X's live search for the chat. */
export const LIVE = '/search?q=%23polchat&src=typed_query&f=live';

/** Runs `read` on the panel's shadow root until it gives something true, and gives that. */
export async function inPanel<T>(
  page: Page,
  read: (root: ShadowRoot) => T,
  timeout = PATIENCE,
): Promise<NonNullable<T>> {
  return until(
    page,
    `(() => {
    const root = document.querySelector('polchat-panel')?.shadowRoot;
    return root ? (${read})(root) : null;
  })()`,
    timeout,
  );
}

/** Evaluates until the value is true, and gives it. The error names what was asked. */
export async function until<T>(
  page: Page,
  expression: string,
  timeout = PATIENCE,
): Promise<NonNullable<T>> {
  const end = Date.now() + timeout;
  for (;;) {
    const value = await page.evaluate(expression);
    if (value) return value as NonNullable<T>;
    if (Date.now() > end) throw new Error(`Never true within ${timeout} ms: ${expression}`);
    await new Promise((done) => setTimeout(done, 25));
  }
}

/** Waits for a condition of ours. */
export async function eventually<T>(
  read: () => T | Promise<T>,
  timeout = PATIENCE,
): Promise<NonNullable<T>> {
  const end = Date.now() + timeout;
  for (;;) {
    const value = await read();
    if (value) return value as NonNullable<T>;
    if (Date.now() > end) throw new Error(`Never true within ${timeout} ms: ${read}`);
    await new Promise((done) => setTimeout(done, 25));
  }
}

/** Waits until `read` has given the same again and again, and gives that: what moved has come to rest. */
export async function settled<T>(read: () => Promise<T>): Promise<T> {
  let last = await read();
  let times = 0;
  await eventually(async () => {
    const now = await read();
    times = JSON.stringify(now) === JSON.stringify(last) ? times + 1 : 0;
    last = now;
    return times >= 12;
  });
  return last;
}

/** The panel is drawn. */
export function panelShown(page: Page): Promise<unknown> {
  return inPanel(page, (root) => root.querySelector('aside [data-part="clock"]') !== null);
}

/** X's three looks, light last. */
export const LOOKS = ['dim', 'dark', 'light'] as const;

/** X takes on another look while its page is open, and the panel follows. */
export async function wearLook(
  { sim }: Stage,
  page: Page,
  look: (typeof LOOKS)[number],
): Promise<void> {
  sim.set({ theme: look });
  await page.evaluate(
    (look: string) => (window as never as { __simTheme(t: string): void }).__simTheme(look),
    look,
  );
  await until(page, `document.querySelector('polchat-panel').dataset.theme === '${look}'`);
}

/** Presses Join in the panel, and waits until prefill is there. */
export async function joinChat(page: Page): Promise<void> {
  await inPanel(page, (root) => {
    const part = root.querySelector<HTMLElement>('[data-part="join"]');
    const button = part?.matches('button') ? part : part?.querySelector('button');
    button?.click();
    return button !== null && button !== undefined;
  });
  await inPanel(page, (root) => root.querySelector('[data-part="join"]') === null);
}

/** How many posts the panel says it has, drawn or not. */
export function postCount(page: Page): Promise<number> {
  return inPanel(page, (root) => {
    const found = /([\d,]+) posts/.exec(root.textContent ?? '')?.[1];
    return found && Number(found.replace(',', ''));
  }) as Promise<number>;
}

/** The background's worker, where it has one (Chromium). */
export async function workerOf({ browser }: Pick<Stage, 'browser'>) {
  const target = await browser.browser.waitForTarget(
    (target) => target.type() === 'service_worker' && target.url().includes(browser.extensionId),
  );
  const worker = await target.worker();
  if (!worker) throw new Error('The background has no worker.');
  return worker;
}
