/** Takes things out of the archive for good. */
import type { Writing } from './idb-schema';

/** Posts written from `from` to `to`, their moves, the sessions begun then, and what was read then. Gives the ids that went. */
export async function forgetSpan(
  transaction: Writing,
  hashtag: string,
  from: number,
  to: number,
): Promise<string[]> {
  const range = IDBKeyRange.bound([hashtag, from], [hashtag, to]);
  const keys = await transaction.objectStore('posts').index('written').getAllKeys(range);
  await dropPosts(transaction, keys);
  await transaction.objectStore('sessions').delete(range);
  await cutCoverage(transaction, from, to, (of) => of === hashtag);
  return keys.map(([, id]) => id);
}

/** Of all chats, what is older than `moment`. */
export async function forgetBefore(transaction: Writing, moment: number): Promise<string[]> {
  const range = IDBKeyRange.upperBound(moment, true);
  const keys = await transaction.objectStore('posts').index('moment').getAllKeys(range);
  await dropPosts(transaction, keys);
  const sessions = transaction.objectStore('sessions');
  for (const { hashtag, start, end } of await sessions.getAll()) {
    if (end < moment) await sessions.delete([hashtag, start]);
  }
  await cutCoverage(transaction, Number.NEGATIVE_INFINITY, moment, () => true);
  return keys.map(([, id]) => id);
}

export async function forgetAll(transaction: Writing): Promise<void> {
  await Promise.all([
    transaction.objectStore('posts').clear(),
    transaction.objectStore('sessions').clear(),
    transaction.objectStore('coverage').clear(),
    transaction.objectStore('moves').clear(),
  ]);
}

async function dropPosts(
  transaction: Writing,
  keys: readonly [hashtag: string, id: string][],
): Promise<void> {
  for (const key of keys) {
    await transaction.objectStore('posts').delete(key);
    await transaction.objectStore('moves').delete(key);
  }
}

/** Stretches that reach into what goes end there. */
async function cutCoverage(
  transaction: Writing,
  from: number,
  to: number,
  isOf: (hashtag: string) => boolean,
): Promise<void> {
  const store = transaction.objectStore('coverage');
  for (const span of await store.getAll()) {
    if (!isOf(span.hashtag) || span.to < from || span.from > to) continue;
    await store.delete([span.hashtag, span.source, span.from]);
    if (span.from < from) await store.put({ ...span, to: from });
    if (span.to > to) await store.put({ ...span, from: to });
  }
}
