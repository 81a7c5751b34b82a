import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findBarriers } from './axe.ts';
import { becomes, chipOf, EDITOR, pressFirst, textIn, WILL, withControl } from './composing.ts';
import { stopBackground } from './killing.ts';
import {
  eventually,
  IS_FIREFOX,
  inPanel,
  LIVE,
  panelShown,
  type Stage,
  setStage,
  until,
} from './stage.ts';

const MODAL = `[role="dialog"] ${EDITOR}`;
const SEND = '[role="dialog"] [data-testid="tweetButton"]';

/** The panel's textarea has the focus. */
function focusPanel(page: Page): Promise<unknown> {
  return inPanel(page, (root) => {
    root.querySelector<HTMLElement>('[data-part="composer"] textarea')?.focus();
    return root.activeElement?.tagName === 'TEXTAREA';
  });
}

function draftOf(page: Page): Promise<string> {
  return inPanel(page, (root) => {
    const area = root.querySelector<HTMLTextAreaElement>('[data-part="composer"] textarea');
    return area && [area.value];
  }).then(([value = '']) => value);
}

/** Text of a part of the panel. */
function panelText(page: Page, selector: string): Promise<string> {
  return page.evaluate((part: string) => {
    const root = document.querySelector('polchat-panel')?.shadowRoot;
    return root?.querySelector(part)?.textContent ?? '';
  }, selector);
}

/** Presses the button with this name in a shadow root of ours. */
function press(page: Page, host: string, name: string): Promise<unknown> {
  return until(
    page,
    `(() => {
      const root = document.querySelector(${JSON.stringify(host)})?.shadowRoot;
      const found = [...(root?.querySelectorAll('button, a.chip') ?? [])].find(
        (one) => !one.hidden && (one.getAttribute('aria-label') ?? one.textContent).trim() === ${JSON.stringify(name)},
      );
      found?.click();
      return found !== undefined;
    })()`,
  );
}

/** What axe finds in the composer and what is said there; posts have tests of their own. */
async function barriersHere(page: Page): Promise<string[]> {
  const found = await findBarriers(page, 'polchat-panel');
  return found.filter((line) => !/^link-in-text-block/.test(line));
}

