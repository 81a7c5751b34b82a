import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, it } from 'vitest';
import { eventually, inPanel, MINUTE, type Stage, setStage } from './stage.ts';
import { changeSettings } from './storage.ts';

let stage: Stage | undefined;
afterEach(async () => {
  await stage?.close();
  stage = undefined;
});

const DAY = 24 * 60 * MINUTE;

/** A chat of two days ago with 400 posts in its hour, which nobody here saw. */
async function setMissedChat(settings: object = {}) {
  const start = Math.floor((Date.now() - 2 * DAY) / MINUTE) * MINUTE;
  const theme = { start, end: start + 60 * MINUTE, summary: '#polchat: A missed hour' };
  const made = await setStage({
    start,
    fromMinute: 2 * 24 * 60,
    calendar: [theme],
    script: await emptied(),
    settings: { ...settings },
  });
  stage = made;
  const { director } = made.sim;
  const people = director.script.people.map(({ handle }) => handle);
  const host = director.script.hosts[0] as string;
  let question = '';
  for (let n = 0; n < 400; n += 1) {
    const createdAt = start + n * 9_000;
    const number = Math.floor(n / 80) + 1;
    const asks = n % 80 === 0;
    const by = asks ? host : (people[n % people.length] as string);
    const text = asks
      ? `Q${number}. What would you try next time, and why? #polchat`
      : n % 5 === 0
        ? `Number ${n}: we tried that too #polchat`
        : `A${number} idea number ${n} #polchat`;
    const replyTo = !asks && n % 5 === 0 ? { replyTo: question } : {};
    const [id] = director.publishMany([{ by, text, createdAt, ...replyTo }]);
    if (asks) question = id as string;
  }
  const from = start / 1000 - 600;
  const query = `#polchat since_time:${from} until_time:${start / 1000 + 5400}`;
  const served = director
    .published()
    .filter(({ author }) => !author.protected && !author.blocked)
    .map(({ id }) => id);
  return { stage: made, start, served, path: `/search?q=${encodeURIComponent(query)}&f=live` };
}

/** The weekly chat's people without its posts. */
async function emptied() {
  const { WEEKLY_CHAT } = await import('../simulator/chat-script.ts');
  return { ...WEEKLY_CHAT, posts: [] };
}

const card = (page: Page) =>
  inPanel(page, (root) => root.querySelector('[data-part="catch-up"]')?.textContent ?? '');
const press = (page: Page, part: string) =>
  inPanel(
    page,
    new Function(
      'root',
      `const b = root.querySelector('[data-part="gather-${part}"]'); if (!b || b.hidden) return false; b.click(); return true;`,
    ) as never,
  );
const read = async (page: Page) => Number(/(\d+) %/.exec(await card(page))?.[1] ?? 0);

describe('catching up', () => {
  it('tells how far the person has scrolled, and leaves the scrolling to them', async () => {
    const { stage, path } = await setMissedChat();
    const page = await stage.open(path);
    await eventually(async () => (await read(page)) > 0);
    expect(await card(page)).toMatch(/Polchat keeps what you see/);
    const action = await inPanel(page, (root) =>
      String(root.querySelector<HTMLElement>('[data-part="gather-action"]')?.hidden),
    );
    expect(action).toBe('true');
    const before = await read(page);
    const scrolled = await page.evaluate('scrollY');
    expect(scrolled).toBe(0);
    await eventually(async () => {
      await page.evaluate('scrollBy(0, innerHeight)');
      return (await read(page)) > before + 20;
    }, MINUTE);
  });

  it('gathers all that X’s search serves, through recycled cells, a rate limit and a reload', {
    timeout: 240_000,
  }, async () => {
    const { stage, path, start, served } = await setMissedChat({ searchBudget: 9 });
    await changeSettings(stage.browser, { gather: true });
    const page = await stage.open(path);
    await eventually(async () => /Scroll for me|Go on/.test(await card(page)));
    await press(page, 'action');
    await eventually(async () => /X asks to wait until/.test(await card(page)), 90_000);
    const reached = await read(page);
    expect(reached).toBeGreaterThan(15);

    // Before the reload: X's page asks at once.
    stage.sim.set({ searchBudget: 50 });
    stage.sim.resetBudgets();
    await page.reload();
    await eventually(async () => (await read(page)) >= reached);
    await press(page, 'action');
    let said = '';
    await eventually(async () => {
      said = await card(page).catch(() => said);
      return /X has shown all of it/.test(said);
    }, 150_000).catch(() => expect(said).toMatch(/X has shown all of it/));
    const transcript = await eventually(async () => {
      const pages = await stage.browser.browser.pages();
      return pages.find((one) => one.url().includes('/transcript.html'));
    });
    expect(new URL(transcript.url()).searchParams.get('start')).toBe(String(start));
    await transcript.waitForFunction(
      (most) => document.querySelectorAll('article').length >= most,
      {},
      served.length - 5,
    );
    const shown = await transcript.$$eval('article, .asked', (all) =>
      all.map(({ id }) => id.slice(1)),
    );
    expect(served.filter((id) => !shown.includes(id))).toEqual([]);
    expect(new Set(shown).size).toBe(shown.length);
    expect(await transcript.$$('[data-part="gaps"]')).toHaveLength(0);
    const threads = await transcript.$$eval('main > section', (all) =>
      all.map(({ dataset }) => dataset.question),
    );
    expect(threads).toEqual(expect.arrayContaining(['Q1', 'Q2', 'Q3', 'Q4', 'Q5']));
    expect(stage.sim.received.writes).toEqual([]);
  });

  it('opens the transcript from the card', async () => {
    const { stage, path } = await setMissedChat();
    const page = await stage.open(path);
    await eventually(async () => (await read(page)) > 0);
    await press(page, 'transcript');
    await eventually(async () => {
      const targets = stage.browser.browser.targets().map((one) => one.url());
      return targets.some((url) => url.includes('/transcript.html?chat=polchat&start='));
    });
  });
});
