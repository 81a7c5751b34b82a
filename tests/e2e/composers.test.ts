import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { becomes, chipOf, textIn, undoTo, WAYS, WILL } from './composing.ts';
import { eventually, type Stage, setStage } from './stage.ts';

type Rule = 'joined' | 'live' | 'never';
const RULES: readonly Rule[] = ['joined', 'live', 'never'];
/** Kinds of text; the last has its own hashtag. */
const TEXTS = ['Timing 👮', 'Two\nlines', '警察 👩‍👩‍👧', 'Own #PolChat too'];
const STARTED = 'Begun ';

/**
 * Place × empty or started draft × text × rule, on X's real editor: what X receives has the words as they were typed, with lines
 * and emoji, and the hashtag exactly once where the rule says so; every step can be undone and done again.
 */
describe('the hashtag in every composer of X', () => {
  let stage: Stage;
  let posted = 0;
  beforeAll(async () => {
    stage = await setStage({ fromMinute: 8, granted: {} });
    // The background has written what counts on a new installation, and will not write it over ours.
    const door = await stage.door();
    await eventually(() => door.get<unknown>('locked'));
  });
  afterAll(() => stage?.close());

  async function setRule(rule: Rule): Promise<void> {
    const door = await stage.door();
    const own = (await door.get<object>('ownSettings')) ?? {};
    const start = Math.floor(stage.start / 1000) * 1000;
    await door.set({
      ownSettings: { ...own, prefill: rule },
      // Whoever has the rule "live" need not have joined.
      joined: rule === 'live' ? {} : { polchat: start },
    });
    // The background says what counts.
    await eventually(async () => (await door.get<{ prefill: Rule }>('settings'))?.prefill === rule);
  }

  const cases = Object.keys(WAYS).flatMap((way) => RULES.map((rule) => ({ way, rule })));
  it.each(cases)('$way, rule "$rule"', { timeout: 90_000 }, async ({ way, rule }) => {
    const { path, enter, mobile = false, isPage = false } = WAYS[way] as (typeof WAYS)[string];
    stage.sim.set({ mobile });
    stage.sim.resetBudgets();
    await setRule(rule);
    const open = async () => {
      const opened = mobile ? await openNarrow(path(stage)) : await stage.open(path(stage));
      await opened.bringToFront();
      return opened;
    };
    let page = await open();
    const at = cases.findIndex((one) => one.way === way && one.rule === rule);
    const texts = [TEXTS[at % 4], TEXTS[(at + 1) % 4], TEXTS[(at + 2) % 4]] as string[];
    for (const [index, text] of texts.entries()) {
      if (isPage && index > 0) {
        await page.close();
        page = await open();
      }
      await write(page, enter, rule, text, index === 1);
    }
    await page.close();
  });

  /** As on a phone: no room for the panel, which waits at the edge. */
  async function openNarrow(path: string): Promise<Page> {
    const page = await stage.browser.newPage();
    await page.setViewport({ width: 420, height: 800 });
    await page.goto(`https://x.com${path}`, { waitUntil: 'domcontentloaded' });
    return page;
  }

  async function write(
    page: Page,
    enter: (typeof WAYS)[string]['enter'],
    rule: Rule,
    text: string,
    isStarted: boolean,
  ): Promise<void> {
    const { editor, send } = await enter(page);
    const before = isStarted ? STARTED : '';
    if (rule !== 'never') await becomes(() => chipOf(page), WILL);
    if (isStarted && rule !== 'never') {
      await setRule('never');
      await becomes(() => chipOf(page), '');
    }
    if (isStarted) await page.keyboard.type(before);
    if (isStarted && rule !== 'never') {
      // What was typed is looked at in a task of its own, under the rule that counts then.
      await page.evaluate(() => new Promise((looked) => setTimeout(looked, 0)));
      await setRule(rule);
      await becomes(() => chipOf(page), WILL);
    }
    // The untouched composer has nothing of ours in it.
    expect(await textIn(page, editor)).toBe(before);
    // Faster than anybody, but a key at a time.
    await page.keyboard.type(text, { delay: 10 });
    const isTagged = /#polchat/i.test(text);
    const whole = before + text + (isTagged || rule === 'never' ? '' : ' #polchat');
    await becomes(() => textIn(page, editor), whole);
    // Draft takes what was typed in one go for one step: a started draft goes with what was typed behind it.
    await undoTo(page, editor, '');
    await undoTo(page, editor, whole, true);
    const count = stage.sim.received.posts.length;
    await page.waitForSelector(`${send}:not([aria-disabled="true"]):not(:disabled)`);
    await page.click(send);
    const post = await eventually(() => stage.sim.received.posts[count]);
    posted += 1;
    expect(post.text).toBe(whole);
    expect(stage.sim.received.posts).toHaveLength(count + 1);
    // X has emptied its composer, or closed it.
    await becomes(() => textIn(page, editor), '');
  }

  it('posted what the person posted, at least sixty times, and nothing else', () => {
    expect(posted).toBeGreaterThanOrEqual(60);
    const { writes } = stage.sim.received;
    expect(writes.map(({ operation }) => operation)).toEqual(Array(posted).fill('CreateTweet'));
  });
});
