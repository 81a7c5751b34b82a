/** Lints the built packages as the add-on shops do: no error, and no warning but Preact's own innerHTML. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const folder = resolve(root, '.output/firefox-mv3');
const { stdout, stderr } = spawnSync(
  'addons-linter',
  ['--output', 'json', '--self-hosted', folder],
  { cwd: root, encoding: 'utf8', maxBuffer: 1e8 },
);
interface Found {
  code: string;
  message: string;
  file?: string;
  line?: number;
}
let report: { errors: Found[]; warnings: Found[] };
try {
  report = JSON.parse(stdout);
} catch {
  console.error(stderr || stdout);
  throw new Error('addons-linter gave no report');
}
const bad = [
  ...report.errors,
  ...report.warnings.filter(({ code }) => code !== 'UNSAFE_VAR_ASSIGNMENT'),
];
for (const { code, message, file, line } of bad) {
  console.log(`${code} ${file ?? ''}:${line ?? ''} ${message}`);
}
console.log(
  `${report.errors.length} errors, ${report.warnings.length} warnings, ${bad.length} of them ours`,
);
process.exit(bad.length === 0 ? 0 : 1);
