/**
 * The tap's scan of recorded responses that do not concern the chat, against JSON.parse of the same texts in the same run.
 * `node scripts/run.ts tests/bench/tap.bench.ts` prints a line of JSON for each result.
 */
import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createSieve } from '@/stores/core/sieve';
import { writeInterest } from '@/stores/core/wire';

const ROUNDS = 61;
const WARM_UP = 20;
const LIMIT = 0.1;

interface Result {
  name: string;
  value: number;
  unit: string;
  limit: number;
}

function readTexts(): string[] {
  const recorded = resolve(process.cwd(), '../shared/data/x/graphql');
  // As X sends them: without the white space of the files.
  return globSync('**/*.json', { cwd: recorded })
    .sort()
    .map((path) => JSON.stringify(JSON.parse(readFileSync(resolve(recorded, path), 'utf8'))));
}

/** The fastest quarter's slowest: other work on the machine only ever adds. */
function quick(times: number[]): number {
  return times.sort((a, b) => a - b)[Math.floor(times.length / 4)] as number;
}

function measure(texts: string[], interest: string): number {
  const scans: number[] = [];
  const parses: number[] = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    const sieve = createSieve(
      () => {},
      () => {},
    );
    sieve.want(interest);
    const start = performance.now();
    for (const text of texts) sieve.hear('', text, false);
    const scanned = performance.now();
    for (const text of texts) JSON.parse(text);
    if (round < WARM_UP) continue;
    parses.push(performance.now() - scanned);
    scans.push(scanned - start);
  }
  return quick(scans) / quick(parses);
}

/** One result for a page on which no conversation of the chat is known yet, one for the middle of a busy hour. */
export async function run(): Promise<Result[]> {
  const texts = readTexts();
  if (texts.length === 0) throw new Error('No recorded responses beside the project.');
  const ids = Array.from({ length: 500 }, (_, n) =>
    String(1_900_000_000_000_000_000n + BigInt(n * 7_919)),
  );
  return [[], ids].map((conversations) => ({
    name: `scan ÷ JSON.parse, ${conversations.length || 'no'} conversations known`,
    value: Number(
      measure(texts, writeInterest({ hashtags: ['polchat'], conversations })).toFixed(3),
    ),
    unit: '×',
    limit: LIMIT,
  }));
}

if (process.argv[1] === import.meta.filename) {
  for (const result of await run()) console.log(JSON.stringify(result));
}
