/** The simulated x.com in a real browser, without any extension. */
import type { Page } from 'puppeteer-core';
import { type BrowserName, launch } from '@/scripts/browsers';
import { type Simulator, type SimulatorOptions, startSimulator } from '@/tests/simulator/simulator';
import { START } from './simulated-answers';

export interface PageStage {
  sim: Simulator;
  /** Opens an address of X in a page of its own and waits for `selector`. */
  open(path: string, selector?: string): Promise<Page>;
  close(): Promise<void>;
}

export const LATEST = '/search?q=%23polchat&src=typed_query&f=live';

export async function openStage(options: SimulatorOptions = {}): Promise<PageStage> {
  const sim = await startSimulator({ start: START, fromMinute: 40, paused: true, ...options });
  const name = (process.env.BROWSER ?? 'chromium') as BrowserName;
  const browser = await launch(name, { proxyPort: sim.proxyPort, width: 1300, height: 900 });
  return {
    sim,
    async open(path, selector = 'article') {
      const page = await browser.newPage(`https://x.com${path}`);
      await page.waitForSelector(selector);
      return page;
    },
    async close() {
      await browser.close();
      await sim.close();
    },
  };
}

export const testid = (name: string): string => `[data-testid="${name}"]`;

/** Resolves once `check` holds; the test's own time limit ends it otherwise. */
export async function until(check: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await check())) await new Promise((done) => setTimeout(done, 20));
}

/** Text of the first node that matches. */
export const textOf = (page: Page, selector: string): Promise<string> =>
  page.$eval(selector, (node) => node.textContent ?? '');

/** Presses the first button that says something matching. */
export async function press(page: Page, words: RegExp): Promise<void> {
  await page.waitForFunction(
    (source: string) =>
      [...document.querySelectorAll<HTMLElement>('button')].some((one) =>
        new RegExp(source).test(one.textContent ?? ''),
      ),
    {},
    words.source,
  );
  await page.evaluate((source: string) => {
    const buttons = [...document.querySelectorAll<HTMLElement>('button')];
    buttons.find((one) => new RegExp(source).test(one.textContent ?? ''))?.click();
  }, words.source);
}
