/** Asks the archive for what it has of a chat, once for each of its sessions. */
import { timeShown } from '@/stores/core/schedule';
import type { Chats, Chatting } from './chats';
import { send } from './send';

export function createLearner({ feeds }: Pick<Chats, 'feeds'>) {
  /** By chat: the start of the session that counted then, 0 for the last week. */
  const learned = new Map<string, number>();
  return {
    /** What there is of the session that counts, or of the last week. */
    learn({ tag, clock }: Chatting): void {
      const start = clock.session?.start ?? 0;
      if (learned.get(tag) === start) return;
      learned.set(tag, start);
      const asked = { hashtag: tag, ...timeShown(clock) };
      send('readPosts', asked).then(
        (posts) => feeds.learn(tag, posts),
        () => learned.delete(tag),
      );
    },
    /** All of it may be asked for again. */
    forget: () => learned.clear(),
  };
}
