import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildThread } from '@/stores/core/thread';
import { buildTranscript, type Transcript } from '@/stores/core/transcript';
import { inventedChat } from '../fixtures/chat';
import { post, START } from '../fixtures/posts';
import { findBarriers } from './axe.ts';
import { eventually, MINUTE, preferColours, type Stage, setStage, until } from './stage.ts';
import { changeSettings } from './storage.ts';

const folder = mkdtempSync(join(tmpdir(), 'polchat-transcript-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function fileOf(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const posts = [
  ...inventedChat(160),
  post({ id: '2100000000000000000', createdAt: START + 30 * MINUTE, state: 'deleted', text: '' }),
];
const session = { start: START, end: START + 60 * MINUTE };
const transcript: Transcript = buildTranscript(
  buildThread(posts, { hosts: ['WestshirePolice'], session }),
  posts,
  {
    chat: { hashtag: 'polchat', hosts: ['WestshirePolice'] },
    session: { ...session, theme: 'Getting people to public meetings' },
    coverage: [{ from: START, to: START + 40 * MINUTE, source: 'search' }],
    skipped: { unreadable: 0, promoted: 0, offTopic: 0 },
  },
);

/** How many articles the page holds once all of it is drawn: the questions are headings. */
const DRAWN = transcript.posts.length - transcript.questions.length;

describe('the transcript page', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage({ downloads: folder, colours: true });
    // The posts have their date: they are kept for good, whenever this runs.
    await changeSettings(stage.browser, { keepMonths: 0 });
  });
  afterAll(() => stage?.close());

  async function open(query = ''): Promise<Page> {
    const page = await stage.browser.openOwn(`transcript.html${query}`);
    await page.setViewport({ width: 1100, height: 900 });
    await until(page, `!document.querySelector('.page')?.matches('[data-status="loading"]')`);
    return page;
  }
  const give = async (page: Page, ...paths: string[]) => {
    const input = (await page.$('[data-part="file"]')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(...paths);
  };
  const notice = (page: Page) =>
    page.$eval('[data-part="notice"]', ({ textContent }) => textContent ?? '');
  const saved = (name: string) =>
    eventually(() => {
      try {
        const content = readFileSync(join(folder, name), 'utf8');
        return content.endsWith('\n') ? content : null;
      } catch {
        return null;
      }
    });

  it('says what to do where nothing is kept', async () => {
    const page = await open(`?chat=polchat&start=${START}`);
    const link = await page.$eval(
      '[data-part="catch-up"]',
      (one) => (one as HTMLAnchorElement).href,
    );
    expect(new URL(link).searchParams.get('q')).toBe(
      `#polchat since_time:${START / 1000 - 600} until_time:${START / 1000 + 5400}`,
    );
    expect(await findBarriers(page)).toEqual([]);
    await page.close();
  });

  it('refuses bad files whole, in words that name the file and the place', async () => {
    const page = await open();
    const bad = structuredClone(transcript);
    (bad.posts[7] as { createdAt: string }).createdAt = 'yesterday';
    await give(page, fileOf('bad.json', bad));
    await until(page, `/bad\\.json.*posts\\[7\\]\\.createdAt/.test(document.body.textContent)`);
    await give(page, fileOf('half.har', '{"log":{"entries":[{"a"'));
    await until(page, `/half\\.har.*line 1, column 24/.test(document.body.textContent)`);
    expect(await page.$$('[data-part="kept"] li')).toHaveLength(0);
    await page.close();
  });

  it('takes in a colleague’s file, and the same again changes nothing', async () => {
    const page = await open();
    await give(page, fileOf('colleague.json', transcript));
    await until(page, `document.querySelectorAll('article').length === ${DRAWN}`);
    const count = () => page.$$eval('article', (all) => all.map(({ id }) => id).join());
    const before = await count();
    await give(page, fileOf('again.json', transcript));
    await until(
      page,
      `/again\\.json/.test(document.querySelector('[data-part="notice"]').textContent)`,
    );
    await until(page, `document.querySelectorAll('article').length === ${DRAWN}`);
    expect(await count()).toBe(before);
    expect(await page.$eval('h1', ({ textContent }) => textContent)).toBe(
      'Getting people to public meetings',
    );
    await page.close();
  });

  it('shows the threads, the numbers, the gaps and what was deleted', async () => {
    const page = await open(`?chat=polchat&start=${START}`);
    await until(page, `document.querySelectorAll('article').length === ${DRAWN}`);
    const seen = await page.$$eval('article', (all) =>
      all.map(({ dataset }) => [dataset.postId, dataset.question, dataset.parent]),
    );
    const asked = new Set(transcript.questions.map(({ postId }) => postId));
    const expected = transcript.posts
      .filter(({ id }) => !asked.has(id))
      .map(({ id, question, parent }) => [id, question ?? '', parent ?? '']);
    expect(seen.sort()).toEqual(expected.sort());
    const numbers = await page.$eval('[data-part="numbers"]', ({ textContent }) => textContent);
    expect(numbers).toBe('161 posts · 14 people · 6 questions');
    const gaps = await page.$eval('[data-part="gaps"]', ({ textContent }) => textContent);
    expect(gaps).toMatch(/13:40 to 14:00/);
    const gone = await page.$eval('#p2100000000000000000 .text', ({ textContent }) => textContent);
    expect(gone).toBe('Deleted by its author');
    expect(await page.$$('img')).toHaveLength(0);
    const ways = await page.$$eval('.hour a', (all) => all.map((one) => one.getAttribute('href')));
    expect(ways.length).toBeGreaterThan(50);
    for (const way of ways) expect(await page.$(way as string)).not.toBeNull();
    await page.close();
  });

  it('holds no barrier: light, dark, narrow, and while something is looked for', async () => {
    const page = await open(`?chat=polchat&start=${START}`);
    await until(page, `document.querySelectorAll('article').length === ${DRAWN}`);
    for (const value of ['light', 'dark'] as const) {
      await preferColours(page, value);
      expect(await findBarriers(page)).toEqual([]);
    }
    await page.setViewport({ width: 320, height: 700 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    await page.type('[data-part="find"]', 'childcare');
    await until(
      page,
      `/\\d+ posts? found/.test(document.querySelector('[data-part="found"]').textContent)`,
    );
    expect(await findBarriers(page)).toEqual([]);
    await page.close();
  });

  it('finds words and one person’s posts, by keyboard alone', async () => {
    const page = await open(`?chat=polchat&start=${START}`);
    await until(page, `document.querySelectorAll('article').length === ${DRAWN}`);
    await page.focus('[data-part="find"]');
    await page.keyboard.type('CHILDCARE soft');
    const visible = () =>
      page.$$eval('article', (all) =>
        all.filter((one) => !one.closest('[hidden]')).map(({ textContent }) => textContent ?? ''),
      );
    const wanted = transcript.posts.filter(({ text }) => /childcare.*soft/i.test(text)).length;
    await eventually(async () => {
      const texts = await visible();
      return texts.length === wanted && texts.every((text) => /childcare.*soft/i.test(text));
    });
    await page.keyboard.down('Control');
    await page.keyboard.press('a');
    await page.keyboard.up('Control');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.dataset.part')).toBe('person');
    await page.select('[data-part="person"]', 'SgtBexley');
    const theirs = transcript.posts.filter(({ author }) => author.handle === 'SgtBexley').length;
    await eventually(async () => {
      const texts = await visible();
      return texts.length === theirs && texts.every((text) => /@SgtBexley/.test(text));
    });
    await page.close();
  });

  it('saves all four forms; the web page opens without a network, is valid for axe, and says the same', async () => {
    const page = await open(`?chat=polchat&start=${START}`);
    for (const format of ['json', 'html', 'md', 'csv']) {
      await page.click(`[data-format="${format}"]`);
      await until(
        page,
        `/Saved: .*\\.${format}/.test(document.querySelector('[data-part="notice"]').textContent)`,
      );
    }
    const json = JSON.parse(await saved('polchat-2026-06-18.json')) as Transcript;
    expect(json.posts).toEqual(transcript.posts);
    expect(json.session).toEqual(transcript.session);
    expect((await saved('polchat-2026-06-18.csv')).split('\r\n')).toHaveLength(
      transcript.posts.length + 2,
    );
    expect(await saved('polchat-2026-06-18.md')).toContain('## Q1 What stops people coming');
    await saved('polchat-2026-06-18.html');
    const file = await stage.browser.newPage();
    const asked: string[] = [];
    file.on('request', (request) => asked.push(request.url()));
    await file.setOfflineMode(true);
    await file.goto(`file://${join(folder, 'polchat-2026-06-18.html')}`);
    expect(asked).toHaveLength(1);
    for (const value of ['light', 'dark'] as const) {
      await preferColours(page, value, file);
      expect(await findBarriers(file)).toEqual([]);
    }
    expect(await file.$$('article')).toHaveLength(transcript.posts.length - 6);
    await file.close();
    await page.close();
  });

  it('saves one’s own contributions with what one takes from them', async () => {
    const page = await open(`?chat=polchat&start=${START}`);
    await page.click('[data-part="only-mine"]');
    await page.type('[data-part="me"]', '@sgtbexley');
    await page.type('[data-part="reflection"]', 'Go to where people are');
    rmSync(join(folder, 'polchat-2026-06-18.md'), { force: true });
    await page.click('[data-format="md"]');
    const note = await saved('polchat-2026-06-18.md');
    expect(note).toContain('Go to where people are');
    expect(note).toContain('@SgtBexley');
    expect(note).not.toContain('@PCMoorside ·');
    await page.close();
  });

  it('shares X’s search for the hour, or the page of the host, with the numbers', async () => {
    const page = await open(`?chat=polchat&start=${START}`);
    const text = () =>
      page.$eval('[data-part="share-text"]', ({ textContent }) => textContent ?? '');
    expect(await text()).toMatch(/Getting people to public meetings.*161 posts.*since_time/);
    expect(await page.$eval('[data-part="share"]', ({ textContent }) => textContent)).toMatch(
      /log in/,
    );
    await page.type('[data-part="published"]', 'https://westshire.example/polchat');
    await eventually(async () => /https:\/\/westshire\.example\/polchat$/.test(await text()));
    await page.click('[data-part="share-post"]');
    const x = await eventually(async () => {
      const pages = await stage.browser.browser.pages();
      return pages.find((one) => one.url().startsWith('https://x.com/'));
    });
    await x.bringToFront();
    const editor = '[data-testid="tweetTextarea_0"]';
    await until(
      x,
      `document.querySelector('${editor}')?.textContent === ${JSON.stringify(await text())}`,
    );
    await x.close();
    await page.close();
  });

  it('is not saved where the organisation says so', async () => {
    const page = await open(`?chat=polchat&start=${START}`);
    await changeSettings(stage.browser, { exports: false });
    await stage.browser.openOwn(`transcript.html?chat=polchat&start=${START}`, page);
    await page.waitForSelector('[data-part="no-exports"]');
    expect(await page.$$('[data-format]')).toHaveLength(0);
    await changeSettings(stage.browser, { exports: true });
    await page.close();
  });

  it('leaves nothing of the posts in any storage once the time they are kept for is over', async () => {
    const page = await open(`?chat=polchat&start=${START}`);
    await page.waitForSelector('[data-part="forget"]');
    expect(await everythingStored(page)).toContain('PCMoorside');
    await changeSettings(stage.browser, { keepMonths: 1 });
    await eventually(async () => !(await everythingStored(page)).includes('PCMoorside'));
    expectNothing(await everythingStored(page));
    await changeSettings(stage.browser, { keepMonths: 0 });
    await give(page, fileOf('again.json', transcript));
    await until(
      page,
      `/again\\.json/.test(document.querySelector('[data-part="notice"]').textContent)`,
    );
    await page.close();
  });

  it('leaves nothing of the posts in any storage once everything is deleted', async () => {
    const page = await open(`?chat=polchat&start=${START}`);
    await page.waitForSelector('[data-part="forget"]');
    expect(await everythingStored(page)).toContain('PCMoorside');
    await stage.browser.openOwn('transcript.html', page);
    await page.waitForSelector('.danger');
    await page.click('.danger');
    await page.click('[data-part="sure"] .danger');
    await until(page, `/Everything was deleted/.test(document.body.textContent)`);
    expectNothing(await everythingStored(page));
    expect(await notice(page)).toMatch(/deleted/);
    await page.close();
  });
});

function expectNothing(stored: string): void {
  for (const { id, author, text } of transcript.posts) {
    expect(stored).not.toContain(id);
    expect(stored).not.toContain(author.handle);
    if (text) expect(stored).not.toContain(text.slice(0, 20));
  }
}

/** All that lies in the extension's storages, as one text: IndexedDB's every store, the storage areas, the caches. */
function everythingStored(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const found: unknown[] = [];
    const wait = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    for (const { name } of await indexedDB.databases()) {
      const db = await wait(indexedDB.open(name ?? ''));
      for (const store of db.objectStoreNames) {
        const { keys, rows } = {
          keys: await wait(db.transaction(store).objectStore(store).getAllKeys()),
          rows: await wait(db.transaction(store).objectStore(store).getAll()),
        };
        found.push(name, store, keys, rows);
      }
      db.close();
    }
    const { storage } = (
      globalThis as never as {
        chrome: { storage: Record<string, { get(key: null): Promise<object> }> };
      }
    ).chrome;
    for (const area of ['local', 'session', 'sync'])
      found.push(await storage[area]?.get(null).catch(() => null));
    found.push(await caches.keys(), { ...localStorage }, { ...sessionStorage });
    return JSON.stringify(found);
  });
}
