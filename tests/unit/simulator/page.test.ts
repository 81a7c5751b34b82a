import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LATEST, openStage, type PageStage, press, testid, textOf, until } from './page-stage';

let stage: PageStage;
beforeAll(async () => {
  stage = await openStage({ settings: { searchBudget: 100_000, pollMs: 100 } });
});
afterAll(() => stage.close());

const ids = (page: Page) =>
  page.$$eval('article a[href*="/status/"] > time', (all) =>
    all.map((time) => time.parentElement?.getAttribute('href')?.split('/').at(-1) ?? ''),
  );

describe('the frame', () => {
  it('has root, layers beside the wrapper, banner, main and two columns of X’s widths', async () => {
    const page = await stage.open('/home');
    const frame = await page.evaluate(() => {
      const width = (selector: string) =>
        document.querySelector(selector)?.getBoundingClientRect().width;
      return {
        layers: document.querySelector('#react-root > div > div > #layers + div') !== null,
        banner: document.querySelector('header[role=banner] nav') !== null,
        main: document.querySelector('main[role=main] [data-testid=primaryColumn]') !== null,
        primary: width('[data-testid=primaryColumn]'),
        sidebar: width('[data-testid=sidebarColumn]'),
        search:
          document.querySelector(
            '[data-testid=sidebarColumn] [data-testid=SearchBox_Search_Input]',
          ) !== null,
      };
    });
    expect(frame).toEqual({
      layers: true,
      banner: true,
      main: true,
      primary: 600,
      sidebar: 350,
      search: true,
    });
    await page.close();
  });

  it('is a stacking context of z-index 0 with #layers at 1 inside, as recorded', async () => {
    const page = await stage.open('/home');
    const z = await page.evaluate(() =>
      ['#react-root > div', '#react-root > div > div', '#layers', '#layers + div'].map(
        (selector) => getComputedStyle(document.querySelector(selector) as Element).zIndex,
      ),
    );
    expect(z).toEqual(['0', '0', '1', '0']);
    await page.close();
  });

  it.each([
    [420, 'column', null],
    [640, 'row', null],
    [1024, 'row', 290],
    [1300, 'row', 350],
  ])('at %i px is a %s with a sidebar of %s', async (width, direction, sidebar) => {
    const page = await stage.open('/home');
    await page.setViewport({ width, height: 900 });
    await page.waitForFunction(
      (wanted: string) =>
        getComputedStyle(document.querySelector('#layers + div') as Element).flexDirection ===
        wanted,
      {},
      direction,
    );
    const found = await page.evaluate(() => ({
      sidebar:
        document.querySelector('[data-testid=sidebarColumn]')?.getBoundingClientRect().width ??
        null,
      bottom: document.querySelector('[data-testid=BottomBar]') !== null,
      top: document.querySelector('[data-testid=TopNavBar]') !== null,
    }));
    expect(found).toEqual({ sidebar, bottom: direction === 'column', top: direction === 'column' });
    await page.close();
  });

  it('has the mobile layout at any width when told so', async () => {
    stage.sim.set({ mobile: true });
    const page = await stage.open('/home', testid('FloatingActionButtons_Tweet_Button'));
    stage.sim.set({ mobile: false });
    expect(await page.$(testid('sidebarColumn'))).toBeNull();
    await page.close();
  });
});

describe('the look', () => {
  it('changes while the page is open, and draws everything anew', async () => {
    const page = await stage.open('/home');
    await page.evaluate(() => {
      Object.assign(window, { before: document.querySelector('#react-root > div > div') });
    });
    stage.sim.set({ theme: 'dim' });
    await page.waitForFunction(() => document.body.style.backgroundColor === 'rgb(21, 32, 43)');
    const now = await page.evaluate(() => ({
      meta: document.querySelector('meta[name=theme-color]')?.getAttribute('content'),
      scheme: document.documentElement.style.colorScheme,
      same:
        document.querySelector('#react-root > div > div') ===
        (window as unknown as { before: Element }).before,
    }));
    expect(now).toEqual({ meta: '#15202B', scheme: 'dark', same: false });
    stage.sim.set({ theme: 'light' });
    await page.waitForFunction(() => document.body.style.backgroundColor === 'rgb(255, 255, 255)');
    await page.evaluate(() => window.__simTheme('dark'));
    await page.waitForFunction(() => document.body.style.backgroundColor === 'rgb(0, 0, 0)');
    await page.close();
  });
});

