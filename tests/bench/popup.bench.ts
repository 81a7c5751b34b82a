/** From the press on the toolbar's button to the next chat on screen, calendars read before and nothing asked of the network. */
import { calendarOf } from '../../scripts/stage.ts';
import { MINUTE, type Stage, setStage } from '../e2e/stage.ts';
import { median, type Result, repeat } from './result.ts';

const ROUNDS = 9;
const WEEK = 7 * 24 * 60 * MINUTE;

/** Counts from when the page began to load to the frame after the one with the next chat and those to come in it. */
const WATCH = `new MutationObserver((_, watch) => {
  if (!document.querySelector('[data-part="upcoming"] li')) return;
  watch.disconnect();
  requestAnimationFrame(() => requestAnimationFrame(() => { globalThis.shown = performance.now(); }));
}).observe(document, { childList: true, subtree: true });`;

export async function run(): Promise<Result[]> {
  const start = Date.now() + 30 * MINUTE;
  const weeks = Array.from({ length: 10 }, (_, n) => ({
    start: start + n * WEEK,
    end: start + n * WEEK + 60 * MINUTE,
    summary: `#polchat: Theme ${n}`,
  }));
  const stage = await setStage({ calendar: calendarOf(weeks) });
  try {
    // The first reads the calendar.
    await open(stage);
    const raw = await repeat(ROUNDS, () => open(stage));
    return [{ name: 'popup opened', value: median(raw), unit: 'ms', limit: 100, raw }];
  } finally {
    await stage.close();
  }
}

async function open({ browser }: Stage): Promise<number> {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(WATCH);
  await browser.openOwn('popup.html', page);
  const shown = await page.waitForFunction('globalThis.shown', { polling: 20 });
  const value = (await shown.jsonValue()) as number;
  await page.close();
  return value;
}
