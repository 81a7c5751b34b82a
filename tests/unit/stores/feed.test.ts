import { describe, expect, it, vi } from 'vitest';
import { createKeeper } from '@/stores/core/keep';
import type { Post } from '@/stores/core/post';
import type { Captured } from '@/stores/core/wire';
import { Feed } from '@/stores/feed';
import { post } from '../../fixtures/posts';

const NOW = Date.UTC(2026, 11, 3, 13, 20);

function createFeed(answer: (captured: Captured) => Post[] = () => [], deleted: string[] = []) {
  const wanted: string[][] = [];
  const saved: Post[][] = [];
  const dropped: string[] = [];
  const at: number[] = [];
  const feed: Feed = new Feed({
    hashtag: 'polchat',
    keeper: createKeeper({ hashtags: ['polchat'] }),
    read: (captured, observedAt) => {
      at.push(observedAt);
      return {
        posts: answer(captured),
        deleted,
        unavailable: [],
        skipped: { unreadable: 1, promoted: 2, offTopic: 0 },
      };
    },
    save: async (posts, gone) => {
      saved.push(posts);
      dropped.push(...gone);
    },
    want: () => wanted.push(feed.conversations()),
    now: () => NOW,
    clockOffset: () => 2_500,
    later: (work) => work(),
  });
  return { feed, wanted, saved, dropped, at };
}

function captured(fields: Partial<Captured> = {}): Captured {
  return {
    operation: 'SearchTimeline',
    status: 200,
    text: '{}',
    request: '',
    date: null,
    rate: null,
    failures: 0,
    ...fields,
  };
}

const tagged = (id: string) => ({
  ...post({ id }),
  text: 'Hello #polchat',
  hashtags: ['polchat'],
  conversationId: id,
});

