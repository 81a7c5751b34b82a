/** The archive in IndexedDB, in the extension's own origin. The background is its one writer. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { mergePosts } from '@/stores/core/merge';
import type { Post } from '@/stores/core/post';
import type { Archive } from './repo';

interface Schema extends DBSchema {
  posts: {
    key: [hashtag: string, id: string];
    value: Post & { hashtag: string };
    indexes: { written: [hashtag: string, createdAt: number] };
  };
}

/** Opens at the first use, and again after the browser closed it. */
export function createArchive(name = 'polchat'): Archive {
  let opening: Promise<IDBPDatabase<Schema>> | undefined;
  const forget = () => {
    opening = undefined;
  };
  const open = () => {
    opening ??= openDB<Schema>(name, 1, {
      upgrade(db) {
        const posts = db.createObjectStore('posts', { keyPath: ['hashtag', 'id'] });
        posts.createIndex('written', ['hashtag', 'createdAt']);
      },
      terminated: forget,
    });
    opening.catch(forget);
    return opening;
  };

  return {
    async keep(hashtag, posts) {
      const db = await open();
      const transaction = db.transaction('posts', 'readwrite', { durability: 'strict' });
      const kept: Post[] = [];
      try {
        for (const post of posts) {
          const known = await transaction.store.get([hashtag, post.id]);
          const merged = mergePosts(known && withoutHashtag(known), post);
          kept.push(merged);
          await transaction.store.put({ ...merged, hashtag });
        }
      } catch (error) {
        // What was put before would be kept: nothing may be half-written.
        transaction.done.catch(() => {});
        transaction.abort();
        throw error;
      }
      await transaction.done;
      return kept;
    },
    async read(hashtag, from, to) {
      const db = await open();
      const range = IDBKeyRange.bound([hashtag, from], [hashtag, to]);
      const found = await db.getAllFromIndex('posts', 'written', range);
      return found.map(withoutHashtag);
    },
  };
}

function withoutHashtag({ hashtag: _, ...post }: Post & { hashtag: string }): Post {
  return post;
}
