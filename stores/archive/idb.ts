/** The archive in IndexedDB, in the extension's own origin. The background is its one writer. */
import { type IDBPDatabase, type IDBPObjectStore, openDB } from 'idb';
import { joinCoverage } from '@/stores/core/coverage';
import { laterMove } from '@/stores/core/moves';
import type { Author, Post } from '@/stores/core/post';
import type { Session } from '@/stores/core/schedule';
import { isSameSession, joinSessions, unionOfHandles } from '@/stores/core/transcript-merge';
import { forgetAll, forgetBefore, forgetSpan } from './idb-forget';
import { keepPosts } from './idb-posts';
import { createReading } from './idb-read';
import { type Schema, type StoreName, upgrade, VERSION, type Writing } from './idb-schema';
import type { Archive, Parcel } from './repo';

/** Opens at the first use, and again after the browser closed it. */
export function createArchive(name = 'polchat'): Archive {
  let opening: Promise<IDBPDatabase<Schema>> | undefined;
  const closed = new Set<Author>();
  const forget = () => {
    opening = undefined;
  };
  const open = () => {
    opening ??= openDB<Schema>(name, VERSION, {
      upgrade: (db, from, _, transaction) => upgrade(db, from, transaction),
      // A newer Polchat in another page must not wait for this one.
      blocking: (_, __, event) => {
        (event.target as IDBDatabase).close();
        forget();
      },
      terminated: forget,
    });
    opening.catch(forget);
    return opening;
  };
  const write = async <T>(work: (transaction: Writing) => Promise<T>): Promise<T> => {
    const db = await open();
    const stores = ['posts', 'sessions', 'coverage', 'moves'] as const;
    const transaction = db.transaction(stores, 'readwrite', { durability: 'strict' });
    let result: T;
    try {
      result = await work(transaction);
    } catch (error) {
      // What was put before would be kept: nothing may be half-written.
      transaction.done.catch(() => {});
      // A transaction that the browser aborted itself (the disk is full) cannot be aborted again.
      if (transaction.error === null) transaction.abort();
      throw transaction.error ?? error;
    }
    await transaction.done;
    return result;
  };

  return {
    keep: (hashtag, parcel) =>
      write((transaction) => keepParcel(transaction, hashtag, parcel, closed)),
    ...createReading(open),
    forget: (hashtag, from, to) =>
      write((transaction) => forgetSpan(transaction, hashtag, from, to)),
    forgetAll: () => write(forgetAll),
    forgetBefore: (moment) => write((transaction) => forgetBefore(transaction, moment)),
  };
}

async function keepParcel(
  transaction: Writing,
  hashtag: string,
  { posts, deleted, sessions = [], imported = [], coverage = [], moves = new Map() }: Parcel,
  closed: Set<Author>,
): Promise<Post[]> {
  const kept = await keepPosts(transaction, hashtag, { posts, deleted }, closed);
  const stores = {
    sessions: transaction.objectStore('sessions'),
    coverage: transaction.objectStore('coverage'),
    moves: transaction.objectStore('moves'),
  };
  for (const session of sessions) await stores.sessions.put({ ...session, hashtag });
  for (const session of imported) await keepImported(stores.sessions, hashtag, session);
  for (const [id, move] of moves) {
    const known = await stores.moves.get([hashtag, id]);
    await stores.moves.put({ ...laterMove(known, move), id, hashtag });
  }
  if (coverage.length > 0) {
    const range = IDBKeyRange.bound([hashtag], [hashtag, []]);
    const known = await stores.coverage.getAll(range);
    await stores.coverage.delete(range);
    const spans = joinCoverage(
      [...known, ...coverage].map(({ from, to, source }) => ({ from, to, source })),
    );
    for (const span of spans) await stores.coverage.put({ ...span, hashtag });
  }
  return kept;
}

type Sessions = IDBPObjectStore<
  Schema,
  StoreName[] | readonly StoreName[],
  'sessions',
  'readwrite'
>;

/** One with every session of its time; what they make together may be of the time of another one. */
async function keepImported(store: Sessions, hashtag: string, session: Session): Promise<void> {
  let known = await store.getAll(IDBKeyRange.bound([hashtag], [hashtag, []]));
  let merged = { ...session, hosts: unionOfHandles(session.hosts, []) };
  for (;;) {
    const same = known.filter((one) => isSameSession(one, merged));
    if (same.length === 0) break;
    for (const { hashtag: _, ...one } of same) {
      await store.delete([hashtag, one.start]);
      merged = joinSessions(merged, one);
    }
    known = known.filter((one) => !same.includes(one));
  }
  await store.put({ ...merged, hashtag });
}
