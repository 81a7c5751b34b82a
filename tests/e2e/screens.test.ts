import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inPanel, LIVE, panelShown, type Stage, setStage } from './stage.ts';

/** Presses the first button of the panel with this name. */
function press(page: Page, name: string): Promise<unknown> {
  return inPanel(
    page,
    `(root) => {
      const found = [...root.querySelectorAll('aside button')].find(
        (one) => (one.getAttribute('aria-label') ?? one.textContent).trim() === ${JSON.stringify(name)},
      );
      found?.click();
      return found !== undefined;
    }` as never,
  );
}

describe('who comes late', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage({ fromMinute: 40, settings: { pageSize: 400 } });
  });
  afterAll(() => stage?.close());

  it('reads all questions so far, what mattered under each, and what is open, after one press', async () => {
    const page = await stage.open(LIVE);
    await panelShown(page);
    const rail = await inPanel(page, (root) => {
      const buttons = [...root.querySelectorAll('[data-part="questions"] button')];
      const labels = buttons.map((one) => one.textContent?.split(' ')[0] ?? '');
      return labels.filter((label) => /^Q\d/.test(label));
    });
    expect(rail).toEqual(['Q1', 'Q2', 'Q3', 'Q4', 'Q5']);
    await press(page, 'Catch me up');
    const screen = await inPanel(page, (root) => {
      const part = root.querySelector('[data-part="catch-up"]');
      const digests = [...(part?.querySelectorAll<HTMLElement>('.digest') ?? [])];
      if (digests.length === 0) return null;
      return {
        labels: digests.map(({ dataset }) => dataset.question),
        posts: digests.map((one) => one.querySelectorAll('[data-post-id]').length),
        open: digests.flatMap(({ dataset }) => ('open' in dataset ? dataset.question : [])),
        way: part?.querySelector('.open-now')?.textContent,
        focus: root.activeElement?.getAttribute('data-part'),
      };
    });
    expect(screen.labels).toEqual(rail);
    expect(screen.open).toEqual([rail.at(-1)]);
    expect(screen.way).toContain(rail.at(-1));
    for (const posts of screen.posts.slice(0, -1)) expect(posts).toBeGreaterThan(0);
    expect(screen.focus).toBe('back');
    await page.close();
  });
});
