/**
 * Follows a chat live for a whole hour, in a window and in the background, each in a browser of its own, and writes to docs/soak.md
 * what arrived in a tab that stayed on home. The chat is busier than any: each ten minutes begin with a minute of sixty posts.
 *
 * usage: npm run soak [-- --minutes 5]   fewer minutes only say what they measured
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import {
  followedPage,
  followLive,
  missingIn,
  openFollowLive,
  talk,
  type Way,
} from '../tests/e2e/following.ts';
import { MINUTE, postCount, type Stage, setStage } from '../tests/e2e/stage.ts';
import { WEEKLY_CHAT } from '../tests/simulator/chat-script.ts';

const root = resolve(import.meta.dirname, '..');
/** Posts in each of ten minutes: a question is asked, and everybody answers. */
const SHAPE = [60, 45, 30, 20, 15, 12, 10, 8, 8, 6];
/** What is left between is fetched within so long, ms. */
const LATE = 10 * MINUTE;
const SAMPLE = 2_000;

interface Outcome {
  way: Way;
  said: number;
  missing: string[];
  /** From saying to the panel's count, by order: in the middle, and at the worst; s. */
  middle: number;
  worst: number;
  loads: number;
  refused: number;
  /** How often the followed page was asked whether it can be seen, and how often it could not. */
  looks: number;
  hidden: number;
  browser: string;
}

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '60' } } });
const minutes = Number(values.minutes);
const { status } = spawnSync('wxt', ['build'], { cwd: root, stdio: 'ignore' });
if (status !== 0) throw new Error('The extension did not build.');
const started = new Date();
const load = loadavg()[0] ?? 0;
const outcomes = await Promise.all((['window', 'background'] as const).map(soak));
for (const outcome of outcomes) console.log(JSON.stringify(outcome));
if (minutes === 60) writeFileSync(resolve(root, 'docs/soak.md'), pageOf(outcomes));
process.exit(outcomes.every(({ missing }) => missing.length === 0) ? 0 : 1);

async function soak(way: Way): Promise<Outcome> {
  // The session is long enough for what was said last.
  const stage = await setStage({
    fromMinute: 0,
    throttled: true,
    settings: { searchBudget: 50 },
    calendar: [sessionOf()],
    // Nothing but what is counted is said in the hour.
    script: { ...WEEKLY_CHAT, posts: WEEKLY_CHAT.posts.filter(({ at }) => at.startsWith('-')) },
  });
  try {
    const page = await stage.open('/home');
    await followLive(page, way);
    const followed = await followedPage(stage);
    await page.bringToFront();
    const before = await postCount(page);
    const counts = Array.from({ length: minutes }, (_, n) => SHAPE[n % SHAPE.length] as number);
    const watch = startWatch(page, followed);
    const ids = await talk(stage, counts);
    await untilCounted(page, before + ids.length);
    const { samples, looks, hidden } = await watch.stop();
    const missing = await missingIn(page, ids, LATE);
    await openFollowLive(page);
    mkdirSync(resolve(root, 'dist'), { recursive: true });
    await page.screenshot({ path: resolve(root, `dist/soak-${way}.png`) as `${string}.png` });
    const waits = waitsOf(stage, ids, samples, before);
    return {
      way,
      said: ids.length,
      missing,
      middle: waits[Math.floor(waits.length / 2)] ?? 0,
      worst: waits.at(-1) ?? 0,
      ...requestsOf(stage),
      looks,
      hidden,
      browser: await stage.browser.browser.version(),
    };
  } finally {
    await stage.close();
  }
}

function sessionOf() {
  const start = Date.now();
  return { start, end: start + (minutes + 15) * MINUTE, summary: '#polchat: An hour of soaking' };
}

/** Looks at both pages every other second, and touches neither. */
function startWatch(page: Page, followed: Page) {
  const samples: { at: number; count: number }[] = [];
  let looks = 0;
  let hidden = 0;
  let going = true;
  const watching = (async () => {
    while (going) {
      samples.push({ at: Date.now(), count: await postCount(page) });
      // While it is being loaded it cannot answer.
      const sight = await followed.evaluate(() => document.visibilityState).catch(() => undefined);
      if (sight) looks++;
      if (sight === 'hidden') hidden++;
      await new Promise((done) => setTimeout(done, SAMPLE));
    }
  })();
  return {
    async stop() {
      going = false;
      await watching;
      return { samples, looks, hidden };
    },
  };
}

async function untilCounted(page: Page, count: number): Promise<void> {
  const end = Date.now() + LATE;
  while ((await postCount(page)) < count && Date.now() < end) {
    await new Promise((done) => setTimeout(done, SAMPLE));
  }
}

/** From the n-th post that was said to the moment when the panel counted n, in s, shortest first. */
function waitsOf(
  { sim }: Stage,
  ids: readonly string[],
  samples: readonly { at: number; count: number }[],
  before: number,
): number[] {
  const waits = ids.map((id, n) => {
    const shown = samples.find(({ count }) => count > before + n)?.at ?? Number.NaN;
    return Math.round((shown - (sim.director.find(id)?.createdAt ?? 0)) / 100) / 10;
  });
  return waits.filter((wait) => !Number.isNaN(wait)).sort((a, b) => a - b);
}

function requestsOf({ sim }: Stage) {
  const searches = sim.received.requests.filter(({ operation }) => operation === 'SearchTimeline');
  return {
    loads: searches.length,
    refused: searches.filter(({ status }) => status === 429).length,
  };
}

function pageOf(all: readonly Outcome[]): string {
  const [cpu] = cpus();
  const machine = `${cpu?.model ?? 'unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, ${all[0]?.browser}, Node ${process.versions.node}, load ${load.toFixed(1)} at the start`;
  const rows = all.map((one) => {
    const arrived = one.said - one.missing.length;
    const percent = ((100 * arrived) / one.said).toFixed(2).replace(/\.00$/, '');
    const sight = `hidden ${one.hidden} of ${one.looks} times`;
    return `| ${one.way} | ${one.said} | ${arrived} (${percent} %) | ${one.middle} s | ${one.worst} s | ${one.loads} | ${one.refused} | ${sight} |`;
  });
  return `# An hour of following live

\`npm run soak\` on ${started.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })}: ${machine}. Each way in a browser of its own, at the same time, on the
simulated X: 20 posts a page, 50 searches in 15 minutes, hidden pages slowed down as for people. In each ten minutes
${SHAPE.join(', ')} posts a minute were said, by accounts that the viewer does not follow. Counted is what was in the panel of a tab that
stayed on home and was not touched; its whole list was read at the end.

| way | said | arrived | half within | all within | searches by X's page | refused | the followed page |
|---|---|---|---|---|---|---|---|
${rows.join('\n')}

The times are from saying a post to the panel's count reaching it, looked at every ${SAMPLE / 1000} seconds.
`;
}
