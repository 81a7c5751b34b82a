import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { pressFirst, pressQuote } from './composing.ts';
import {
  eventually,
  inPanel,
  LIVE,
  panelShown,
  type Stage,
  setStage,
  settled,
  until,
} from './stage.ts';

const EDITOR = '[data-testid="tweetTextarea_0"]';

/** The chip's words on the hashtag, '' while it is hidden. */
function chip(page: Page): Promise<string> {
  return page.evaluate(() => {
    const host = document.querySelector('polchat-chip');
    if (!host?.matches(':popover-open')) return '';
    return [...(host.shadowRoot?.querySelectorAll('span, button[aria-label^="Remove"]') ?? [])]
      .map(({ textContent }) => textContent)
      .join(' · ');
  });
}

/** Draft's own model, as X would post it: the editor's paragraphs. */
function draft(page: Page, editor = EDITOR): Promise<string> {
  return page.evaluate((editor: string) => {
    const blocks = document.querySelectorAll(`${editor} [data-block="true"]`);
    return [...blocks].map(({ textContent }) => textContent).join('\n');
  }, editor);
}

async function draftIs(page: Page, wanted: string): Promise<void> {
  await eventually(async () => (await draft(page)) === wanted).catch(async () =>
    expect(await draft(page)).toBe(wanted),
  );
}

async function chipSays(page: Page, wanted: string): Promise<void> {
  await eventually(async () => (await chip(page)) === wanted).catch(async () =>
    expect(await chip(page)).toBe(wanted),
  );
}

const WILL = '#polchat will be added · Remove';
const ADDED = '#polchat added · Remove';

