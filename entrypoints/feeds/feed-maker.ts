/** Makes the feed of a chat: what X answers is read once for all of them. */
import type { Bridge, CreateFeed } from '@/stores/bridge';
import { createKeeper } from '@/stores/core/keep';
import type { Captured } from '@/stores/core/wire';
import { type Read, readResponse } from '@/stores/core/x-responses';
import { Feed } from '@/stores/feed';

type Deps = Pick<Bridge, 'send' | 'signal' | 'clockOffset'>;

export function feedMaker(bridge: Deps): CreateFeed {
  /** The answer being read, held no longer than that. */
  let reading: { captured: Captured; read: Read } | undefined;
  const read = (captured: Captured, at: number) => {
    if (reading?.captured !== captured) {
      queueMicrotask(() => {
        reading = undefined;
      });
      reading = { captured, read: readResponse(captured, at) };
    }
    return reading.read;
  };
  return (hashtag, want) =>
    new Feed({
      hashtag,
      keeper: createKeeper({ hashtags: [hashtag] }),
      read,
      save: (posts, deleted) => bridge.send('keepPosts', { hashtag, posts, deleted }),
      want,
      now: Date.now,
      clockOffset: bridge.clockOffset,
      later: (work, ms) => setTimeout(() => bridge.signal.aborted || work(), ms),
    });
}
