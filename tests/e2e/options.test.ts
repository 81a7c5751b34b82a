import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBarriers } from './axe.ts';
import {
  eventually,
  IS_FIREFOX,
  inPanel,
  panelShown,
  preferColours,
  type Stage,
  setStage,
  until,
} from './stage.ts';

const SECTIONS = ['chats', 'reminders', 'writing', 'reading', 'muted', 'privacy'];

describe('the settings', () => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await setStage({ colours: true });
    page = await stage.browser.openOwn('options.html');
    await page.waitForSelector('main[data-section]');
  });
  afterAll(() => stage?.close());

  const read = <T>(key: string) =>
    page.evaluate(`chrome.storage.local.get('${key}').then((all) => all['${key}'])`) as Promise<T>;
  const go = async (section: string) => {
    await page.evaluate(`location.hash = '${section}'`);
    await page.waitForSelector(`main[data-section="${section}"]`);
  };
  const press = (text: string) =>
    until(
      page,
      `(() => {
        const button = [...document.querySelectorAll('button')].find((one) => one.textContent.includes(${JSON.stringify(text)}) && one.checkVisibility());
        button?.click();
        return button !== undefined;
      })()`,
    );
  /** What happened last is said, and what Undo would take back is that. */
  const says = (kind: string) =>
    page.waitForSelector(`[data-part="notice"][data-kind="${kind}"]`, { timeout: 25_000 });
  const undo = async (kind: string) => {
    await says(kind);
    await press('Undo');
    await says('undone');
  };

  it('follow another chat, put it first, and take it back', async () => {
    await go('chats');
    await page.type('[data-part="add-chat"] input', '#LGchat');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-chat="lgchat"]');
    await page.click('[data-chat="lgchat"] button[aria-label^="Move #LGchat up"]');
    const order = () =>
      read<{ chats: { hashtag: string }[] }>('settings').then(({ chats }) =>
        chats.map(({ hashtag }) => hashtag).join(),
      );
    await eventually(async () => (await order()) === 'LGchat,polchat');
    await until(page, `/Saved/.test(document.querySelector('[data-part="notice"]').textContent)`);
    await undo('saved');
    await eventually(async () => (await order()) === 'polchat,LGchat');
    await press('Stop following #LGchat');
    await eventually(async () => (await order()) === 'polchat');
    await undo('saved');
    await eventually(async () => (await order()) === 'polchat,LGchat');
    await press('Stop following #LGchat');
    await eventually(async () => (await order()) === 'polchat');
  });

  it('say what is wrong, and keep nothing of it', async () => {
    await go('chats');
    await page.type('[data-part="add-chat"] input', '2026');
    await page.keyboard.press('Enter');
    await until(
      page,
      `/not of digits alone/.test(document.querySelector('[data-part="add-chat"]').textContent)`,
    );
    await page
      .$eval('[data-chat="polchat"] .fold[aria-expanded="false"]', (fold) =>
        (fold as HTMLElement).click(),
      )
      .catch(() => {});
    await page.waitForSelector('[data-part="add-calendar"] input');
    await page.type('[data-part="add-calendar"] input', 'http://calendar.example/a.ics');
    await page.keyboard.press('Enter');
    await until(
      page,
      `/begins with https/.test(document.querySelector('[data-part="add-calendar"] [role="alert"]')?.textContent)`,
    );
    expect(await read<{ chats: unknown[] }>('settings')).toMatchObject({
      chats: [{ hashtag: 'polchat', calendars: [''] }],
    });
  });

  it('take effect in open pages of X', async () => {
    await go('muted');
    await page.type('.list input', '@Loud_One, spammer');
    await page.keyboard.press('Enter');
    await eventually(
      async () =>
        (await read<{ muted: { people: string[] } }>('settings')).muted.people.join() ===
        'loud_one,spammer',
    );
  });

  it('go to a file and come back whole, and a bad file changes nothing', async () => {
    await go('privacy');
    const before = await read('ownSettings');
    await load('{"format":"polchat-settings","version":2,"look":"neon"}');
    await until(
      page,
      `/“look” cannot be taken/.test(document.querySelector('[data-part="notice"]').textContent)`,
    );
    expect(await read('ownSettings')).toEqual(before);
    await load('{"format":"polchat-settings","version":2,"look":"dim","keepMonths":3}');
    await eventually(async () => (await read<{ look: string }>('settings')).look === 'dim');
    expect(await read('settings')).toMatchObject({
      keepMonths: 3,
      muted: { people: ['loud_one', 'spammer'] },
    });
    await undo('imported');
    await eventually(async () => (await read<{ look: string }>('settings')).look === 'x');
  });

  function load(text: string): Promise<void> {
    return page.evaluate((content) => {
      const files = new DataTransfer();
      files.items.add(new File([content], 'settings.json'));
      const place = document.querySelector<HTMLInputElement>('input[type="file"]');
      if (!place) throw new Error('There is nowhere to open a file.');
      place.files = files.files;
      place.dispatchEvent(new Event('change', { bubbles: true }));
    }, text);
  }

  it('hold no barrier, in light and dark, wide and narrow', async () => {
    for (const section of SECTIONS) {
      await go(section);
      for (const [value, width] of [
        ['light', 1200],
        ['dark', 320],
      ] as const) {
        await page.setViewport({ width, height: 900 });
        await preferColours(page, value);
        expect(await findBarriers(page), `${section} ${value}`).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(
          true,
        );
      }
    }
  });

  it('delete everything after asking once more', async () => {
    await page.setViewport({ width: 1200, height: 900 });
    await go('privacy');
    await press('Delete everything…');
    await page.waitForSelector('dialog[open]');
    await press('Cancel');
    await until(page, `!document.querySelector('dialog[open]')`);
    expect(await read('settings')).toMatchObject({ muted: { people: ['loud_one', 'spammer'] } });
    await press('Delete everything…');
    await page.waitForSelector('dialog[open]');
    await page.click('#delete-settings');
    await until(page, `document.querySelector('#delete-settings').checked`);
    await press('Delete now');
    await until(page, `/Deleted/.test(document.querySelector('[data-part="notice"]').textContent)`);
    await eventually(
      async () =>
        (await read<{ muted: { people: string[] } }>('settings')).muted.people.length === 0,
    );
  });
});

/** Firefox’s driver is not told of the page that the extension opens itself. */
describe.runIf(!IS_FIREFOX)('the panel’s menu', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage();
  });
  afterAll(() => stage?.close());

  it('opens the settings', async () => {
    const page = await stage.open();
    await panelShown(page);
    await inPanel(page, (root) => {
      const button = root.querySelector<HTMLElement>('button[aria-label="More"]');
      button?.click();
      return button !== null;
    });
    await inPanel(page, (root) => {
      const item = [...root.querySelectorAll<HTMLElement>('.menu button')].find(
        ({ textContent }) => textContent === 'Settings',
      );
      item?.click();
      return item !== undefined;
    });
    const opened = await eventually(async () => {
      const pages = await stage.browser.browser.pages();
      return pages.find((one) => one.url().endsWith('/options.html'));
    });
    await opened.waitForSelector('main[data-section="chats"]');
  });
});
