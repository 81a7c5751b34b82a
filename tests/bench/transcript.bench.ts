/** A transcript of 10,000 posts: opened, looked through, saved in each form, without a pause; and a recording of 100 MB read by the command. */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { type Stage, until } from '../e2e/stage.ts';
import { setPanelStage } from './panel-stage.ts';
import { median, type Result, repeat } from './result.ts';

const POSTS = 10_000;
const ROUNDS = 3;
const PAUSE = 200;
const FORMATS = ['json', 'html', 'md', 'csv'] as const;
const root = resolve(import.meta.dirname, '../..');

/** In the page: the longest time since it was last asked in which nothing could be drawn or heard, ms. */
const WATCH = `
  globalThis.longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  }).observe({ type: 'longtask', buffered: true });
`;

export async function run(): Promise<Result[]> {
  const stage = await setPanelStage(POSTS);
  try {
    const raw = await repeat(ROUNDS, () => use(stage));
    const row = (name: string, key: string): Result => {
      const samples = raw.map((one) => one[key] ?? Number.NaN);
      return { name, value: median(samples), unit: 'ms', limit: PAUSE, raw: samples };
    };
    const pauses = [
      row('transcript of 10,000 posts: longest pause while it opens', 'open'),
      row('… while words are looked for in it', 'find'),
      ...FORMATS.map((format) => row(`… while it is saved as ${format}`, format)),
    ];
    const first = raw.map((one) => one.first ?? Number.NaN);
    const shown: Result = {
      name: 'transcript of 10,000 posts: first posts on screen',
      value: median(first),
      unit: 'ms',
      limit: null,
      raw: first,
    };
    return [...pauses, shown, readRecording()];
  } finally {
    await stage.close();
  }
}

async function use(stage: Stage): Promise<Record<string, number>> {
  const { browser, start } = stage;
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(WATCH);
  const began = performance.now();
  await page.goto(
    `chrome-extension://${browser.extensionId}/transcript.html?chat=polchat&start=${start}`,
  );
  await page.waitForSelector('article');
  const first = performance.now() - began;
  await until(
    page,
    `document.querySelectorAll('.stretch:not([hidden])').length >= ${POSTS / 25 - 10}`,
    60_000,
  );
  const found: Record<string, number> = { first, open: await longest(page) };
  await page.type('[data-part="find"]', 'childcare');
  await until(
    page,
    `[...document.querySelectorAll('.stretch')].every((one) => !one.hidden) &&
      [...document.querySelectorAll('main article')].every((one) => /childcare/i.test(one.textContent))`,
    60_000,
  );
  found.find = await longest(page);
  for (const format of FORMATS) {
    await page.evaluate(`document.querySelector('[data-format="${format}"]').click()`);
    await until(
      page,
      `/Saved: .*\\.${format}/.test(document.querySelector('[data-part="notice"]').textContent)`,
      60_000,
    );
    found[format] = await longest(page);
  }
  await page.close();
  return found;
}

/** Asked, and begun anew. Entries come a moment after the task they tell of. */
async function longest(page: Page): Promise<number> {
  await page.evaluate('new Promise((done) => setTimeout(done, 300))');
  return page.evaluate('[longest, (longest = 0)][0]') as Promise<number>;
}

/** The command's largest memory over 100 MB of recording, less that over one entry of it. */
function readRecording(): Result {
  const folder = mkdtempSync(join(tmpdir(), 'polchat-har-'));
  const [small, large] = [1, 260].map((entries) => {
    const path = join(folder, `${entries}.har`);
    const file = openSync(path, 'w');
    writeSync(file, '{"log":{"entries":[');
    const text = 'x'.repeat(400_000);
    for (let n = 0; n < entries; n += 1) {
      writeSync(
        file,
        `${n > 0 ? ',' : ''}${JSON.stringify({ request: { url: 'https://abs.twimg.com/a.js' }, text })}`,
      );
    }
    writeSync(file, ']}}');
    closeSync(file);
    return memoryOf(path);
  }) as [number, number];
  rmSync(folder, { recursive: true });
  return {
    name: 'transcript command: memory over a HAR of 104 MB, more than over one of 0.4 MB',
    value: (large - small) / 1e6,
    unit: 'MB',
    limit: 100,
    raw: { small, large },
  };
}

/** The command's peak of resident memory, bytes. */
function memoryOf(path: string): number {
  const tell = `process.on('exit', () => process.stderr.write(String(process.resourceUsage().maxRSS)))`;
  const preload = `data:text/javascript,${encodeURIComponent(tell)}`;
  const command = ['--import', preload, 'scripts/run.ts', 'scripts/transcript.ts', path];
  const { stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
  return Number(stderr) * 1024;
}
