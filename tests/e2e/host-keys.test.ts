import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composerReady, EDITOR, nextIs, QUIET } from './hosting.ts';
import {
  eventually,
  inPanel,
  LIVE,
  MINUTE,
  panelShown,
  type Stage,
  setStage,
  until,
} from './stage.ts';

const QUESTION = 'What stops people coming to public meetings?';

describe('the run sheet, by keyboard alone', () => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    const start = Date.now();
    stage = await setStage({
      start,
      fromMinute: 6,
      paused: true,
      script: QUIET,
      settings: { pollMs: 200, autoShow: true },
      calendar: [
        {
          start,
          end: start + 60 * MINUTE,
          summary: '#polchat: Public meetings',
          description: `Q1: ${QUESTION}\\nQ2: What is next?`,
        },
      ],
    });
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

  /** Goes on by Tab until the focus is on what has this name. */
  async function goTo(name: string): Promise<void> {
    const seen: string[] = [];
    while (seen.length < 150) {
      if ((await focused()) === name) return;
      await page.keyboard.press('Tab');
      seen.push((await focused()).slice(0, 40));
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
    await until(page, `document.activeElement?.closest('[role="dialog"]') !== null`);
    expect(await page.$eval(EDITOR, (one) => one.contains(document.activeElement))).toBe(true);
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
