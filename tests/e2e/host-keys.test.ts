import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composerReady, EDITOR, hourOf, nextIs, stageHosting } from './hosting.ts';
import { eventually, inPanel, LIVE, panelShown, type Stage, until } from './stage.ts';

const QUESTION = 'What stops people coming to public meetings?';

describe('the run sheet, by keyboard alone', () => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await stageHosting(6, hourOf([QUESTION, 'What is next?']));
    page = await stage.open(LIVE);
    await panelShown(page);
  });
  afterAll(() => stage?.close());

  /** The name of what the focus is on in the panel; '' where it is elsewhere. */
  const focused = () =>
    page.evaluate(() => {
      const one = document.querySelector('polchat-panel')?.shadowRoot?.activeElement;
      return (one?.getAttribute('aria-label') ?? one?.textContent ?? '').trim();
    });

  /** What has this name stands before what the focus is on. */
  const isBehind = (name: string) =>
    page.evaluate((wanted: string) => {
      const root = document.querySelector('polchat-panel')?.shadowRoot;
      const named = [...(root?.querySelectorAll('button') ?? [])].find(
        (one) => (one.getAttribute('aria-label') ?? one.textContent).trim() === wanted,
      );
      const here = root?.activeElement;
      return (
        !!here &&
        !!named &&
        (here.compareDocumentPosition(named) & Node.DOCUMENT_POSITION_PRECEDING) !== 0
      );
    }, name);

  /** Goes by Tab, or back by Shift+Tab to what was passed, until the focus is on what has this name. */
  async function goTo(name: string): Promise<void> {
    const seen: string[] = [];
    while (seen.length < 150) {
      const here = await focused();
      if (here === name) return;
      seen.push(here.slice(0, 40));
      const isBack = await isBehind(name);
      if (isBack) await page.keyboard.down('Shift');
      await page.keyboard.press('Tab');
      if (isBack) await page.keyboard.up('Shift');
    }
    throw new Error(`Tab never led to “${name}”, but over ${seen.join(' | ')}`);
  }

  async function choose(name: string): Promise<void> {
    await goTo(name);
    await page.keyboard.press('Enter');
  }

  it('leads from X’s page to a question posted, and on to the next one', async () => {
    await choose('More');
    await inPanel(page, (root) => root.querySelector('.menu') !== null);
    await choose('Run sheet, for hosts');
    await inPanel(page, (root) => /I host this chat/.test(root.textContent ?? ''));
    await choose('I host this chat');
    await nextIs(page, 'Welcome');
    await choose('Skip Welcome');
    await nextIs(page, 'How it works');
    await choose('Skip How it works');
    await nextIs(page, 'Q1');
    await choose('Put into X’s composer');
    await composerReady(page);
    expect(stage.sim.received.posts).toEqual([]);
    // The person is in X's composer now, where X's own key for Post is.
    await until(page, `document.querySelector('${EDITOR}').contains(document.activeElement)`);
    await page.keyboard.down('Control');
    await page.keyboard.press('Enter');
    await page.keyboard.up('Control');
    await eventually(() => stage.sim.received.posts.length === 1);
    expect(stage.sim.received.posts[0]?.text).toBe(`Q1 ${QUESTION} #polchat`);
    await nextIs(page, 'Q2');
    await choose('Put into X’s composer');
    await composerReady(page);
  });
});
