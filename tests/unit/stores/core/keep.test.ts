import { describe, expect, it } from 'vitest';
import { createKeeper, type Keeper, type Taken } from '@/stores/core/keep';
import type { Post } from '@/stores/core/post';
import { author, post, START } from '../../../fixtures/posts';

const MINUTE = 60_000;

const off = (id: string, parts: Partial<Post> = {}): Post =>
  post({ id, hashtags: [], text: 'no tag', ...parts, author: parts.author ?? 'anna' });
const on = (id: string, parts: Partial<Post> = {}): Post =>
  post({ id, ...parts, author: parts.author ?? 'anna' });

const keeper = (hashtags = ['PolChat'], rest = {}): Keeper => createKeeper({ hashtags, ...rest });

function take(
  to: Keeper,
  posts: Post[],
  now = 0,
  gone: { deleted?: string[]; unavailable?: string[] } = {},
): Taken {
  return to.take({ posts, deleted: [], unavailable: [], ...gone }, now);
}

function ids(taken: Taken, hashtag = 'polchat'): string[] {
  return (taken.posts.get(hashtag) ?? []).map(({ id }) => id).sort();
}

function orders<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((first) =>
    orders(items.filter((item) => item !== first)).map((rest) => [first, ...rest]),
  );
}

describe('createKeeper', () => {
  it('keeps posts with the hashtag, in any capitals, and lets the rest wait for ten minutes', () => {
    const to = keeper();
    const taken = take(to, [
      on('1', { hashtags: ['POLCHAT'] }),
      off('2'),
      on('3', { hashtags: ['polchatter'] }),
    ]);
    expect(ids(taken)).toEqual(['1']);
    expect([taken.offTopic, to.waiting()]).toEqual([0, 2]);
    expect(to.sweep(10 * MINUTE)).toBe(2);
  });

  it('drops at once what the page shows that points nowhere', () => {
    const to = keeper();
    const taken = take(to, [
      off('1', { source: 'dom' }),
      off('2', { source: 'dom', quoteOf: '7' }),
      on('3', { source: 'dom' }),
    ]);
    expect([taken.offTopic, to.waiting()]).toEqual([1, 1]);
  });

  it.each([
    ['replies', { replyTo: '1' }],
    ['quotes', { quoteOf: '1' }],
    ['reposts', { repostOf: '1' }],
  ])('keeps %s without the tag, whichever comes first', (_, link) => {
    const after = keeper();
    take(after, [on('1')]);
    expect(ids(take(after, [off('2', link)], 1))).toEqual(['2']);
    const before = keeper();
    expect(ids(take(before, [off('2', link)]))).toEqual([]);
    expect(before.waiting()).toBe(1);
    expect(ids(take(before, [on('1')], 1))).toEqual(['1', '2']);
    expect(before.waiting()).toBe(0);
  });

  it('keeps replies to replies, from the furthest end on', () => {
    const to = keeper();
    take(to, [off('4', { replyTo: '3' }), off('3', { replyTo: '2' }), off('2', { replyTo: '1' })]);
    expect(ids(take(to, [on('1')], 1))).toEqual(['1', '2', '3', '4']);
  });

  it('keeps the whole conversation in which someone used the hashtag', () => {
    const to = keeper();
    const thread = { conversationId: '1' };
    take(to, [off('2', { ...thread, replyTo: '1' })]);
    expect(ids(take(to, [on('3', { ...thread, replyTo: '1' })], 1))).toEqual(['2', '3']);
    expect(to.conversations()).toEqual(['1']);
    expect(ids(take(to, [off('1', thread)], 2))).toEqual(['1']);
  });

  it('finds the question without a tag in the same response as its tagged answer', () => {
    const root = off('1', { conversationId: '1' });
    expect(ids(take(keeper(), [root, on('2', { conversationId: '1', replyTo: '1' })]))).toEqual([
      '1',
      '2',
    ]);
  });

  it('finds the question without a tag whichever response comes first', () => {
    const to = keeper();
    take(to, [off('1', { conversationId: '1' }), on('9', { conversationId: '9' })]);
    expect(ids(take(to, [on('2', { conversationId: '1', replyTo: '1' })], 1))).toEqual(['1', '2']);
  });

  it('does not spread to the conversation of a quote without the tag', () => {
    const to = keeper();
    take(to, [on('1'), off('9', { quoteOf: '1', conversationId: '5', replyTo: '5' })]);
    expect(ids(take(to, [off('6', { conversationId: '5', replyTo: '5' })], 1))).toEqual([]);
    expect(to.conversations()).toEqual(['1']);
  });

  it('lets a post wait ten minutes from when it was first seen, and no longer', () => {
    const to = keeper();
    take(to, [off('2', { replyTo: '1' })], 0);
    take(to, [off('2', { replyTo: '1' })], 9 * MINUTE);
    expect(to.sweep(10 * MINUTE - 1)).toBe(0);
    expect(to.sweep(10 * MINUTE)).toBe(1);
    expect(to.waiting()).toBe(0);
    expect(ids(take(to, [on('1')], 10 * MINUTE))).toEqual(['1']);
  });

  it('counts the ten minutes from when X answered, where the tap held the answer back', () => {
    const to = keeper();
    const late = (id: string, now: number, heardAt: number) =>
      to.take({ posts: [off(id, { replyTo: '1' })], deleted: [], unavailable: [] }, now, heardAt);
    late('2', 9 * MINUTE, 9 * MINUTE);
    late('3', 9 * MINUTE, 0);
    expect(to.waiting()).toBe(2);
    expect(to.sweep(10 * MINUTE)).toBe(1);
    expect(late('4', 11 * MINUTE, MINUTE).offTopic).toBe(1);
    expect(to.waiting()).toBe(1);
    expect(ids(take(to, [on('1')], 11 * MINUTE))).toEqual(['1', '2']);
  });

  it('holds back a bounded number, the newest', () => {
    const to = keeper(['polchat'], { maxWaiting: 2 });
    const taken = take(
      to,
      ['2', '3', '4'].map((id) => off(id, { replyTo: '1' })),
    );
    expect(taken.offTopic).toBe(1);
    expect(to.waiting()).toBe(2);
    expect(ids(take(to, [on('1')], 1))).toEqual(['1', '3', '4']);
  });

  it('files a post in two chats under both', () => {
    const to = keeper(['polchat', 'commschat']);
    take(to, [on('1', { hashtags: ['polchat'] })]);
    const taken = take(to, [on('2', { hashtags: ['commschat'], replyTo: '1' })], 1);
    expect([ids(taken, 'polchat'), ids(taken, 'commschat')]).toEqual([['2'], ['2']]);
    const answer = take(to, [off('3', { replyTo: '2' })], 2);
    expect([ids(answer, 'polchat'), ids(answer, 'commschat')]).toEqual([['3'], ['3']]);
  });

  it('tells a chat of posts it already had for another', () => {
    const to = keeper(['polchat', 'commschat']);
    take(to, [on('2', { hashtags: ['polchat'], replyTo: '1' })]);
    const taken = take(to, [on('1', { hashtags: ['commschat'] })], 1);
    expect(ids(taken, 'commschat')).toEqual(['1', '2']);
    expect(ids(taken, 'polchat')).toEqual([]);
  });

  it('passes on what is new of a known post, and nothing where nothing is', () => {
    const to = keeper();
    take(to, [on('1', { observedAt: 1 })]);
    expect(ids(take(to, [on('1', { observedAt: 2 })], 1))).toEqual([]);
    const counts = { replies: 1, reposts: 0, likes: 0, quotes: 0 };
    expect(take(to, [on('1', { observedAt: 3, counts })], 2).posts.get('polchat')).toMatchObject([
      { counts },
    ]);
  });

  it('reports deleted and unavailable posts of the chat, and of no other', () => {
    const to = keeper();
    take(to, [on('1', { observedAt: 1 }), on('2', { observedAt: 1 })]);
    const taken = take(to, [], 5, { deleted: ['1', '8'], unavailable: ['2', '9'] });
    expect(taken.posts.get('polchat')).toMatchObject([
      { id: '1', state: 'deleted', text: '' },
      { id: '2', state: 'unavailable', text: 'Post 2 #polchat' },
    ]);
    expect(take(to, [], 6, { deleted: ['1'], unavailable: ['1', '2'] }).posts.size).toBe(0);
  });

  it('believes no report that is older than the last sight of a post', () => {
    const to = keeper();
    const seen = on('1', { observedAt: 5 });
    take(to, [seen]);
    expect(take(to, [], 4, { unavailable: ['1'] }).posts.size).toBe(0);
    expect(ids(take(to, [], 5, { unavailable: ['1'] }))).toEqual(['1']);
  });

  it('does not let an old copy bring a deleted text back', () => {
    const to = keeper();
    take(to, [], 0, { deleted: ['1', '2'] });
    expect(take(to, [on('1')], 1).posts.get('polchat')).toMatchObject([
      { state: 'deleted', text: '' },
    ]);
    take(to, [off('2', { replyTo: '7' })], 2);
    expect(to.waiting()).toBe(0);
  });

  it('takes the words of a deleted post out of its reposts too, in any order', () => {
    const passedOn = { text: 'Post 1 #polchat', repostOf: '1' };
    const original = on('1', { editedIds: ['0', '1'] });
    const steps: ((to: Keeper) => void)[] = [
      (to) => take(to, [original]),
      (to) => take(to, [], 5, { deleted: ['1'] }),
      (to) => take(to, [off('2', { ...passedOn, author: author('ben') })]),
      (to) => to.learn('polchat', [on('3', { ...passedOn, repostOf: '0' })], 0),
    ];
    for (const order of orders(steps)) {
      const to = keeper();
      for (const step of order) step(to);
      expect(
        to
          .posts('polchat')
          .map(({ id, state, text }) => [id, state, text])
          .sort(),
      ).toEqual(['1', '2', '3'].map((id) => [id, 'deleted', '']));
    }
  });

  it('takes them out of a repost whose original was never seen', () => {
    const to = keeper();
    take(to, [on('2', { repostOf: '1' })]);
    expect(take(to, [], 1, { deleted: ['1'] }).posts.get('polchat')).toMatchObject([
      { id: '2', state: 'deleted', text: '' },
    ]);
  });

  it.each([
    ['while it waits', [[off('2', { editedIds: ['1', '2'] })], []], '2'],
    ['before it comes', [[], [off('2', { editedIds: ['1', '2'] })]], '2'],
  ])('knows the older version of a post that was deleted %s', (_, [before, after], id) => {
    const to = keeper();
    take(to, before as Post[]);
    take(to, after as Post[], 1, { deleted: [id] });
    expect(take(to, [on('1')], 2).posts.get('polchat')).toMatchObject([
      { id: '1', state: 'deleted', text: '' },
    ]);
  });

  it('takes the newer version too where the tag was edited out, whichever comes first', () => {
    const [old, edited] = [on('1'), off('2', { editedIds: ['1', '2'] })];
    for (const order of orders([old, edited])) {
      const to = keeper();
      for (const one of order) take(to, [one]);
      expect(to.posts('polchat')).toMatchObject([{ id: '2', text: 'no tag' }]);
    }
  });

  it('tells of the reposts that went with a post', () => {
    const to = keeper();
    take(to, [on('1'), on('2', { repostOf: '1' }), on('3', { quoteOf: '1' })]);
    expect(ids(take(to, [], 5, { deleted: ['1'] }))).toEqual(['1', '2']);
  });

  const closed = author('anna', { protected: true });
  const hidden = author('anna', { hidden: true });

  it.each([
    ['the same post', '1', on('1', { author: closed }), { protected: true }],
    ['another post', '1', on('2', { author: closed }), { protected: true }],
    ['a post of someone hidden', '1', on('2', { author: hidden }), { hidden: true }],
  ])('does not take what X leaves out for news of the account: %s', (_, id, told, expected) => {
    const untold = on(id, { accountAt: 0, observedAt: START + 7_200_000, text: 'Later' });
    for (const batches of [
      [[told], [untold]],
      [[untold, told]],
      [[untold], [told]],
      [[untold], [told, untold]],
    ]) {
      const to = keeper();
      for (const batch of batches) take(to, batch);
      expect(to.posts('polchat').find((one) => one.id === id)?.author).toMatchObject(expected);
    }
  });

  it('tells whose kept posts are behind a lock once X tells it, with those brought in out of the waiting room', () => {
    const to = keeper();
    take(to, [on('1', { accountAt: 0 }), off('2', { accountAt: 0, replyTo: '7' })]);
    expect(ids(take(to, [off('3', { author: closed })]))).toEqual(['1']);
    take(to, [on('7', { author: author('ben') })]);
    const locked = to.posts('polchat').filter((one) => one.author.protected);
    expect(locked.map(({ id }) => id).sort()).toEqual(['1', '2']);
  });

  it('believes X that an account was opened', () => {
    const to = keeper();
    take(to, [on('1', { author: closed })]);
    take(to, [on('2', { observedAt: START + 7_200_000 })]);
    take(to, [on('3', { accountAt: 0 })]);
    const standing = to.posts('polchat').map((one) => [one.id, one.author.protected]);
    expect(standing.sort()).toEqual([
      ['1', true],
      ['2', false],
      ['3', false],
    ]);
  });

  it('does not take a repost of hidden words for news of whoever passed them on', () => {
    const to = keeper();
    take(to, [on('1', { author: hidden, repostOf: '7' }), on('2', { accountAt: 0 })]);
    expect(to.posts('polchat').find(({ id }) => id === '2')?.author.hidden).toBe(false);
  });

  it('knows whom the page shows without saying how they stand, by their handle', () => {
    const page = { id: null, handle: 'ANNA' };
    for (const state of [closed, hidden]) {
      const to = keeper();
      take(to, [on('1', { author: state })]);
      const seen = on('2', {
        author: { ...author('anna'), ...page },
        source: 'dom',
        observedAt: 9e12,
      });
      const { protected: lock, hidden: veil } =
        take(to, [seen]).posts.get('polchat')?.[0]?.author ?? {};
      expect([lock, veil]).toEqual([state.protected, state.hidden]);
    }
  });

  it('says back that a learned post is by someone behind a lock', () => {
    const to = keeper();
    take(to, [on('1', { author: closed })]);
    const taken = to.learn('polchat', [on('2', { accountAt: 0 })], 1);
    expect(taken.posts.get('polchat')).toMatchObject([{ id: '2', author: { protected: true } }]);
  });

  it('makes versions of an edited post one, also where the tag was edited in', () => {
    const to = keeper();
    take(to, [off('3', { replyTo: '1' })]);
    const edited = on('2', { editedIds: ['1', '2'] });
    const taken = take(to, [edited], 1);
    expect(ids(taken)).toEqual(['2', '3']);
    expect(ids(take(to, [off('1')], 2))).toEqual([]);
    expect(
      to
        .posts('polchat')
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['2', '3']);
  });

  describe('three versions', () => {
    const versions = ['101', '102', '103'];
    const posts = versions.map((id, n) =>
      on(id, { text: `v${n} #polchat`, observedAt: n, editedIds: n === 2 ? versions : [] }),
    );
    const orders = [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ];
    const after = (given: Post[], order: number[]) => {
      const made = keeper();
      for (const n of order) take(made, [given[n] as Post]);
      return made.posts('polchat');
    };

    it.each([null, ...versions])('are one in every order, deleted where any is: %s', (gone) => {
      const given = posts.map((one) =>
        one.id === gone ? { ...one, state: 'deleted' as const, text: '' } : one,
      );
      const kept = orders.map((order) => after(given, order));
      const state = gone === null ? 'present' : 'deleted';
      expect(kept[0]).toMatchObject([{ id: '103', state, text: gone ? '' : 'v2 #polchat' }]);
      for (const one of kept) expect(one).toEqual(kept[0]);
    });

    it.each(versions)('are deleted where X names one of them, before or after: %s', (id) => {
      for (const early of [[id], []]) {
        const made = keeper();
        take(made, [], 0, { deleted: early });
        take(made, [posts[2] as Post]);
        take(made, [], 0, { deleted: [id] });
        expect(made.posts('polchat')).toMatchObject([{ id: '103', state: 'deleted', text: '' }]);
      }
    });
  });

  it('learns what other tabs know, and gives back only what waited for it', () => {
    const to = keeper();
    take(to, [off('2', { replyTo: '1' })]);
    expect(ids(to.learn('PolChat', [off('1')], 1))).toEqual(['2']);
    expect(to.learn('other', [on('5')], 2).posts.size).toBe(0);
    expect(to.posts('polchat')).toHaveLength(2);
  });

  it('says back that a learned post is deleted', () => {
    const to = keeper();
    take(to, [], 0, { deleted: ['1'] });
    expect(to.learn('polchat', [on('1')], 1).posts.get('polchat')).toMatchObject([{ text: '' }]);
  });

  it('spreads over a conversation only the chat whose hashtag was used in it', () => {
    const to = keeper(['polchat', 'commschat']);
    take(to, [on('1', { hashtags: ['polchat'] })]);
    take(to, [on('3', { hashtags: ['commschat'], replyTo: '1', conversationId: '2' })], 1);
    const taken = take(to, [off('4', { replyTo: '8', conversationId: '2' })], 2);
    expect([ids(taken, 'polchat'), ids(taken, 'commschat')]).toEqual([[], ['4']]);
  });

  it('names the newest conversations first, 500 at most', () => {
    const to = keeper();
    take(
      to,
      ['9', '10', '11', '8'].map((id) => on(id, { conversationId: id })),
    );
    expect(to.conversations()).toEqual(['11', '10', '9', '8']);
    const many = Array.from({ length: 600 }, (_, index) => String(1000 + index));
    take(
      to,
      many.map((id) => on(id, { conversationId: id })),
      1,
    );
    expect(to.conversations()).toHaveLength(500);
    expect(to.conversations()[0]).toBe('1599');
  });

  it("keeps everything for the hashtag ''", () => {
    expect(ids(take(keeper(['']), [off('1'), on('2')]), '')).toEqual(['1', '2']);
  });

  it('gives the same chat for any order of arrival', () => {
    const posts = [
      on('1', { conversationId: '1' }),
      off('2', { replyTo: '1', conversationId: '1' }),
      off('3', { quoteOf: '2', conversationId: '3' }),
      off('4', { replyTo: '3', conversationId: '3' }),
      off('5', { replyTo: '99', conversationId: '99' }),
      on('6', { replyTo: '98', conversationId: '97' }),
      off('7', { replyTo: '97', conversationId: '97' }),
    ];
    for (let turn = 0; turn < posts.length; turn++) {
      const to = keeper();
      [...posts.slice(turn), ...posts.slice(0, turn)].forEach((one, at) => {
        take(to, [one], at);
      });
      expect(
        to
          .posts('polchat')
          .map(({ id }) => id)
          .sort(),
      ).toEqual(['1', '2', '3', '4', '6', '7']);
    }
  });
});
