/** The feeds of the chats that are followed: made by a script of its own, which comes with the first that there is to take: an answer that concerns a chat, a search, a refusal, what the person posts, or posts that are kept already. */
import type { CreateFeed } from '@/stores/bridge';
import type { Chat } from '@/stores/core/chat';
import type { Post } from '@/stores/core/post';
import { type Captured, writeInterest } from '@/stores/core/wire';
import type { Feed } from '@/stores/feed';
import { createWaiting, type WaitingDeps } from './waiting';

export interface FeedsDeps extends WaitingDeps {
  /** Hands the tap what counts for all of them. */
  tell: (interest: string) => void;
  /** Has answers read and kept elsewhere; rejects where that failed. */
  handOver: (answers: Captured[]) => Promise<unknown>;
}

/** By hashtag in lower case; none before the script is there. */
export function createFeeds({ tell, handOver, ...deps }: FeedsDeps) {
  const feeds = new Map<string, Feed>();
  const listeners: ((feed: Feed) => void)[] = [];
  const waiting = createWaiting(deps);
  let hashtags: string[] = [];
  let create: CreateFeed | undefined;

  const want = () => {
    const all = [...feeds.values()].flatMap((feed) => feed.conversations());
    tell(writeInterest({ hashtags, conversations: [...new Set(all)] }));
  };
  const fill = (make: CreateFeed) => {
    const fresh = hashtags.filter((hashtag) => !feeds.has(hashtag));
    for (const hashtag of fresh) feeds.set(hashtag, make(hashtag, want));
    for (const hashtag of fresh) for (const one of listeners) one(feeds.get(hashtag) as Feed);
  };
  return {
    get: (hashtag: string) => feeds.get(hashtag),
    areThere: () => create !== undefined,
    /** Follows these and no others. */
    follow(chats: readonly Chat[]): void {
      hashtags = chats.map(({ hashtag }) => hashtag.toLowerCase());
      for (const known of feeds.keys()) if (!hashtags.includes(known)) feeds.delete(known);
      if (create) fill(create);
      want();
    },
    /** The script has come: what waited is taken. */
    bring(make: CreateFeed): void {
      if (create) return;
      create = make;
      try {
        fill(make);
      } finally {
        waiting.end();
      }
    },
    /** Calls back with every feed, there or to come. */
    each(listener: (feed: Feed) => void): void {
      listeners.push(listener);
      feeds.forEach(listener);
    },
    hear(captured: Captured): void {
      const { status, text, operation } = captured;
      // Of most answers there is nothing to read, but that X does not refuse any more. A search counts whatever it found: it tells how
      // far back X was read (`lastSearch`, and the script that gathers).
      const isIdle = status === 200 && text.length < 2 && operation !== 'SearchTimeline';
      if (isIdle && !create && !waiting.answers()[0]) return;
      waiting.add(() => {
        for (const feed of feeds.values()) feed.hear(captured);
      }, captured);
    },
    /** Posts of a chat that are kept already. */
    learn(hashtag: string, posts: readonly Post[]): void {
      if (posts.length === 0 || !hashtags.includes(hashtag)) return;
      waiting.add(() => feeds.get(hashtag)?.learn(posts));
    },
    sweep(): void {
      for (const feed of feeds.values()) feed.sweep();
    },
    /** The page goes: nothing that was heard goes with it. */
    leave(): void {
      for (const feed of feeds.values()) void feed.flush();
      const answers = waiting.answers();
      if (answers.length === 0) return;
      // A page that comes back is not to keep what was deleted meanwhile once more.
      handOver(answers).then(
        () => waiting.drop(answers),
        () => {},
      );
    },
  };
}
