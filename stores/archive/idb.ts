/** The archive in IndexedDB, in the extension's own origin. The background is its one writer. */
import { type DBSchema, type IDBPDatabase, type IDBPObjectStore, openDB } from 'idb';
import { mergePosts } from '@/stores/core/merge';
import type { Post } from '@/stores/core/post';
import type { Archive } from './repo';

interface Schema extends DBSchema {
  posts: {
    key: [hashtag: string, id: string];
    value: Post & { hashtag: string };
    indexes: {
      written: [hashtag: string, createdAt: number];
      /** Every version's id, of edited posts. */
      versions: string;
    };
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
        posts.createIndex('versions', 'editedIds', { multiEntry: true });
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
      const kept = new Map<string, Post>();
      try {
        for (const post of posts) {
          const versions = await readVersions(transaction.store, hashtag, post);
          const merged = versions.reduce((all, one) => mergePosts(one, all), post);
          for (const { id } of [post, ...versions]) {
            kept.delete(id);
            if (id !== merged.id) await transaction.store.delete([hashtag, id]);
          }
          kept.set(merged.id, merged);
          await transaction.store.put({ ...merged, hashtag });
        }
      } catch (error) {
        // What was put before would be kept: nothing may be half-written.
        transaction.done.catch(() => {});
        transaction.abort();
        throw error;
      }
      await transaction.done;
      return [...kept.values()];
    },
    async read(hashtag, from, to) {
      const db = await open();
      const range = IDBKeyRange.bound([hashtag, from], [hashtag, to]);
      const found = await db.getAllFromIndex('posts', 'written', range);
      return found.map(withoutHashtag);
    },
    async count(hashtag, from, to) {
      const range = IDBKeyRange.bound([hashtag, from], [hashtag, to]);
      return (await open()).countFromIndex('posts', 'written', range);
    },
  };
}

/** What is kept of a post: itself, and where it was edited its other versions, whichever way round they came. */
async function readVersions(
  store: IDBPObjectStore<Schema, ['posts'], 'posts', 'readwrite'>,
  hashtag: string,
  { id, editedIds }: Post,
): Promise<Post[]> {
  const found = [await store.get([hashtag, id])];
  // One that is kept under its own id was not replaced by a newer one.
  if (!found[0]) found.push(...(await store.index('versions').getAll(id)));
  for (const other of editedIds) if (other !== id) found.push(await store.get([hashtag, other]));
  return found.flatMap((one) => (one?.hashtag === hashtag ? [withoutHashtag(one)] : []));
}

function withoutHashtag({ hashtag: _, ...post }: Post & { hashtag: string }): Post {
  return post;
}
