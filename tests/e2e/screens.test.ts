import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TWO_HOSTS_CHAT } from '../simulator/script/short-chats.ts';
import { findBarriers } from './axe.ts';
import { becomes } from './composing.ts';
import { stopBackground } from './killing.ts';
import {
  eventually,
  inPanel,
  LIVE,
  panelShown,
  postCount,
  type Stage,
  setStage,
  settled,
  until,
} from './stage.ts';

/** Presses the first button of the panel whose name this is or matches, in `within`. */
function press(page: Page, name: string | RegExp, within = 'aside'): Promise<unknown> {
  const test = typeof name === 'string' ? `name === ${JSON.stringify(name)}` : `${name}.test(name)`;
  return inPanel(
    page,
    `(root) => {
      const found = [...root.querySelectorAll(${JSON.stringify(`${within} button`)})].find((one) => {
        const name = (one.getAttribute('aria-label') ?? one.textContent).trim();
        return ${test};
      });
      found?.click();
      return found !== undefined;
    }` as never,
  );
}

/** Where the focus is in the panel: its part, post, or name. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const one = document.querySelector('polchat-panel')?.shadowRoot?.activeElement;
    if (!(one instanceof HTMLElement)) return '';
    const { part, postId, key } = one.dataset;
    return part ?? postId ?? key ?? one.getAttribute('aria-label') ?? one.textContent ?? '';
  });
}

/** Goes up through the list, of which only what is in sight is drawn, until this is. */
function reach(page: Page, selector: string): Promise<unknown> {
  return inPanel(
    page,
    `(root) => {
      const list = root.querySelector('.scroller');
      if (!list || root.querySelector(${JSON.stringify(selector)})) return list !== null;
      const { x, y, width, height } = list.getBoundingClientRect();
      if (!root.elementFromPoint(x + width / 2, y + height / 2)?.closest('article')) return false;
      list.scrollTop = list.scrollTop < 1 ? list.scrollHeight : list.scrollTop - list.clientHeight;
      return false;
    }` as never,
  );
}

