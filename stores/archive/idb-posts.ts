/** Keeps posts in their store: merged with what is there, one entry for all versions of an edited post. */
import type { IDBPObjectStore } from 'idb';
import { mergePosts } from '@/stores/core/merge';
import type { Author, Post } from '@/stores/core/post';
import { dropPosts } from './idb-forget';
import type { Schema, StoreName, Writing } from './idb-schema';

type Posts = IDBPObjectStore<Schema, StoreName[] | readonly StoreName[], 'posts', 'readwrite'>;

/** The posts as they stand in the store afterwards. `closed` remembers whose earlier posts were looked for and taken out already. */
export async function keepPosts(
  transaction: Writing,
  hashtag: string,
  posts: readonly Post[],
  closed: Set<Author>,
): Promise<Post[]> {
  const store = transaction.objectStore('posts');
  const kept = new Map<string, Post>();
  for (const post of posts) {
    const versions = await readVersions(store, hashtag, post);
    const merged = versions.reduce((all, one) => mergePosts(one, all), post);
    for (const { id } of [post, ...versions]) {
      kept.delete(id);
      if (id !== merged.id) await store.delete([hashtag, id]);
    }
    if (post.author.protected || merged.author.protected) {
      await dropPosts(transaction, [{ ...merged, hashtag }]);
      for (const id of await dropAuthor(transaction, merged.author, closed)) kept.delete(id);
      continue;
    }
    reopen(closed, merged.author);
    kept.set(merged.id, merged);
    await store.put({ ...merged, hashtag });
  }
  return [...kept.values()];
}

/** Whoever went behind the lock did so with all they wrote before, in every chat. Gives the ids that went. */
async function dropAuthor(
  transaction: Writing,
  author: Author,
  closed: Set<Author>,
): Promise<string[]> {
  for (const one of closed) if (one.id === author.id && isSame(one, author)) return [];
  const all = await transaction.objectStore('posts').getAll();
  // A file may know them by a handle that they had before.
  const names = new Map([[author.handle.toLowerCase(), author]]);
  for (const { author: by } of all) {
    if (by.id !== null && by.id === author.id) names.set(by.handle.toLowerCase(), by);
  }
  closed.add(author);
  const own = all.filter(({ author: by }) => [...names.values()].some((one) => isSame(by, one)));
  return dropPosts(transaction, own);
}

/** A file knows no id: whoever it may be is looked for anew. */
function reopen(closed: Set<Author>, author: Author): void {
  for (const one of closed) if (isSame(one, author)) closed.delete(one);
}

/** By id; by handle where one came from a file or the page, which know no ids. */
function isSame(a: Author, b: Author): boolean {
  if (a.id !== null && b.id !== null) return a.id === b.id;
  return a.handle.toLowerCase() === b.handle.toLowerCase();
}

/** What is kept of a post: itself, and where it was edited its other versions, whichever way round they came. */
async function readVersions(
  store: Posts,
  hashtag: string,
  { id, editedIds }: Post,
): Promise<Post[]> {
  const found = [await store.get([hashtag, id])];
  // One that is kept under its own id was not replaced by a newer one.
  if (!found[0]) found.push(...(await store.index('versions').getAll(id)));
  for (const other of editedIds) if (other !== id) found.push(await store.get([hashtag, other]));
  return found.flatMap((one) => (one?.hashtag === hashtag ? [withoutHashtag(one)] : []));
}

export function withoutHashtag({ hashtag: _, ...post }: Post & { hashtag: string }): Post {
  return post;
}
