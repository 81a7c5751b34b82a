import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { VIEWER } from '../simulator/people.ts';
import { TWO_HOSTS_CHAT } from '../simulator/script/short-chats.ts';
import { stopBackground } from './killing.ts';
import {
  eventually,
  IS_FIREFOX,
  inPanel,
  joinChat,
  LIVE,
  panelShown,
  type Stage,
  setStage,
  until,
} from './stage.ts';

/** The panel's posts from top to bottom. The window is so high that all of them are drawn. */
function postsIn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.querySelector('polchat-panel')?.shadowRoot;
    return [...(root?.querySelectorAll<HTMLElement>('article[data-post-id]') ?? [])].map(
      ({ dataset }) => dataset.postId ?? '',
    );
  });
}

function wordsOf(page: Page, id: string): Promise<string> {
  return inPanel(
    page,
    `(root) => root.querySelector('article[data-post-id="${id}"]')?.textContent` as never,
  );
}

/** Waits until each page's panel has all of these posts and the same as the others in the same order, none twice. */
async function allHave(pages: readonly Page[], ids: readonly string[]): Promise<void> {
  const read = () => Promise.all(pages.map(postsIn));
  await eventually(async () => {
    const [first = [], ...others] = await read();
    return (
      ids.every((id) => first.includes(id)) &&
      others.every((other) => other.join() === first.join()) &&
      new Set(first).size === first.length
    );
  }).catch(async () => {
    const [first, ...others] = await read();
    expect(first).toEqual(expect.arrayContaining([...ids]));
    for (const other of others) expect(other).toEqual(first);
    expect(new Set(first).size).toBe(first?.length);
  });
}

