/** Keeps posts in their store: merged with what is there, one entry for all versions of an edited post. */
import type { IDBPObjectStore } from 'idb';
import { mergePosts, toldAt, withoutText } from '@/stores/core/merge';
import type { Post } from '@/stores/core/post';
import { authorKey } from '@/stores/core/rows-people';
import type { Schema, StoreName } from './idb-schema';
import type { Parcel } from './repo';

type Posts = IDBPObjectStore<Schema, StoreName[] | readonly StoreName[], 'posts', 'readwrite'>;

/** All versions of a post, by id. */
type Versions = Pick<Post, 'id' | 'editedIds'>;

/**
 * The posts as they stand in the store afterwards, those too of which only the id is known, as `deleted` by their author.
 * `closed` remembers whose earlier posts were looked for and taken out already.
 */
export async function keepPosts(
  store: Posts,
  hashtag: string,
  { posts = [], deleted = [] }: Pick<Parcel, 'posts' | 'deleted'>,
  closed: Set<string>,
): Promise<Post[]> {
  const kept = new Map<string, Post>();
  const gone: Versions[] = [];
  for (const post of posts) {
    const versions = await readVersions(store, hashtag, post);
    const all = versions.reduce((all, one) => mergePosts(one, all), mergePosts(undefined, post));
    const merged = (await passesOnDeleted(store, hashtag, all)) ? withoutText(all) : all;
    for (const { id } of [post, ...versions]) {
      kept.delete(id);
      if (id !== merged.id) await store.delete([hashtag, id]);
    }
    if (post.author.protected || merged.author.protected || isClosed(hashtag, merged, closed)) {
      await store.delete([hashtag, merged.id]);
      await dropAuthor(store, hashtag, merged, closed);
      continue;
    }
    closed.delete(`${hashtag} ${authorKey(merged.author)}`);
    kept.set(merged.id, merged);
    await store.put({ ...merged, hashtag });
    if (isNewlyDeleted(merged, versions)) gone.push(merged);
  }
  for (const id of deleted) {
    const versions = await readVersions(store, hashtag, { id, editedIds: [] });
    gone.push({ id, editedIds: [] }, ...versions);
  }
  for (const post of await deletePosts(store, hashtag, gone)) kept.set(post.id, post);
  return [...kept.values()];
}

/** X does not say with every post that its author is behind a lock. */
function isClosed(hashtag: string, post: Post, closed: ReadonlySet<string>): boolean {
  return toldAt(post) === 0 && closed.has(`${hashtag} ${authorKey(post.author)}`);
}

function isNewlyDeleted({ state }: Post, before: readonly Post[]): boolean {
  return state === 'deleted' && before.every((version) => version.state !== 'deleted');
}

async function passesOnDeleted(store: Posts, hashtag: string, { repostOf }: Post) {
  if (repostOf === null) return false;
  const originals = await readVersions(store, hashtag, { id: repostOf, editedIds: [] });
  return originals.some(({ state }) => state === 'deleted');
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

/** Whoever went behind the lock did so with all they wrote before. */
async function dropAuthor(
  store: Posts,
  hashtag: string,
  { author, repostOf }: Post,
  closed: Set<string>,
): Promise<void> {
  // One that passes on what is behind a lock may be by anybody.
  if (repostOf !== null) return;
  const name = `${hashtag} ${authorKey(author)}`;
  if (closed.has(name)) return;
  const all = await store.getAll(IDBKeyRange.bound([hashtag], [hashtag, []]));
  for (const { id, author: by } of all) if (isSame(by, author)) await store.delete([hashtag, id]);
  closed.add(name);
}

/** By id; by handle where one came from a file or the page, which know no ids. */
function isSame(a: Post['author'], b: Post['author']): boolean {
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
