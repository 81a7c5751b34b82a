/** A feed for each chat that is followed: what X answers is read once for all of them. */

import type { Chat } from '@/stores/core/chat';
import { createKeeper } from '@/stores/core/keep';
import { type Captured, type Interest, writeInterest } from '@/stores/core/wire';
import { type Read, readResponse } from '@/stores/core/x-responses';
import { Feed } from '@/stores/feed';
import type { ContentScriptContext } from './context';
import { send } from './send';

/** `tell` hands the tap what counts for all of them. By hashtag in lower case. */
export function createFeeds(ctx: ContentScriptContext, tell: (interest: string) => void) {
  const feeds = new Map<string, Feed>();
  const interests = new Map<string, Interest>();
  const listeners: ((feed: Feed) => void)[] = [];
  /** The answer being read, held no longer than that. */
  let reading: { captured: Captured; read: Read } | undefined;

  const want = () => {
    // Not before all are there: the tap lets go of what it held back with the first word.
    if (interests.size > feeds.size) return;
    const all = [...interests.values()];
    const hashtags = all.flatMap((one) => one.hashtags);
    const conversations = [...new Set(all.flatMap((one) => one.conversations))];
    tell(writeInterest({ hashtags, conversations }));
  };
  const read = (captured: Captured, at: number) => {
    if (reading?.captured !== captured) reading = { captured, read: readResponse(captured, at) };
    return reading.read;
  };
  const create = (hashtag: string) => {
    const wish = (interest: Interest) => {
      interests.set(hashtag, interest);
      want();
    };
    const feed = createFeed(ctx, hashtag, read, wish);
    feeds.set(hashtag, feed);
    for (const listener of listeners) listener(feed);
  };
  return {
    feeds: feeds as ReadonlyMap<string, Feed>,
    /** Follows these and no others. */
    follow(chats: readonly Chat[]): void {
      const hashtags = chats.map(({ hashtag }) => hashtag.toLowerCase());
      for (const known of feeds.keys()) {
        if (!hashtags.includes(known)) feeds.delete(known) && interests.delete(known);
      }
      for (const hashtag of hashtags) if (!feeds.has(hashtag)) create(hashtag);
      want();
    },
    /** Calls back with every feed, there or to come. */
    each(listener: (feed: Feed) => void): void {
      listeners.push(listener);
      feeds.forEach(listener);
    },
    hear(captured: Captured): void {
      for (const feed of feeds.values()) feed.hear(captured);
      reading = undefined;
    },
  };
}

function createFeed(
  ctx: ContentScriptContext,
  hashtag: string,
  read: (captured: Captured, at: number) => Read,
  want: (interest: Interest) => void,
): Feed {
  const later = (work: () => void, ms: number) => setTimeout(() => ctx.isValid && work(), ms);
  return new Feed({
    hashtag,
    keeper: createKeeper({ hashtags: [hashtag] }),
    read,
    save: (posts, deleted) => send('keepPosts', { hashtag, posts, deleted }),
    want,
    now: Date.now,
    later,
  });
}
