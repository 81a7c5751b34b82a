import { defineConfig } from 'vitest/config';

const shared = {
  resolve: { alias: { '@': import.meta.dirname } },
  oxc: { jsx: { runtime: 'automatic' as const, importSource: 'preact' } },
};
const project = (name: string, test: object) => ({ ...shared, test: { name, ...test } });
/** One browser at a time: two at once on a small machine make each other late. */
const browser = (name: string) =>
  project(name, {
    include: ['tests/e2e/**/*.test.ts'],
    env: { BROWSER: name },
    fileParallelism: false,
    testTimeout: 90_000,
    hookTimeout: 90_000,
  });

export default defineConfig({
  test: {
    projects: [
      project('unit', { include: ['tests/unit/**/*.test.{ts,tsx}'] }),
      project('recorded', { include: ['tests/recorded/**/*.test.ts'], testTimeout: 60_000 }),
      browser('chromium'),
      browser('firefox'),
    ],
  },
});
