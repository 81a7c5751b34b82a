/** Asks axe for what a WCAG 2.2 AA audit would find on a page, shadow roots included. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** "rule: where", one for each finding inside `within` (a selector; none: the whole page). */
export async function findBarriers(page: Page, within?: string): Promise<string[]> {
  // Through the driver, not a script element: extension pages and X's allow none of ours.
  await page.evaluate(source);
  return page.evaluate(
    async (tags: string[], within: string | undefined) => {
      const { axe } = globalThis as never as {
        axe: { run(context: unknown, options: unknown): Promise<{ violations: Found[] }> };
      };
      interface Found {
        id: string;
        nodes: { target: unknown; failureSummary: string }[];
      }
      const context = within ? { include: [[within]] } : document;
      const options = { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] };
      const { violations } = await axe.run(context, options);
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(
          ({ target, failureSummary }) => `${id}: ${JSON.stringify(target)} ${failureSummary}`,
        ),
      );
    },
    TAGS,
    within,
  );
}
