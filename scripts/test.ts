/** Runs every check and ends with one line: how many passed, how many failed. `--recorded` runs those on recordings alone. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const cache = resolve(root, 'node_modules/.cache/polchat');
const total = { passed: 0, failed: 0 };

/** Runs a command; its end is one check. */
function check(name: string, command: string, ...args: string[]): boolean {
  console.log(`\n# ${name}`);
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  count(status === 0 ? 1 : 0, status === 0 ? 0 : 1);
  if (status !== 0) console.log(`# ${name}: failed`);
  return status === 0;
}

/** Runs the tests of a Vitest project; each test counts. */
function vitest(project: string): void {
  console.log(`\n# tests: ${project}`);
  const report = resolve(cache, `${project}.json`);
  rmSync(report, { force: true });
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json'];
  const { status } = spawnSync('vitest', [...args, `--outputFile.json=${report}`], {
    cwd: root,
    stdio: 'inherit',
  });
  judge(report, status);
}

function judge(report: string, status: number | null): void {
  const { passed, failed } = readReport(report);
  count(passed, failed);
  // A file that could not be read holds no test, and a run without tests is no success.
  if ((status !== 0 && failed === 0) || passed + failed === 0) count(0, 1);
}

function readReport(path: string): { passed: number; failed: number } {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(path, 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function count(passed: number, failed: number): void {
  total.passed += passed;
  total.failed += failed;
}

/** Builds for both browsers; without a build there is nothing to try in them. */
function build(): boolean {
  const built = [
    check('build for Chrome', 'wxt', 'build'),
    check('build for Firefox', 'wxt', 'build', '-b', 'firefox', '--mv3'),
  ];
  return built.every(Boolean);
}

mkdirSync(cache, { recursive: true });
if (process.argv.includes('--recorded')) vitest('recorded');
else {
  check('set up types', 'wxt', 'prepare');
  check('lint', 'biome', 'ci', '--error-on-warnings');
  check('types', 'tsc', '--noEmit');
  vitest('unit');
  const built = build();
  check('lint the packages', 'node', 'scripts/lint-packages.ts');
  check('sizes', 'node', 'scripts/sizes.ts');
  if (built) for (const browser of ['chromium', 'firefox']) vitest(browser);
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