describe('a timeline', () => {
  it('is a section of absolutely placed cells, few of them, used again for other posts', async () => {
    const page = await stage.open(LATEST);
    const path = 'section > h1 + div[aria-label] > div > [data-testid=cellInnerDiv]';
    expect(
      await page.$$eval(path, (cells) =>
        cells.every((one) => getComputedStyle(one).position === 'absolute'),
      ),
    ).toBe(true);
    await page.evaluate((selector: string) => {
      const seen = new Map(
        [...document.querySelectorAll(selector)].map((one) => [one, one.textContent]),
      );
      Object.assign(window, { seen });
    }, path);
    const total = (await ids(page)).length;
    // Down through several pages of posts.
    const first = (await ids(page))[0];
    const last = stage.sim.director.find('welcome')?.id ?? '';
    await until(async () => {
      await page.evaluate(() => scrollBy(0, 600));
      return (await ids(page)).includes(last);
    });
    expect(await ids(page)).not.toContain(first);
    expect((await ids(page)).length).toBeLessThan(total * 3);
    const reused = await page.evaluate((selector: string) => {
      const { seen } = window as unknown as { seen: Map<Element, string> };
      return [...document.querySelectorAll(selector)].filter(
        (one) => seen.has(one) && seen.get(one) !== one.textContent,
      ).length;
    }, path);
    expect(reused).toBeGreaterThan(2);
    await page.close();
  });

  it('asks by XHR, or by fetch when told to', async () => {
    for (const transport of ['xhr', 'fetch'] as const) {
      stage.sim.set({ transport });
      const page = await stage.open(LATEST);
      const types = await page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .filter((entry) => entry.name.includes('SearchTimeline'))
          .map((entry) => (entry as PerformanceResourceTiming).initiatorType),
      );
      expect(new Set(types)).toEqual(new Set([transport === 'xhr' ? 'xmlhttprequest' : 'fetch']));
      await page.close();
    }
    stage.sim.set({ transport: 'xhr' });
  });

  it('lets new posts wait behind a pill that says how many, and shows them when it is pressed', async () => {
    const page = await stage.open(LATEST);
    const before = await ids(page);
    const fresh = stage.sim.director.publishMany([
      { by: 'MegFarrowPR', text: 'new one #polchat' },
      { by: 'MegFarrowPR', text: 'new two #polchat' },
    ]);
    await page.waitForFunction(() => /Show 2 posts/.test(document.body.textContent ?? ''));
    expect((await ids(page))[0]).toBe(before[0]);
    await press(page, /Show 2 posts/);
    await page.waitForFunction(
      (id: string) => document.querySelector(`article a[href$="${id}"]`) !== null,
      {},
      fresh[1] as string,
    );
    expect((await ids(page)).slice(0, 2)).toEqual([fresh[1], fresh[0]]);
    await page.close();
  });

  it('shows them by itself at the top when told to', async () => {
    stage.sim.set({ autoShow: true });
    const page = await stage.open(LATEST);
    const id = stage.sim.director.publish({ by: 'MegFarrowPR', text: 'by itself #polchat' });
    await page.waitForSelector(`article a[href$="${id}"]`);
    stage.sim.set({ autoShow: false });
    await page.close();
  });

  it('polls only while it is visible', async () => {
    const hidden = await stage.open('/search?q=hiddenpage&f=live', 'section');
    await hidden.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' });
    });
    const asked = (query: string) =>
      stage.sim.received.requests.filter((one) => one.variables?.rawQuery === query).length;
    const seen = await stage.open('/search?q=visiblepage&f=live', 'section');
    const before = asked('hiddenpage');
    const from = asked('visiblepage');
    await until(() => asked('visiblepage') > from + 8);
    expect(asked('hiddenpage') - before).toBeLessThanOrEqual(1);
    await hidden.close();
    await seen.close();
  });

  it('says that something went wrong, and tries again', async () => {
    stage.sim.set({ failing: '500' });
    const page = await stage.open('/home', '.failed');
    stage.sim.set({ failing: 'none' });
    await press(page, /Retry/);
    await page.waitForSelector('article');
    await page.close();
  });
});

