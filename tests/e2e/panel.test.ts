import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Event } from '../../scripts/stage.ts';
import type { Saved } from '../../stores/saved.ts';
import { becomes } from './composing.ts';
import {
  eventually,
  inPanel,
  LIVE,
  LOOKS,
  MINUTE,
  panelShown,
  type Stage,
  setStage,
  settled,
  until,
  wearLook,
} from './stage.ts';

const DAY = 24 * 60 * MINUTE;

/** The panel's width on the page, 0 while it is closed. */
function panelWidth(page: Page): Promise<number> {
  return page.evaluate(() => {
    const aside = document.querySelector('polchat-panel')?.shadowRoot?.querySelector('aside');
    return Math.round(aside?.getBoundingClientRect().width ?? 0);
  });
}

function edgeTab(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const tab = document
      .querySelector('polchat-panel')
      ?.shadowRoot?.querySelector<HTMLElement>('.edge-tab');
    return tab?.checkVisibility() ? tab.textContent : null;
  });
}

describe('the panel beside X', () => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    const settings = { pollMs: 200, autoShow: true };
    stage = await setStage({ fromMinute: 20, settings, granted: {} });
    await stage.door();
    page = await stage.open(LIVE);
    await panelShown(page);
  });
  afterAll(() => stage?.close());

  it('keeps its keys to itself: X hears none of what is typed in it', async () => {
    await inPanel(page, (root) => {
      root.querySelector<HTMLElement>('[data-part="composer"] textarea')?.focus();
      return root.activeElement?.tagName === 'TEXTAREA';
    });
    const typed = 'jknltxrmub/?. g';
    await page.keyboard.type(typed);
    await inPanel(
      page,
      `(root) => root.querySelector('[data-part="composer"] textarea').value === ${JSON.stringify(typed)}` as never,
    );
    await inPanel(page, (root) => {
      root.querySelector<HTMLElement>('article[data-post-id]')?.focus();
      return true;
    });
    await page.keyboard.type('jknltxrmub');
    expect(await page.evaluate('window.__xShortcuts ?? {}')).toEqual({});
    expect(stage.sim.received.writes).toEqual([]);
    expect(await page.$('[role="dialog"]')).toBeNull();
  });

  it('lies below X’s modals', async () => {
    await page.click('[data-testid="SideNav_NewTweet_Button"]');
    await page.waitForSelector('[role="dialog"]');
    const top = await page.evaluate(() => {
      const { left, top, width } = (
        document.querySelector('polchat-panel') as HTMLElement
      ).getBoundingClientRect();
      return document
        .elementFromPoint(left + width / 2, top + 300)
        ?.closest('polchat-panel, #layers')?.tagName;
    });
    expect(top).toBe('DIV');
    await page.keyboard.press('Escape');
    await until(page, `!document.querySelector('[role="dialog"]')`);
  });

  it('leaves X’s primary column free', async () => {
    const { column, panel } = await page.evaluate(() => ({
      column: document.querySelector('[data-testid="primaryColumn"]')?.getBoundingClientRect()
        .right as number,
      panel: document.querySelector('polchat-panel')?.getBoundingClientRect().left as number,
    }));
    expect(panel).toBeGreaterThanOrEqual(column);
  });

  it('survives X’s own navigation and X throwing it out', async () => {
    await page.click('[data-testid="AppTabBar_Notifications_Link"]');
    await until(page, `location.pathname === '/notifications'`);
    expect(await panelWidth(page)).toBe(380);
    await page.evaluate(() => document.querySelector('polchat-panel')?.remove());
    await until(page, `document.querySelector('polchat-panel')?.isConnected`);
    expect(await panelWidth(page)).toBe(380);
  });

  it('follows X’s three looks', async () => {
    for (const look of LOOKS) await wearLook(stage, page, look);
  });

  it('holds new posts back while someone reads above, and tells where they are', async () => {
    const { director } = stage.sim;
    director.jump(58);
    await page.goto(`https://x.com${LIVE}`, { waitUntil: 'domcontentloaded' });
    await panelShown(page);
    const spot = await inPanel(page, (root) => {
      const list = root.querySelector<HTMLElement>('.scroller');
      if (!list || list.scrollHeight < 2 * list.clientHeight) return null;
      const { x, y, width, height } = list.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    await page.mouse.move(spot.x, spot.y);
    // A turn of the wheel before the browser has painted the list moves nothing.
    await eventually(async () => {
      await page.mouse.wheel({ deltaY: -4000 });
      const [isAway] = await inPanel(page, (root) => {
        const list = root.querySelector<HTMLElement>('.scroller');
        return list && [list.scrollTop < list.scrollHeight - 2 * list.clientHeight];
      });
      return isAway;
    });
    const first = () =>
      inPanel(page, (root) => {
        const top = root.querySelector('.scroller')?.getBoundingClientRect().top ?? 0;
        const seen = [...root.querySelectorAll<HTMLElement>('article[data-post-id]')].find(
          (one) => one.getBoundingClientRect().bottom > top + 60,
        );
        return seen && `${seen.dataset.postId} ${Math.round(seen.getBoundingClientRect().top)}`;
      });
    // The wheel's way ends later than it begins.
    const before = await settled(first);
    const host = director.script.hosts[0] as string;
    const id = director.publish({ by: host, text: 'One more thought before we go #polchat' });
    await page.waitForFunction(
      (id: string) => document.querySelector(`a[href*="/status/${id}"]`),
      { polling: 50 },
      id,
    );
    await inPanel(page, (root) => /\d new/.test(root.textContent ?? ''));
    expect(await first()).toBe(before);
  });

  it('collapses to the edge tab, and stays so after a reload', async () => {
    await inPanel(page, (root) => {
      const button = [...root.querySelectorAll<HTMLElement>('aside button')].find((one) =>
        /collapse|close|hide/i.test(one.getAttribute('aria-label') ?? ''),
      );
      button?.click();
      return button !== undefined;
    });
    await eventually(async () => (await edgeTab(page)) !== null);
    expect(await panelWidth(page)).toBe(0);
    // A reload while the browser still writes it would have it forgotten.
    const door = await stage.door();
    await eventually(async () => {
      const kept = await door.get<Saved['panel']>('panel');
      return Object.values(kept?.choices ?? {}).includes('closed');
    });
    await page.reload({ waitUntil: 'domcontentloaded' });
    await eventually(async () => (await edgeTab(page)) !== null);
    expect(await panelWidth(page)).toBe(0);
    await inPanel(page, (root) => {
      const tab = root.querySelector<HTMLElement>('.edge-tab');
      tab?.click();
      return tab !== null;
    });
    await panelShown(page);
    expect(await panelWidth(page)).toBe(380);
  });

  it('is not on X’s login, and a sheet at the bottom of a narrow window', async () => {
    const login = await stage.open('/i/flow/login');
    await until(login, `document.querySelector('polchat-panel')?.checkVisibility() === false`);
    await login.close();
    await page.bringToFront();
    await page.setViewport({ width: 420, height: 800 });
    await until(page, `document.querySelector('polchat-panel').dataset.layout === 'sheet'`);
    const box = () =>
      page.evaluate(() => {
        const { left, width, bottom } = (
          document.querySelector('polchat-panel') as HTMLElement
        ).getBoundingClientRect();
        return `${left} ${width} ${bottom}`;
      });
    await becomes(box, '0 420 800');
  });
});

