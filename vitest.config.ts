import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

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
const LONGEST = ['e2e/follow.test.ts', 'e2e/composers.test.ts', 'e2e/gather.test.ts'];
/** Six minutes in which next to nothing is done: run beside the others (scripts/test.ts). */
const WAITING = ['tests/e2e/follow-minutes.test.ts'];
/** Most of a browser's time here is waiting: two of them at once take little more than half of it. */
const browser = (name: string, files: object) =>
  project(name, {
    ...files,
    env: { BROWSER: name.replace('-waiting', '') },
    maxWorkers: 2,
    testTimeout: 90_000,
    hookTimeout: 90_000,
  });
const browsers = ['chromium', 'firefox'].flatMap((name) => [
  browser(name, { include: ['tests/e2e/**/*.test.ts', ...IN_A_BROWSER], exclude: WAITING }),
  browser(`${name}-waiting`, { include: WAITING }),
]);

/** What takes minutes begins first, so that nothing else waits for it in the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isNamed = (name: string) => (file: TestSpecification) => file.moduleId.endsWith(name);
    return [...new Set([...LONGEST.flatMap((name) => sorted.filter(isNamed(name))), ...sorted])];
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      project('unit', {
        include: ['tests/unit/**/*.test.{ts,tsx}'],
        exclude: IN_A_BROWSER,
        setupFiles: ['tests/unit/setup.ts'],
        // Property tests on a busy machine.
        testTimeout: 60_000,
      }),
      project('recorded', { include: ['tests/recorded/**/*.test.ts'], testTimeout: 60_000 }),
      ...browsers,
    ],
  },
});
