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
/** One browser at a time: two at once on a small machine make each other late. */
const browser = (name: string) =>
  project(name, {
    include: ['tests/e2e/**/*.test.ts', ...IN_A_BROWSER],
    env: { BROWSER: name },
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
      }),
      project('recorded', { include: ['tests/recorded/**/*.test.ts'], testTimeout: 60_000 }),
      browser('chromium'),
      browser('firefox'),
    ],
  },
});
