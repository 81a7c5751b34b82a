/** The search that is followed: opened when the person asks, loaded again by an alarm where it is in the background, ended with the session. */
import { browser } from '#imports';
import {
  type Following,
  type FollowWay,
  hearPage,
  hearRate,
  isOver,
  LOAD_EVERY,
  nextLoad,
  noteLoad,
  startFollowing,
} from '@/stores/core/follow';
import { isSearchOf, searchPath } from '@/stores/core/x-search';
import type { Bounds, Handlers, Protocol } from '@/stores/messages';
import { readSaved, writeSaved } from '@/stores/saved';

const FOLLOW_ALARM = 'follow the live search';

/** The small window's width, px: X's narrowest layout with its posts whole. */
const WIDTH = 440;
/** Alarms are taken for due so many ms early: a browser may round. */
const SLACK = 500;

type Sender = { tab?: { id?: number | undefined } | undefined };

/** What pages ask and tell of it. */
export const followHandlers: Handlers<Sender> = {
  followLive,
  stopFollowing,
  showFollowed,
  searchHeard: (heard, sender) => searchHeard(heard, sender.tab?.id),
  sightChanged: ({ visible }, sender) => sightChanged(visible, sender.tab?.id),
};

/** Listens for what happens to it, and takes up what was followed when the background was last stopped. */
export function startFollower(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === FOLLOW_ALARM) lookAfter().catch(() => {});
  });
  browser.tabs.onRemoved.addListener((tabId) => void tabClosed(tabId).catch(() => {}));
  browser.storage.onChanged.addListener((changes, area) => {
    // The person, or their organisation, may have switched off what runs.
    if (area === 'local' && changes.settings) lookAfter().catch(() => {});
  });
  // An update takes alarms away.
  lookAfter().catch(() => {});
}

const local = browser.storage.local;
let last: Promise<unknown> = Promise.resolve();

/** One after the other: each reads what is followed and writes it again. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = last.then(work, work);
  last = done.catch(() => {});
  return done;
}

/** What is followed in this run of the browser; a tab's number from the run before may be anybody's. */
async function read(): Promise<Following | null> {
  const { following } = await readSaved(local, ['following']);
  if (following === null) return null;
  const { isFollowing } = await browser.storage.session.get('isFollowing');
  if (isFollowing) return following;
  await write(null);
  return null;
}

async function write(following: Following | null): Promise<void> {
  await browser.storage.session.set({ isFollowing: following !== null });
  await writeSaved(local, 'following', following);
  if (following === null) await browser.alarms.clear(FOLLOW_ALARM);
  else await plan(following);
}

/** The alarm goes on every 30 seconds by itself, should the background die before it has set the next. */
async function plan(following: Following): Promise<void> {
  const { way, end } = following;
  const when = way === 'window' ? end : nextLoad(following).at;
  // One that is due and left alone is looked at again after the usual time.
  const now = Date.now();
  await browser.alarms.create(FOLLOW_ALARM, {
    when: when > now ? when : now + LOAD_EVERY,
    periodInMinutes: 0.5,
  });
}

/** Opens the search, in place of one that is followed already. */
function followLive({
  way,
  hashtag,
  from,
  end,
  around,
}: Protocol['followLive']['takes']): Promise<null> {
  return inTurn(async () => {
    if (!(await isAllowed(way))) throw new Error('switched off');
    await leave(await read());
    const url = `https://x.com${searchPath(hashtag)}`;
    const opened = await (way === 'window' ? openWindow(url, around) : openTab(url));
    await write(startFollowing({ way, hashtag, end, ...opened }, from, Date.now()));
    return null;
  });
}

function stopFollowing(): Promise<null> {
  return inTurn(async () => {
    await leave(await read());
    return null;
  });
}

