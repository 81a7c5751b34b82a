import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createArchive } from '@/stores/archive/idb';
import type { Archive } from '@/stores/archive/repo';
import type { Session } from '@/stores/core/schedule';
import type { Coverage } from '@/stores/core/transcript';
import { sessionAt } from '@/tests/fixtures/session';
import { author, post, START } from '../../../fixtures/posts';

let archive: Archive;
let n = 0;
beforeEach(() => {
  n += 1;
  archive = createArchive(`test ${n}`);
});

const at = (id: string, createdAt: number) => ({ ...post({ id }), createdAt });
const ids = (posts: readonly { id: string }[]) => posts.map(({ id }) => id);

describe('createArchive', () => {
  it('keeps posts by chat and gives them back in the order written', async () => {
    await archive.keep('polchat', { posts: [at('3', 300), at('1', 100)] });
    await archive.keep('commschat', { posts: [at('2', 200)] });
    expect(ids(await archive.read('polchat', 0, 1000))).toEqual(['1', '3']);
    expect(ids(await archive.read('polchat', 100, 299))).toEqual(['1']);
    expect(ids(await archive.read('commschat', 0, 1000))).toEqual(['2']);
  });

  it('changes nothing the second time, and gives what it had', async () => {
    const one = at('1', 100);
    const first = await archive.keep('polchat', { posts: [one] });
    expect(await archive.keep('polchat', { posts: [one] })).toEqual(first);
    expect(await archive.read('polchat', 0, 1000)).toEqual(first);
  });

  it('lets deleted beat text, in either order', async () => {
    const deleted = { ...at('1', 100), state: 'deleted' as const, text: '', observedAt: 1 };
    const present = { ...at('1', 100), text: 'Something', observedAt: 2 };
    await archive.keep('polchat', { posts: [deleted] });
    const [kept] = await archive.keep('polchat', { posts: [present] });
    expect(kept).toMatchObject({ state: 'deleted', text: '' });
  });

  it('writes all of a batch or nothing of it', async () => {
    const bad = { ...at('2', 200), createdAt: Number.NaN, id: undefined as never };
    await expect(archive.keep('polchat', { posts: [at('1', 100), bad] })).rejects.toThrow();
    expect(await archive.read('polchat', 0, 1000)).toEqual([]);
  });

  it.each([
    ['the newer after the older', [0, 1]],
    ['the older after the newer', [1, 0]],
    ['both at once', [2]],
  ])('keeps one of an edited post’s versions, the newest: %s', async (_, order) => {
    const older = { ...at('7', 100), text: 'First thought' };
    const newer = { ...at('9', 100), text: 'Second thought', editedIds: ['7', '9'] };
    const batches = [[older], [newer], [newer, older]];
    let kept: Awaited<ReturnType<Archive['keep']>> = [];
    for (const index of order)
      kept = await archive.keep('polchat', { posts: batches[index] ?? [] });
    expect(kept).toMatchObject([{ id: '9', text: 'Second thought' }]);
    expect(await archive.read('polchat', 0, 1000)).toEqual(kept);
  });

  it.each([
    ['the repost first', [0, 1, 2]],
    ['the repost last', [1, 2, 0]],
    ['the original never seen whole', [0, 2]],
    ['all at once', [3]],
  ])('takes the words of a deleted post out of its reposts: %s', async (_, order) => {
    const repost = { ...at('8', 200), text: 'What was said', repostOf: '7' };
    const original = { ...at('9', 100), text: 'What was said', editedIds: ['7', '9'] };
    const deleted = { ...original, state: 'deleted' as const };
    const batches = [[repost], [original], [deleted], [repost, deleted, repost]];
    for (const index of order) await archive.keep('polchat', { posts: batches[index] ?? [] });
    expect(await archive.read('polchat', 0, 1000)).toMatchObject([
      { id: '9', state: 'deleted', text: '' },
      { id: '8', state: 'deleted', text: '' },
    ]);
  });

  it('takes the text out of posts of which only the id is said to be deleted, and of their reposts', async () => {
    const posts = [
      { ...at('9', 100), editedIds: ['7', '9'] },
      { ...at('10', 200), repostOf: '7' },
      { ...at('11', 300), repostOf: '5' },
      at('12', 400),
    ];
    await archive.keep('polchat', { posts });
    const deleted = ['9', '5', '404'];
    const kept = await archive.keep('polchat', { deleted });
    expect(kept.map(({ id, state, text }) => [id, state, text])).toEqual([
      ['10', 'deleted', ''],
      ['11', 'deleted', ''],
      ['9', 'deleted', ''],
    ]);
    expect((await archive.read('polchat', 0, 1000)).map(({ text }) => text)).toEqual([
      '',
      '',
      '',
      'Post 12 #polchat',
    ]);
    expect(await archive.keep('polchat', { deleted })).toEqual([]);
  });

  it('gives the reposts that went with a deleted post, and leaves other chats alone', async () => {
    const repost = { ...at('8', 200), repostOf: '7' };
    for (const chat of ['polchat', 'commschat']) await archive.keep(chat, { posts: [repost] });
    const deleted = { ...at('7', 100), state: 'deleted' as const };
    const kept = await archive.keep('polchat', { posts: [deleted] });
    expect(ids(kept)).toEqual(['7', '8']);
    expect(await archive.read('commschat', 0, 1000)).toEqual([repost]);
  });

  it('keeps no repost of what someone wrote before they went behind the lock', async () => {
    const repost = { ...at('2', 200), author: author('ben'), repostOf: '1' };
    await archive.keep('polchat', { posts: [at('1', 100), repost, at('4', 400)] });
    const closed = author('anna', { protected: true });
    await archive.keep('polchat', { posts: [{ ...at('3', 300), author: closed }] });
    expect(await archive.read('polchat', 0, 1000)).toEqual([]);
  });

  it('keeps nothing of someone behind a lock where X leaves out that they are', async () => {
    const closed = author('anna', { protected: true });
    await archive.keep('polchat', { posts: [{ ...at('1', 100), author: closed }] });
    await archive.keep('polchat', { posts: [{ ...at('2', 200), accountAt: 0 }] });
    expect(await archive.read('polchat', 0, 1000)).toEqual([]);
    await archive.keep('polchat', { posts: [at('3', 300), { ...at('2', 200), accountAt: 0 }] });
    expect(ids(await archive.read('polchat', 0, 1000))).toEqual(['2', '3']);
  });

  it('does not take whoever passes on a protected account’s words for protected', async () => {
    const closed = author('anna', { protected: true });
    await archive.keep('polchat', { posts: [at('1', 100)] });
    await archive.keep('polchat', {
      posts: [{ ...at('8', 200), repostOf: '7', author: closed }],
    });
    expect(ids(await archive.read('polchat', 0, 1000))).toEqual(['1']);
  });

  it('does not take another chat’s post for an older version', async () => {
    await archive.keep('commschat', { posts: [{ ...at('9', 100), editedIds: ['7', '9'] }] });
    expect(ids(await archive.keep('polchat', { posts: [at('7', 100)] }))).toEqual(['7']);
  });
});

