/** Keeps posts in their store: merged with what is there, one entry for all versions of an edited post. */
import type { IDBPObjectStore } from 'idb';
import { isRepostOf, mergePosts, withoutText } from '@/stores/core/merge';
import type { Post } from '@/stores/core/post';
import { authorKey } from '@/stores/core/rows-people';
import type { Schema, StoreName } from './idb-schema';

type Posts = IDBPObjectStore<Schema, StoreName[] | readonly StoreName[], 'posts', 'readwrite'>;

/** The posts as they stand in the store afterwards. `closed` remembers whose earlier posts were looked for and taken out already. */
export async function keepPosts(
  store: Posts,
  hashtag: string,
  posts: readonly Post[],
  closed: Set<string>,
): Promise<Post[]> {
  const kept = new Map<string, Post>();
  for (const post of posts) {
    const versions = await readVersions(store, hashtag, post);
    const all = versions.reduce((all, one) => mergePosts(one, all), mergePosts(undefined, post));
    const merged = (await passesOnDeleted(store, hashtag, all)) ? withoutText(all) : all;
    for (const { id } of [post, ...versions]) {
      kept.delete(id);
      if (id !== merged.id) await store.delete([hashtag, id]);
    }
    if (post.author.protected || merged.author.protected) {
      await store.delete([hashtag, merged.id]);
      await dropAuthor(store, hashtag, merged, closed);
      continue;
    }
    closed.delete(`${hashtag} ${authorKey(merged.author)}`);
    kept.set(merged.id, merged);
    await store.put({ ...merged, hashtag });
    for (const repost of await deleteReposts(store, hashtag, merged, versions)) {
      kept.set(repost.id, repost);
    }
  }
  return [...kept.values()];
}

async function passesOnDeleted(store: Posts, hashtag: string, { repostOf }: Post) {
  if (repostOf === null) return false;
  const originals = await readVersions(store, hashtag, { id: repostOf, editedIds: [] });
  return originals.some(({ state }) => state === 'deleted');
}

/** What its author deleted just now, nobody says for them. Gives the reposts that went with it. */
async function deleteReposts(
  store: Posts,
  hashtag: string,
  deleted: Post,
  before: readonly Post[],
): Promise<Post[]> {
  if (deleted.state !== 'deleted' || before.some(({ state }) => state === 'deleted')) return [];
  const all = await store.getAll(IDBKeyRange.bound([hashtag], [hashtag, []]));
  const reposts = all.filter((one) => isRepostOf(one, deleted)).map(withoutHashtag);
  const gone = reposts.map(withoutText);
  for (const repost of gone) await store.put({ ...repost, hashtag });
  return gone;
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
  { id, editedIds }: Pick<Post, 'id' | 'editedIds'>,
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
