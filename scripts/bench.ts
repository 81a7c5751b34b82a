/**
 * Builds the extension, runs every bench, one after the other, and writes what each measured beside its limit to docs/benchmarks.md;
 * everything measured goes to dist/bench.
 *
 * usage: npm run bench [-- tests/bench/panel.bench.ts …]   the benches named only, and the page as it was
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { Result } from '../tests/bench/result.ts';
import { findBrowser } from './browsers.ts';

const root = resolve(import.meta.dirname, '..');
const folder = resolve(root, 'dist/bench');
const page = resolve(root, 'docs/benchmarks.md');
/** Results of one bench, left for the process that asked for them. */
const handed = resolve(folder, 'one.json');

interface Run {
  bench: string;
  results: Result[];
  /** Why there are none. */
  problem: string;
}

async function main(names: string[]): Promise<void> {
  mkdirSync(folder, { recursive: true });
  if (names[0] === '--one') return runOne(names[1] ?? '');
  for (const args of [['build'], ['build', '-b', 'firefox', '--mv3']]) {
    if (spawnSync('wxt', args, { cwd: root, stdio: 'ignore' }).status !== 0) {
      throw new Error('The extension did not build.');
    }
  }
  const started = new Date();
  const load = loadavg()[0] ?? 0;
  const benches = names.length ? names : globSync('tests/bench/*.bench.ts', { cwd: root }).sort();
  const runs = benches.map(runApart);
  if (!names.length) runs.unshift({ bench: 'sizes', results: readSizes(), problem: '' });
  for (const line of tableOf(runs)) console.log(line);
  // To the minute: a run that missed a limit is not to be lost to the next one.
  const date = started.toISOString().slice(0, 16).replace(':', '');
  const machine = describeMachine(load);
  const raw = JSON.stringify({ started, machine, runs }, null, 1);
  writeFileSync(resolve(folder, `${date}.json`), raw);
  if (!names.length) writeFileSync(page, pageOf(started, machine, runs));
}

/** In a process of its own: what one bench leaves behind must not slow the next. */
function runApart(path: string): Run {
  const bench = basename(path, '.bench.ts');
  console.log(`# ${bench}`);
  rmSync(handed, { force: true });
  const script = resolve(import.meta.dirname, 'bench.ts');
  const { status } = spawnSync(process.execPath, [script, '--one', path], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) return { bench, results: [], problem: 'did not run' };
  return { bench, ...JSON.parse(readFileSync(handed, 'utf8')) };
}

async function runOne(path: string): Promise<void> {
  const { run } = await load(path);
  const outcome = await (run() as Promise<Result[]>).then(
    (results) => ({ results, problem: '' }),
    (error: Error) => ({ results: [], problem: error.message.split('\n')[0] }),
  );
  writeFileSync(handed, JSON.stringify(outcome));
}

/** Those that measure the product's own modules are bundled: Node.js does not know our paths. */
async function load(path: string) {
  const file = resolve(root, path);
  if (!/from '@\//.test(readFileSync(file, 'utf8'))) return import(pathToFileURL(file).href);
  const bundle = resolve(root, 'node_modules/.cache/polchat', `${basename(path, '.ts')}.mjs`);
  await build({
    absWorkingDir: root,
    entryPoints: [file],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    tsconfig: resolve(root, 'tsconfig.json'),
  });
  return import(pathToFileURL(bundle).href);
}

/** What the check of the sizes says of the build for Chrome. */
function readSizes(): Result[] {
  const { stdout } = spawnSync(process.execPath, ['scripts/sizes.ts'], {
    cwd: root,
    encoding: 'utf8',
  });
  const lines = stdout.matchAll(/chrome-mv3 (.+): (\d+) bytes, goal (\d+)/g);
  return [...lines].map(([, name, bytes, goal]) => ({
    name: `JavaScript on an X page, gzipped: ${name}`,
    value: Number(bytes),
    unit: 'bytes',
    limit: Number(goal),
  }));
}

function describeMachine(load: number): string {
  const gib = Math.round(totalmem() / 2 ** 30);
  const browser = findBrowser('chromium');
  const version = browser
    ? execFileSync(browser, ['--version'], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      })
    : 'no Chromium';
  // Packagers add words behind the number.
  const short = /^\D*[\d.]+/.exec(version)?.[0] ?? version;
  return `${cpus()[0]?.model.trim()}, ${cpus().length} cores, ${gib} GiB, ${short}, Node ${process.version.slice(1)}, load ${load.toFixed(1)} at the start`;
}

function tableOf(runs: readonly Run[]): string[] {
  const rows = runs.flatMap(({ bench, results, problem }) => [
    ...(problem ? [`| ${bench} | | | not measured: ${problem} |`] : []),
    ...results.map((result) => `| ${result.name} | ${cells(result)} |`),
  ]);
  return ['| what | limit | measured | |', '|---|---|---|---|', ...rows];
}

function cells({ value, unit, limit }: Result): string {
  const say = (number: number) => `${format(number)}${unit ? ` ${unit}` : ''}`;
  if (limit === null) return ` | ${say(value)} | for comparison`;
  return `${say(limit)} | ${say(value)} | ${value <= limit ? 'met' : '**missed**'}`;
}

/** Three figures tell enough. */
function format(number: number): string {
  const digits = Math.abs(number) >= 100 ? 0 : Math.abs(number) >= 1 ? 1 : 3;
  return number.toLocaleString('en-GB', { maximumFractionDigits: digits });
}

/** The page with a new table; what people wrote below it stays. */
function pageOf(started: Date, machine: string, runs: readonly Run[]): string {
  const day = started.toLocaleDateString('en-GB', { dateStyle: 'long' });
  const before = readFileSync(page, 'utf8');
  const written = before.slice(before.indexOf('\n## '));
  return `# Measured

\`npm run bench\` on ${day}: ${machine}. Extension as built, on the simulated X; medians of 5 rounds unless said otherwise.
The limits are the design's.

${tableOf(runs).join('\n')}
${written}`;
}

await main(process.argv.slice(2));
