import { describe, expect, it, vi } from 'vitest';
import { createKeeper } from '@/stores/core/keep';
import type { Post } from '@/stores/core/post';
import type { Captured, Interest } from '@/stores/core/wire';
import { Feed } from '@/stores/feed';
import { post } from '../../fixtures/posts';

const NOW = Date.UTC(2026, 11, 3, 13, 20);

function createFeed(answer: (captured: Captured) => Post[] = () => []) {
  const wanted: Interest[] = [];
  const saved: Post[][] = [];
  const feed = new Feed({
    hashtag: 'polchat',
    keeper: createKeeper({ hashtags: ['polchat'] }),
    read: (captured) => ({
      posts: answer(captured),
      deleted: [],
      unavailable: [],
      skipped: { unreadable: 1, promoted: 2, offTopic: 0 },
      viewer: null,
    }),
    save: async (posts) => saved.push(posts),
    want: (interest) => wanted.push(interest),
    now: () => NOW,
    later: (work) => work(),
  });
  return { feed, wanted, saved };
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
  it('says at once which hashtag counts, and each new conversation of it', () => {
    const { feed, wanted } = createFeed(() => [tagged('7')]);
    expect(wanted).toEqual([{ hashtags: ['polchat'], conversations: [] }]);
    feed.hear(captured());
    expect(wanted.at(-1)).toEqual({ hashtags: ['polchat'], conversations: ['7'] });
    feed.hear(captured());
    expect(wanted).toHaveLength(2);
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
      readAt: NOW,
      skipped: { unreadable: 1, promoted: 2 },
    });
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
  });

  it('corrects the clock when it is off by more than two seconds, by X’s whole seconds', () => {
    const { feed } = createFeed();
    feed.hear(captured({ text: '', date: NOW + 2_000 }));
    expect(feed.health().clockOffset).toBe(2_500);
    feed.hear(captured({ text: '', date: NOW - 1_000 }));
    expect(feed.health().clockOffset).toBe(0);
  });

  it('remembers X’s refusal until X answers again', () => {
    const { feed } = createFeed();
    const rate = { limit: 50, remaining: 0, reset: NOW + 60_000 };
    feed.hear(captured({ status: 429, text: '', rate }));
    expect(feed.health()).toMatchObject({ refused: 429, rate });
    feed.hear(captured({ text: '' }));
    expect(feed.health().refused).toBe(0);
  });
});