const HOUR = 3_600_000;
const session = (start: number, parts: Partial<Session> = {}): Session =>
  sessionAt(start, { theme: 'Getting people to meetings', hosts: ['host'], ...parts });
const search = (from: number, to: number): Coverage => ({ from, to, source: 'search' });
const AT = START + 60_000;

describe('sessions, coverage and moves', () => {
  it('lists the sessions that have posts, newest first, with how many', async () => {
    const week = 7 * 24 * HOUR;
    const sessions = [session(START), session(START + week), session(START + 2 * week)];
    await archive.keep('polchat', {
      posts: [at('1', START), at('2', START + week), at('3', START + week + 1)],
      sessions,
    });
    const found = await archive.sessions('polchat');
    expect(found.map(({ start, posts }) => [start, posts])).toEqual([
      [START + week, 2],
      [START, 1],
    ]);
    expect(await archive.sessions('commschat')).toEqual([]);
  });

  it('knows the theme and the hosts as they were known last', async () => {
    await archive.keep('polchat', { posts: [at('1', AT)], sessions: [session(START)] });
    const sessions = [session(START, { theme: 'Another', hosts: ['guest'] })];
    await archive.keep('polchat', { sessions });
    expect((await archive.readAll('polchat', START, AT)).sessions).toEqual(sessions);
  });

  it('joins stretches that touch, and keeps those of other sources apart', async () => {
    await archive.keep('polchat', { coverage: [search(0, 10), search(30, 40)] });
    const page: Coverage = { from: 5, to: 35, source: 'dom' };
    await archive.keep('polchat', { coverage: [search(10, 20), page] });
    expect((await archive.readAll('polchat', 0, 100)).coverage).toEqual([
      page,
      search(0, 20),
      search(30, 40),
    ]);
    expect((await archive.readAll('polchat', 36, 100)).coverage).toEqual([search(30, 40)]);
    expect(await archive.coverage('polchat', 36, 100)).toEqual([search(30, 40)]);
  });

  it('lets the later move stand, in either order, and gives those of the posts asked for', async () => {
    const posts = [at('1', AT), at('2', AT + HOUR * 24 * 30)];
    const early = new Map([
      ['1', { label: 'Q1', at: 1 }],
      ['2', { label: 'Q9', at: 1 }],
    ]);
    const late = new Map([['1', { label: '', at: 2 }]]);
    await archive.keep('polchat', { posts, moves: late });
    await archive.keep('polchat', { moves: early });
    const { moves } = await archive.readAll('polchat', START, AT);
    expect(moves).toEqual(late);
    expect((await archive.moves('polchat')).size).toBe(2);
  });
});