describe('the hashtag in X’s composers', () => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await setStage({ fromMinute: 8, granted: {} });
    await stage.door();
  });
  afterAll(() => stage?.close());
  beforeEach(async () => {
    page = await stage.open('/home');
    await page.bringToFront();
    await panelShown(page);
    await page.waitForSelector(EDITOR);
  });
  afterEach(() => page?.close());

  async function sent() {
    const before = stage.sim.received.posts.length;
    return () => eventually(() => stage.sim.received.posts[before]);
  }

  it('stays out of the composer of somebody who has not joined', async () => {
    await page.focus(EDITOR);
    await page.type(EDITOR, 'Morning all');
    await draftIs(page, 'Morning all');
    await chipSays(page, '');
    // The draft check comes to whoever writes while the chat is on.
    await page.keyboard.type(', AB12 CDE');
    await until(
      page,
      `document.querySelector('polchat-check')?.shadowRoot?.querySelector('li') != null`,
    );
    await draftIs(page, 'Morning all, AB12 CDE');
    await chipSays(page, '');
  });

  describe('after Join', () => {
    // As Join does in the panel, which others here press: the pages come after it.
    beforeAll(async () => {
      const door = await stage.door();
      await door.set({ joined: { polchat: Math.floor(stage.start / 1000) * 1000 } });
    });
    beforeEach(async () => {
      await inPanel(page, (root) => root.querySelector('[data-part="join"]') === null);
    });

    it('is announced before, put in with the first character, and posted once', async () => {
      await page.focus(EDITOR);
      await chipSays(page, WILL);
      expect(await draft(page)).toBe('');
      await page.keyboard.type('H');
      await draftIs(page, 'H #polchat');
      await page.keyboard.type('ello 👮 and\nwelcome');
      await draftIs(page, 'Hello 👮 and\nwelcome #polchat');
      await chipSays(page, ADDED);
      const post = await sent();
      await page.click('[data-testid="tweetButtonInline"]');
      expect((await post()).text).toBe('Hello 👮 and\nwelcome #polchat');
      await page.focus(EDITOR);
      await chipSays(page, WILL);
    });

    it('is not put in again once it was taken out, by hand or by the chip', async () => {
      await page.focus(EDITOR);
      await page.keyboard.type('Hi');
      await draftIs(page, 'Hi #polchat');
      await page.keyboard.press('End');
      for (let i = 0; i < ' #polchat'.length; i++) await page.keyboard.press('Backspace');
      await page.keyboard.type(' there');
      await draftIs(page, 'Hi there');
      await chipSays(page, '');
    });

    it('goes by the chip and stays out', async () => {
      await page.focus(EDITOR);
      await page.keyboard.type('Hi');
      await draftIs(page, 'Hi #polchat');
      await chipSays(page, ADDED);
      const spot = await settled(() =>
        page.evaluate(() => {
          const root = document.querySelector('polchat-chip')?.shadowRoot;
          const button = root?.querySelector('button') as HTMLElement;
          const box = button.getBoundingClientRect();
          return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
        }),
      );
      await page.mouse.click(spot.x, spot.y);
      await draftIs(page, 'Hi');
      await page.keyboard.type(' you');
      await draftIs(page, 'Hi you');
      await chipSays(page, '');
    });

    it('is not left alone in a composer whose words were deleted', async () => {
      await page.focus(EDITOR);
      await page.keyboard.type('Hm');
      await draftIs(page, 'Hm #polchat');
      await page.keyboard.press('Backspace');
      await page.keyboard.press('Backspace');
      await draftIs(page, '');
      await until(page, `document.querySelector('[data-testid="tweetButtonInline"]').disabled`);
    });

    it('is known in any capitals, and not doubled', async () => {
      await page.focus(EDITOR);
      await page.keyboard.type('Loving #PolChat today');
      await draftIs(page, 'Loving #PolChat today');
      await page.keyboard.press('Escape');
    });

    it('leaves the caret in the word that was being written', async () => {
      await page.focus(EDITOR);
      await chipSays(page, WILL);
      // Pasted: several characters in one go.
      await page.$eval(EDITOR, (editor) => {
        const paste = new ClipboardEvent('paste', {
          clipboardData: new DataTransfer(),
          bubbles: true,
          cancelable: true,
        });
        paste.clipboardData?.setData('text/plain', 'Own #Pol');
        editor.dispatchEvent(paste);
      });
      await draftIs(page, 'Own #Pol #polchat');
      await page.keyboard.type('ice chat');
      await draftIs(page, 'Own #Police chat #polchat');
    });

    it('lets an untouched composer close without a question', async () => {
      await page.click('[data-testid="SideNav_NewTweet_Button"]');
      await page.waitForSelector(`[role="dialog"] ${EDITOR}`);
      await page.focus(`[role="dialog"] ${EDITOR}`);
      await chipSays(page, WILL);
      await page.keyboard.press('Escape');
      await until(page, `!document.querySelector('[role="dialog"]')`);
      expect(await page.$('[data-testid="confirmationSheetConfirm"]')).toBeNull();
    });

    it('goes into a reply to a post of the chat, and not into any other', async () => {
      await page.goto(`https://x.com${LIVE}`, { waitUntil: 'domcontentloaded' });
      await panelShown(page);
      await pressFirst(page, 'article [data-testid="reply"]');
      await page.waitForSelector(`[role="dialog"] ${EDITOR}`);
      await page.focus(`[role="dialog"] ${EDITOR}`);
      await chipSays(page, WILL);
      await page.keyboard.type('Agreed');
      await draftIs(page, 'Agreed #polchat');
      const post = await sent();
      await page.click('[role="dialog"] [data-testid="tweetButton"]');
      const { text, replyTo } = await post();
      await until(page, `!document.querySelector('[role="dialog"]')`);
      expect(text).toBe('Agreed #polchat');
      expect(replyTo).not.toBeNull();

      await page.goto(`https://x.com${await noise(page)}`, { waitUntil: 'domcontentloaded' });
      await panelShown(page);
      await page.waitForSelector(EDITOR);
      await page.focus(EDITOR);
      await page.keyboard.type('Lovely');
      await draftIs(page, 'Lovely');
      await chipSays(page, '');
    });

    it('goes into a quote of a post of the chat', async () => {
      await page.goto(`https://x.com${LIVE}`, { waitUntil: 'domcontentloaded' });
      await panelShown(page);
      await pressQuote(page);
      await page.waitForSelector(`[role="dialog"] ${EDITOR}`);
      await page.focus(`[role="dialog"] ${EDITOR}`);
      await page.keyboard.type('This');
      await draftIs(page, 'This #polchat');
      const post = await sent();
      await page.click('[role="dialog"] [data-testid="tweetButton"]');
      const { text, quoteOf } = await post();
      expect(text).toBe('This #polchat');
      expect(quoteOf).not.toBeNull();
    });

    it('goes with the panel’s own draft into X’s composer, which the person posts; the draft stays until then', async () => {
      const typed = 'Tea first, agenda second';
      await inPanel(page, (root) => {
        root.querySelector<HTMLElement>('[data-part="composer"] textarea')?.focus();
        return root.activeElement?.tagName === 'TEXTAREA';
      });
      await page.keyboard.type(typed);
      await page.keyboard.down('Control');
      await page.keyboard.press('Enter');
      await page.keyboard.up('Control');
      await page.waitForSelector(`[role="dialog"] ${EDITOR}`);
      const text = () =>
        page.$eval(`[role="dialog"] ${EDITOR}`, (editor) => editor.textContent ?? '');
      await eventually(async () => (await text()).includes(typed));
      await eventually(async () => (await text()).includes('#polchat'));
      expect((await text()).match(/#polchat/g)).toHaveLength(1);
      const written = () =>
        inPanel(page, (root) => {
          const area = root.querySelector<HTMLTextAreaElement>('[data-part="composer"] textarea');
          return area && [area.value];
        });
      expect(await written()).toEqual([typed]);
      const post = await sent();
      await page.click('[role="dialog"] [data-testid="tweetButton"]');
      expect((await post()).text).toContain(typed);
      await eventually(async () => (await written())[0] === '');
    });

    it('writes nothing to X but what the person posted', () => {
      expect(
        stage.sim.received.writes.filter(
          ({ operation }) => !/^Create(Note)?Tweet$/.test(operation),
        ),
      ).toEqual([]);
    });
  });

  /** Address of a post that has nothing to do with the chat. */
  async function noise(on: Page): Promise<string> {
    const search = encodeURIComponent('from:MoorWeather');
    await on.goto(`https://x.com/search?q=${search}&f=live`, { waitUntil: 'domcontentloaded' });
    await on.waitForSelector('article a[href*="/status/"]:has(time)');
    return on.$eval('article a[href*="/status/"]:has(time)', (link) => link.pathname);
  }
});
