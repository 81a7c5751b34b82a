/**
 * Scan, parse and read every recorded response, against JSON.parse of the same texts in the same run.
 * `node scripts/run.ts tests/bench/read.bench.ts` prints the ratio (limit 1.5) and the raw times as JSON.
 */
import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readResponse } from '@/stores/core/x-responses';

const ROUNDS = 61;
const WARM_UP = 40;
const LIMIT = 1.5;

const recorded = resolve(process.cwd(), '../shared/data/x/graphql');
const texts = globSync('**/*.json', { cwd: recorded })
  .sort()
  .map((path) => readFileSync(resolve(recorded, path), 'utf8'));

function time(work: (text: string) => void): number {
  const start = performance.now();
  for (const text of texts) work(text);
  return performance.now() - start;
}

/** As the tap scans: every # is looked at, nothing is copied or lower-cased but what follows one. */
function scan(text: string): boolean {
  for (let at = text.indexOf('#'); at >= 0; at = text.indexOf('#', at + 1)) {
    if (text.slice(at + 1, at + 8).toLowerCase() === 'polchat') return true;
  }
  return text.includes('＃');
}

let posts = 0;
const parse = (text: string): void => {
  if (!JSON.parse(text)) throw new Error('a recording is empty');
};
const read = (text: string): void => {
  scan(text);
  posts += readResponse({ operation: '', text, request: '' }, 0).posts.length;
};

const raw: { parse: number; read: number }[] = [];
for (let round = 0; round < ROUNDS + WARM_UP; round++) {
  const times = { parse: time(parse), read: time(read) };
  if (round >= WARM_UP) raw.push(times);
}
/** The fastest quarter's slowest: other work on the machine only ever adds. */
function quick(times: number[]): number {
  return times.sort((a, b) => a - b)[Math.floor(times.length / 4)] ?? Number.NaN;
}
const ratio = quick(raw.map((round) => round.read)) / quick(raw.map((round) => round.parse));
console.log(
  JSON.stringify({
    name: 'read',
    ratio: Number(ratio.toFixed(3)),
    limit: LIMIT,
    files: texts.length,
    characters: texts.reduce((sum, { length }) => sum + length, 0),
    posts: posts / (ROUNDS + WARM_UP),
    raw,
  }),
);
// The scan finds nothing in these recordings, so it goes through the whole of each: the dearest case.
if (!(ratio <= LIMIT)) process.exitCode = 1;
