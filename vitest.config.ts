import { defineConfig } from 'vitest/config';

const shared = {
  resolve: { alias: { '@': import.meta.dirname } },
  oxc: { jsx: { runtime: 'automatic' as const, importSource: 'preact' } },
};
const project = (name: string, test: object) => ({ ...shared, test: { name, ...test } });
/** Tests of the simulator's pages, which only a browser can run. */
const IN_A_BROWSER = [
  'tests/unit/simulator/page.test.ts',
  'tests/unit/simulator/composers.test.ts',
];
/** Take minutes each, and are not steady yet: run by `npm run test:long`, under the browser's name with "-long". */
const LONG = ['tests/e2e/follow.test.ts', 'tests/e2e/composers.test.ts'];
/** One browser at a time: two at once on a small machine make each other late. */
const browser = (name: string, include: string[], exclude: string[] = []) =>
  project(name, {
    include,
    exclude,
    env: { BROWSER: name.replace('-long', '') },
    fileParallelism: false,
    testTimeout: 90_000,
    hookTimeout: 90_000,
  });

export default defineConfig({
  test: {
    projects: [
      project('unit', {
        include: ['tests/unit/**/*.test.{ts,tsx}'],
        exclude: IN_A_BROWSER,
        // Property tests on a busy machine.
        testTimeout: 30_000,
      }),
      project('recorded', { include: ['tests/recorded/**/*.test.ts'], testTimeout: 60_000 }),
      browser('chromium', ['tests/e2e/**/*.test.ts', ...IN_A_BROWSER], LONG),
      browser('chromium-long', LONG),
      browser('firefox', ['tests/e2e/**/*.test.ts', ...IN_A_BROWSER], LONG),
      browser('firefox-long', LONG),
    ],
  },
});
