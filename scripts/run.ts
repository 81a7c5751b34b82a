/** Runs a script of ours that imports the product's own modules: `node scripts/run.ts scripts/transcript.ts …`. */
import { mkdirSync, rmSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = resolve(import.meta.dirname, '..');
const [, , script = '', ...rest] = process.argv;
const cache = resolve(root, 'node_modules/.cache/polchat');
// One file a run, so that two runs at once do not read each other's halves.
const bundle = resolve(cache, `${basename(script, '.ts')}-${process.pid}.mjs`);

mkdirSync(cache, { recursive: true });
process.on('exit', () => rmSync(bundle, { force: true }));
await build({
  absWorkingDir: root,
  entryPoints: [resolve(root, script)],
  outfile: bundle,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  tsconfig: resolve(root, 'tsconfig.json'),
  logLevel: 'warning',
});
process.argv = [process.argv[0] ?? 'node', bundle, ...rest];
await import(pathToFileURL(bundle).href);