describe('Feed', () => {
  it('takes a refusal for neither posts, nor unreadable ones, nor something posted', () => {
    const { feed } = createFeed();
    const posted = vi.fn();
    feed.onOwn(posted);
    feed.hear(captured({ status: 429, text: 'Rate limit exceeded' }));
    feed.hear(captured({ operation: 'CreateTweet', status: 403, text: '{"errors":[]}' }));
    const { refused, skipped } = feed.health();
    expect({ refused, unreadable: skipped.unreadable }).toEqual({ refused: 403, unreadable: 0 });
    expect(posted).not.toHaveBeenCalled();
  });

  it('takes X’s answer without a post in it for nothing posted, whatever its status', () => {
    const { feed } = createFeed(() => []);
    const posted = vi.fn();
    feed.onOwn(posted);
    const refusal = '{"errors":[{"code":187,"message":"Status is a duplicate."}],"data":{}}';
    feed.hear(captured({ operation: 'CreateTweet', text: refusal }));
    feed.hear(captured({ operation: 'CreateNoteTweet', text: '{"data":{"create_tweet":{}}}' }));
    expect(posted).not.toHaveBeenCalled();
  });

  it('says when there is a new conversation', () => {
    const { feed, wanted } = createFeed(() => [tagged('7')]);
    expect(wanted).toEqual([]);
    feed.hear(captured());
    feed.hear(captured());
    expect(wanted).toEqual([['7']]);
  });

  it('keeps X’s last answer to a search for a minute', () => {
    const { feed } = createFeed();
    feed.hear(captured({ request: '1' }));
    feed.hear(captured({ request: 'home', operation: 'HomeTimeline' }));
    expect(feed.lastSearch()?.request).toBe('1');
    feed.sweep();
    expect(feed.lastSearch()).toBeUndefined();
  });

  it('tells of every answer once its posts are taken, until it is told to stop', () => {
    const { feed } = createFeed(() => [tagged('7')]);
    const heard: (string | undefined)[] = [];
    const stop = feed.onAnswer(() => heard.push(feed.get('7')?.id));
    feed.hear(captured());
    stop();
    feed.hear(captured());
    expect(heard).toEqual(['7']);
  });

  it('hands on and saves what the keeper keeps, and counts the rest', () => {
    const { feed, saved } = createFeed(() => [
      tagged('7'),
      { ...post({ id: '8' }), text: 'No tag', hashtags: [] },
    ]);
    const heard = vi.fn();
    feed.onPosts(heard);
    feed.hear(captured());
    expect(heard.mock.calls.flatMap(([posts]) => posts).map(({ id }) => id)).toEqual(['7']);
    expect(saved.flat().map(({ id }) => id)).toEqual(['7']);
    expect(feed.health()).toMatchObject({
      responses: 1,
      skipped: { unreadable: 1, promoted: 2 },
    });
  });

  it('hands on what was deleted, known here or not', async () => {
    const { feed, saved, dropped } = createFeed(() => [tagged('7')], ['7', '8']);
    feed.hear(captured());
    expect(saved.flat()).toMatchObject([{ id: '7', state: 'deleted', text: '' }]);
    await vi.waitFor(() => expect(dropped).toEqual(['8']));
  });

  it('hears of other tabs’ posts without saving them again', () => {
    const { feed, saved } = createFeed();
    feed.learn([tagged('7')]);
    expect(feed.get('7')?.id).toBe('7');
    expect(saved).toEqual([]);
  });

  it('tells the person’s own post to whoever asked, of the chat or not', () => {
    const own = { ...post({ id: '9' }), text: 'No tag', hashtags: [] };
    const { feed } = createFeed(() => [own]);
    const heard = vi.fn();
    feed.onOwn(heard);
    feed.hear(captured({ operation: 'CreateTweet' }));
    expect(heard).toHaveBeenCalledWith([own]);
    feed.hear(captured());
    expect(heard).toHaveBeenCalledTimes(1);
    // For who comes to listen a moment later, and no longer than that.
    expect(feed.own()).toEqual([own]);
    feed.sweep();
    expect(feed.own()).toEqual([]);
  });

  it('does not take what an own post quotes for the person’s own', () => {
    const own = { ...tagged('9'), quoteOf: '8' };
    const { feed } = createFeed(() => [post({ id: '8', author: 'sgtmoss' }), own]);
    feed.hear(captured({ operation: 'CreateTweet' }));
    expect(feed.own()).toEqual([own]);
  });

  it('does not take what came with a held back answer for X’s newest word', () => {
    const { feed } = createFeed();
    const rate = { limit: 50, remaining: 9, reset: NOW + 60_000 };
    feed.hear(captured({ text: '', date: NOW, rate, heardAt: NOW }));
    const before = { ...rate, remaining: 30 };
    feed.hear(captured({ date: NOW - 540_000, rate: before, heardAt: NOW - 540_000 }));
    expect(feed.health()).toMatchObject({ clockOffset: 2_500, rate });
  });

  it('reads what was held back as of when X answered', () => {
    const { feed, at } = createFeed();
    feed.hear(captured());
    feed.hear(captured({ heardAt: NOW - 540_000 }));
    expect(at).toEqual([NOW, NOW - 540_000]);
  });

  it('takes a timeline that does not concern the chat for no answer that could not be read', () => {
    const { feed } = createFeed();
    const heard = vi.fn();
    feed.onAnswer(heard);
    feed.hear(captured({ text: ' ' }));
    expect(feed.health()).toMatchObject({ responses: 0, barren: 0, skipped: { unreadable: 0 } });
    expect(feed.takeUnread()).toEqual([]);
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it('remembers X’s refusal until X answers again', () => {
    const { feed } = createFeed();
    const rate = { limit: 50, remaining: 0, reset: NOW + 60_000 };
    feed.hear(captured({ status: 429, text: '', rate }));
    expect(feed.health()).toMatchObject({ refused: 429, rate });
    feed.hear(captured({ text: '' }));
    expect(feed.health().refused).toBe(0);
  });

  it('holds one of an edited post’s versions, the newest, and finds it by each id', async () => {
    const older = tagged('7');
    const newer = { ...tagged('9'), conversationId: '7', editedIds: ['7', '9'] };
    const answers = [[older], [newer], [older]];
    const { feed, saved } = createFeed(() => answers.shift() ?? []);
    const heard = vi.fn();
    feed.onPosts(heard);
    for (let n = 0; n < 3; n++) feed.hear(captured());
    expect(feed.all().map(({ id }) => id)).toEqual(['9']);
    expect(feed.get('7')).toBe(feed.get('9'));
    expect(heard.mock.calls.map(([posts, added]) => [posts[0].id, added])).toEqual([
      ['7', 1],
      ['9', 0],
    ]);
    await vi.waitFor(() => expect(saved.at(-1)?.map(({ id }) => id)).toEqual(['9']));
    feed.learn([older]);
    expect(feed.all().map(({ id }) => id)).toEqual(['9']);
  });

  it('counts answers in a row of which nothing could be read, and hands the last of each kind on once', () => {
    const answers = [[], [], [tagged('7')], []];
    const { feed } = createFeed(() => answers.shift() ?? []);
    const told = vi.fn();
    feed.hear(captured({ text: '{"a":1}' }));
    feed.onUnread(told);
    expect(told).toHaveBeenCalledTimes(1);
    feed.hear(captured({ text: '{"b":1}' }));
    expect(feed.health().barren).toBe(2);
    expect(told).toHaveBeenCalledTimes(2);
    expect(feed.takeUnread().map(({ text }) => text)).toEqual(['{"b":1}']);
    expect(feed.takeUnread()).toEqual([]);
    feed.hear(captured());
    expect(feed.health().barren).toBe(0);
    // A list of people may have the hashtag in a description alone.
    feed.hear(captured({ request: '{"variables":{"product":"People"}}' }));
    feed.hear(captured({ operation: 'UserByScreenName' }));
    const text = '{"itemType":"TimelineNotification","description":"Host of #polchat"}';
    feed.hear(captured({ operation: 'NotificationsTimeline', text }));
    expect(feed.health().barren).toBe(0);
  });

  it('lets go of unread answers that nobody asked for', () => {
    const { feed } = createFeed();
    feed.hear(captured());
    feed.sweep();
    expect(feed.takeUnread()).toEqual([]);
  });

  it('takes what the page shows, counts what it cannot read once, and joins it with the answer that comes', () => {
    const answered = { ...tagged('7'), text: 'The whole of it #polchat' };
    const { feed, saved } = createFeed(() => [answered]);
    const seen: Post = {
      ...tagged('7'),
      text: 'The whole',
      truncated: true,
      conversationId: null,
      source: 'dom',
    };
    feed.see([seen, { ...post({ id: '8' }), hashtags: [], source: 'dom' }], 2);
    feed.see([], 2);
    expect(feed.health()).toMatchObject({
      page: { posts: 1, unreadable: 2 },
      skipped: { unreadable: 2, offTopic: 1 },
      newest: seen.createdAt,
    });
    expect(saved.flat().map(({ id }) => id)).toEqual(['7']);
    feed.hear(captured());
    expect(feed.all()).toMatchObject([
      { text: answered.text, truncated: false, source: 'response' },
    ]);
  });

  it('saves nothing more of an account, and has what was saved forgotten, once X tells that it is behind a lock', async () => {
    const untold = { ...tagged('7'), accountAt: 0 };
    const other = { ...post({ id: '8' }), hashtags: [], text: 'Of no chat', observedAt: NOW };
    const closed = { ...other, author: { ...other.author, protected: true } };
    const { feed, saved } = createFeed(({ request }) => (request ? [closed] : [untold]));
    feed.hear(captured());
    feed.hear(captured({ request: 'other' }));
    await feed.kept();
    expect(saved.flat().at(-1)).toMatchObject({ id: '7', author: { protected: true } });
  });

  it('counts posts of protected accounts, from here and from other tabs, and hands its own on', () => {
    const closed = (id: string) => ({
      ...tagged(id),
      author: { ...tagged(id).author, protected: true },
    });
    const { feed, saved } = createFeed(() => [closed('7')]);
    feed.hear(captured());
    feed.hear(captured());
    feed.learn([closed('8')]);
    expect(feed.health().unkept).toBe(2);
    expect(saved.flat().map(({ id }) => id)).toEqual(['7']);
    // A tab that opens later gets them from here, and the others from the archive.
    feed.learn([tagged('9')]);
    const { createdAt } = tagged('7');
    expect(feed.closed(createdAt, createdAt).map(({ id }) => id)).toEqual(['7', '8']);
    expect(feed.closed(createdAt + 1, createdAt + 2)).toEqual([]);
  });
});