describe('every tab the same', () => {
  let stage: Stage;
  let here: Page;
  const say = (text: string, more = {}) => {
    const { director } = stage.sim;
    return director.publish({
      by: TWO_HOSTS_CHAT.hosts[0] as string,
      text: `${text} #polchat`,
      ...more,
    });
  };
  beforeEach(async () => {
    stage = await setStage({
      script: TWO_HOSTS_CHAT,
      fromMinute: 20,
      height: 3_000,
      settings: { pollMs: 200, autoShow: true, searchBudget: 1e6 },
    });
    here = await stage.open(LIVE);
    await panelShown(here);
  });
  afterEach(() => stage?.close());

  /** Another tab, on a page of X that shows none of the chat; in a window of its own where the browser is told to. */
  async function openElsewhere(type: 'tab' | 'window' = 'tab'): Promise<Page> {
    const page = await stage.browser.browser.newPage({ type });
    await page.setViewport({ width: 1440, height: 3_000 });
    await page.goto('https://x.com/notifications', { waitUntil: 'domcontentloaded' });
    await panelShown(page);
    return page;
  }

  it('has the same posts in one order in two tabs, a second window and a tab that opens late', async () => {
    const tab = await openElsewhere();
    const window = await openElsewhere('window');
    await here.bringToFront();
    const ids = stage.sim.director.published().map(({ id }) => id);
    ids.push(say('Q4 Who reads this where?'));
    await allHave([here, tab, window], ids);
    ids.push(say('And once more'));
    await allHave([here, tab, window], ids);
    const late = await openElsewhere();
    await allHave([here, tab, window, late], ids);
  });

  it('has what protected accounts wrote, which is kept nowhere, in a tab that opens late too', async () => {
    const closed = say('Between us', { by: 'PaulaPrivate' });
    // X's search shows none of theirs, a timeline does to who follows them.
    await here.goto('https://x.com/home', { waitUntil: 'domcontentloaded' });
    await panelShown(here);
    const has = (page: Page) => eventually(async () => (await postsIn(page)).includes(closed));
    await has(here);
    const late = await openElsewhere();
    await has(late);
    expect(await wordsOf(late, closed)).toContain('Between us');
  });

  it('is joined in all when it is joined in one', async () => {
    const tab = await openElsewhere();
    await inPanel(tab, (root) => root.querySelector('[data-part="join"]') !== null);
    await here.bringToFront();
    await joinChat(here);
    await inPanel(tab, (root) => root.querySelector('[data-part="join"]') === null);
  });

  it('loses a post that its author deleted, in all, and in tabs that open later', async () => {
    const tab = await openElsewhere();
    await here.bringToFront();
    const own = say('Thought better of it', { by: VIEWER.handle });
    const others = say('Thought better of it too');
    const answer = say('Quite so', { replyTo: others });
    await allHave([here, tab], [own, others, answer]);

    const article = `article:has(a[href*="/status/${own}"])`;
    await here.waitForSelector(article);
    await here.$eval(`${article} [data-testid="caret"]`, (one) => (one as HTMLElement).click());
    await here.waitForSelector('[role="menuitem"]');
    await here.$eval('[role="menuitem"]', (one) => (one as HTMLElement).click());
    await here.waitForSelector('[data-testid="confirmationSheetConfirm"]');
    await here.click('[data-testid="confirmationSheetConfirm"]');
    // Leaving at once would take X's own request with it, and what is on its way to the archive: the other tab has it from there.
    for (const page of [here, tab]) {
      await eventually(async () => /deleted/i.test(await wordsOf(page, own)));
    }
    stage.sim.director.delete(others);
    // X tells of it only where it stands in a conversation.
    await here.goto(`https://x.com/${TWO_HOSTS_CHAT.hosts[0]}/status/${answer}`);
    await panelShown(here);

    const late = await openElsewhere();
    for (const page of [here, tab, late]) {
      for (const id of [own, others]) {
        await eventually(async () => /deleted/i.test(await wordsOf(page, id)));
        expect(await wordsOf(page, id)).not.toContain('Thought better');
      }
    }
  });

  it('has one post of one that was edited, with its newest words, in all', async () => {
    const tab = await openElsewhere();
    await here.bringToFront();
    const first = say('Teh kettle is on');
    const answer = say('At last', { replyTo: first });
    await allHave([here, tab], [first, answer]);
    const second = stage.sim.director.edit(first, 'The kettle is on #polchat');
    await allHave([here, tab], [second, answer]);
    const late = await openElsewhere();
    await allHave([here, tab, late], [second, answer]);
    for (const page of [here, tab, late]) {
      expect(await postsIn(page)).not.toContain(first);
      expect(await wordsOf(page, second)).toContain('The kettle is on');
    }
  });

  it('is so when the background was stopped between any two posts', async () => {
    const tab = await openElsewhere();
    await here.bringToFront();
    const ids: string[] = [];
    for (let round = 0; round < 4; round++) {
      await stopBackground(stage.browser);
      ids.push(say(`Round ${round}`));
      if (round % 2) await allHave([here, tab], ids);
    }
    await allHave([here, tab, await openElsewhere()], ids);
  });

  it('has one panel with all there is after going away and back', async () => {
    const tab = await openElsewhere();
    const errors: string[] = [];
    tab.on('pageerror', (error) => errors.push(String(error)));
    const stop = IS_FIREFOX ? undefined : await allowPutAway(tab);
    await tab.reload({ waitUntil: 'domcontentloaded' });
    await panelShown(tab);
    await tab.evaluate(() => {
      addEventListener('pageshow', ({ persisted }) => Object.assign(window, { persisted }));
    });
    await tab.goto('https://x.com/tos', { waitUntil: 'domcontentloaded' });
    await here.bringToFront();
    // Nobody can tell a page that is put away.
    const meanwhile = say('While you were away');
    await allHave([here], [meanwhile]);
    // Nobody goes back in a tab they do not see, and the panel opens in none such.
    await tab.bringToFront();
    await tab.goBack({ waitUntil: 'domcontentloaded' });
    await stop?.();
    await panelShown(tab);
    if (!IS_FIREFOX) await until(tab, 'window.persisted === true');
    await allHave([here, tab], [meanwhile]);
    // Where X loads what is new.
    await here.bringToFront();
    await allHave([here, tab], [meanwhile, say('Welcome back')]);
    expect(await tab.$$('polchat-panel')).toHaveLength(1);
    expect(errors).toEqual([]);
  });
});

/** X's pages say "no-store", with which they are not put away whole: has the browser not hear it. */
async function allowPutAway(page: Page): Promise<() => Promise<void>> {
  const session = await page.createCDPSession();
  session.on('Fetch.requestPaused', ({ requestId, responseHeaders = [], responseStatusCode }) => {
    const kept = responseHeaders.filter(({ name }) => name.toLowerCase() !== 'cache-control');
    session
      .send('Fetch.continueResponse', {
        requestId,
        responseHeaders: kept,
        responseCode: responseStatusCode ?? 200,
      })
      .catch(() => {});
  });
  await session.send('Fetch.enable', {
    patterns: [{ resourceType: 'Document', requestStage: 'Response' }],
  });
  return () => session.detach();
}
