/** Packs both builds for the shops, and the sources that Mozilla's reviewers ask for, into dist/. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const output = resolve(root, '.output');
const dist = resolve(root, 'dist');
for (const args of [['zip'], ['zip', '-b', 'firefox', '--mv3']]) {
  const { status } = spawnSync('wxt', args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
mkdirSync(dist, { recursive: true });
for (const name of readdirSync(output).filter((name) => name.endsWith('.zip'))) {
  cpSync(resolve(output, name), resolve(dist, name));
  rmSync(resolve(output, name));
  console.log(resolve(dist, name));
}
