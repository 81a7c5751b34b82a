/** Following live, for tests and the soak: presses the panel's buttons, has the director talk, and counts what arrives in an untouched tab. */
import type { Page } from 'puppeteer-core';
import { eventually, inPanel, panelShown, type Stage, setStage, until } from './stage.ts';

export type Way = 'window' | 'background';

/** A chat that is live, X's own limit of searches, and hidden pages slowed down as for people. */
export function stageFollowing(settings = {}): Promise<Stage> {
  return setStage({
    fromMinute: 5,
    throttled: true,
    settings: { searchBudget: 50, ...settings },
  });
}

/** When X's search was loaded, without what its page asked for afterwards; ms. */
export function loadsOf({ sim }: Stage): number[] {
  return sim.received.requests
    .filter(({ operation, variables }) => operation === 'SearchTimeline' && !variables?.cursor)
    .map(({ at }) => at);
}

/** Presses a button of "Follow live" in this tab's panel; the background way is allowed first. */
export async function followLive(page: Page, way: Way | 'here' | 'stop'): Promise<void> {
  await openFollowLive(page);
  if (way === 'background') {
    await press(page, '[data-way="allow"]:not(:checked)', '[data-way="allow"]:checked');
  }
  await press(page, `[data-part="follow"] [data-way="${way}"]:not([disabled])`);
}

/** Opens the screen with the three ways. */
export async function openFollowLive(page: Page): Promise<void> {
  await panelShown(page);
  await inPanel(page, (root) => {
    if (root.querySelector('[data-part="follow"]')) return true;
    root.querySelector<HTMLElement>('.menu-place > button[aria-expanded="false"]')?.click();
    const items = [...root.querySelectorAll<HTMLElement>('.menu button')];
    items.find(({ textContent }) => textContent === 'Follow live')?.click();
    return false;
  });
}

/** Presses what `selector` finds, unless `done` is there already. */
async function press(page: Page, selector: string, done = ':not(*)'): Promise<void> {
  await inPanel(
    page,
    `(root) => {
      if (root.querySelector('${done}')) return true;
      const button = root.querySelector('${selector}');
      button?.click();
      return button !== null;
    }` as never,
  );
}

/** The page that is followed, once X's search is there. */
export function followedPage({ browser }: Stage): Promise<Page> {
  return eventually(async () => {
    const pages = await browser.browser.pages();
    return pages.find((page) => page.url().includes('/search?q=%23polchat'));
  });
}

/** What the panel says of how following goes; '' where it has nothing to say. */
export async function statusOf(page: Page): Promise<string> {
  const [said = ''] = await inPanel(page, (root) => [
    root.querySelector('[data-part="status"]')?.textContent ?? '',
  ]);
  return said;
}

/** Says `counts[n]` posts in the n-th minute, evenly; gives their ids. Resolves when all are said. */
export async function talk(
  stage: Stage,
  counts: readonly number[],
  minute = 60_000,
): Promise<string[]> {
  const { director } = stage.sim;
  // X's search shows the others only, and home not these.
  const people = director.script.people
    .filter((one) => !one.protected && !one.blocked && !one.muted && !one.followed)
    .map(({ handle }) => handle);
  const begun = Date.now();
  const moments = counts.flatMap((count, n) =>
    Array.from({ length: count }, (_, at) => begun + (n + at / count) * minute),
  );
  const ids: string[] = [];
  for (const [n, moment] of moments.entries()) {
    await new Promise((done) => setTimeout(done, Math.max(0, moment - Date.now())));
    const by = people[n % people.length] as string;
    ids.push(director.publish({ by, text: `Thought ${n} on what keeps people away #polchat` }));
  }
  return ids;
}

/** Waits until the panel has all that was said, and gives the ids that it lacks even then. */
export async function missingIn(
  page: Page,
  ids: readonly string[],
  wait: number,
): Promise<string[]> {
  const lacking = async () => {
    const have = new Set(await allPosts(page));
    return ids.filter((id) => !have.has(id));
  };
  await eventually(async () => (await lacking()).length === 0, wait).catch(() => {});
  return lacking();
}

/** Ids of all posts in the panel: its list is walked from end to end, for it draws only what is in sight. */
export async function allPosts(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const root = document.querySelector('polchat-panel')?.shadowRoot;
    const list = root?.querySelector<HTMLElement>('.scroller');
    if (!root || !list) return [];
    // Not the open question alone.
    const groups = root.querySelectorAll<HTMLElement>('[data-part="questions"] button');
    groups.item(groups.length - 1)?.click();
    const ids = new Set<string>();
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    for (let top = 0; top <= list.scrollHeight; top += list.clientHeight / 2) {
      list.scrollTop = top;
      await frame();
      await frame();
      for (const { dataset } of root.querySelectorAll<HTMLElement>('article[data-post-id]')) {
        if (dataset.postId) ids.add(dataset.postId);
      }
    }
    return [...ids];
  });
}

/** Whether the page is hidden for real. */
export function isHidden(page: Page): Promise<unknown> {
  return until(page, "document.visibilityState === 'hidden'");
}
