/** The simulator's claim of how X's pages are built, held against saved pages: test ids, nesting, attributes. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LATEST, openStage, type PageStage } from '../unit/simulator/page-stage';

const DOM = new URL('../../../shared/data/x/dom/', import.meta.url);
const t = (name: string) => `[data-testid="${name}"]`;

/** From which node to which: the tags between them must be as they were saved in some page. */
const NESTING: readonly [string, string][] = [
  ['section', t('cellInnerDiv')],
  // Advertisements stand one deeper, in placementTracking; no page with one was saved whole.
  [`${t('cellInnerDiv')}:not(:has(${t('placementTracking')}))`, 'article'],
  ['article', t('Tweet-User-Avatar')],
  [t('Tweet-User-Avatar'), '[data-testid^=UserAvatar-Container]'],
  ['article', t('User-Name')],
  [t('User-Name'), 'a'],
  [t('User-Name'), 'a > time'],
  ['article', t('tweetText')],
  ['article', '[role=group]'],
  ['[role=group]', t('reply')],
  [t('reply'), t('app-text-transition-container')],
  ['article', t('caret')],
  ['article', t('socialContext')],
  ['article', 'div[role=link]'],
  ['div[role=link]', t('User-Name')],
  ['div[role=link]', 'time'],
  ['div[role=link]', t('tweetText')],
  ['#react-root', '#layers'],
  ['header', 'nav'],
  ['header', t('SideNav_NewTweet_Button')],
  ['main', t('primaryColumn')],
  ['main', t('sidebarColumn')],
  [t('tweetTextarea_0_label'), t('tweetTextarea_0')],
  [t('toolBar'), t('gifSearchButton')],
  [t('toolBar'), t('tweetButtonInline')],
];

/** What must be the same of the nodes that have these test ids. */
const LIKE: readonly [string, readonly string[]][] = [
  ['tweet', ['role', 'tabindex']],
  ['tweetText', ['dir']],
  ['reply', ['role', 'type']],
  ['retweet', ['role', 'type', 'aria-haspopup']],
  ['like', ['role', 'type']],
  ['caret', ['role', 'type', 'aria-haspopup']],
  ['tweetTextarea_0', ['role', 'contenteditable']],
  ['tweet-text-show-more-link', ['role', 'dir', 'type']],
  ['SideNav_NewTweet_Button', ['role', 'href']],
  ['AppTabBar_Home_Link', ['role', 'href']],
];

/** Test ids of ours that no saved page holds, each known from X.md 2.1 or 3.1. */
const UNSAVED: readonly string[] = ['chat-drawer-root', 'news_sidebar'];

interface Shape {
  chains: Record<string, string[]>;
  likes: Record<string, string[]>;
  ids: string[];
}

/** Runs in the page: the shape of a document given as HTML, or of the page itself. */
function readShape(html: string, nesting: typeof NESTING, like: typeof LIKE): Shape {
  const doc = html ? new DOMParser().parseFromString(html, 'text/html') : document;
  const chain = (from: Element, to: Element) => {
    const tags: string[] = [];
    for (let at: Element | null = to; at && at !== from; at = at.parentElement)
      tags.unshift(at.tagName.toLowerCase());
    return tags.join(' > ');
  };
  const chains = nesting.map(([from, to]) => {
    const found = [...doc.querySelectorAll(from)].flatMap((one) => {
      const target = one.querySelector(to);
      return target ? [chain(one, target)] : [];
    });
    return [`${from} → ${to}`, [...new Set(found)]] satisfies [string, string[]];
  });
  const attributes = (node: Element, names: readonly string[]) =>
    [
      node.tagName,
      ...names.map((name) => node.getAttribute(name)?.replace('https://x.com', '')),
    ].join(' ');
  const likes = like.map(([id, names]) => {
    const nodes = [...doc.querySelectorAll(`[data-testid="${id}"]`)];
    return [id, [...new Set(nodes.map((node) => attributes(node, names)))]] satisfies [
      string,
      string[],
    ];
  });
  const ids = [...doc.querySelectorAll('[data-testid]')].map(
    (node) => node.getAttribute('data-testid') ?? '',
  );
  return {
    chains: Object.fromEntries(chains),
    likes: Object.fromEntries(likes),
    ids: [...new Set(ids)],
  };
}

const shapeOf = (page: Page, html = '') => page.evaluate(readShape, html, NESTING, LIKE);

const union = (shapes: Shape[], part: 'chains' | 'likes', key: string) =>
  new Set(shapes.flatMap((shape) => shape[part][key] ?? []));

const withoutNumbers = (id: string) =>
  id
    .replace(/^UserAvatar-Container-.*/, 'UserAvatar-Container-')
    .replace(/^\d+-follow$/, 'N-follow');

describe('the simulator’s pages', { timeout: 60_000 }, () => {
  let stage: PageStage;
  let saved: Shape[];
  let ours: Shape[];

  beforeAll(async () => {
    stage = await openStage({ fromMinute: 41 });
    const page = await stage.open('/home', t('placementTracking'));
    const files = readdirSync(DOM).filter((name) => name.endsWith('.html'));
    saved = [];
    for (const name of files)
      saved.push(await shapeOf(page, readFileSync(new URL(name, DOM), 'utf8')));
    const search = await stage.open(LATEST, 'article div[role=link]');
    const long = await stage.open(
      '/search?q=from%3ASgtLeilaHaddad&f=live',
      t('tweet-text-show-more-link'),
    );
    const person = await stage.open('/DanWhitComms', t('socialContext'));
    ours = [await shapeOf(page), await shapeOf(search), await shapeOf(long), await shapeOf(person)];
  }, 90_000);
  afterAll(() => stage.close());

  it('nest as saved pages do', () => {
    expect(saved.length).toBeGreaterThan(4);
    const wrong = NESTING.flatMap(([from, to]) => {
      const key = `${from} → ${to}`;
      const theirs = union(saved, 'chains', key);
      const mine = [...union(ours, 'chains', key)];
      if (mine.length === 0) return [`${key}: we have none`];
      return mine.filter((chain) => !theirs.has(chain)).map((chain) => `${key}: ${chain}`);
    });
    expect(wrong).toEqual([]);
  });

  it('have the same tags and attributes under the same test ids', () => {
    const wrong = LIKE.flatMap(([id]) => {
      const theirs = union(saved, 'likes', id);
      const mine = [...union(ours, 'likes', id)];
      if (mine.length === 0) return [`${id}: we have none`];
      return mine
        .filter((one) => !theirs.has(one))
        .map((one) => `${id}: ${one}, saved ${[...theirs].join(' | ')}`);
    });
    expect(wrong).toEqual([]);
  });

  it('use no test id that X does not', () => {
    const theirs = new Set(saved.flatMap((shape) => shape.ids.map(withoutNumbers)));
    const mine = new Set(ours.flatMap((shape) => shape.ids.map(withoutNumbers)));
    expect([...mine].filter((id) => !theirs.has(id)).sort()).toEqual([...UNSAVED].sort());
  });
});