const has = (selector: string) =>
  `(root) => root.querySelector(${JSON.stringify(selector)}) !== null` as never;

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
      const questions = labels.filter((label) => /^Q\d/.test(label));
      return questions.length === 5 && questions;
    });
    // What is not in the panel's own script comes even where the background has just been killed.
    await stopBackground(stage.browser);
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
      };
    });
    expect(screen.labels).toEqual(rail);
    expect(screen.open).toEqual(['Q5']);
    expect(screen.way).toContain('Q5');
    for (const posts of screen.posts.slice(0, -1)) expect(posts).toBeGreaterThan(0);
    await becomes(() => focused(page), 'back');
    await press(page, 'Go there');
    await inPanel(page, has('article.question[data-question="Q5"]:focus'));
    await page.close();
  });

  it('goes everywhere by keyboard, and back to where they were', async () => {
    const page = await stage.open(LIVE);
    await panelShown(page);
    await inPanel(page, has('article[data-post-id]'));
    const start = (selector: string) =>
      inPanel(
        page,
        `(root) => { const one = root.querySelector(${JSON.stringify(selector)}); one?.focus(); return one !== null; }` as never,
      );
    await start('[data-part="questions"] button');
    await page.keyboard.press('End');
    await becomes(() => focused(page), 'All');
    await page.keyboard.press('ArrowLeft');
    await eventually(async () => (await focused(page)).includes('Q5'));
    await page.keyboard.press('Enter');
    await inPanel(page, has('[data-part="questions"] [aria-pressed="true"][aria-label^="Q5"]'));
    await page.keyboard.press('Enter');
    // One key to the open question, from wherever the focus is in the panel.
    await page.keyboard.press('o');
    await inPanel(page, has('article.question[data-question="Q5"]:focus'));
    const asked = await focused(page);
    await page.keyboard.press('ArrowDown');
    await eventually(async () => (await focused(page)) !== asked);
    await page.keyboard.press('ArrowDown');
    const post = await settled(() => focused(page));
    expect(post).toMatch(/^\d+$/);
    // Its own controls come next, then its menu, then its thread.
    for (let tab = 0; tab < 12 && !/^More about/.test(await focused(page)); tab++) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await inPanel(page, (root) => /Show thread/.test(root.textContent ?? ''));
    await press(page, 'Show thread');
    await inPanel(page, has(`.screen-head ~ .feed-place article[data-post-id="${post}"]`));
    await becomes(() => focused(page), 'back');
    await page.keyboard.press('Enter');
    await inPanel(page, has('[data-part="questions"]'));
    await inPanel(page, has(`article[data-post-id="${post}"]`));
    await start('[data-part="catch-up-open"]');
    await page.keyboard.press('Enter');
    await inPanel(page, has('[data-part="catch-up"] .digest'));
    await becomes(() => focused(page), 'back');
    await page.keyboard.press('Escape');
    await inPanel(page, has('[data-part="questions"]'));
    await page.keyboard.press('/');
    await inPanel(page, has('[data-part="find"] input:focus'));
    await page.keyboard.press('Escape');
    await inPanel(page, (root) => root.querySelector('[data-part="find"]') === null);
    expect(await page.evaluate('window.__xShortcuts ?? {}')).toEqual({});
    await page.close();
  });

  it('moves a guessed post, which stays where it was put after a reload and in every tab', async () => {
    const { director } = stage.sim;
    const page = await stage.open(LIVE);
    const other = await stage.open('/notifications');
    await page.bringToFront();
    await panelShown(page);
    await panelShown(other);
    // X's whole page comes at once, with the one more.
    const all = (await postCount(page)) + 1;
    // Of somebody who says nothing else: nothing of theirs tells either, however long this takes.
    const { people, posts } = director.script;
    const silent = people.find(
      (one) =>
        posts.every(({ by }) => by !== one.handle) && !one.protected && !one.blocked && !one.muted,
    );
    const id = director.publish({
      by: silent?.handle ?? '',
      text: 'Nothing here tells where this belongs #polchat',
    });
    await page.reload({ waitUntil: 'domcontentloaded' });
    const post = `article[data-post-id="${id}"]`;
    // Whoever scrolls reads: what comes in after that waits behind the bar.
    const hasAll = (one: Page) => eventually(async () => (await postCount(one)) >= all);
    await hasAll(page);
    await reach(page, `${post}[data-guessed][data-question="Q5"]`);
    await press(page, 'Move to another question', post);
    await press(page, 'Q4', `${post} fieldset`);
    const moved = `${post}[data-question="Q4"]:not([data-guessed])`;
    await reach(page, moved);
    await other.bringToFront();
    await hasAll(other);
    await reach(other, moved);
    await page.bringToFront();
    await page.reload({ waitUntil: 'domcontentloaded' });
    await panelShown(page);
    await hasAll(page);
    await reach(page, moved);
    await page.close();
    await other.close();
  });

  const back = (page: Page) => press(page, 'Back to the conversation');
  /** How to get to each screen, what is there then, and the way back. */
  const SCREENS: [
    string,
    (page: Page) => Promise<unknown>,
    string,
    (page: Page) => Promise<unknown>,
  ][] = [
    ['catch up', (page) => press(page, 'Catch me up'), '[data-part="catch-up"]', back],
    ['links', (page) => fromMenu(page, 'Links'), '[data-part="links"] li', back],
    ['people', (page) => fromMenu(page, 'People'), '[data-part="people"] li', back],
    [
      'find',
      (page) => press(page, 'Search this chat'),
      '[data-part="find"]',
      (page) => press(page, 'Close the search'),
    ],
    ['menu', (page) => press(page, 'More'), '.menu', (page) => press(page, 'More')],
    [
      'a post’s menu',
      (page) => press(page, /^More about the post/),
      '.post .choices',
      () => Promise.resolve(),
    ],
    [
      'a post’s questions',
      (page) => press(page, 'Move to another question', '.choices'),
      'fieldset.choices',
      (page) => press(page, /^More about the post/),
    ],
    ['a thread', (page) => press(page, 'Show thread'), '.screen-head ~ .feed-place article', back],
  ];
  it.each(['light', 'dim', 'dark'] as const)(
    'meets no barrier on any screen in X’s %s look',
    async (look) => {
      stage.sim.set({ theme: look });
      const page = await stage.open(LIVE);
      await panelShown(page);
      await until(page, `document.querySelector('polchat-panel').dataset.theme === '${look}'`);
      await inPanel(page, has('article[data-post-id]'));
      for (const [name, go, shown, leave] of SCREENS) {
        await go(page);
        await inPanel(page, has(shown));
        expect([name, await findBarriers(page, 'polchat-panel')]).toEqual([name, []]);
        await leave(page);
      }
      await page.close();
    },
  );
});

async function fromMenu(page: Page, name: string): Promise<void> {
  await press(page, 'More');
  await press(page, name, '.menu');
}