describe.each<[string, (now: number) => Event[], RegExp]>([
  ['none', () => [], /./],
  // Days are the wall's: midnight may come in between, or the clocks change.
  [
    'upcoming',
    (now) => [{ start: now + 3 * DAY, end: now + 3 * DAY + 60 * MINUTE }],
    /in [234] days/i,
  ],
  ['soon', (now) => [{ start: now + 5 * MINUTE, end: now + 65 * MINUTE }], /0[345]:[0-5]\d/],
  ['ended', (now) => [{ start: now - 90 * MINUTE, end: now - 30 * MINUTE }], /ended/i],
])('the clock when the chat is %s', (state, calendar, words) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage({ calendar: calendar(Date.now()) });
  });
  afterAll(() => stage?.close());

  it('says so', async () => {
    const page = await stage.open('/home');
    await inPanel(page, (root) => {
      const tab = root.querySelector<HTMLElement>('.edge-tab');
      if (tab?.checkVisibility()) tab.click();
      return root.querySelector('aside') !== null;
    });
    const clock = () =>
      inPanel(page, (root) => {
        const part = root.querySelector<HTMLElement>('[data-part="clock"]');
        return part && { state: part.dataset.state, text: part.textContent ?? '' };
      });
    // The programme may be read only now.
    await becomes(async () => (await clock()).state, state);
    expect((await clock()).text).toMatch(words);
    await inPanel(page, (root) =>
      /to be announced/i.test(root.querySelector('[data-part="theme"]')?.textContent ?? ''),
    );
  });
});
