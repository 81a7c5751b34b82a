/**
 * Time in our scripts while X's home page loads and no chat is on: a CPU profile of Chromium on the simulated X, sampled every
 * 0.1 ms; our frames and whatever they call, but for X's own requests that they pass on. `node tests/bench/home.bench.ts` prints a line of JSON; with
 * `--paths` also where the time went.
 */
import type { CDPSession, Page, Protocol } from 'puppeteer-core';
import { MINUTE, setStage, until } from '../e2e/stage.ts';
import { WEEKLY_CHAT } from '../simulator/chat-script.ts';
import { ADVERT } from '../simulator/noise.ts';
import { median, type Result } from './result.ts';

const RUNS = 7;
const LIMIT = 5;
/** ms; Chromium samples every 0.15 ms at best. */
const LATE = 0.3;
const MONTH = 30 * 24 * 60 * MINUTE;

type Profile = Protocol.Profiler.Profile;
type Node = Protocol.Profiler.ProfileNode;

interface Spent {
  ms: number;
  /** The same with every late sample counted whole. */
  wall: number;
  /** ms of each call path from our outermost frame on, with all below it. */
  paths: Map<string, number>;
}

function isOurs({ callFrame }: Node): boolean {
  return callFrame.url.startsWith('chrome-extension://');
}

/** X's own request, on its way through our proxy: it takes the same time without. */
function isPassedOn({ callFrame }: Node, parent: Node): boolean {
  const { functionName, url } = callFrame;
  return isOurs(parent) && url === '' && (functionName === 'send' || functionName === 'fetch');
}

function nameOf({ callFrame }: Node): string {
  const { functionName, url, lineNumber, columnNumber } = callFrame;
  const place = url ? ` ${url.split('/').at(-1)}:${lineNumber + 1}:${columnNumber + 1}` : '';
  return `${functionName || '(anonymous)'}${place}`;
}

/** Adds up the samples taken in our functions and below them. */
function addUp({ nodes, samples = [], timeDeltas = [] }: Profile): Spent {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const paths = new Map<number, string[]>();
  const walk = (node: Node, parent: Node, above: string[]) => {
    const own = (above.length > 0 || isOurs(node)) && !isPassedOn(node, parent);
    const path = own ? [...above, nameOf(node)] : [];
    if (own) paths.set(node.id, path);
    for (const id of node.children ?? []) walk(byId.get(id) as Node, node, path);
  };
  const [top] = nodes as [Node];
  walk(top, top, []);
  const spent: Spent = { ms: 0, wall: 0, paths: new Map() };
  samples.forEach((id, index) => {
    // A sample stands for the time until the next one, which comes late only where the machine was busy elsewhere.
    const wall = (timeDeltas[index + 1] ?? 0) / 1000;
    const ms = Math.min(wall, LATE);
    const path = paths.get(id);
    if (!path) return;
    spent.ms += ms;
    spent.wall += wall;
    path.forEach((_, depth) => {
      const name = path.slice(0, depth + 1).join(' > ');
      spent.paths.set(name, (spent.paths.get(name) ?? 0) + ms);
    });
  });
  return spent;
}

async function profileHome(page: Page, session: CDPSession): Promise<Spent> {
  // From a page of the same site, so that the process goes on and the profiler with it, but one without our scripts.
  await page.goto('https://api.x.com/login', { waitUntil: 'load' });
  await session.send('HeapProfiler.collectGarbage');
  await session.send('Profiler.start');
  await page.goto('https://x.com/home', { waitUntil: 'load' });
  await until(page, `document.querySelectorAll('article').length > 5`);
  await until(page, `document.querySelector('polchat-panel') !== null`);
  // Whatever either left for when there is time.
  await page.evaluate(
    () => new Promise((done) => requestIdleCallback(() => setTimeout(done, 500))),
  );
  const { profile } = await session.send('Profiler.stop');
  return addUp(profile);
}

/** Median of seven loads. */
export async function run(): Promise<Result[]> {
  const start = Date.now() + MONTH;
  // Nobody speaks of it either, not even the advertisement on the simulated home.
  Object.assign(ADVERT, { text: ADVERT.text.replace('#', '') });
  const stage = await setStage({
    calendar: [{ start, end: start + 60 * MINUTE }],
    script: { ...WEEKLY_CHAT, posts: [] },
    settings: { pollMs: 3_600_000 },
  });
  try {
    const page = await stage.open('/home');
    const session = await page.createCDPSession();
    await session.send('Profiler.enable');
    await session.send('Profiler.setSamplingInterval', { interval: 100 });
    await profileHome(page, session);
    const runs: Spent[] = [];
    for (let n = 0; n < RUNS; n++) runs.push(await profileHome(page, session));
    const rounded = (values: number[]) => values.map((value) => Number(value.toFixed(2)));
    const raw = {
      ms: rounded(runs.map(({ ms }) => ms)),
      wall: rounded(runs.map(({ wall }) => wall)),
    };
    if (process.argv.includes('--paths')) printPaths(runs);
    return [
      {
        name: 'our scripts while X’s home loads, no chat on',
        value: median(raw.ms),
        unit: 'ms',
        limit: LIMIT,
        raw,
      },
    ];
  } finally {
    await stage.close();
  }
}

/** Mean ms of each call path that took 0.05 ms or more, as a tree. */
function printPaths(runs: readonly Spent[]): void {
  const names = new Set(runs.flatMap(({ paths }) => [...paths.keys()]));
  for (const name of [...names].sort()) {
    const ms = runs.reduce((sum, { paths }) => sum + (paths.get(name) ?? 0), 0) / runs.length;
    const parts = name.split(' > ');
    if (ms >= 0.05) console.log(`${'  '.repeat(parts.length - 1)}${ms.toFixed(2)} ${parts.at(-1)}`);
  }
}

if (process.argv[1] === import.meta.filename) {
  for (const result of await run()) console.log(JSON.stringify(result));
}