describe('what is never kept', () => {
  it('posts of protected accounts, and what was kept before one went behind the lock', async () => {
    const closed = (id: string) => post({ id, author: author('anna', { protected: true }) });
    expect(
      await archive.keep('polchat', { posts: [closed('1'), post({ id: '2' })] }),
    ).toMatchObject([{ id: '2' }]);
    await archive.keep('polchat', { posts: [{ ...closed('2'), observedAt: START + 2 * HOUR }] });
    expect(await archive.read('polchat', 0, AT + HOUR)).toEqual([]);
  });

  it('what someone wrote before they went behind the lock, whichever post tells of it', async () => {
    const closed = post({ id: '9', author: author('anna', { protected: true }) });
    const fromFile = post({ id: '3', author: author('Anna', { id: null }) });
    const open = [post({ id: '1' }), post({ id: '2', author: 'ben' }), fromFile];
    await archive.keep('polchat', { posts: open });
    await archive.keep('polchat', { posts: [closed] });
    expect(await archive.read('polchat', 0, AT + HOUR)).toMatchObject([{ id: '2' }]);
    // Open again, and closed again.
    await archive.keep('polchat', { posts: open });
    await archive.keep('polchat', { posts: [closed] });
    expect(await archive.read('polchat', 0, AT + HOUR)).toMatchObject([{ id: '2' }]);
  });

  it('what a file brings back of someone behind the lock, once that is seen again', async () => {
    const closed = (id: string) => post({ id, author: author('anna', { protected: true }) });
    const fromFile = post({ id: '3', author: author('anna', { id: null }) });
    const renamed = post({ id: '5', author: author('anna_new', { id: 'u-anna' }) });
    await archive.keep('polchat', { posts: [closed('9')] });
    await archive.keep('polchat', { posts: [fromFile] });
    await archive.keep('polchat', { posts: [closed('10')] });
    expect(await archive.hashtags()).toEqual([]);
    // Also where the file knows an earlier handle than the lock.
    await archive.keep('polchat', { posts: [fromFile, post({ id: '4' })] });
    const lock = { ...renamed.author, protected: true };
    await archive.keep('polchat', { posts: [{ ...renamed, author: lock }] });
    expect(await archive.hashtags()).toEqual([]);
  });

  it('what someone behind the lock wrote in any chat, and nobody else’s of that name', async () => {
    const other = post({ id: '4', author: author('anna', { id: 'another' }) });
    await archive.keep('commschat', { posts: [post({ id: '3' }), other] });
    const closed = post({ id: '9', author: author('anna', { protected: true }) });
    expect(await archive.keep('polchat', { posts: [post({ id: '5' }), closed] })).toEqual([]);
    expect(await archive.read('commschat', 0, AT + HOUR)).toMatchObject([{ id: '4' }]);
  });

  it('text and picture of a deleted post', async () => {
    const anna = author('anna', { avatar: 'https://pbs.twimg.com/profile_images/1/a.jpg' });
    await archive.keep('polchat', { posts: [post({ id: '1', author: anna, text: 'Oh dear' })] });
    await archive.keep('polchat', { posts: [{ ...post({ id: '1' }), state: 'deleted' }] });
    expect(JSON.stringify(await readRaw(`test ${n}`))).not.toMatch(/Oh dear|pbs\.twimg/);
    expect(await archive.read('polchat', 0, AT)).toMatchObject([{ id: '1', state: 'deleted' }]);
  });
});