describe('taking part', () => {
  let stage: Stage;
  let page: Page;
  /** Presses on X's own button, each one post. */
  let presses = 0;
  beforeAll(async () => {
    stage = await setStage({ fromMinute: 8, granted: {} });
    const start = Math.floor(stage.start / 1000) * 1000;
    const door = await stage.door();
    await eventually(() => door.get<unknown>('locked'));
    await door.set({ joined: { polchat: start }, welcomed: true });
  });
  afterAll(() => stage?.close());
  beforeEach(async () => {
    stage.sim.set({ composer: 'draft', premium: false, windowless: false });
    stage.sim.resetBudgets();
  });
  afterEach(async () => {
    if (!page.isClosed()) await page.close();
  });

  async function open(path = '/home'): Promise<void> {
    page = await stage.open(path);
    await page.bringToFront();
    await panelShown(page);
  }

  /** Presses X's own button and gives what X received. */
  async function send(button = SEND) {
    const count = stage.sim.received.posts.length;
    presses += 1;
    await page.click(button);
    const post = await eventually(() => stage.sim.received.posts[count]);
    // X goes back to the page below by itself.
    await until(page, `!document.querySelector('${MODAL}')`);
    return post;
  }

  async function openModal(): Promise<void> {
    await page.click('[data-testid="SideNav_NewTweet_Button"]');
    await page.waitForSelector(MODAL);
    await page.focus(MODAL);
  }

  /** What the extension's storage has of the draft: a page that goes while the browser still writes takes the words along. */
  async function keptDraft(): Promise<string | undefined> {
    const key = `panel polchat draft ${Math.floor(stage.start / 1000) * 1000} alexrowenpt`;
    return (await (await stage.door()).get<{ text: string }>(key))?.text;
  }

  describe('in X’s own composers', () => {
    it('each post of a thread carries the hashtag once', async () => {
      await open();
      await openModal();
      await page.keyboard.type('One');
      await becomes(() => textIn(page, MODAL), 'One #polchat');
      await page.click('[data-testid="addButton"]');
      const second = '[role="dialog"] [data-testid="tweetTextarea_1"]';
      await page.waitForSelector(second);
      await page.focus(second);
      await becomes(() => chipOf(page), WILL);
      await page.keyboard.type('Two');
      await becomes(() => textIn(page, second), 'Two #polchat');
      const count = stage.sim.received.posts.length;
      presses += 2;
      await page.click(SEND);
      await eventually(() => stage.sim.received.posts[count + 1]);
      const texts = stage.sim.received.posts.slice(count).map(({ text }) => text);
      expect(texts).toEqual(['One #polchat', 'Two #polchat']);
    });

    it('a poll that is being made, an edit and a message are left alone', async () => {
      await open();
      await openModal();
      await page.click('[role="dialog"] [data-testid="createPollButton"]');
      await page.waitForSelector('[role="dialog"] input[name="Choice1"]');
      await page.focus(MODAL);
      await page.keyboard.type('Tea or coffee?');
      await becomes(() => chipOf(page), '');
      await becomes(() => textIn(page, MODAL), 'Tea or coffee?');
      // Posted without the hashtag on purpose, and edited: it stays without.
      await page.goto('https://x.com/home', { waitUntil: 'domcontentloaded' });
      await panelShown(page);
      await openModal();
      await becomes(() => chipOf(page), WILL);
      await press(page, 'polchat-chip', 'Remove #polchat from this post');
      await page.keyboard.type('Old words of mine');
      await becomes(() => textIn(page, MODAL), 'Old words of mine');
      expect((await send()).text).toBe('Old words of mine');
      await page.goto('https://x.com/AlexRoweNPT', { waitUntil: 'domcontentloaded' });
      await panelShown(page);
      // The script that knows an edit by its way in has come.
      await openModal();
      await becomes(() => chipOf(page), WILL);
      await page.keyboard.press('Escape');
      await until(page, `!document.querySelector('[role="dialog"]')`);
      await until(
        page,
        `(() => {
          const article = [...document.querySelectorAll('article')].find((one) =>
            one.textContent.includes('Old words of mine'));
          article?.querySelector('[data-testid="caret"]')?.click();
          return article !== undefined;
        })()`,
      );
      await page.waitForSelector('[role="menuitem"]');
      await page.evaluate(() => {
        const items = document.querySelectorAll<HTMLElement>('[role="menuitem"]');
        for (const item of items) if (/edit/i.test(item.textContent ?? '')) item.click();
      });
      await page.waitForSelector(MODAL);
      await page.focus(MODAL);
      // Among its letters are X's own keys for a new post, a reply and a repost.
      await page.keyboard.type(' turned not for here', { delay: 10 });
      await eventually(async () => (await textIn(page, MODAL)).includes('turned not for here'));
      expect(await textIn(page, MODAL)).not.toMatch(/#polchat/i);
      await becomes(() => chipOf(page), '');
      expect((await send()).text).not.toMatch(/#polchat/i);
      await page.goto('https://x.com/i/chat', { waitUntil: 'domcontentloaded' });
      await panelShown(page);
      const message = '[data-testid="dmComposerTextInput"]';
      await page.waitForSelector(message);
      await page.click(message);
      await page.keyboard.type('See you there');
      await becomes(() => textIn(page, message), 'See you there');
    });

    it('the chip is reached by Tab within X’s focus trap, and Escape goes back', async () => {
      await open();
      await openModal();
      await page.keyboard.type('Hi');
      await becomes(() => textIn(page, MODAL), 'Hi #polchat');
      const focused = () =>
        page.evaluate(() => {
          const host = document.activeElement;
          const inner = host?.shadowRoot?.activeElement;
          return inner
            ? `${host.localName}: ${inner.textContent}`
            : (host?.getAttribute('data-testid') ?? '');
        });
      await page.keyboard.press('Tab');
      await becomes(focused, 'polchat-chip: Remove');
      await page.keyboard.press('Escape');
      await becomes(focused, 'tweetTextarea_0');
      expect(await page.$('[data-testid="confirmationSheetConfirm"]')).toBeNull();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      // The label, then on to what follows the editor on X's own page.
      await becomes(focused, 'polchat-chip: A1');
      await page.keyboard.press('Tab');
      await eventually(async () => !(await focused()).startsWith('polchat'));
      await page.focus(MODAL);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await becomes(() => textIn(page, MODAL), 'Hi');
      await page.keyboard.type(' all');
      await becomes(() => textIn(page, MODAL), 'Hi all');
    });

    it('the label is offered and goes in only when asked, in front, and the caret stays', async () => {
      await open();
      await openModal();
      await page.keyboard.type('Timing');
      await becomes(() => textIn(page, MODAL), 'Timing #polchat');
      await press(page, 'polchat-chip', 'A1: put it in front of this post');
      await becomes(() => textIn(page, MODAL), 'A1 Timing #polchat');
      await page.keyboard.type('!');
      await becomes(() => textIn(page, MODAL), 'A1 Timing! #polchat');
      await withControl(page, 'z');
      expect((await send()).text).toMatch(/^A1 Timing!? #polchat$/);
    });

    it('what had better not go out is underlined and said, never held up, and “this is fine” is kept as a hash', async () => {
      await open();
      await openModal();
      await page.keyboard.type('Seen AB12 CDE today');
      const said = () =>
        page.evaluate(
          () =>
            document.querySelector('polchat-check')?.shadowRoot?.querySelector('li')?.textContent ??
            '',
        );
      await eventually(async () => (await said()).includes('AB12 CDE'));
      expect(await said()).toMatch(/registration/);
      const lines = () =>
        page.evaluate(
          () =>
            document.querySelector('polchat-check')?.shadowRoot?.querySelectorAll('.line').length,
        );
      await becomes(lines, 1);
      expect(await findBarriers(page, 'polchat-check')).toEqual([]);
      await press(page, 'polchat-check', 'This is fine: AB12 CDE');
      await becomes(said, '');
      const door = await stage.door();
      const fine = await eventually(() => door.get<{ hashes: string[] }>('fine'));
      expect(fine.hashes).toHaveLength(1);
      expect(JSON.stringify(fine)).not.toMatch(/AB12 ?CDE/i);
      await page.bringToFront();
      expect((await send()).text).toBe('Seen AB12 CDE today #polchat');
    });

    it('an own answer without the hashtag is noticed, and brought in by a quote when asked', async () => {
      await open(LIVE);
      await pressFirst(page, 'article [data-testid="reply"]');
      await page.waitForSelector(MODAL);
      await page.focus(MODAL);
      await becomes(() => chipOf(page), WILL);
      await press(page, 'polchat-chip', 'Remove #polchat from this post');
      await page.keyboard.type('Quite so');
      await becomes(() => textIn(page, MODAL), 'Quite so');
      await send();
      await eventually(async () =>
        (await panelText(page, '[data-part="status"]')).includes('went out without #polchat'),
      );
      await press(page, 'polchat-panel', 'Let it be');
      await eventually(
        async () => !(await panelText(page, '[data-part="status"]')).includes('without #polchat'),
      );
    });
  });

  /** X's window for a post, which opens beside the page. */
  function smallWindow(): Promise<Page> {
    return eventually(async () => {
      const pages = await stage.browser.browser.pages();
      return pages.find((one) => one !== page && /\/(?:intent|compose)\/post/.test(one.url()));
    });
  }

  describe('from the panel', () => {
    /** Focuses a row of the panel whose post X's page shows too, and gives its id and question. */
    function focusShared(): Promise<{ id: string; question: string }> {
      return inPanel(page, (root) => {
        const links = [...document.querySelectorAll('article a[href*="/status/"]:has(time)')];
        const shown = new Set(links.map((link) => link.getAttribute('href')?.split('/')[3]));
        const rows = [...root.querySelectorAll<HTMLElement>('article.post')];
        const row = rows.find(({ dataset }) => shown.has(dataset.postId) && dataset.question);
        row?.focus();
        return row && root.activeElement === row
          ? { id: row.dataset.postId ?? '', question: row.dataset.question ?? '' }
          : null;
      });
    }

    it.each([
      ['r', 'replyTo'],
      ['q', 'quoteOf'],
    ] as const)(
      '%s on a post opens X’s composer with label and hashtag, the caret between',
      async (key, relation) => {
        await open(LIVE);
        await page.waitForSelector('article [data-testid="reply"]');
        const { id, question: asked } = await focusShared();
        await page.keyboard.press(key);
        await page.waitForSelector(MODAL);
        const label = asked.replace('Q', 'A');
        await becomes(() => textIn(page, MODAL), `${label}  #polchat`);
        await page.keyboard.type('Yes 👮');
        await becomes(() => textIn(page, MODAL), `${label} Yes 👮 #polchat`);
        const post = await send();
        expect([post.text, post[relation]]).toEqual([`${label} Yes 👮 #polchat`, id]);
      },
    );

    it('an answer that was opened and not touched closes without X’s question', async () => {
      await open(LIVE);
      await page.waitForSelector('article [data-testid="reply"]');
      await focusShared();
      await page.keyboard.press('r');
      await page.waitForSelector(MODAL);
      await eventually(async () => /^A\d+ {2}#polchat$/.test(await textIn(page, MODAL)));
      await page.keyboard.press('Escape');
      await until(page, `!document.querySelector('[role="dialog"]')`);
      expect(await page.$('[data-testid="confirmationSheetConfirm"]')).toBeNull();
    });

    it('says what had better not go out, how much room is left and who posts; Escape loses nothing', async () => {
      await open();
      await focusPanel(page);
      await page.keyboard.type('Victim John Smith lives at 12 High Street');
      await eventually(async () => (await panelText(page, '.findings')).includes('John Smith'));
      await becomes(() => panelText(page, '[data-part="marks"] mark'), 'John Smith');
      await eventually(async () =>
        /\d+ left.*posting as @AlexRoweNPT/s.test(await panelText(page, '[data-part="count"]')),
      );
      await page.keyboard.press('Escape');
      expect(await draftOf(page)).toBe('Victim John Smith lives at 12 High Street');
      expect(await barriersHere(page)).toEqual([]);
      await clearDraft();
    });

    it('a draft outlives the tab that is taken away and a background that is killed', async () => {
      await open();
      await focusPanel(page);
      await page.keyboard.type('Half a thought\n👮 and');
      await stopBackground(stage.browser);
      await page.keyboard.type(' more');
      await becomes(keptDraft, 'Half a thought\n👮 and more');
      // No unload, no goodbye: the renderer goes as in a crash, where the browser can be told to.
      if (IS_FIREFOX) await page.close();
      else {
        const crashed = new Promise((resolve) => page.once('error', resolve));
        const session = await page.createCDPSession();
        session.send('Page.crash').catch(() => undefined);
        await crashed;
      }
      await open();
      await becomes(() => draftOf(page), 'Half a thought\n👮 and more');
      await page.goto('https://x.com/explore', { waitUntil: 'domcontentloaded' });
      await panelShown(page);
      await becomes(() => draftOf(page), 'Half a thought\n👮 and more');
      await clearDraft();
    });

    it('hands over to X’s small window where X’s editor is another or missing, and loses nothing', async () => {
      stage.sim.set({ composer: 'plain' });
      await open();
      await focusPanel(page);
      await page.keyboard.type('Tea first');
      await withControl(page, 'Enter');
      const small = await smallWindow();
      await until(small, `document.querySelector('[data-testid="tweetTextarea_0"]') !== null`);
      expect(small.url()).toMatch(/x\.com\/(?:intent|compose)\/post/);
      expect(await draftOf(page)).toBe('Tea first');
      await becomes(keptDraft, 'Tea first');
      await small.close();
      stage.sim.set({ composer: 'missing' });
      await page.goto('https://x.com/home', { waitUntil: 'domcontentloaded' });
      await panelShown(page);
      await page.bringToFront();
      await becomes(() => draftOf(page), 'Tea first');
      await focusPanel(page);
      await withControl(page, 'Enter');
      await (await smallWindow()).close();
      await eventually(async () =>
        (await panelText(page, '[data-part="status"]')).includes('small window'),
      );
      expect(await draftOf(page)).toBe('Tea first');
      await page.bringToFront();
      await clearDraft();
    });

    it('has the words ready to paste where X’s editor is missing and no window opens, and loses nothing', async () => {
      stage.sim.set({ composer: 'missing', windowless: true });
      await open();
      const before = (await stage.browser.browser.pages()).length;
      await focusPanel(page);
      await page.keyboard.type('Tea second');
      await withControl(page, 'Enter');
      await eventually(async () =>
        /on the clipboard|nor the clipboard/.test(await panelText(page, '[data-part="status"]')),
      );
      expect(await stage.browser.browser.pages()).toHaveLength(before);
      expect(await draftOf(page)).toBe('Tea second');
      await becomes(keptDraft, 'Tea second');
      await page.reload({ waitUntil: 'domcontentloaded' });
      await panelShown(page);
      await becomes(() => draftOf(page), 'Tea second');
      await clearDraft();
    });

    async function clearDraft(): Promise<void> {
      // X's own modal keeps the focus while it is open.
      await page.keyboard.press('Escape');
      await until(page, `!document.querySelector('[role="dialog"]')`);
      await focusPanel(page);
      await withControl(page, 'a');
      await page.keyboard.press('Backspace');
      await becomes(() => draftOf(page), '');
      await becomes(keptDraft, '');
    }
  });

  it('tells at first use how a public chat works, over the conversation, without taking the focus', async () => {
    await (await stage.door()).set({ welcomed: false });
    await open();
    await focusPanel(page);
    await eventually(async () => (await panelText(page, '.about')).includes('public'));
    await page.keyboard.type('x');
    await becomes(() => draftOf(page), 'x');
    expect(await barriersHere(page)).toEqual([]);
    await press(page, 'polchat-panel', 'Got it');
    await becomes(() => panelText(page, '.about'), '');
    await focusPanel(page);
    await page.keyboard.press('Backspace');
    await becomes(keptDraft, '');
    const door = await stage.door();
    await eventually(() => door.get<boolean>('welcomed'));
    await page.close();
    await open();
    await focusPanel(page);
    await eventually(async () => /left/.test(await panelText(page, '[data-part="count"]')));
    expect(await panelText(page, '.about')).toBe('');
  });

  it('has written to X what the person pressed, and nothing else', () => {
    const { writes } = stage.sim.received;
    expect(writes.map(({ operation }) => operation)).toEqual(Array(presses).fill('CreateTweet'));
  });
});