describe('what the reader settles', () => {
  let stage: Stage;
  let page: Page;
  const say = (by: string, text: string, more = {}) =>
    stage.sim.director.publish({ by, text: `${text} #polchat`, ...more });
  const shows = (on: Page, id: string, more = '') =>
    inPanel(on, has(`article[data-post-id="${id}"]${more}`));
  beforeEach(async () => {
    stage = await setStage({
      script: TWO_HOSTS_CHAT,
      fromMinute: 20,
      height: 3_000,
      settings: { pollMs: 200, autoShow: true, searchBudget: 1e6 },
    });
    page = await stage.open(LIVE);
    await panelShown(page);
  });
  afterEach(() => stage?.close());

  it('muted people and words are out of sight and counted, here and in every tab, and can be shown', async () => {
    const [one, two] = TWO_HOSTS_CHAT.people.filter(
      ({ handle }) => !TWO_HOSTS_CHAT.hosts.includes(handle),
    );
    const loud = say(one?.handle ?? '', 'A1 Buy my course');
    const other = say(two?.handle ?? '', 'A1 Café opening times');
    await shows(page, loud);
    await shows(page, other);
    const gone = (id: string) =>
      inPanel(
        page,
        `(root) => root.querySelector('article[data-post-id="${id}"]') === null` as never,
      );
    await press(page, /^More about/, `article[data-post-id="${loud}"]`);
    await press(page, /^Mute/, `article[data-post-id="${loud}"]`);
    await gone(loud);
    await inPanel(page, (root) => /\d+ posts? hidden/.test(root.textContent ?? ''));
    await fromMenu(page, 'People');
    await inPanel(page, (root) => {
      root.querySelector<HTMLElement>('.muted-words summary')?.click();
      const input = root.querySelector<HTMLInputElement>('.muted-words input');
      input?.focus();
      return input !== null;
    });
    await page.keyboard.type('cafe opening');
    await page.keyboard.press('Enter');
    await inPanel(page, (root) =>
      /cafe opening/.test(root.querySelector('.muted-words')?.textContent ?? ''),
    );
    await press(page, 'Back to the conversation');
    await gone(other);
    await page.reload({ waitUntil: 'domcontentloaded' });
    await panelShown(page);
    await inPanel(page, has('article[data-post-id]'));
    await gone(loud);
    await gone(other);
    await press(page, 'Show what I muted');
    await shows(page, loud);
    await shows(page, other);
  });

  it('a thread begins at its top, and leads back to where it was opened', async () => {
    const host = TWO_HOSTS_CHAT.hosts[0] as string;
    const root = say(host, 'A1 A long thread begins');
    const replies = Array.from({ length: 30 }, (_, n) =>
      say(host, `Reply ${n}`, { replyTo: root }),
    );
    for (let n = 0; n < 30; n += 1) say(host, `A3 Line ${n} of other talk`);
    await page.setViewport({ width: 1440, height: 800 });
    await eventually(async () => (await postCount(page)) > 60);
    const inSight = (id: string | undefined) =>
      inPanel(
        page,
        `(root) => {
          const list = root.querySelector('.scroller').getBoundingClientRect();
          const post = root.querySelector('article[data-post-id="${id}"]')?.getBoundingClientRect();
          return post && post.bottom > list.top && post.top < list.bottom;
        }` as never,
      );
    const wheel = async (deltaY: number) => {
      const spot = await inPanel(page, (root) => {
        const box = root.querySelector('.scroller')?.getBoundingClientRect();
        return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      });
      await page.mouse.move(spot.x, spot.y);
      await page.mouse.wheel({ deltaY });
    };
    await wheel(-20_000);
    await press(page, /more in this thread/);
    await inSight(root);
    await wheel(20_000);
    await inSight(replies.at(-1));
    await page.keyboard.press('Escape');
    await inPanel(page, has(`article[data-post-id="${root}"]:focus`));
    await inSight(root);
    expect(await settled(() => inSight(root))).toBe(true);
    // What is found begins at its top, and its end is not the conversation's.
    await press(page, 'Search this chat');
    await inPanel(page, has('.finder input:focus'));
    await page.keyboard.type('other talk');
    await inPanel(
      page,
      (root) => root.querySelector('.finder [role=status]')?.textContent === '30 posts',
    );
    await inPanel(page, (root) => root.querySelector('.scroller')?.scrollTop === 0);
    await wheel(20_000);
    await inPanel(page, (root) => (root.querySelector('.scroller')?.scrollTop ?? 0) > 500);
    await press(page, 'Close the search');
    await inSight(root);
    expect(await settled(() => inSight(root))).toBe(true);
  });

  it('what is read stays in its place to the pixel, whatever comes in or goes', async () => {
    const host = TWO_HOSTS_CHAT.hosts[0] as string;
    const ids = Array.from({ length: 30 }, (_, n) => say(host, `Line ${n} of a long talk`));
    await page.setViewport({ width: 1440, height: 800 });
    await shows(page, ids.at(-1) as string);
    const spot = await inPanel(page, (root) => {
      const list = root.querySelector('.scroller');
      if (!list || list.scrollHeight < 3 * list.clientHeight) return null;
      const { x, y, width, height } = list.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    await page.mouse.move(spot.x, spot.y);
    await page.mouse.wheel({ deltaY: -700 });
    await inPanel(page, (root) => {
      const list = root.querySelector('.scroller');
      return list && list.scrollTop < list.scrollHeight - list.clientHeight - 300;
    });
    const reading = ids[24] as string;
    const place = () =>
      inPanel(
        page,
        `(root) => root.querySelector('article[data-post-id="${reading}"]')?.getBoundingClientRect().top` as never,
      ) as Promise<unknown> as Promise<number>;
    const before = await settled(place);
    // Under the reader, above the reader, a whole question, and one that goes.
    say(host, 'Something new at the end');
    say(host, 'And something new higher up', { replyTo: ids[2] });
    say(host, 'Q9 A question out of the blue?');
    await inPanel(page, (root) =>
      /3 new|1 new|2 new/.test(root.querySelector('.new-bar')?.textContent ?? ''),
    );
    expect(Math.abs((await place()) - before)).toBeLessThan(1);
    await press(page, /new in/, '.new-bar');
    await inPanel(page, (root) => root.querySelector('.new-bar') === null);
  });
});