function showFollowed(): Promise<null> {
  return inTurn(async () => {
    const following = await read();
    if (following === null) return null;
    const tab = await browser.tabs.update(following.tabId, { active: true });
    if (tab?.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
    return null;
  });
}

/** X answered a search in some tab, and what it said is on disk. */
function searchHeard(
  { status, page, rate }: Protocol['searchHeard']['takes'],
  tabId: number | undefined,
): Promise<null> {
  return inTurn(async () => {
    const following = await read();
    if (following === null) return null;
    let next = hearRate(following, rate);
    const isHeard = status === 200 && page?.oldest !== null;
    if (tabId === following.tabId && isHeard) next = { ...next, heardAt: Date.now() };
    if (page) next = hearPage(next, page, Date.now());
    await write(next);
    return null;
  });
}

/** A page says whether it can be seen; answers whether it is the one that is followed. */
function sightChanged(visible: boolean, tabId: number | undefined): Promise<boolean> {
  return inTurn(async () => {
    const following = await read();
    if (following === null || tabId !== following.tabId) return false;
    if (visible !== following.visible) await write({ ...following, visible });
    return true;
  });
}

/** The alarm: loads what is due, ends what is over. */
function lookAfter(): Promise<void> {
  return inTurn(async () => {
    const following = await read();
    if (following === null) return;
    const now = Date.now();
    const tab = await browser.tabs.get(following.tabId).catch(() => undefined);
    if (tab === undefined) return write(null);
    if (isOver(following, now) || !(await isAllowed(following.way))) return leave(following);
    const astray = !isSearchOf(following.hashtag, tab.url ?? 'about:blank');
    if (astray !== following.astray) await write({ ...following, astray });
    const { at, upTo } = nextLoad(following);
    // X keeps what can be seen fresh by itself; what the person, or X, put there instead stays.
    const isLeft = following.way === 'window' || following.visible || astray;
    if (isLeft || at > now + SLACK) return plan(following);
    await write(noteLoad({ ...following, astray }, upTo, now));
    await load(following, upTo);
  });
}

/** What acts on X by itself is only done where the settings say so. */
async function isAllowed(way: FollowWay): Promise<boolean> {
  const { settings } = await readSaved(local, ['settings']);
  return way === 'window' || settings.follow.background;
}

/** The person closed a tab. */
function tabClosed(tabId: number): Promise<void> {
  return inTurn(async () => {
    const following = await read();
    if (following?.tabId === tabId) await write(null);
  });
}

/** Loads the page anew, where it stands; never brings it forward. */
async function load({ tabId, asked, hashtag }: Following, upTo: string | null): Promise<void> {
  if (upTo === asked) await browser.tabs.reload(tabId);
  else await browser.tabs.update(tabId, { url: `https://x.com${searchPath(hashtag, upTo)}` });
}

/** Follows no longer; what was opened for it is closed, unless the person is looking at it. */
async function leave(following: Following | null): Promise<void> {
  if (following === null) return;
  await write(null);
  const { tabId, way } = following;
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  if (tab === undefined) return;
  const { focused } = await browser.windows.get(tab.windowId);
  if (way === 'background' ? !tab.active : !focused) await browser.tabs.remove(tabId);
}

async function openTab(url: string) {
  const { id } = await browser.tabs.create({ url, active: false });
  if (id === undefined) throw new Error('no tab');
  // Chrome throws tabs in the background away to save memory.
  if (import.meta.env.CHROME) await browser.tabs.update(id, { autoDiscardable: false });
  return { tabId: id, windowId: null };
}

async function openWindow(url: string, around: Bounds) {
  const window = await browser.windows.create({ url, type: 'popup', ...besides(around) });
  const tabId = window?.tabs?.[0]?.id;
  if (window?.id === undefined || tabId === undefined) throw new Error('no window');
  return { tabId, windowId: window.id };
}

/** Right of the window, else left of it, else at the screen's left edge: the panel is on the right. */
function besides({ left, top, width, height, screen }: Bounds) {
  const right = left + width;
  const fitsRight = right + WIDTH <= screen.left + screen.width;
  const place = fitsRight ? right : Math.max(screen.left, left - WIDTH);
  return {
    left: Math.round(place),
    top: Math.round(Math.max(screen.top, top)),
    width: WIDTH,
    height: Math.round(Math.min(height, screen.height)),
  };
}
