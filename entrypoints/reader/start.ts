/** Watches X's page for posts that no response brought, and describes what could not be read. */
import { browser } from '#imports';
import { readDomPosts } from '@/entrypoints/x.content/page/read-posts';
import type { Bridge } from '@/stores/bridge';
import { describeKey, describeText } from '@/stores/core/report';
import { readSight, type Say } from './sight';

/** X draws in bursts: one look for all that comes within so many ms. */
const GATHER_MS = 500;
/** Ids of read posts that are remembered, so that none is read twice. */
const REMEMBERED = 5_000;

/** Reads what the page shows from now on, while it can be seen or is followed. */
export function startReader(bridge: Bridge): void {
  // What could not be read, each of them remembers.
  const { feed, signal } = bridge;
  // Asked for once a look: a chat's clock comes with it, which is not free.
  let feeds = [feed];
  const isKnown = (id: string) => feeds.some((each) => each.get(id)?.truncated === false);
  const seen = new Set<string>();
  const shapes = new Map<string, string>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const isRead = (id: string) => seen.has(id) || isKnown(id);
  const isLooking = () =>
    !signal.aborted && (document.visibilityState === 'visible' || bridge.followed());
  const look = () => {
    timer = undefined;
    if (!isLooking()) return;
    feeds = bridge.chats().map((chat) => chat.feed);
    const { posts, skipped, odd } = readDomPosts(document, Date.now(), isRead);
    if (seen.size > REMEMBERED) seen.clear();
    // One that is cut may be shown whole later.
    for (const post of posts) if (!post.truncated) seen.add(post.id);
    if (odd && !shapes.has('page')) shapes.set('page', describeElement(odd));
    for (const each of feeds) each.see(posts, skipped.unreadable);
    bridge.pageRead?.();
  };
  const plan = () => {
    if (timer === undefined) timer = setTimeout(look, GATHER_MS);
  };
  const observer = new MutationObserver(plan);
  observer.observe(document.body, {
    subtree: true,
    childList: true,
    characterData: true,
    // X uses its cells again for other posts.
    attributeFilter: ['href'],
  });
  signal.addEventListener('abort', () => observer.disconnect());
  document.addEventListener('visibilitychange', plan, { signal });
  // Where it is not seen it is read from the moment it is known to be followed.
  let isFollowed = bridge.followed();
  bridge.onChange(() => {
    if (isFollowed || !bridge.followed()) return;
    isFollowed = true;
    look();
  });

  feed.onUnread(() => {
    for (const { operation, text } of feed.takeUnread()) {
      const name = operation.split('/').map(describeKey).join('/');
      if (!shapes.has(name)) shapes.set(name, describeText(text));
    }
    bridge.notify(bridge.notice);
  });
  bridge.sight = () => {
    const lines = [...shapes].map(([name, shape]) => `${name}: ${shape}`);
    const report = lines.length > 0 ? [VERSIONS, ...lines].join('\n') : '';
    return readSight(bridge, report, say);
  };
  look();
}

/** Asked at once: a script that outlived its extension gets no answer. */
const VERSIONS = `Polchat ${browser.runtime.getManifest().version}\n${navigator.userAgent}`;

const say: Say = (key, ...values) => browser.i18n.getMessage(key, values);

/** The parts of a post on the page that could not be read, by their test ids. */
function describeElement(article: Element): string {
  const parts = [...article.querySelectorAll<HTMLElement>('[data-testid]')];
  return parts
    .slice(0, 60)
    .map(({ dataset }) => describeKey(dataset.testid ?? ''))
    .join(' ');
}
