/** Reads the archive. Extension pages may do this themselves, beside the background that writes. */
import type { IDBPDatabase, IDBPIndex } from 'idb';
import { movesOf } from '@/stores/core/moves';
import type { Post } from '@/stores/core/post';
import { AROUND } from '@/stores/core/schedule';
import type { Coverage } from '@/stores/core/transcript';
import { withoutHashtag } from './idb-posts';
import type { Schema, StoreName } from './idb-schema';
import type { Archive, Kept } from './repo';

/** Posts of one page. */
const PAGE = 400;

type Reading = Pick<
  Archive,
  'read' | 'count' | 'readAll' | 'coverage' | 'moves' | 'sessions' | 'hashtags'
>;

export function createReading(open: () => Promise<IDBPDatabase<Schema>>): Reading {
  return {
    async read(hashtag, from, to) {
      const found = await (await open()).getAllFromIndex(
        'posts',
        'written',
        within(hashtag, from, to),
      );
      return found.map(withoutHashtag);
    },
    count: async (hashtag, from, to) =>
      (await open()).countFromIndex('posts', 'written', within(hashtag, from, to)),
    readAll: async (hashtag, from, to) => readAll(await open(), hashtag, from, to),
    coverage: async (hashtag, from, to) =>
      touching(await (await open()).getAll('coverage', allOf(hashtag)), from, to),
    async moves(hashtag) {
      const moves = await (await open()).getAll('moves', allOf(hashtag));
      return new Map(moves.map(({ id, label, at }) => [id, { label, at }]));
    },
    async sessions(hashtag) {
      const db = await open();
      const known = await db.getAll('sessions', allOf(hashtag));
      const counted = await Promise.all(
        known.map(async ({ hashtag: _, ...session }) => {
          const [from, to] = [session.start - AROUND.before, session.end + AROUND.after];
          const posts = await db.countFromIndex('posts', 'written', within(hashtag, from, to));
          return { ...session, posts };
        }),
      );
      return counted.filter(({ posts }) => posts > 0).sort((a, b) => b.start - a.start);
    },
    async hashtags() {
      const db = await open();
      const found: string[] = [];
      let cursor = await db.transaction('posts').store.openKeyCursor();
      while (cursor) {
        const [hashtag] = cursor.key;
        found.push(hashtag);
        // An empty list sorts after every text: on to the next hashtag.
        cursor = await cursor.continue([hashtag, []] as never);
      }
      return found;
    },
  };
}

async function readAll(
  db: IDBPDatabase<Schema>,
  hashtag: string,
  from: number,
  to: number,
): Promise<Kept> {
  const transaction = db.transaction(['posts', 'sessions', 'coverage', 'moves']);
  const [posts, sessions, coverage, moves] = await Promise.all([
    readPages(transaction.objectStore('posts').index('written'), hashtag, from, to),
    transaction.objectStore('sessions').getAll(within(hashtag, from, to)),
    transaction.objectStore('coverage').getAll(allOf(hashtag)),
    transaction.objectStore('moves').getAll(allOf(hashtag)),
  ]);
  const byId = new Map(moves.map(({ id, label, at }) => [id, { label, at }]));
  return {
    posts,
    sessions: sessions.map(({ hashtag: _, ...session }) => session),
    coverage: touching(coverage, from, to),
    moves: movesOf(byId, posts),
  };
}

function touching(
  coverage: readonly Schema['coverage']['value'][],
  from: number,
  to: number,
): Coverage[] {
  return coverage
    .filter((span) => span.to >= from && span.from <= to)
    .map(({ hashtag: _, ...span }) => span);
}

type Written = IDBPIndex<Schema, StoreName[], 'posts', 'written', 'readonly'>;

/** Posts as written, some hundreds at a time: thousands at once would stop the page that reads them. */
async function readPages(
  index: Written,
  hashtag: string,
  from: number,
  to: number,
): Promise<Post[]> {
  const posts = new Map<string, Post>();
  let size = PAGE;
  for (let at = from; ; ) {
    const page = await index.getAll(within(hashtag, at, to), size);
    for (const post of page) posts.set(post.id, withoutHashtag(post));
    const last = page.at(-1)?.createdAt;
    if (last === undefined || page.length < size) return [...posts.values()];
    // More of one millisecond than a page holds, only in bad data: they come with a larger one.
    if (last === at) size *= 2;
    at = last;
  }
}

/** Of the keys [hashtag, moment]: posts as written, and sessions. */
function within(hashtag: string, from: number, to: number): IDBKeyRange {
  return IDBKeyRange.bound([hashtag, from], [hashtag, to]);
}

/** Every key that begins with the hashtag: an empty list sorts after every number and text. */
function allOf(hashtag: string): IDBKeyRange {
  return IDBKeyRange.bound([hashtag], [hashtag, []]);
}
