/** The tap's scan of recorded responses that do not concern the chat, against JSON.parse of them. `node scripts/run.ts tests/bench/tap.bench.ts` prints JSON. */
import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createSieve } from '@/stores/core/sieve';

const recorded = resolve(process.cwd(), '../shared/data/x/graphql');
// As X sends them: without the white space of the files.
const texts = globSync('**/*.json', { cwd: recorded }).map((path) =>
  JSON.stringify(JSON.parse(readFileSync(resolve(recorded, path), 'utf8'))),
);

function measure(interest: string): number {
  const ratios = Array.from({ length: 31 }, () => {
    const sieve = createSieve({ send: () => {}, later: () => {} });
    sieve.want(interest);
    const start = performance.now();
    for (const text of texts) sieve.hear('', text, false);
    const scanned = performance.now();
    for (const text of texts) JSON.parse(text);
    return (scanned - start) / (performance.now() - scanned);
  });
  return ratios.sort((a, b) => a - b)[15] as number;
}

for (const [name, interest] of [
  ['no conversation known', 'polchat\n'],
  ['500 conversations known', `polchat\n${Array.from({ length: 500 }, (_, n) => 2e18 + n).join()}`],
] as const) {
  const value = Math.round(measure(interest) * 1000) / 1000;
  console.log(JSON.stringify({ name: `scan ÷ JSON.parse, ${name}`, value, unit: '×', limit: 0.1 }));
}
