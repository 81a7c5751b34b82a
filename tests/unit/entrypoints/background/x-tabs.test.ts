import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Post } from '@/stores/core/post';
import { post } from '../../../fixtures/posts';

const state = vi.hoisted(() => ({
  tabs: [] as { id: number; windowId: number; lastAccessed: number }[],
  answers: {} as Record<number, () => Promise<unknown>>,
  done: [] as string[],
  put: [] as object[],
}));

vi.mock('#imports', () => ({
  browser: {
    tabs: {
      query: async () => [...state.tabs],
      sendMessage: (id: number, { name, body }: { name: string; body: { posts?: Post[] } }) => {
        if (name === 'postsKept') state.done.push(`${id}: ${body.posts?.map((one) => one.id)}`);
        return state.answers[id]?.() ?? Promise.reject(new Error('nobody'));
      },
      update: async (id: number) => void state.done.push(`forward ${id}`),
      create: async () => void state.done.push('new'),
    },
    windows: { update: async () => {} },
    scripting: { executeScript: async (put: object) => void state.put.push(put) },
  },
}));

const { handOver, inject, showX } = await import('@/entrypoints/background/x-tabs');

const ANSWERS = async () => ({ gives: null });
const FROZEN = () => new Promise(() => {});

beforeEach(() => {
  state.done = [];
  state.tabs = [1, 2].map((id) => ({ id, windowId: 1, lastAccessed: id }));
});

describe('showX', () => {
  it('brings forward the tab last used that has Polchat in it', async () => {
    state.answers = { 1: ANSWERS, 2: ANSWERS };
    await showX('polchat');
    state.answers = { 1: ANSWERS };
    await showX('polchat');
    expect(state.done).toEqual(['forward 2', 'forward 1']);
  });

  it('opens X where no tab has Polchat in it', async () => {
    state.answers = {};
    await showX('polchat');
    expect(state.done).toEqual(['new']);
  });

  it('does not wait for a frozen tab: it answers once it is brought forward', async () => {
    vi.useFakeTimers();
    state.answers = { 2: FROZEN };
    const shown = showX('polchat');
    await vi.advanceTimersByTimeAsync(1_500);
    await shown;
    vi.useRealTimers();
    expect(state.done).toEqual(['forward 2']);
  }, 5_000);
});

describe('handOver', () => {
  const asked = { hashtag: 'polchat', from: 0, to: 1 };
  const holding =
    (...ids: string[]) =>
    async () => ({ gives: ids.map((id) => post({ id })) });
  beforeEach(() => {
    state.tabs = [1, 2, 3, 4].map((id) => ({ id, windowId: 1, lastAccessed: id }));
    state.answers = { 1: ANSWERS, 2: holding('a', 'b'), 3: holding(), 4: holding('c') };
  });

  it('has a tab told what each of the others holds', async () => {
    await handOver(asked, 1);
    expect(state.done.sort()).toEqual(['1: a,b', '1: c']);
  });

  it('does not wait for one that is frozen before it tells of the others, nor minds one that is gone', async () => {
    state.answers = { 1: ANSWERS, 2: FROZEN, 4: holding('c') };
    void handOver(asked, 1);
    await vi.waitFor(() => expect(state.done).toEqual(['1: c']));
  });

  it('hands nothing to a page that is not X’s', async () => {
    await handOver(asked, 9);
    await handOver(asked, undefined);
    expect(state.done).toEqual([]);
  });
});

describe('inject', () => {
  it('puts the feeds in at once, into the page that asked where the browser names it', async () => {
    await inject({ tabId: 1, documentIds: ['asking'] }, '/feeds.js');
    await inject({ tabId: 2 }, '/composer.js', 'MAIN');
    expect(state.put).toMatchObject([
      { target: { tabId: 1, documentIds: ['asking'] }, injectImmediately: true },
      { target: { tabId: 2 }, world: 'MAIN', injectImmediately: false },
    ]);
  });
});
