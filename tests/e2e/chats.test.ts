import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calendarOf } from '../../scripts/stage.ts';
import { POLCHAT } from '../../stores/core/chat.ts';
import { DEFAULTS, toStored } from '../../stores/core/settings.ts';
import { findBarriers } from './axe.ts';
import { press } from './hosting.ts';
import { inPanel, LOOKS, MINUTE, panelShown, type Stage, setStage, wearLook } from './stage.ts';

const HOST = 'comms.test';
const HOUR = 60 * MINUTE;

describe('two chats that are followed', () => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    const now = Date.now();
    const later = { start: now + 3 * HOUR, end: now + 4 * HOUR, summary: '#polchat: Scam calls' };
    const live = {
      start: now - 10 * MINUTE,
      end: now + 50 * MINUTE,
      summary: '#commschat: Writing',
    };
    stage = await setStage({
      calendar: [later],
      granted: { sites: [HOST] },
      settings: { pollMs: 200, autoShow: true },
    });
    stage.sim.sites.set(HOST, (_, response) => response.end(calendarOf([live])));
    const comms = {
      ...POLCHAT,
      hashtag: 'commschat',
      title: '',
      calendars: [`https://${HOST}/a.ics`],
    };
    const door = await stage.door();
    await door.set({ ownSettings: toStored({ ...DEFAULTS, chats: [POLCHAT, comms] }) });
    page = await stage.open('/search?q=%23commschat&src=typed_query&f=live');
    await panelShown(page);
  });
  afterAll(() => stage?.close());

  const shows = (hashtag: string, theme: string) =>
    inPanel(
      page,
      `(root) => root.querySelector('.hashtag')?.textContent === '#${hashtag}' &&
        root.querySelector('[data-part="theme"]')?.textContent === '${theme}'` as never,
    );
  const has = (id: string) =>
    inPanel(
      page,
      `(root) => root.querySelector('article[data-post-id="${id}"]') !== null` as never,
    );
  const switchTo = async (hashtag: string) => {
    await inPanel(page, (root) => {
      const button = root.querySelector<HTMLElement>('.switch');
      button?.click();
      return button !== null;
    });
    await inPanel(
      page,
      `(root) => {
        const items = [...root.querySelectorAll('.switch-menu button')];
        const item = items.find((one) => one.textContent.startsWith('#${hashtag}'));
        item?.click();
        return item !== undefined;
      }` as never,
    );
  };

  it('are shown the one that is on first, though the other stands above it', async () => {
    await shows('commschat', 'Writing');
  });

  it('are switched between, each with its own theme, clock and posts', async () => {
    const { director } = stage.sim;
    const by = director.script.people[1]?.handle ?? '';
    const id = director.publish({ by, text: 'Q1 What did you write today? #commschat' });
    await has(id);
    await switchTo('polchat');
    await shows('polchat', 'Scam calls');
    const both = await inPanel(
      page,
      `(root) => String(root.querySelector('article[data-post-id="${id}"]') !== null)` as never,
    );
    expect(both).toBe('false');
    await switchTo('commschat');
    await shows('commschat', 'Writing');
    await has(id);
  });

  it('hold no barrier in their menu, in the three looks', async () => {
    await inPanel(page, (root) => {
      // Once: a second press closes it again.
      root.querySelector<HTMLElement>('.switch[aria-expanded="false"]')?.click();
      return root.querySelector('.switch-menu') !== null;
    });
    for (const look of LOOKS) {
      await wearLook(stage, page, look);
      expect(await findBarriers(page, 'polchat-panel'), look).toEqual([]);
    }
    await inPanel(page, (root) => root.querySelector('.switch-menu') !== null);
  });

  it('put in the hashtag of the one that was joined', async () => {
    await page.keyboard.press('Escape');
    await press(page, 'Join');
    await inPanel(page, (root) => root.querySelector('[data-part="join"]') === null);
    await page.click('[data-testid="SideNav_NewTweet_Button"]');
    const editor = '[role="dialog"] [data-testid="tweetTextarea_0"]';
    await page.waitForSelector(editor);
    await page.type(editor, 'A1 A letter');
    await page.waitForFunction(
      (editor: string) => /#commschat/i.test(document.querySelector(editor)?.textContent ?? ''),
      { polling: 50, timeout: 15_000 },
      editor,
    );
    expect(await page.$eval(editor, ({ textContent }) => textContent)).not.toMatch(/#polchat/i);
  });
});
