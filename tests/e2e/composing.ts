/** What the tests of X's composers share: finding the places, reading them, and what the person's hands do. */
import type { Page } from 'puppeteer-core';
import { eventually, IS_FIREFOX, LIVE, type Stage } from './stage.ts';

export const EDITOR = '[data-testid="tweetTextarea_0"]';
const DIALOG = '[role="dialog"]';

/** The chip's words on the hashtag, '' while it is hidden. */
export function chipOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const host = document.querySelector('polchat-chip');
    if (!host?.matches(':popover-open')) return '';
    return host.shadowRoot?.querySelector('span')?.textContent ?? '';
  });
}

export const WILL = '#polchat will be added';
export const ADDED = '#polchat added';

/** Draft's own text, as X would post it: the editor's paragraphs. */
export function textIn(page: Page, editor: string): Promise<string> {
  return page.evaluate((selector: string) => {
    const blocks = document.querySelectorAll(`${selector} [data-block="true"]`);
    return [...blocks].map(({ textContent }) => textContent).join('\n');
  }, editor);
}

/** Waits until `read` gives `wanted`; the error shows both. */
export async function becomes<T>(read: () => Promise<T>, wanted: T): Promise<void> {
  let last: T | undefined;
  await eventually(async () => {
    last = await read();
    return last === wanted;
  }).catch(() => {
    throw new Error(`Not ${JSON.stringify(wanted)} but ${JSON.stringify(last)}`);
  });
}

/** Where a composer is, once it is open and has the caret. */
export interface Place {
  editor: string;
  send: string;
}
const INLINE: Place = { editor: EDITOR, send: '[data-testid="tweetButtonInline"]' };
const MODAL: Place = {
  editor: `${DIALOG} ${EDITOR}`,
  send: `${DIALOG} [data-testid="tweetButton"]`,
};

export interface Way {
  /** The page on which it begins. */
  path: (stage: Stage) => string;
  mobile?: boolean;
  /** Opened anew for each post: the composer is the page. */
  isPage?: boolean;
  enter: (page: Page) => Promise<Place>;
}

async function inline(page: Page): Promise<Place> {
  await page.waitForSelector(INLINE.editor);
  // Not pressed: X's "Show 3 posts" comes down over it when it likes.
  await page.focus(INLINE.editor);
  return INLINE;
}

async function modal(page: Page): Promise<Place> {
  await page.waitForSelector(MODAL.editor);
  await page.focus(MODAL.editor);
  return MODAL;
}

/** A post of the chat that stands in the script from its first minutes on. */
export const question = (stage: Stage) => stage.sim.director.find('q1')?.id ?? '';

/** Presses the first of these on X's page, once it is there; not by its place, for what comes in above moves it. */
export async function pressFirst(page: Page, selector: string): Promise<void> {
  await page.waitForSelector(selector);
  await page.$eval(selector, (one) => (one as HTMLElement).click());
}

/** Presses Quote in the menu that X's repost button opens. */
export async function pressQuote(page: Page): Promise<void> {
  await pressFirst(page, 'article [data-testid="retweet"], article [data-testid="unretweet"]');
  await page.waitForSelector('[data-testid="Dropdown"] [role="menuitem"]');
  await page.evaluate(() => {
    const items = document.querySelectorAll<HTMLElement>(
      '[data-testid="Dropdown"] [role="menuitem"]',
    );
    for (const item of items) if (/quote/i.test(item.textContent ?? '')) item.click();
  });
}

/** Every composer of X's that a post of the chat may be written in. */
export const WAYS: Readonly<Record<string, Way>> = {
  'inline on home': {
    path: () => '/home',
    enter: inline,
  },
  'the modal': {
    path: () => '/home',
    async enter(page) {
      await page.click('[data-testid="SideNav_NewTweet_Button"]');
      return modal(page);
    },
  },
  'a reply to a post of the chat': {
    path: () => LIVE,
    async enter(page) {
      await pressFirst(page, 'article [data-testid="reply"]');
      return modal(page);
    },
  },
  'a quote of a post of the chat': {
    path: () => LIVE,
    async enter(page) {
      await pressQuote(page);
      return modal(page);
    },
  },
  'inline under a post of the chat': {
    path: (stage) => `/GMPolice/status/${question(stage)}`,
    enter: inline,
  },
  '/compose/post': { path: () => '/compose/post', isPage: true, enter: modal },
  '/intent/post': { path: () => '/intent/post', isPage: true, enter: modal },
  'the mobile layout': {
    path: () => '/home',
    mobile: true,
    async enter(page) {
      await page.waitForSelector('[data-testid="FloatingActionButtons_Tweet_Button"]');
      await page.click('[data-testid="FloatingActionButtons_Tweet_Button"]');
      return modal(page);
    },
  },
};

const COMMAND = 'Control';

/** Presses a key with Ctrl. */
export async function withControl(page: Page, key: string, shift = false): Promise<void> {
  await page.keyboard.down(COMMAND);
  if (shift) await page.keyboard.down('Shift');
  await page.keyboard.press(key as 'z');
  if (shift) await page.keyboard.up('Shift');
  await page.keyboard.up(COMMAND);
}

/** Undoes, or does again, until the text is the wanted one; throws where that never comes. */
export async function undoTo(
  page: Page,
  editor: string,
  wanted: string,
  again = false,
): Promise<void> {
  for (let presses = 0; presses < 30; presses += 1) {
    if ((await textIn(page, editor)) === wanted) return;
    await withControl(page, 'z', again);
    // One look after another: the driver's answer comes after the page took the key.
    if (IS_FIREFOX) await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)));
  }
  throw new Error(
    `Never ${JSON.stringify(wanted)} but ${JSON.stringify(await textIn(page, editor))}`,
  );
}
