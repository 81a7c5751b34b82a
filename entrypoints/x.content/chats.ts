/** The chats that are followed, with the feed and the clock of each, and which of them is shown. */
import type { Followed } from '@/stores/bridge';
import { createOffset } from '@/stores/core/clock-offset';
import { pickChat } from '@/stores/core/followed';
import { isSession, nextBoundary, readClock } from '@/stores/core/schedule';
import type { Captured } from '@/stores/core/wire';
import type { Feed } from '@/stores/feed';
import { type SavedStore, scheduleOf } from '@/stores/saved';
import type { ContentScriptContext } from './context';
import { createFeeds, type FeedsDeps } from './feeds';

/** From so long before a session to so long after it the hashtag is put in for whoever joined, ms. */
const TAKING_PART = { before: 600_000, after: 900_000 };

export type Chats = ReturnType<typeof createChats>;

/** A chat that is followed; its feed is made with the first that there is to read. */
export interface Chatting extends Omit<Followed, 'feed'> {
  feed: Feed | undefined;
}

/** Follows what the settings say, now and later. */
export function createChats(
  ctx: ContentScriptContext,
  saved: SavedStore,
  deps: Omit<FeedsDeps, 'isValid'>,
) {
  const feeds = createFeeds({ isValid: () => ctx.isValid, ...deps });
  const offsetOf = createOffset();
  let offset = 0;
  let shown = '';
  /** The person chose the one shown. */
  let chosen = false;

  const settle = () => feeds.follow(saved.get('settings').chats);
  settle();
  const now = () => Date.now() + offset;
  const [all, renew] = createMoment(() => readChats(saved, feeds.get, now()));
  // Before anyone else hears of it.
  saved.onChange((keys) => {
    renew();
    if (keys.includes('settings')) settle();
  });
  const find = (tag: string) => all().find((one) => one.tag === tag);
  /** The one shown. */
  const current = () => find(shown) ?? (all()[0] as Chatting);
  /** The first that is so, the one shown before others. */
  const first = (is: (one: Chatting) => boolean) =>
    (ctx.isValid && [current(), ...all()].find(is)) || null;
  /** The chat that was joined and whose time is near. */
  const inside = () => first(({ joined, near }) => joined && near);
  /** The chat whose hashtag is to be put into X's composers by the person's rule. */
  const taking = () => {
    const { prefill } = saved.get('settings');
    if (prefill === 'live') return first(({ clock }) => clock.state === 'live');
    return prefill === 'never' ? null : inside();
  };
  return {
    now,
    /** X's clock less this computer's, ms. */
    offset: () => offset,
    all,
    current,
    inside,
    taking,
    feeds,
    /** An answer of X that the tap handed on. */
    hear(captured: Captured): void {
      offset = offsetOf(captured);
      feeds.hear(captured);
    },
    /** Turns to the chat that counts now: but, while it is open, not away from one that the person chose or is in the middle of. True where it turned. */
    turn(isOpen: boolean): boolean {
      const before = find(shown);
      if (isOpen && before && (chosen || before.near)) return false;
      chosen = false;
      shown = (inside() ?? pickChat(all(), now()) ?? current()).tag;
      return shown !== before?.tag;
    },
    /** Shows this one; nothing where it is not followed. */
    choose(hashtag: string): void {
      const tag = hashtag.toLowerCase();
      chosen ||= !!find(tag);
      if (find(tag)) shown = tag;
    },
    /** When any of them has another state, ms. */
    nextChange: () =>
      nextBoundary(
        all().flatMap(({ tag }) => sessionsOf(saved, tag)),
        now(),
      ),
  };
}

/** In the person's order. */
function readChats(
  saved: SavedStore,
  feedOf: (hashtag: string) => Feed | undefined,
  at: number,
): readonly Chatting[] {
  return saved.get('settings').chats.map((chat) => {
    const tag = chat.hashtag.toLowerCase();
    const clock = readClock(sessionsOf(saved, tag), at);
    const { start = 0, end = 0 } = clock.session ?? {};
    return {
      chat,
      tag,
      feed: feedOf(tag),
      clock,
      joined: !!clock.session && isSession(clock.session, saved.get('joined')[tag] ?? 0),
      near: at >= start - TAKING_PART.before && at < end + TAKING_PART.after,
    };
  });
}

function sessionsOf(saved: SavedStore, tag: string) {
  return scheduleOf(saved.get('schedules'), tag).sessions;
}

/** Works something out once for all who ask before the browser has done what it is doing, or before it is to be worked out anew: `[ask, renew]`. */
function createMoment<T extends object>(work: () => T): [() => T, () => void] {
  let known: T | undefined;
  const renew = () => {
    known = undefined;
  };
  const ask = () => {
    if (!known) queueMicrotask(renew);
    known ??= work();
    return known;
  };
  return [ask, renew];
}
