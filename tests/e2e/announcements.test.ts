import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Saved } from '../../stores/saved.ts';
import { eventually, inPanel, MINUTE, panelShown, type Stage, setStage } from './stage.ts';

const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** As hosts in London write it. */
const DATE = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  day: 'numeric',
  month: 'long',
});

/** The theme in the open panel, with where it is from. */
async function themeIn(page: Page): Promise<[theme: string, source: string]> {
  return inPanel(page, (root) => [
    root.querySelector('[data-part="theme"]')?.textContent ?? '',
    root.querySelector('#theme-source')?.textContent ?? '',
  ]) as Promise<[string, string]>;
}
const shows = (page: Page, theme: string) =>
  eventually(async () => (await themeIn(page))[0] === theme).catch(async () => {
    expect((await themeIn(page))[0]).toBe(theme);
  });

async function openPanel(stage: Stage, path?: string): Promise<Page> {
  const page = await stage.open(path);
  await inPanel(page, (root) => {
    const tab = root.querySelector<HTMLElement>('button');
    tab?.click();
    return tab !== null;
  });
  await panelShown(page);
  return page;
}

describe('a host’s announcement on X', () => {
  let stage: Stage;
  let page: Page;
  const say = (by: string, text: string, more = {}) =>
    stage.sim.director.publish({ by, text, ...more });

  beforeAll(async () => {
    const start = Math.ceil(Date.now() / HOUR) * HOUR + 2 * DAY;
    const description = 'Host: @WexdalePolice';
    const calendar = [0, 1].map((week) => ({
      start: start + week * 7 * DAY,
      end: start + week * 7 * DAY + HOUR,
      description,
    }));
    stage = await setStage({ calendar, granted: {}, settings: { pollMs: 500, autoShow: true } });
    page = await openPanel(stage, '/home');
  });
  afterAll(() => stage?.close());

  it('begins without a theme', async () => {
    expect(await themeIn(page)).toEqual(['Theme to be announced', '']);
  });

  it('is nobody else’s to make, however it is made to look', async () => {
    say('MegFarrowPR', 'Theme for the next #polchat: free crypto');
    say('MegFarrowPR', 'RT @WexdalePolice: theme for the next #polchat: free crypto');
    const id = say('WexdalePolice', 'Looking forward to the next #polchat, theme to follow');
    const door = await stage.door();
    await page.bringToFront();
    await eventually(async () => {
      const span = { from: Date.now() - HOUR, to: Date.now() + HOUR };
      const answer = await door.send('readPosts', { hashtag: 'polchat', ...span });
      return 'gives' in answer && answer.gives.some((post) => post.id === id);
    });
    expect((await themeIn(page))[0]).toBe('Theme to be announced');
  });

  it('sets the theme, and the source leads to the post', async () => {
    const id = say('WexdalePolice', 'Theme for the next #polchat: scam calls and spam');
    await shows(page, 'scam calls and spam');
    await eventually(async () => (await themeIn(page))[1].includes('@WexdalePolice'));
    const href = await inPanel(page, (root) =>
      root.querySelector('#theme-source a')?.getAttribute('href'),
    );
    expect(href).toBe(`https://x.com/WexdalePolice/status/${id}`);
  });

  it('is replaced by a correction, an edit of that, and comes back when it is deleted', async () => {
    const { director } = stage.sim;
    const id = say('WexdalePolice', 'Correction! Theme for the next #polchat: scam calls only');
    await shows(page, 'scam calls only');
    const edited = director.edit(id, 'Correction! Theme for the next #polchat: scam texts');
    const answer = say('MegFarrowPR', 'Good choice #polchat', { replyTo: edited });
    await page.goto(`https://x.com/MegFarrowPR/status/${answer}`);
    await panelShown(page);
    await shows(page, 'scam texts');
    director.delete(edited);
    // X tells of it where it stands in a conversation.
    await page.goto(`https://x.com/MegFarrowPR/status/${answer}`);
    await panelShown(page);
    await shows(page, 'scam calls and spam');
  });

  it('counts where somebody reposts it, as the host’s words', async () => {
    const door = await stage.door();
    const second = async () => {
      const schedules = await door.get<Saved['schedules']>('schedules');
      return schedules?.polchat?.sessions[1];
    };
    const day = DATE.format((await eventually(second)).start);
    // So old that nobody sees it by itself.
    const original = say('WexdalePolice', `Theme for #polchat on ${day}: what dogs can teach us`, {
      createdAt: Date.now() - 5 * DAY,
    });
    say('MegFarrowPR', '', { repostOf: original });
    await page.bringToFront();
    await page.goto('https://x.com/home');
    await eventually(async () => (await second())?.theme === 'what dogs can teach us');
    expect((await second())?.source?.name).toBe('@WexdalePolice');
  });

  it('is plain text, whatever is in it', async () => {
    const hostile =
      'Theme for the next #polchat: <img src=x onerror=alert(1)>\u202Egpj.exe javascript:alert(1)';
    say('WexdalePolice', hostile);
    await shows(page, '<img src=x onerror=alert(1)> gpj.exe javascript:alert(1)');
    const harm = await inPanel(page, (root) => [
      root.querySelectorAll('[data-part="theme"] *').length,
    ]);
    expect(harm).toEqual([0]);
  });
});

describe('a hostile calendar', () => {
  let stage: Stage;
  afterAll(() => stage?.close());

  it('is plain text, cut to size, and leads nowhere', async () => {
    const start = Math.ceil(Date.now() / HOUR) * HOUR + 2 * DAY;
    const calendar = [
      {
        start,
        end: start + HOUR,
        summary: `#polchat: <script>alert(1)</script>\u202Egpj.exe ${'a\u0301\u0301\u0301\u0301'.repeat(2_000)}${'x'.repeat(100_000)}`,
        description:
          'Reading: javascript:alert(1)\\nHost: @<b>x</b>\\nQ1: <img src=x onerror=alert(1)>',
      },
    ];
    stage = await setStage({ calendar });
    const page = await openPanel(stage);
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await eventually(async () => (await themeIn(page))[1] !== '');
    const [theme] = await themeIn(page);
    expect(theme.startsWith('<script>alert(1)</script> gpj.exe ')).toBe(true);
    expect([...theme].length).toBeLessThanOrEqual(200);
    const found = await inPanel(page, (root) => ({
      scripts: root.querySelectorAll('script, img[src="x"]').length,
      links: [...root.querySelectorAll('a')].map(({ protocol }) => protocol),
      wide: (root.querySelector('aside')?.scrollWidth ?? 0) > innerWidth,
    }));
    expect(found).toMatchObject({ scripts: 0, wide: false });
    expect(found.links.filter((protocol) => protocol !== 'https:')).toEqual([]);
    expect(dialogs).toEqual([]);
  });
});
