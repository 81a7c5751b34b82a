/** The archive's stores, and how a database of an earlier version becomes one of this. */
import type { DBSchema, IDBPDatabase, IDBPTransaction } from 'idb';
import type { Move } from '@/stores/core/moves';
import type { Post } from '@/stores/core/post';
import type { Session } from '@/stores/core/schedule';
import type { Coverage } from '@/stores/core/transcript';

/**
 * 1: posts alone.
 * 2: sessions, coverage and moves beside them; posts by the moment over all chats, so that old ones can be found and forgotten.
 */
export const VERSION = 2;

/** Hashtags are without # and in lower case. */
export interface Schema extends DBSchema {
  posts: {
    key: [hashtag: string, id: string];
    value: Post & { hashtag: string };
    indexes: {
      written: [hashtag: string, createdAt: number];
      /** Every version's id, of edited posts. */
      versions: string;
      moment: number;
    };
  };
  sessions: { key: [hashtag: string, start: number]; value: Session & { hashtag: string } };
  coverage: {
    key: [hashtag: string, source: string, from: number];
    value: Coverage & { hashtag: string };
  };
  moves: { key: [hashtag: string, id: string]; value: Move & { id: string; hashtag: string } };
}

export type StoreName = 'posts' | 'sessions' | 'coverage' | 'moves';
/** A transaction over all of it. */
export type Writing = IDBPTransaction<Schema, StoreName[] | readonly StoreName[], 'readwrite'>;

/** Every step is taken in turn, whatever version was there. Nothing that is kept is lost by it. */
export function upgrade(
  db: IDBPDatabase<Schema>,
  from: number,
  transaction: IDBPTransaction<Schema, StoreName[], 'versionchange'>,
): void {
  if (from < 1) {
    const posts = db.createObjectStore('posts', { keyPath: ['hashtag', 'id'] });
    posts.createIndex('written', ['hashtag', 'createdAt']);
    posts.createIndex('versions', 'editedIds', { multiEntry: true });
  }
  if (from < 2) {
    transaction.objectStore('posts').createIndex('moment', 'createdAt');
    db.createObjectStore('sessions', { keyPath: ['hashtag', 'start'] });
    db.createObjectStore('coverage', { keyPath: ['hashtag', 'source', 'from'] });
    db.createObjectStore('moves', { keyPath: ['hashtag', 'id'] });
  }
}
