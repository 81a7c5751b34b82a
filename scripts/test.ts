/** Runs every check and ends with one line: how many passed, how many failed. `--recorded` runs those on recordings alone. */
import { spawn, spawnSync } from 'node:child_process';
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
  const { args, report } = vitestFor(project);
  const { status } = spawnSync('vitest', args, { cwd: root, stdio: 'inherit' });
  judge(report, status);
}

/** Begins to run a project's tests beside what else goes on. Call what it returns for the end: then they are printed and count. */
function vitestBeside(project: string): () => Promise<void> {
  const { args, report } = vitestFor(project);
  const run = spawn('vitest', args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [run.stdout, run.stderr]) stream.on('data', (text) => (said += text));
  const ended = new Promise<number | null>((done) => run.once('close', done));
  run.once('error', (error) => (said += error));
  return async () => {
    const status = await ended;
    console.log(`\n# tests: ${project}\n${said}`);
    judge(report, status);
  };
}

function vitestFor(project: string): { args: string[]; report: string } {
  const report = resolve(cache, `${project}.json`);
  rmSync(report, { force: true });
  const out = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return { args: ['run', '--project', project, ...out], report };
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
  if (built) {
    const browsers = ['chromium', 'firefox'];
    const beside = browsers.map((browser) => vitestBeside(`${browser}-waiting`));
    for (const browser of browsers) vitest(browser);
    for (const end of beside) await end();
  }
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
