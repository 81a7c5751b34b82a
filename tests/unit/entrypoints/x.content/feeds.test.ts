import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { feedMaker } from '@/entrypoints/feeds/feed-maker';
import { createFeeds } from '@/entrypoints/x.content/feeds';
import type { Bridge } from '@/stores/bridge';
import { type Chat, POLCHAT } from '@/stores/core/chat';
import type { Post } from '@/stores/core/post';
import type { Captured } from '@/stores/core/wire';
import { post } from '../../../fixtures/posts';
import { idAt, xPost } from '../../../fixtures/x/payloads';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const POLCHAT_AND = (hashtag: string): Chat[] => [POLCHAT, { ...POLCHAT, hashtag }];

/** X's page with the tap, and a background that puts the script in once `comes` says so. */
function page(comes: () => boolean = () => true) {
  const told: { text: string; ids: Record<string, 1> | null }[] = [];
  const state = { isValid: true, loads: 0, handed: [] as Captured[], isKept: false };
  const saved: string[] = [];
  const observed: number[] = [];
  const bridge = {
    signal: new AbortController().signal,
    clockOffset: () => 0,
    send: async (_: string, { posts }: { posts: Post[] }) => {
      saved.push(...posts.map(({ id }) => id));
      observed.push(...posts.map(({ observedAt }) => observedAt));
    },
  } as unknown as Bridge;
  const feeds = createFeeds({
    isValid: () => state.isValid,
    tell: (interest) => told.push(JSON.parse(interest)),
    load: async () => {
      state.loads += 1;
      await new Promise((done) => setTimeout(done, 20));
      if (comes()) feeds.bring(feedMaker(bridge));
    },
    handOver: async (answers) => {
      state.handed.push(...answers);
      if (!state.isKept) throw new Error('killed');
    },
  });
  feeds.follow([POLCHAT]);
  return { feeds, state, told, saved, observed };
}

function captured(fields: Partial<Captured> = {}): Captured {
  const head = { operation: 'HomeTimeline', status: 200, text: '', request: '' };
  return { ...head, date: null, rate: null, failures: 0, ...fields };
}