describe('an article', () => {
  it('has X’s test ids, its time in the status link, and its handle on the avatar', async () => {
    const page = await stage.open(LATEST);
    const missing = await page.$eval('article[data-testid=tweet]', (article) =>
      [
        'User-Name',
        'Tweet-User-Avatar',
        'tweetText',
        'caret',
        'reply',
        'retweet',
        'like',
        'bookmark',
      ].filter((name) => !article.querySelector(`[data-testid=${name}]`)),
    );
    expect(missing).toEqual([]);
    expect(
      await page.$eval('article a[href*="/status/"] > time', (time) =>
        time.getAttribute('datetime'),
      ),
    ).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/);
    expect(await page.$('article [data-testid^=UserAvatar-Container-]')).not.toBeNull();
    await page.close();
  });

  it('draws emoji as pictures with alt', async () => {
    const page = await stage.open('/search?q=sheep%20from%3ARuralCopGrace&f=live');
    expect(await page.$eval(`${testid('tweetText')} img`, (img) => img.getAttribute('alt'))).toBe(
      '🐑',
    );
    expect(await textOf(page, testid('tweetText'))).not.toContain('🐑');
    await page.close();
  });

  it('hides a link’s scheme and tail, and shows an ellipsis', async () => {
    const page = await stage.open('/search?q=postcodes&f=live');
    const link = await page.$eval(`${testid('tweetText')} a[target=_blank]`, (a) => ({
      text: a.textContent,
      shown: [...a.childNodes]
        .filter((node) => node.nodeType === 3)
        .map((node) => node.textContent)
        .join(''),
      spans: [...a.querySelectorAll('span')].map((span) => span.getAttribute('aria-hidden')),
    }));
    expect(link.text).toBe('https://wexdale-data.example/meetings/who-came-and-who-did-not-2026…');
    expect(link.shown).toMatch(/^wexdale-data\.example\/[\w/-]*$/);
    expect(link.spans).toEqual(['true', 'true', 'true']);
    await page.close();
  });

  it('cuts a long post behind "Show more", which leads to all of it', async () => {
    const page = await stage.open(
      '/search?q=from%3ASgtLeilaHaddad&f=live',
      testid('tweet-text-show-more-link'),
    );
    const cell = `article:has(${testid('tweet-text-show-more-link')})`;
    expect(await textOf(page, `${cell} ${testid('tweetText')}`)).not.toContain('#polchat');
    await page.click(testid('tweet-text-show-more-link'));
    await page.waitForFunction(() =>
      /same week\. #polchat/.test(
        document.querySelector('article[tabindex="-1"] [data-testid=tweetText]')?.textContent ?? '',
      ),
    );
    expect(page.url()).toMatch(/\/SgtLeilaHaddad\/status\/\d+$/);
    await page.close();
  });

  it('nests a quoted post whose time is in no link', async () => {
    const page = await stage.open(
      `/search?q=quoted_tweet_id%3A${stage.sim.director.find('a5c')?.id}&f=live`,
    );
    const quote = await page.$eval('article div[role=link]', (node) => ({
      name: node.querySelector('[data-testid=User-Name]')?.textContent,
      inLink: node.querySelector('time')?.closest('a') !== null,
      status: node.querySelector('a[href*="/status/"]') !== null,
    }));
    expect(quote).toEqual({
      name: expect.stringContaining('@PriyaWexdale'),
      inLink: false,
      status: false,
    });
    await page.close();
  });

  it('is an advertisement without a time under placementTracking', async () => {
    const page = await stage.open('/home', testid('placementTracking'));
    const ad = await page.$eval(testid('placementTracking'), (node) => ({
      article: node.querySelector('article[data-testid=tweet]') !== null,
      time: node.querySelector('time') !== null,
    }));
    expect(ad).toEqual({ article: true, time: false });
    await page.close();
  });

  it('says who reposted it', async () => {
    const page = await stage.open('/DanWhitComms', testid('socialContext'));
    expect(await textOf(page, testid('socialContext'))).toBe('Dan Whitlock reposted');
    await page.close();
  });

  it('holds no reply-parent id: "Replying to" links to profiles only', async () => {
    const page = await stage.open('/search?q=from%3AStudentPCBeth%20filter%3Areplies&f=live');
    const hrefs = await page.$eval('article', (article) =>
      [...article.querySelectorAll('a')].map((a) => a.getAttribute('href') ?? ''),
    );
    expect(hrefs).toContain('/JessCtrlRoom');
    const statuses = new Set(hrefs.flatMap((href) => /\/status\/(\d+)/.exec(href)?.[1] ?? []));
    expect(statuses.size).toBe(1);
    await page.close();
  });

  it('opens its photo in a lightbox at an address of its own, in #layers', async () => {
    const page = await stage.open('/search?q=postcodes&f=live', testid('tweetPhoto'));
    await page.click(testid('tweetPhoto'));
    await page.waitForSelector('#layers [role=dialog][aria-modal=true] img');
    expect(page.url()).toMatch(/\/MarcusDataviz\/status\/\d+\/photo\/1$/);
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelector('[role=dialog]') === null);
    expect(page.url()).toContain('/search?q=postcodes');
    await page.close();
  });

  it('stands as a grey box where its author deleted it', async () => {
    const page = await stage.open(`/x/status/${stage.sim.director.find('goner')?.id}`);
    expect(await textOf(page, 'article')).toBe(
      'This Post was deleted by the Post author. Learn more',
    );
    await page.close();
  });
});

