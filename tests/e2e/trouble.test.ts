import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { stopBackground } from './killing.ts';
import {
  eventually,
  IS_FIREFOX,
  inPanel,
  LIVE,
  panelShown,
  postCount,
  type Stage,
  setStage,
  workerOf,
} from './stage.ts';

let stage: Stage | undefined;
afterEach(async () => {
  await stage?.close();
  stage = undefined;
});
afterAll(() => stage?.close());

function status(page: Page, words: RegExp): Promise<unknown> {
  return inPanel(
    page,
    `(root) => ${words}.test(root.querySelector('[data-part="status"]')?.textContent ?? '')` as never,
  );
}

function errorsOf(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  return errors;
}

describe('when things go wrong', () => {
  it.each(['html', 'half'] as const)(
    'an answer of X that is %s is said and loses nothing',
    async (failing) => {
      stage = await setStage({ fromMinute: 12, settings: { pollMs: 200, autoShow: true } });
      const page = await stage.open(LIVE);
      await panelShown(page);
      await inPanel(page, (root) => root.querySelectorAll('article[data-post-id]').length > 3);
      const before = await postCount(page);
      const { director } = stage.sim;
      const host = director.script.hosts[0] as string;
      stage.sim.set({ failing });
      director.publishMany([1, 2].map((n) => ({ by: host, text: `Lost thought ${n} #polchat` })));
      await status(page, /could not be read/i);
      stage.sim.set({ failing: 'none' });
      const id = director.publish({ by: host, text: 'Still with us? #polchat' });
      await inPanel(
        page,
        `(root) => root.querySelector('article[data-post-id="${id}"]') !== null` as never,
      );
      expect(await postCount(page)).toBeGreaterThan(before);
    },
  );

  it('X’s refusal is said', async () => {
    stage = await setStage({ fromMinute: 12, settings: { pollMs: 300 } });
    const page = await stage.open(LIVE);
    await panelShown(page);
    stage.sim.set({ failing: '429' });
    await status(page, /slow down|429/i);
  });

  it('a calendar that cannot be read is said, and X and the reading go on', async () => {
    stage = await setStage({
      fromMinute: 12,
      calendar: 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:tomorrow',
    });
    const page = await stage.open(LIVE);
    await inPanel(page, (root) => {
      const tab = root.querySelector<HTMLElement>('.edge-tab');
      tab?.click();
      return tab !== null;
    });
    await panelShown(page);
    await status(page, /calendar/i);
    await inPanel(page, (root) => root.querySelectorAll('article[data-post-id]').length > 3);
    await inPanel(
      page,
      (root) => root.querySelector('[data-part="clock"][data-state="none"]') !== null,
    );
  });

  it('a background that is stopped loses no post that was read', async () => {
    stage = await setStage({ fromMinute: 5, settings: { pollMs: 200, autoShow: true } });
    const { director } = stage.sim;
    const page = await stage.open(LIVE);
    const errors = errorsOf(page);
    await panelShown(page);
    const host = director.script.hosts[0] as string;
    const ids: string[] = [];
    for (let round = 0; round < 3; round++) {
      ids.push(
        ...director.publishMany(
          [1, 2, 3].map((n) => ({ by: host, text: `Round ${round}, thought ${n} #polchat` })),
        ),
      );
      await stopBackground(stage.browser);
      await inPanel(
        page,
        `(root) => root.querySelector('article[data-post-id="${ids.at(-1)}"]') !== null` as never,
      );
    }
    const reader = await stage.open('/notifications');
    await panelShown(reader);
    for (const id of ids) {
      await inPanel(reader, `(root) => [...root.querySelectorAll('article')].length > 0` as never);
      await eventually(async () => (await known(reader)).includes(id));
    }
    expect(errors).toEqual([]);
  });

  it.runIf(!IS_FIREFOX)('a full storage is said, and the posts stay in the tab', async () => {
    stage = await setStage({ fromMinute: 12, settings: { pollMs: 200, autoShow: true } });
    const worker = await workerOf(stage);
    await worker.evaluate(() => {
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = function (...args: Parameters<typeof put>) {
        if ((globalThis as { full?: boolean }).full === false) return put.apply(this, args);
        throw new DOMException('The storage is full', 'QuotaExceededError');
      };
    });
    const page = await stage.open(LIVE);
    await panelShown(page);
    await status(page, /storage is full/i);
    await inPanel(page, (root) => root.querySelectorAll('article[data-post-id]').length > 3);
    await worker.evaluate(() => {
      (globalThis as { full?: boolean }).full = false;
    });
    await inPanel(
      page,
      (root) =>
        !/storage is full/i.test(root.querySelector('[data-part="status"]')?.textContent ?? ''),
      45_000,
    );
  });
});

/** Ids of the posts the panel has, wherever it is scrolled to. */
function known(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.querySelector('polchat-panel')?.shadowRoot;
    return [...(root?.querySelectorAll<HTMLElement>('article[data-post-id]') ?? [])].map(
      ({ dataset }) => dataset.postId ?? '',
    );
  });
}
