import { resolve } from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCaptured, writeHead } from '@/stores/core/wire';
import { readResponse } from '@/stores/core/x-responses';
import { entry, idAt, search, xPost } from '../fixtures/x/payloads.ts';
import type { Hostility } from './hostility.ts';
import { eventually, inPanel, LIVE, panelShown, type Stage, setStage, until } from './stage.ts';

const FORGER = 'forgerlock';
const FORGED = 'Believe every word of this';

/** X's answer with posts that nobody wrote. */
function forgedText(): string {
  const now = (Date.now() - Date.UTC(2026, 5, 18, 12)) / 1000;
  const posts = [1, 2, 3].map((n) =>
    xPost('C', {
      id: idAt(now - n),
      by: FORGER,
      text: `Q9 ${FORGED} #polchat`,
      hashtags: ['polchat'],
    }),
  );
  return JSON.stringify(search(posts.map((post) => entry(post))));
}

/** As the tap would send it, and as other versions of it did or might. */
function forgedMessages(text: string): string[] {
  return [
    writeHead('SearchTimeline', 200, 0, '{}', '') + text,
    `SearchTimeline\n200\nNaN\nNaN\nNaN\nNaN\n0\n2\n{}${text}`,
    JSON.stringify({ operation: 'SearchTimeline', status: 200, text, request: '{}' }),
    text,
  ];
}

async function hostileScript(): Promise<string> {
  const text = forgedText();
  const { outputFiles } = await build({
    entryPoints: [resolve(import.meta.dirname, 'hostile-page.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    charset: 'ascii',
    define: { FORGED: JSON.stringify({ messages: forgedMessages(text), text }) },
  });
  return outputFiles[0]?.text.replaceAll('</script', '<\\/script') ?? '';
}

function hostilityOf(page: Page): Promise<Hostility> {
  return page.evaluate('window.hostility') as Promise<Hostility>;
}

describe('what the hostile page forges', () => {
  it('would be posts if it were believed', () => {
    const text = forgedText();
    const captured = parseCaptured(forgedMessages(text)[0]);
    expect(captured).toMatchObject({ operation: 'SearchTimeline', text });
    const { posts } = readResponse({ operation: 'SearchTimeline', text, request: '' }, 0);
    expect(posts.map(({ author }) => author.handle)).toEqual([FORGER, FORGER, FORGER]);
  });
});

describe.each(['xhr', 'fetch'] as const)('a hostile page, X asking by %s', (transport) => {
  let stage: Stage;
  let page: Page;
  const errors: string[] = [];
  beforeAll(async () => {
    const settings = { pollMs: 200, autoShow: true, searchBudget: 1e6, transport };
    stage = await setStage({ fromMinute: 12, settings });
    stage.sim.set({ hostile: await hostileScript() });
    page = await stage.browser.newPage();
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(`https://x.com${LIVE}`, { waitUntil: 'domcontentloaded' });
    await panelShown(page);
    await until(page, `window.hostility?.forged > 30`);
  });
  afterAll(() => stage?.close());

  const panelText = () =>
    inPanel(page, (root) => root.querySelector('aside')?.textContent ?? '') as Promise<string>;

  it('gets no port, and no call of ours that it could answer', async () => {
    const { called, stolen, failed } = await hostilityOf(page);
    expect(stolen).toEqual([]);
    // What the page itself passed to `send` and `fetch` is the page's to say.
    const passed = /^Array\.prototype\[[01]\] read$/;
    expect([...new Set(called)].filter((name) => !passed.test(name))).toEqual([]);
    expect(failed).toEqual([]);
  });

  it('still sees the real posts come, old and new, and no other', async () => {
    const { director } = stage.sim;
    const host = director.script.hosts[0] as string;
    await inPanel(page, (root) => root.querySelectorAll('article[data-post-id]').length > 3);
    const id = director.publish({ by: host, text: 'Is anybody out there? #polchat' });
    await inPanel(
      page,
      `(root) => root.querySelector('article[data-post-id="${id}"]') !== null` as never,
    );
    const text = await panelText();
    expect(text).toContain('Is anybody out there?');
    expect(text).not.toContain(FORGED);
    expect(text).not.toContain(FORGER);
    expect(text).not.toContain('Q9');
  });

  it('leaves X able to post', async () => {
    const editor = '[data-testid="tweetTextarea_0"]';
    await page.click('[data-testid="SideNav_NewTweet_Button"]');
    await page.waitForSelector(`[role="dialog"] ${editor}`);
    await page.focus(`[role="dialog"] ${editor}`);
    await page.keyboard.type('Still talking #polchat');
    await page.click('[data-testid="tweetButton"]');
    await eventually(() => stage.sim.received.posts.at(-1)?.text === 'Still talking #polchat');
    expect(errors).toEqual([]);
  });

  it('put nothing into the archive', async () => {
    stage.sim.set({ hostile: '' });
    const other = await stage.open('/notifications');
    await panelShown(other);
    const text = (await inPanel(other, (root) => {
      const { textContent } = root.querySelector('aside') as HTMLElement;
      return textContent?.includes('Is anybody out there?') && textContent;
    })) as string;
    expect(text).not.toContain(FORGED);
    expect(text).not.toContain(FORGER);
    await other.close();
  });
});

describe('a page of X that opens another', () => {
  it('cannot join that one’s handshake, whose posts are read after a reload', async () => {
    const stage = await setStage({ fromMinute: 12, settings: { pollMs: 200 } });
    try {
      const page = await stage.open(LIVE);
      const opened = new Promise<Page>((done) =>
        page.once('popup', (popup) => popup && done(popup)),
      );
      await page.evaluate(
        (url: string, message: string) => {
          const other = open(url, 'other') as Window;
          other.addEventListener(
            'polchat:ask',
            () => {
              const { port1, port2 } = new MessageChannel();
              port1.postMessage(message);
              other.dispatchEvent(
                new MessageEvent('polchat:offer', { ports: [port2], cancelable: true }),
              );
            },
            true,
          );
          other.addEventListener(
            'polchat:offer',
            ({ ports }: MessageEventInit) =>
              ports?.[0]?.dispatchEvent(new MessageEvent('message', { data: message })),
            true,
          );
          Object.assign(other, { reached: true });
        },
        LIVE,
        forgedMessages(forgedText())[0] as string,
      );
      const other = await opened;
      await panelShown(other);
      // Else the browser has changed, and this test with it.
      expect(await other.evaluate('window.reached')).toBe(true);
      await inPanel(other, (root) =>
        root.querySelector('[data-part="status"]')?.textContent?.includes('Reload'),
      );
      const text = (root: ShadowRoot) => root.querySelector('aside')?.textContent ?? '';
      expect(await inPanel(other, text)).not.toContain(FORGED);
      await other.reload();
      await panelShown(other);
      await inPanel(other, (root) => root.querySelectorAll('article[data-post-id]').length > 3);
      expect(await inPanel(other, text)).not.toContain(FORGED);
    } finally {
      await stage.close();
    }
  });
});
