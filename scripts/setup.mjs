/**
 * The first thing every command runs, on whatever Node.js is there (20 or newer): installs what is missing, then
 * starts the script named on the command line with the Node.js that the project brings.
 *
 * usage: node scripts/setup.mjs [--browsers chromium,firefox] SCRIPT.ts …
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const modules = join(root, 'node_modules');
const windows = process.platform === 'win32';
const args = process.argv.slice(2);
const usual = args[0] === '--browsers' ? (args.splice(0, 2)[1] ?? '').split(',') : [];
const named = args.indexOf('--browser');
const wanted = named < 0 ? usual : [args[named + 1]];

if (!isInstalled()) {
  say('Installing the packages of the lock file …');
  // Not `npm ci`: it refuses a lock file that lacks the parts of other platforms, and this one adds those of this machine.
  run('npm', ['install', '--no-save', '--no-fund', '--no-audit', '--loglevel=error'], {
    shell: windows,
  });
}
if (wanted.length) ensureBrowsers();

const node = join(modules, '.bin', windows ? 'node.cmd' : 'node');
const [script = '', ...rest] = args;
const bundled = readFileSync(join(root, script), 'utf8').includes("from '@/");
const command = bundled
  ? [join(root, 'scripts/run.ts'), script, ...rest]
  : [join(root, script), ...rest];
const path = `${join(modules, '.bin')}${windows ? ';' : ':'}${process.env.PATH}`;
const done = spawnSync(node, command, {
  stdio: 'inherit',
  shell: windows,
  env: { ...process.env, PATH: path, WXT_TELEMETRY: '0' },
});
process.exit(done.status ?? 1);

/** The packages there are those of the lock file: npm keeps its own copy of it. */
function isInstalled() {
  const copy = join(modules, '.package-lock.json');
  if (!existsSync(copy) || !existsSync(join(modules, '.bin', windows ? 'node.cmd' : 'node')))
    return false;
  const versions = (file) =>
    Object.entries(JSON.parse(readFileSync(file, 'utf8')).packages)
      .filter(([name, { optional }]) => name && !optional)
      .map(([name, { version }]) => `${name} ${version}`);
  const there = new Set(versions(copy));
  return versions(join(root, 'package-lock.json')).every((one) => there.has(one));
}

/** A bare Debian as root gets the browsers and fonts installed; anybody else is told what to install. */
function ensureBrowsers() {
  const missing = wanted.filter((name) => !findBrowser(name));
  if (!missing.length) return;
  const canInstall =
    process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!canInstall) {
    const names = { chromium: 'Chromium or Google Chrome', firefox: 'Firefox' };
    const list = missing.map((name) => names[name] ?? name).join(' and ');
    say(
      `Polchat needs ${list} here, and did not find it. Install it, or say where it is with ${missing.map((name) => `${name.toUpperCase()}_PATH`).join(' and ')}.`,
    );
    process.exit(1);
  }
  const packages = { chromium: ['chromium'], firefox: ['firefox-esr'] };
  // A bare machine has no fonts either: screenshots would show boxes.
  const list = [
    ...missing.flatMap((name) => packages[name] ?? []),
    'fonts-liberation2',
    'fonts-noto-color-emoji',
  ];
  say(`Installing ${list.join(', ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-qq'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...list], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** Where browsers are looked for is written down once, in the file that starts them. */
function findBrowser(name) {
  const named = process.env[`${name.toUpperCase()}_PATH`];
  const places =
    JSON.parse(readFileSync(join(root, 'scripts/browser-places.json'), 'utf8'))[name] ?? [];
  return [named, ...places].find((place) => place && existsSync(place));
}

function run(name, list, options = {}) {
  const { status } = spawnSync(name, list, { cwd: root, stdio: 'inherit', ...options });
  if (status !== 0) {
    say(`${name} ${list[0]} did not work; see above.`);
    process.exit(status ?? 1);
  }
}

function say(text) {
  process.stderr.write(`${text}\n`);
}