/** An answer with a post of the chat, written so many seconds after the first. */
function answer(second: number, fields: Partial<Captured> = {}): Captured {
  const said = xPost('C', { id: idAt(second), text: `At ${second} #polchat` });
  return captured({ text: JSON.stringify({ data: { tweet: said } }), ...fields });
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('createFeeds', () => {
  it('says at once which hashtags count, all of them, and later each conversation', async () => {
    const { feeds, told } = page();
    feeds.follow(POLCHAT_AND('CommsChat'));
    expect(told.map(({ text }) => text)).toEqual(['.(?:polchat)', '.(?:polchat|commschat)']);
    feeds.hear(answer(1));
    await vi.advanceTimersByTimeAsync(20);
    expect(told.at(-1)).toEqual({ text: '.(?:polchat|commschat)', ids: { [idAt(1)]: 1 } });
  });

  it('asks for no script where there is nothing to read', async () => {
    const { feeds, state } = page();
    feeds.hear(captured());
    feeds.hear(captured({ text: ' ' }));
    feeds.learn('polchat', []);
    feeds.learn('other', [post({ id: '1' })]);
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(state.loads).toBe(0);
  });

  it.each([
    ['an answer that concerns a chat', answer(1)],
    ['a search, whatever it found', captured({ operation: 'SearchTimeline' })],
    ['a refusal', captured({ status: 429 })],
  ])('asks for the script with %s', async (_, heard) => {
    const { feeds, state } = page();
    const made: string[][] = [];
    feeds.each((feed) => made.push([feed.health().refused, !!feed.lastSearch()].map(String)));
    feeds.hear(heard);
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(state.loads).toBe(1);
    expect(made).toHaveLength(1);
  });

  it('takes what came before the script in the order it came, then what comes at once', async () => {
    const { feeds, saved } = page();
    const heard: string[] = [];
    feeds.each((feed) => {
      feed.onAnswer(({ request }) => heard.push(request));
      feed.onPosts(([first]) => heard.push(first?.id ?? ''));
    });
    feeds.hear(answer(1, { request: 'one' }));
    feeds.learn('polchat', [post({ id: '7' })]);
    feeds.hear(captured({ status: 503, request: 'two' }));
    expect(heard).toEqual([]);
    await vi.advanceTimersByTimeAsync(20);
    expect(heard).toEqual([idAt(1), 'one', '7', 'two']);
    feeds.hear(captured({ request: 'three' }));
    expect(heard.at(-1)).toBe('three');
    await vi.advanceTimersByTimeAsync(SECOND);
    expect(saved).toEqual([idAt(1)]);
  });

  it('loses nothing to a background that is killed on the way', async () => {
    let tries = 0;
    const { feeds, state } = page(() => ++tries > 2);
    feeds.hear(answer(1));
    await vi.advanceTimersByTimeAsync(500);
    feeds.hear(answer(2));
    expect(state.loads).toBe(1);
    await vi.advanceTimersByTimeAsync(3 * SECOND);
    expect(state.loads).toBe(3);
    const ids = feeds
      .get('polchat')
      ?.all()
      .map(({ id }) => id);
    expect(ids).toEqual([idAt(1), idAt(2)]);
  });

  it('holds others’ posts ten minutes at most, where the script never comes', async () => {
    const { feeds, state } = page(() => false);
    feeds.hear(answer(1));
    await vi.advanceTimersByTimeAsync(9 * MINUTE);
    feeds.leave();
    expect(state.handed).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(2 * MINUTE);
    const { loads } = state;
    feeds.leave();
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect([state.handed.length, state.loads]).toEqual([1, loads]);
    // The next one is a new try.
    feeds.hear(answer(2));
    expect(state.loads).toBe(loads + 1);
  });

  it('asks no longer, and holds nothing, once the extension was updated', async () => {
    const { feeds, state } = page(() => false);
    feeds.hear(answer(1));
    await vi.advanceTimersByTimeAsync(500);
    state.isValid = false;
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(state.loads).toBe(1);
    feeds.leave();
    expect(state.handed).toEqual([]);
  });

  it('hands over what waits when the page goes, but not what is kept already', () => {
    const { feeds, state } = page();
    feeds.learn('polchat', [post({ id: '7' })]);
    feeds.hear(answer(1, { request: 'mine' }));
    feeds.leave();
    expect(state.handed.map(({ request }) => request)).toEqual(['mine']);
  });

  it('hands over again what the background did not take, and drops what it took', async () => {
    const { feeds, state, saved } = page(() => state.isKept);
    feeds.hear(answer(1, { request: 'mine' }));
    feeds.leave();
    await vi.advanceTimersByTimeAsync(100);
    state.isKept = true;
    feeds.leave();
    feeds.hear(answer(2, { request: 'back' }));
    await vi.advanceTimersByTimeAsync(5 * SECOND);
    expect(state.handed.map(({ request }) => request)).toEqual(['mine', 'mine']);
    expect(saved).toEqual([idAt(2)]);
  });

  it('lets the oldest answers go where what waits grows too large', () => {
    const { feeds, state } = page(() => false);
    const text = 'x'.repeat(9_000_000);
    for (const request of ['one', 'two', 'three']) feeds.hear(captured({ text, request }));
    feeds.leave();
    expect(state.handed.map(({ request }) => request)).toEqual(['two', 'three']);
  });

  it('takes what waited for as old as X’s answer', async () => {
    const { feeds, observed } = page();
    const heardAt = Date.now() - 2 * MINUTE;
    feeds.hear(answer(1, { heardAt }));
    await vi.advanceTimersByTimeAsync(SECOND);
    expect(observed).toEqual([heardAt]);
  });

  it('knows that X refuses no more, though nothing else was to be read', async () => {
    const { feeds } = page();
    feeds.hear(captured({ status: 429 }));
    feeds.hear(captured());
    await vi.advanceTimersByTimeAsync(20);
    expect(feeds.get('polchat')?.health().refused).toBe(0);
  });

  it('loses nothing to somebody who throws, and does not hide it', async () => {
    const { feeds } = page();
    feeds.each((feed) => {
      feed.onPosts(([first]) => {
        if (first?.id === idAt(1)) throw new Error('of a listener');
      });
      throw new Error('of whoever waited for the feed');
    });
    feeds.hear(answer(1));
    feeds.hear(answer(2));
    expect(() => feeds.bring(feedMaker({} as Bridge))).toThrow('of whoever waited');
    expect(feeds.get('polchat')?.get(idAt(2))).toBeDefined();
    expect(() => vi.advanceTimersByTime(0)).toThrow('of a listener');
  });

  it('makes the feed of a chat that is followed later, and lets go of one that is not', async () => {
    const { feeds } = page();
    feeds.hear(answer(1));
    await vi.advanceTimersByTimeAsync(20);
    feeds.follow(POLCHAT_AND('CommsChat'));
    expect(feeds.get('commschat')).toBeDefined();
    feeds.follow([POLCHAT]);
    expect(feeds.get('commschat')).toBeUndefined();
    expect(feeds.get('polchat')?.get(idAt(1))).toBeDefined();
  });

  it('is brought the script once, however often it is put in', async () => {
    const { feeds } = page();
    const make = vi.fn(feedMaker({} as Bridge));
    feeds.hear(answer(1));
    await vi.advanceTimersByTimeAsync(20);
    feeds.bring(make);
    expect(make).not.toHaveBeenCalled();
  });
});
