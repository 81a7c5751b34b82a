/** X's tabs: finding them, telling them, putting scripts into them. */
import { browser } from '#imports';
import { type MessageName, type Protocol, sendMessage } from '@/stores/messages';
import type { PageScript } from '@/stores/page-scripts';

type ScriptFile = `/${PageScript | 'composer'}.js`;

/** Every page the content script runs on. */
export const X_PAGES = [
  'https://x.com/*',
  'https://twitter.com/*',
  'https://mobile.x.com/*',
  'https://mobile.twitter.com/*',
];

/** A frozen tab answers when it is thawed, which nobody can wait for, ms. */
const PATIENCE = 1_000;

/** Tells every X tab but `except`, and waits for them a second at most; tabs that do not listen (opened before the installation) are passed over. Never rejects. */
export async function tellTabs<N extends MessageName>(
  name: N,
  body: Protocol[N]['takes'],
  except?: number,
): Promise<void> {
  const others = (await xTabs()).filter((id) => id !== except);
  const told = Promise.allSettled(others.map((id) => tellTab(id, name, body)));
  if (others.length > 0) await Promise.race([told, enough()]);
}

/**
 * Has the X tab `asking` told what the others hold by protected accounts, as each of them answers. It goes from memory to memory:
 * nothing of it is kept here. Nothing is handed to any other page. Never rejects.
 */
export async function handOver(
  body: Protocol['closedPosts']['takes'],
  asking: number | undefined,
): Promise<void> {
  const tabs = await xTabs();
  if (asking === undefined || !tabs.includes(asking)) return;
  const { hashtag } = body;
  const others = tabs.filter((id) => id !== asking);
  const handed = others.map(async (id) => {
    const posts = await tellTab(id, 'closedPosts', body);
    if (posts.length > 0) await tellTab(asking, 'postsKept', { hashtag, posts });
  });
  await Promise.allSettled(handed);
}

async function xTabs(): Promise<number[]> {
  const tabs = await browser.tabs.query({ url: X_PAGES }).catch(() => []);
  return tabs.flatMap(({ id }) => id ?? []);
}

function tellTab<N extends MessageName>(id: number, name: N, body: Protocol[N]['takes']) {
  return sendMessage((message: unknown) => browser.tabs.sendMessage(id, message), name, body);
}

/**
 * Puts a script of the package into the top frame of a tab, where the document is named into that one alone: another page may stand there by now,
 * or it is loaded ahead of being shown. Firefox names none before 153.
 */
export async function inject(
  target: { tabId: number; documentIds?: string[] },
  file: ScriptFile,
  world: 'ISOLATED' | 'MAIN' = 'ISOLATED',
): Promise<void> {
  await browser.scripting.executeScript({
    target,
    files: [file],
    world,
    // What X answers waits for this one, and need not wait for all of X's page too.
    injectImmediately: file === '/feeds.js',
  });
}

/** Brings an X tab forward with the panel open on this chat: the one last used, or a new one. */
export async function showX(hashtag: string): Promise<void> {
  const tabs = await browser.tabs.query({ url: X_PAGES });
  tabs.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
  for (const { id, windowId } of tabs) {
    if (id === undefined || !(await opens(id, hashtag))) continue;
    await browser.tabs.update(id, { active: true });
    if (windowId !== undefined) await browser.windows.update(windowId, { focused: true });
    return;
  }
  await browser.tabs.create({ url: 'https://x.com/home' });
}

/** Whether Polchat is in that tab. One that does not answer in time is frozen, and hears of it once it is brought forward. */
async function opens(id: number, hashtag: string): Promise<boolean> {
  const answered = tellTab(id, 'openPanel', { hashtag }).then(
    () => true,
    () => false,
  );
  return Promise.race([answered, enough().then(() => true)]);
}

function enough(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, PATIENCE));
}