describe('forgetting', () => {
  beforeEach(async () => {
    for (const [tag, start] of [
      ['polchat', START],
      ['polchat', START + 30 * 24 * HOUR],
      ['commschat', START],
    ] as const) {
      const id = `${start}`;
      await archive.keep(tag, {
        posts: [at(id, start + 1)],
        sessions: [session(start)],
        coverage: [search(start - HOUR, start + HOUR)],
        moves: new Map([[id, { label: 'Q1', at: 1 }]]),
      });
    }
  });

  it('takes one session of one chat with all that belongs to it', async () => {
    expect(await archive.forget('polchat', START, START + HOUR)).toEqual([`${START}`]);
    const left = await archive.readAll('polchat', 0, START + 2 * HOUR);
    expect(left).toEqual({
      posts: [],
      sessions: [],
      coverage: [search(START - HOUR, START)],
      moves: new Map(),
    });
    expect(await archive.sessions('polchat')).toHaveLength(1);
    expect(await archive.sessions('commschat')).toHaveLength(1);
  });

  it('takes what is older than a moment, of every chat', async () => {
    const gone = await archive.forgetBefore(START + 24 * HOUR);
    expect(gone).toEqual([`${START}`, `${START}`]);
    expect(await archive.hashtags()).toEqual(['polchat']);
    const raw = await readRaw(`test ${n}`);
    expect(Object.values(raw).map((rows) => rows.length)).toEqual([1, 1, 1, 1]);
  });

  it('leaves nothing in any store after everything is forgotten', async () => {
    expect(await archive.hashtags()).toEqual(['commschat', 'polchat']);
    await archive.forgetAll();
    expect(await readRaw(`test ${n}`)).toEqual({
      coverage: [],
      moves: [],
      posts: [],
      sessions: [],
    });
  });
});

describe('when the disk is full', () => {
  it('says so, and keeps nothing of the parcel, nor loses what was there', async () => {
    await archive.keep('polchat', { posts: [at('1', AT)], coverage: [search(0, 1)] });
    const before = await readRaw(`test ${n}`);
    const { put } = IDBObjectStore.prototype;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      ...args
    ) {
      if (this.name === 'coverage') throw new DOMException('No room', 'QuotaExceededError');
      return put.apply(this, args);
    });
    const parcel = { posts: [at('2', AT)], coverage: [search(5, 9)] };
    await expect(archive.keep('polchat', parcel)).rejects.toMatchObject({
      name: 'QuotaExceededError',
    });
    vi.restoreAllMocks();
    expect(await readRaw(`test ${n}`)).toEqual(before);
    expect(await archive.keep('polchat', parcel)).toHaveLength(1);
  });
});

describe('a database of version 1', () => {
  it('keeps its posts, and takes in all that came since', async () => {
    const name = `old ${n}`;
    const old = await openDB(name, 1, {
      upgrade(db) {
        const posts = db.createObjectStore('posts', { keyPath: ['hashtag', 'id'] });
        posts.createIndex('written', ['hashtag', 'createdAt']);
        posts.createIndex('versions', 'editedIds', { multiEntry: true });
      },
    });
    await old.put('posts', { ...at('1', AT), hashtag: 'polchat' });
    old.close();
    const newer = createArchive(name);
    expect(await newer.read('polchat', 0, AT)).toEqual([at('1', AT)]);
    await newer.keep('polchat', { sessions: [session(START)], coverage: [search(0, 1)] });
    expect(await newer.sessions('polchat')).toMatchObject([{ start: START, posts: 1 }]);
    expect(await newer.forgetBefore(AT + 1)).toEqual(['1']);
  });
});

/** Every row of every store, as it lies there. */
async function readRaw(name: string): Promise<Record<string, unknown[]>> {
  const db = await openDB(name);
  const names = [...db.objectStoreNames].sort();
  const rows = await Promise.all(names.map((store) => db.getAll(store)));
  db.close();
  return Object.fromEntries(names.map((store, at) => [store, rows[at] ?? []]));
}
