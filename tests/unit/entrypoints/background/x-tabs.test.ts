import { beforeEach, describe, expect, it, vi } from 'vitest';

const state = vi.hoisted(() => ({
  tabs: [] as { id: number; windowId: number; lastAccessed: number }[],
  answers: {} as Record<number, () => Promise<unknown>>,
  done: [] as string[],
}));

vi.mock('#imports', () => ({
  browser: {
    tabs: {
      query: async () => [...state.tabs],
      sendMessage: (id: number) => state.answers[id]?.() ?? Promise.reject(new Error('nobody')),
      update: async (id: number) => void state.done.push(`forward ${id}`),
      create: async () => void state.done.push('new'),
    },
    windows: { update: async () => {} },
  },
}));

const { showX } = await import('@/entrypoints/background/x-tabs');

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
