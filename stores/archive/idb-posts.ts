/** Keeps posts in their store: merged with what is there, one entry for all versions of an edited post. */
import type { IDBPObjectStore } from 'idb';
import { mergePosts, toldAt, withoutText } from '@/stores/core/merge';
import type { Author, Post } from '@/stores/core/post';
import { dropPosts } from './idb-forget';
import type { Schema, StoreName, Writing } from './idb-schema';
import type { Parcel } from './repo';

type Posts = IDBPObjectStore<Schema, StoreName[] | readonly StoreName[], 'posts', 'readwrite'>;

/** All versions of a post, by id. */
type Versions = Pick<Post, 'id' | 'editedIds'>;

/**
 * The posts as they stand in the store afterwards, those too of which only the id is known, as `deleted` by their author.
 * `closed` remembers whose earlier posts were looked for and taken out already.
 */
export async function keepPosts(
  transaction: Writing,
  hashtag: string,
  { posts = [], deleted = [] }: Pick<Parcel, 'posts' | 'deleted'>,
  closed: Set<Author>,
): Promise<Post[]> {
  const store = transaction.objectStore('posts');
  const kept = new Map<string, Post>();
  const gone: Versions[] = [];
  for (const post of posts) {
    const versions = await readVersions(store, hashtag, post);
    const merged = await mergeVersions(store, hashtag, post, versions);
    for (const { id } of [post, ...versions]) {
      kept.delete(id);
      if (id !== merged.id) await store.delete([hashtag, id]);
    }
    if (post.author.protected || merged.author.protected || isClosed(merged, closed)) {
      await dropPosts(transaction, [{ ...merged, hashtag }]);
      for (const id of await dropAuthor(transaction, merged, closed)) kept.delete(id);
      continue;
    }
    reopen(closed, merged.author);
    kept.set(merged.id, merged);
    await store.put({ ...merged, hashtag });
    if (isNewlyDeleted(merged, versions)) gone.push(merged);
  }
  gone.push(...(await readDeleted(store, hashtag, deleted)));
  for (const post of await deletePosts(store, hashtag, gone)) kept.set(post.id, post);
  return [...kept.values()];
}

/** X does not say with every post that its author is behind a lock. */
function isClosed(post: Post, closed: ReadonlySet<Author>): boolean {
  return toldAt(post) === 0 && [...closed].some((one) => isSame(one, post.author));
}

function isNewlyDeleted({ state }: Post, before: readonly Post[]): boolean {
  return state === 'deleted' && before.every((version) => version.state !== 'deleted');
}

/** The post out of all its versions; without text where it passes on a deleted one. */
async function mergeVersions(
  store: Posts,
  hashtag: string,
  post: Post,
  versions: readonly Post[],
): Promise<Post> {
  const merged = versions.reduce((all, one) => mergePosts(one, all), mergePosts(undefined, post));
  if (merged.repostOf === null) return merged;
  const originals = await readVersions(store, hashtag, { id: merged.repostOf, editedIds: [] });
  return originals.some(({ state }) => state === 'deleted') ? withoutText(merged) : merged;
}

/** The posts of these ids with all versions that are kept. */
async function readDeleted(
  store: Posts,
  hashtag: string,
  ids: readonly string[],
): Promise<Versions[]> {
  const found: Versions[] = [];
  for (const id of ids) {
    const one = { id, editedIds: [] };
    found.push(one, ...(await readVersions(store, hashtag, one)));
  }
  return found;
}

/** What their authors deleted, nobody says for them: takes the text out of these and of their reposts. Gives those that had one. */
async function deletePosts(
  store: Posts,
  hashtag: string,
  gone: readonly Versions[],
): Promise<Post[]> {
  if (gone.length === 0) return [];
  const ids = new Set(gone.flatMap(({ id, editedIds }) => [id, ...editedIds]));
  const all = await store.getAll(IDBKeyRange.bound([hashtag], [hashtag, []]));
  const found = all.filter(
    ({ id, repostOf, state }) => state !== 'deleted' && (ids.has(id) || ids.has(repostOf ?? '')),
  );
  const deleted = found.map((one) => withoutText(withoutHashtag(one)));
  for (const post of deleted) await store.put({ ...post, hashtag });
  return deleted;
}

/** Whoever went behind the lock did so with all they wrote before, in every chat, whoever passed it on. Gives the ids that went. */
async function dropAuthor(
  transaction: Writing,
  { author, repostOf }: Post,
  closed: Set<Author>,
): Promise<string[]> {
  // One that passes on what is behind a lock may be by anybody.
  if (repostOf !== null) return [];
  for (const one of closed) if (one.id === author.id && isSame(one, author)) return [];
  const all = await transaction.objectStore('posts').getAll();
  // A file may know them by a handle that they had before.
  const names = new Map([[author.handle.toLowerCase(), author]]);
  for (const { author: by } of all) {
    if (by.id !== null && by.id === author.id) names.set(by.handle.toLowerCase(), by);
  }
  closed.add(author);
  const own = all.filter(({ author: by }) => [...names.values()].some((one) => isSame(by, one)));
  const ids = new Set(own.flatMap(({ id, editedIds }) => [id, ...editedIds]));
  const passedOn = all.filter(({ repostOf }) => ids.has(repostOf ?? ''));
  return dropPosts(transaction, [...own, ...passedOn]);
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
  { id, editedIds }: Versions,
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