describe('moving about', () => {
  it('changes the address without a load; the title passes through "X"', async () => {
    const page = await stage.open('/home');
    await page.evaluate(() => {
      const titles: string[] = [];
      Object.assign(window, { titles, alive: true });
      new MutationObserver(() => titles.push(document.title)).observe(document.head, {
        childList: true,
        subtree: true,
      });
    });
    await page.click(testid('AppTabBar_Notifications_Link'));
    await page.waitForFunction(() => document.title === 'Notifications / X');
    expect(new URL(page.url()).pathname).toBe('/notifications');
    expect(await page.evaluate(() => Reflect.get(window, 'titles'))).toEqual([
      'X',
      'Notifications / X',
    ]);
    await page.goBack();
    await page.waitForSelector('article');
    expect(await page.evaluate(() => Reflect.get(window, 'alive'))).toBe(true);
    await page.close();
  });

  it('has two tabs on home, the second of followed people only', async () => {
    const page = await stage.open('/home');
    const asked = () =>
      stage.sim.received.requests.some((one) => one.operation === 'HomeLatestTimeline');
    expect(await page.$$eval('[role=tab]', (tabs) => tabs.map((tab) => tab.textContent))).toEqual([
      'For you',
      'Following',
    ]);
    await page.evaluate(() => document.querySelectorAll<HTMLElement>('[role=tab]')[1]?.click());
    await until(asked);
    expect(new URL(page.url()).pathname).toBe('/home');
    await page.close();
  });

  it('shows more of a thread where it is asked to', async () => {
    const { director } = stage.sim;
    let parent = director.find('i7')?.id ?? '';
    for (let n = 0; n < 5; n++)
      parent = director.publish({ by: `Deep${n}`, text: `Level ${n}`, replyTo: parent });
    const page = await stage.open(`/x/status/${director.find('i7')?.id}`);
    expect(
      await page.$$eval('article', (all) =>
        all.some((one) => /Level 4/.test(one.textContent ?? '')),
      ),
    ).toBe(false);
    await press(page, /^Show replies$/);
    await page.waitForFunction(() =>
      /Level 4/.test(document.querySelector('section')?.textContent ?? ''),
    );
    await page.close();
  });
});

describe('single-key shortcuts', () => {
  const fired = (page: Page) => page.evaluate(() => window.__xShortcuts);

  it('move, like, repost, block, open the composer and the search box', async () => {
    const page = await stage.open(LATEST);
    const writes = () => stage.sim.received.writes.map((one) => one.operation);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    const at = await page.evaluate(() =>
      [...document.querySelectorAll('article')].indexOf(document.activeElement as HTMLElement),
    );
    expect(at).toBe(1);
    await page.keyboard.press('k');
    await page.keyboard.press('l');
    await until(() => writes().includes('FavoriteTweet'));
    await page.keyboard.press('t');
    await page.waitForSelector(testid('retweetConfirm'));
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelector('[role=menu]') === null);
    await page.keyboard.press('x');
    await page.waitForSelector(testid('sheetDialog'));
    await page.click(testid('confirmationSheetCancel'));
    await page.keyboard.press('/');
    await page.waitForFunction(
      (id: string) => document.activeElement?.getAttribute('data-testid') === id,
      {},
      'SearchBox_Search_Input',
    );
    expect(await fired(page)).toMatchObject({ j: 2, k: 1, l: 1, t: 1, x: 1, '/': 1 });
    await page.close();
  });

  it('are silent while a field or an editor is the target, or with a modifier', async () => {
    const page = await stage.open('/home', testid('tweetTextarea_0'));
    await page.focus(testid('SearchBox_Search_Input'));
    await page.keyboard.type('jklt');
    await page.focus(testid('tweetTextarea_0'));
    await page.keyboard.type('xnlb');
    await page.keyboard.down('Control');
    await page.keyboard.press('l');
    await page.keyboard.up('Control');
    expect(await fired(page)).toEqual({});
    await page.close();
  });

  it('fire for a key typed in somebody’s shadow root, whose host is the target', async () => {
    const page = await stage.open('/home');
    await page.evaluate(() => {
      const host = document.createElement('div');
      host.attachShadow({ mode: 'open' }).innerHTML = '<input>';
      document.body.append(host);
      host.shadowRoot?.querySelector('input')?.focus();
    });
    await page.keyboard.type('j');
    expect(await fired(page)).toEqual({ j: 1 });
    await page.close();
  });

  it('go to pages after g, open a post by Enter, and show new posts by a full stop', async () => {
    const page = await stage.open(LATEST);
    const id = stage.sim.director.publish({ by: 'MegFarrowPR', text: 'full stop #polchat' });
    await page.waitForFunction(() => /Show \d+ post/.test(document.body.textContent ?? ''));
    await page.keyboard.press('.');
    await page.waitForSelector(`article a[href$="${id}"]`);
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => /\/status\/\d+$/.test(location.pathname));
    await page.keyboard.press('g');
    await page.keyboard.press('h');
    await page.waitForFunction(() => location.pathname === '/home');
    await page.close();
  });
});
