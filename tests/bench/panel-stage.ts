/** The stage of the panel's benches: a chat of any size in the archive, and clocks that run in the page itself. */
import { resolve } from 'node:path';
import type { browser } from '@wxt-dev/browser';
import { build } from 'esbuild';
import type { Page } from 'puppeteer-core';
import type { Post } from '../../stores/core/post.ts';
import { MINUTE, type Stage, setStage } from '../e2e/stage.ts';

/** In the extension's own pages. */
declare const chrome: typeof browser;

/** The invented hour stands so many minutes in: its posts lie behind, and what is said now comes at the end. */
export const MINUTES = 50;
/** One message's share. */
const BATCH = 500;
/** A page of X that loads no post of the chat. */
export const QUIET = '/notifications';

/** The simulated X with the extension, and so many invented posts of the running hour in the archive. */
export async function setPanelStage(
  posts: number,
  options: Parameters<typeof setStage>[0] = {},
): Promise<Stage> {
  const stage = await setStage({ fromMinute: MINUTES, ...options });
  if (posts > 0) await seed(stage, posts);
  return stage;
}

/** Puts an invented hour into the archive, by the extension's own message. */
export async function seed(stage: Pick<Stage, 'browser' | 'start'>, total: number): Promise<void> {
  const posts = await hourOf(total, stage.start);
  await inExtension(stage, async (page) => {
    for (let at = 0; at < posts.length; at += BATCH) {
      const message = { hashtag: 'polchat', posts: posts.slice(at, at + BATCH) };
      const { gives } = await page.evaluate(
        (body) => chrome.runtime.sendMessage({ name: 'keepPosts', body }),
        message,
      );
      if (gives?.kept === undefined) throw new Error('The archive did not take the posts.');
    }
  });
}

/** Forgets whether the panel was opened or closed. */
export function forgetChoices(stage: Stage): Promise<void> {
  return inExtension(stage, (page) => page.evaluate(() => chrome.storage.local.remove('panel')));
}

async function inExtension(
  stage: Pick<Stage, 'browser'>,
  work: (page: Page) => Promise<unknown>,
): Promise<void> {
  const { browser } = stage;
  const page = await browser.openOwn('popup.html');
  await work(page);
  await page.close();
}

/** The invented hour, moved to the session that began at `start` and squeezed into what has passed of it. */
async function hourOf(total: number, start: number): Promise<Post[]> {
  // Bundled in memory: the fixture's own imports are written for tools that know our paths.
  const { outputFiles } = await build({
    entryPoints: [resolve(import.meta.dirname, '../fixtures/chat.ts')],
    bundle: true,
    write: false,
    format: 'esm',
  });
  const code = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64');
  const { inventedChat } = await import(`data:text/javascript;base64,${code}`);
  const posts = inventedChat(total) as Post[];
  const first = posts[0]?.createdAt ?? 0;
  return posts.map((post) => {
    const createdAt = Math.round(start + ((post.createdAt - first) * MINUTES) / 61);
    return { ...post, createdAt, observedAt: start + MINUTES * MINUTE };
  });
}

/** Runs `read` on the panel's shadow root, in the page. */
export function readPanel<T>(page: Page, read: (root: ShadowRoot) => T): Promise<T> {
  return page.evaluate(
    `(${read})(document.querySelector('polchat-panel').shadowRoot)`,
  ) as Promise<T>;
}

/** Presses the edge tab; gives ms from the press to the frame in which the first post is drawn. */
export function openPanel(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((done) => {
        const root = document.querySelector('polchat-panel')?.shadowRoot as ShadowRoot;
        const started = performance.now();
        const look = () => {
          if (!root.querySelector('article[data-post-id]')) return;
          watch.disconnect();
          // The frame that begins after the one with the post in it: it was painted by then.
          requestAnimationFrame(() =>
            requestAnimationFrame(() => done(performance.now() - started)),
          );
        };
        const watch = new MutationObserver(look);
        watch.observe(root, { childList: true, subtree: true });
        root.querySelector<HTMLElement>('.edge-tab')?.click();
        look();
      }),
  );
}
