import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inPanel, LIVE, panelShown, type Stage, setStage } from './stage.ts';

/** Where a post stands in the panel. */
function placeOf(page: Page, id: string) {
  return inPanel(
    page,
    `(root) => {
    const article = root.querySelector('article[data-post-id="${id}"]');
    return article && { ...article.dataset };
  }` as never,
  ) as Promise<Record<string, string>>;
}

describe('a live chat on x.com', () => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await setStage({ fromMinute: 7, settings: { pollMs: 200, autoShow: true } });
    page = await stage.open(LIVE);
    await panelShown(page);
  });
  afterAll(() => stage?.close());

  it('opens by itself and shows theme and clock of the calendar', async () => {
    const shown = await inPanel(page, (root) => ({
      label: root.querySelector('aside')?.getAttribute('aria-label'),
      theme: root.querySelector('[data-part="theme"]')?.textContent,
      state: root.querySelector<HTMLElement>('[data-part="clock"]')?.dataset.state,
      clock: root.querySelector('[data-part="clock"]')?.textContent,
    }));
    expect(shown.label).toBe('#polchat');
    expect(shown.theme).toContain('Getting people to public meetings');
    expect(shown.state).toBe('live');
    expect(shown.clock).toMatch(/5[0-3]:\d\d left · ends \d\d:\d\d/);
  });

  it('ticks every second', async () => {
    const read = (root: ShadowRoot) => root.querySelector('[data-part="clock"]')?.textContent;
    const first = await inPanel(page, read);
    await inPanel(
      page,
      `(root) => root.querySelector('[data-part="clock"]').textContent !== ${JSON.stringify(first)}` as never,
      // Only a machine that stands still takes so long for a second.
      10_000,
    );
  });

  it("shows a host's question and its answers by reply, quote and label under it, within a second", async () => {
    const { director } = stage.sim;
    const host = director.script.hosts[0] as string;
    const [anna, ben, cat] = director.script.people
      .map(({ handle }) => handle)
      .filter((handle) => handle !== host);
    const took: number[] = [];
    const say = async (post: Parameters<typeof director.publish>[0]) => {
      const id = director.publish(post);
      // X's own page polls; the second counts from when X has it.
      await page.waitForFunction(
        (id: string) => [...document.querySelectorAll(`a[href*="/status/${id}"]`)].length > 0,
        { polling: 25 },
        id,
      );
      const seen = Date.now();
      const place = await placeOf(page, id);
      took.push(Date.now() - seen);
      return { id, place };
    };
    const question = await say({
      by: host,
      text: 'Q7 What would you ask a neighbour first? #polchat',
    });
    const byReply = await say({
      by: anna as string,
      text: 'How long they have lived there #polchat',
      replyTo: question.id,
    });
    const byQuote = await say({
      by: ben as string,
      text: 'Whether the bins went out #polchat',
      quoteOf: question.id,
    });
    const byLabel = await say({
      by: cat as string,
      text: 'A7 If they need a lift to the hall #polchat',
    });
    expect(question.place.question).toBe('Q7');
    expect(byReply.place).toMatchObject({ question: 'Q7', parent: question.id, link: 'reply' });
    expect(byQuote.place).toMatchObject({ question: 'Q7', parent: question.id, link: 'quote' });
    expect(byLabel.place).toMatchObject({ question: 'Q7', link: 'label' });
    // A busy machine stands still at times: not for half of them.
    expect(took.sort((a, b) => a - b)[1]).toBeLessThan(1_000);
    const rail = await inPanel(page, (root) =>
      [...root.querySelectorAll('[data-part="questions"] button')].map(
        (button) => button.textContent,
      ),
    );
    expect(rail.join(' ')).toContain('Q7');
  });

  it('keeps what it read for a tab that opens later, on another page of X', async () => {
    const { director } = stage.sim;
    const id = director.publish({
      by: director.script.hosts[0] as string,
      text: 'Nothing but the kettle on #polchat',
    });
    await placeOf(page, id);
    const other = await stage.open('/notifications');
    await panelShown(other);
    expect(await placeOf(other, id)).toMatchObject({ postId: id });
    await other.close();
  });

  it('drops what has nothing to do with the chat', async () => {
    const home = await stage.open('/home');
    await home.waitForSelector('article');
    const { director } = stage.sim;
    const shown = await inPanel(home, (root) => {
      const posts = [...root.querySelectorAll<HTMLElement>('article[data-post-id]')];
      return posts.length > 3 ? posts.map(({ dataset }) => dataset.postId ?? '') : null;
    });
    // A reply in the chat may lack the hashtag.
    const chat = new Set(director.published().map(({ id }) => id));
    const others = shown.filter(
      (id) => !chat.has(id) && !/#polchat/i.test(director.find(id)?.text ?? ''),
    );
    expect(others).toEqual([]);
    await home.close();
  });
});

describe.each(['A', 'B'] as const)('author layout %s', (layout) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage({ fromMinute: 7, layout });
  });
  afterAll(() => stage?.close());

  it('is read with names and handles', async () => {
    const page = await stage.open(LIVE);
    await panelShown(page);
    const host = stage.sim.director.script.hosts[0] as string;
    await inPanel(
      page,
      `(root) => [...root.querySelectorAll('article')].some(({ textContent }) => textContent.includes('@${host}'))` as never,
    );
  });
});
