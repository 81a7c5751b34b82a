/** Scan, parse and read every recorded response, against JSON.parse of the same texts in the same run. */
import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readResponse } from '@/stores/core/x-responses';
import { quantile, type Result } from './result';

const ROUNDS = 61;
const WARM_UP = 40;

function readTexts(): string[] {
  const recorded = resolve(process.cwd(), '../shared/data/x/graphql');
  return globSync('**/*.json', { cwd: recorded })
    .sort()
    .map((path) => readFileSync(resolve(recorded, path), 'utf8'));
}

/** As the tap scans: every # is looked at, nothing is copied or lower-cased but what follows one. */
function scan(text: string): boolean {
  for (let at = text.indexOf('#'); at >= 0; at = text.indexOf('#', at + 1)) {
    if (text.slice(at + 1, at + 8).toLowerCase() === 'polchat') return true;
  }
  return text.includes('＃');
}

function read(text: string): void {
  // The scan finds nothing in these recordings, so it goes through the whole of each: the dearest case.
  scan(text);
  readResponse({ operation: '', text, request: '' }, 0);
}

export async function run(): Promise<Result[]> {
  const texts = readTexts();
  if (texts.length === 0) throw new Error('No recorded responses beside the project.');
  const time = (work: (text: string) => void) => {
    const start = performance.now();
    for (const text of texts) work(text);
    return performance.now() - start;
  };
  const raw: { parse: number; read: number }[] = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    const times = { parse: time(JSON.parse), read: time(read) };
    if (round >= WARM_UP) raw.push(times);
  }
  // The fastest quarter's slowest: other work on the machine only ever adds.
  const quick = (key: 'parse' | 'read') =>
    quantile(
      raw.map((round) => round[key]),
      0.25,
    );
  const name = 'response that concerns the chat: scan, parse and read ÷ JSON.parse';
  return [{ name, value: quick('read') / quick('parse'), unit: '×', limit: 1.5, raw }];
}
