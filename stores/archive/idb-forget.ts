/** Takes things out of the archive for good. */
import { snowflakeTime } from '@/stores/core/post';
import type { Schema, Writing } from './idb-schema';

/** Posts written from `from` to `to`, their moves, the sessions begun then, and what was read then. Gives the ids that went. */
export async function forgetSpan(
  transaction: Writing,
  hashtag: string,
  from: number,
  to: number,
): Promise<string[]> {
  const range = IDBKeyRange.bound([hashtag, from], [hashtag, to]);
  const posts = await transaction.objectStore('posts').index('written').getAll(range);
  const ids = await dropPosts(transaction, posts);
  await transaction.objectStore('sessions').delete(range);
  await cutCoverage(transaction, from, to, (of) => of === hashtag);
  const stray = await dropStrayMoves(transaction, from, to, (of) => of === hashtag);
  return [...ids, ...stray];
}

/** Of all chats, what is older than `moment`. */
export async function forgetBefore(transaction: Writing, moment: number): Promise<string[]> {
  const range = IDBKeyRange.upperBound(moment, true);
  const posts = await transaction.objectStore('posts').index('moment').getAll(range);
  const ids = await dropPosts(transaction, posts);
  const sessions = transaction.objectStore('sessions');
  for (const { hashtag, start, end } of await sessions.getAll()) {
    if (end < moment) await sessions.delete([hashtag, start]);
  }
  await cutCoverage(transaction, Number.NEGATIVE_INFINITY, moment, () => true);
  const stray = await dropStrayMoves(transaction, Number.NEGATIVE_INFINITY, moment, () => true);
  return [...ids, ...stray];
}

export async function forgetAll(transaction: Writing): Promise<void> {
  await Promise.all([
    transaction.objectStore('posts').clear(),
    transaction.objectStore('sessions').clear(),
    transaction.objectStore('coverage').clear(),
    transaction.objectStore('moves').clear(),
  ]);
}

/** Posts with the moves of all their versions, whose ids it gives. */
export async function dropPosts(
  transaction: Writing,
  posts: readonly Schema['posts']['value'][],
): Promise<string[]> {
  const gone: string[] = [];
  for (const { hashtag, id, editedIds } of posts) {
    await transaction.objectStore('posts').delete([hashtag, id]);
    for (const each of [id, ...editedIds]) {
      await transaction.objectStore('moves').delete([hashtag, each]);
      gone.push(each);
    }
  }
  return gone;
}

/** Moves of posts that were never kept, or are not any more: by when the post was written, or for ids that do not tell, moved. */
async function dropStrayMoves(
  transaction: Writing,
  from: number,
  to: number,
  isOf: (hashtag: string) => boolean,
): Promise<string[]> {
  const posts = transaction.objectStore('posts');
  const moves = transaction.objectStore('moves');
  const gone: string[] = [];
  for (const { hashtag, id, at } of await moves.getAll()) {
    const written = snowflakeTime(id) ?? at;
    if (!isOf(hashtag) || written < from || written > to) continue;
    if ((await posts.count([hashtag, id])) > 0) continue;
    const versions = await posts.index('versions').getAll(id);
    if (versions.some((one) => one.hashtag === hashtag)) continue;
    await moves.delete([hashtag, id]);
    gone.push(id);
  }
  return gone;
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
