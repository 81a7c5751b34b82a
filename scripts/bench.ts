/** Runs every bench, one after the other, and prints what each measured beside its limit; raw results go to dist/bench. */
import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { basename, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const folder = resolve(root, 'dist/bench');
mkdirSync(folder, { recursive: true });
console.log(
  `${cpus()[0]?.model}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`,
);
for (const path of globSync('tests/bench/*.bench.ts', { cwd: root }).sort()) {
  const { stdout, stderr } = spawnSync('node', ['scripts/run.ts', path], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  writeFileSync(resolve(folder, `${basename(path, '.ts')}.jsonl`), stdout);
  for (const line of stdout.split('\n').filter((line) => line.startsWith('{'))) {
    const { name, value, ratio, unit = '×', limit } = JSON.parse(line);
    const measured = value ?? ratio;
    console.log(
      `${measured <= limit ? 'met   ' : 'missed'} ${name}: ${measured} ${unit} (limit ${limit})`,
    );
  }
  if (stderr) console.error(stderr);
}
spawnSync('node', ['scripts/sizes.ts'], { cwd: root, stdio: 'inherit' });
