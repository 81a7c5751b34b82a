/**
 * Decides when a followed search is loaded again and which part of it: at most every 30 seconds, less often as X allows less.
 *
 * A page holds only about twenty posts, so at a busy moment some lie between it and what was known before. Such a gap is
 * read by a search up to the post above it, in turn with the newest page, until a page reaches what was known:
 *
 *   known   …━━━━┓ after          upTo ┏━━━━━━ the page that came
 *                ┗━━━━━━  gap  ━━━━━━━━┛
 */
import { compareIds } from './merge';
import { firstIdAt } from './post';
import type { SearchPage } from './x-search';

/** A window beside, which X keeps fresh by itself while it can be seen, or a tab in the background that is loaded again. */
export type FollowWay = 'window' | 'background';

/** Posts that are newer than `after`, up to and with `upTo`, were not read yet. Ids. */
export interface Gap {
  after: string;
  upTo: string;
}

/** What X still allows of the search; `reset` in ms since 1970. */
export interface Rate {
  limit: number;
  remaining: number;
  reset: number;
}

/** The one search that is followed. Times in ms since 1970. */
export interface Following {
  way: FollowWay;
  /** Without #. */
  hashtag: string;
  tabId: number;
  /** The window that was opened for it; null for a tab in the background. */
  windowId: number | null;
  since: number;
  /** It goes on until then, and in the background until what was said by then is read. */
  end: number;
  /** The page says that it shows the search and can be seen: only there does X load new posts by itself. */
  visible: boolean;
  /** The tab in the background shows something else (X's sign-in, say): it is left alone. */
  astray: boolean;
  /** When a page of the search was read last; 0 before the first. */
  heardAt: number;
  rate: Rate | null;
  /** X refused, and is left alone until then; 0 where it did not. */
  refusedUntil: number;
  /** When it was last loaded, and which part: up to this id, or null for the newest. */
  loadedAt: number;
  asked: string | null;
  /** Loads since a page was read last. */
  unheard: number;
  /** All up to this id is read or not asked for, but for the gaps. */
  newest: string;
  /** Oldest first. */
  gaps: Gap[];
  /** X did not find the posts of some gap again. */
  lost: boolean;
}

/** The least time between two loads, ms. */
export const LOAD_EVERY = 30_000;
/** The most between two loads of a page that brings nothing, ms. */
const LOAD_SELDOM = 240_000;
/** X counts in spans of so long; how long it is left alone where it refuses and does not say until when, ms. */
const SPAN = 900_000;
/** How long after the end gaps are still read, ms. */
const LATE = 600_000;

/** A search that was opened just now; in the background it is read back to `from`, ms. */
export function startFollowing(
  opened: Pick<Following, 'way' | 'hashtag' | 'tabId' | 'windowId' | 'end'>,
  from: number,
  now: number,
): Following {
  return {
    ...opened,
    since: now,
    visible: opened.way === 'window',
    astray: false,
    heardAt: 0,
    rate: null,
    refusedUntil: 0,
    loadedAt: now,
    asked: null,
    unheard: 1,
    newest: firstIdAt(from),
    gaps: [],
    lost: false,
  };
}

/** It is loaded now: the part up to `upTo`, or the newest. */
export function noteLoad(following: Following, upTo: string | null, now: number): Following {
  return { ...following, loadedAt: now, asked: upTo, unheard: following.unheard + 1 };
}

/** When to load next, and which part. A gap is read in turn with the newest page, the newest gap first. */
export function nextLoad(following: Following): { at: number; upTo: string | null } {
  const { loadedAt, unheard, rate, refusedUntil, gaps, asked } = following;
  // The first that brings nothing may still be on its way.
  const pause = Math.min(LOAD_EVERY * 2 ** Math.max(0, unheard - 1), LOAD_SELDOM);
  let at = Math.max(loadedAt + pause, refusedUntil);
  if (rate && rate.reset > loadedAt) {
    // What remains, spread over the time until X counts anew.
    at = Math.max(at, loadedAt + (rate.reset - loadedAt) / Math.max(1, rate.remaining));
  }
  return { at, upTo: asked === null ? (gaps.at(-1)?.upTo ?? null) : null };
}

/** Whether nothing is left to do: the session is over, and what was said in it is read. */
export function isOver(following: Following, now: number): boolean {
  const { way, end, gaps, loadedAt, unheard } = following;
  if (now < end) return false;
  const isRead = loadedAt >= end && unheard === 0 && gaps.length === 0;
  return way === 'window' || isRead || now >= end + LATE;
}

/** A page of the search was read, in whichever tab; its posts are on disk. */
export function hearPage(following: Following, page: SearchPage, now: number): Following {
  if (page.status === 429) {
    const reset = following.rate?.reset ?? 0;
    return { ...following, refusedUntil: reset > now ? reset : now + SPAN };
  }
  if (page.status !== 200) return following;
  const next = { ...following, heardAt: now, unheard: 0, refusedUntil: 0 };
  // Perhaps an error: nobody who misses posts may take it for the end of them.
  if (page.oldest === null) return following.gaps.length > 0 ? following : next;
  if (page.upTo === null) return hearNewest(next, page, page.oldest);
  return hearPart(next, page.newest, page.oldest, page.upTo);
}

/** What X says that it still allows of the search, in whichever tab. */
export function hearRate(following: Following, rate: Rate | null): Following {
  return rate ? { ...following, rate } : following;
}

function hearNewest(following: Following, { newest }: SearchPage, oldest: string): Following {
  if (newest === null) return { ...following, gaps: [] };
  const gaps = following.gaps.flatMap((gap) => without(gap, oldest));
  const known = following.newest;
  if (compareIds(known, oldest) < 0) gaps.push({ after: known, upTo: before(oldest) });
  const top = compareIds(known, newest) > 0 ? known : newest;
  return { ...following, newest: top, gaps };
}

function hearPart(
  following: Following,
  newest: string | null,
  oldest: string,
  upTo: string,
): Following {
  // X that does not keep to the bound would be asked for ever.
  const isIgnored = newest !== null && compareIds(newest, upTo) > 0;
  const gaps = following.gaps.flatMap((gap) => {
    if (compareIds(gap.upTo, upTo) > 0) return [gap];
    return isIgnored ? [] : without(gap, oldest);
  });
  return { ...following, gaps, lost: following.lost || isIgnored };
}

/** What is left of a gap now that everything from `oldest` on is read. The page that reaches the post below shows that nothing is. */
function without(gap: Gap, oldest: string): Gap[] {
  if (compareIds(gap.upTo, oldest) < 0) return [gap];
  return compareIds(oldest, gap.after) <= 0 ? [] : [{ ...gap, upTo: before(oldest) }];
}

function before(id: string): string {
  return String(BigInt(id) - 1n);
}
