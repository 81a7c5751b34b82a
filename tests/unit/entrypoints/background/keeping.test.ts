import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Programme } from '@/stores/programme';
import { author, post, START } from '../../../fixtures/posts';
import { idAt, xPost } from '../../../fixtures/x/payloads';

const state = vi.hoisted(() => ({ told: [] as { tab: number; message: unknown }[] }));

vi.mock('#imports', () => ({
  browser: {
    storage: { local: { get: async () => ({}) } },
    tabs: {
      query: async () => [{ id: 1 }, { id: 2 }],
      sendMessage: async (tab: number, message: unknown) => {
        state.told.push({ tab, message });
        return { gives: null };
      },
    },
  },
}));

const { createArchive } = await import('@/stores/archive/idb');
const { createKeeping, monthsBefore } = await import('@/entrypoints/background/keeping');

const programme = { hear: async () => {} } as unknown as Programme;
const sender = { tab: { id: 1 } } as Parameters<ReturnType<typeof createKeeping>['keepPosts']>[1];
const onKept = vi.fn();
let n = 0;
let archive = createArchive('keeping');

beforeEach(() => {
  state.told = [];
  onKept.mockClear();
  archive = createArchive(`keeping ${n++}`);
});

describe('keepPosts', () => {
  it('tells the other tabs of posts by protected accounts, and keeps nothing of them', async () => {
    const { keepPosts } = createKeeping(archive, programme, onKept);
    const open = post({ id: '1' });
    const closed = post({ id: '2', author: author('ben', { protected: true }) });
    expect(await keepPosts({ hashtag: 'polchat', posts: [open, closed] }, sender)).toEqual({
      kept: 1,
    });
    expect(await archive.read('polchat', 0, START * 2)).toEqual([open]);
    expect(state.told).toEqual([
      {
        tab: 2,
        message: { name: 'postsKept', body: { hashtag: 'polchat', posts: [open, closed] } },
      },
    ]);
  });

  it('hands the archive no word of a protected account', async () => {
    const keep = vi.spyOn(archive, 'keep');
    const { keepPosts } = createKeeping(archive, programme, onKept);
    const closed = post({ id: '2', text: 'For few', author: author('ben', { protected: true }) });
    await keepPosts({ hashtag: 'polchat', posts: [closed] }, sender);
    expect(keep).toHaveBeenCalledTimes(1);
    expect(JSON.stringify(keep.mock.calls)).not.toContain('For few');
  });

  it('takes the text out of deleted posts, and tells the other tabs', async () => {
    const { keepPosts } = createKeeping(archive, programme, onKept);
    await keepPosts({ hashtag: 'polchat', posts: [post({ id: '1' })] }, sender);
    state.told = [];
    await keepPosts({ hashtag: 'polchat', posts: [], deleted: ['1', '404'] }, sender);
    const gone = { id: '1', state: 'deleted', text: '' };
    expect(await archive.read('polchat', 0, START * 2)).toMatchObject([gone]);
    expect(state.told).toMatchObject([{ tab: 2, message: { body: { posts: [gone] } } }]);
  });
});

describe('keepAnswers', () => {
  it('keeps what a page heard and could not read before it went', async () => {
    const { keepAnswers } = createKeeping(archive, programme, onKept);
    const said = xPost('C', { id: idAt(1), text: 'On my way out #polchat' });
    const head = { operation: 'HomeTimeline', status: 200, request: '', date: null, rate: null };
    const answer = { ...head, text: JSON.stringify({ data: { said } }), failures: 0 };
    await keepAnswers([answer], sender);
    const kept = await archive.read('polchat', 0, Number.MAX_SAFE_INTEGER);
    expect(kept.map(({ id, text }) => [id, text])).toEqual([[idAt(1), 'On my way out #polchat']]);
    // The button counts it like any other.
    expect(onKept).toHaveBeenCalledExactlyOnceWith(sender);
  });
});

describe('monthsBefore', () => {
  it.each([
    ['2027-03-31', 1, '2027-02-28'],
    ['2028-03-30', 1, '2028-02-29'],
    ['2026-12-31', 3, '2026-09-30'],
    ['2027-01-15', 12, '2026-01-15'],
    ['2027-01-31', 1, '2026-12-31'],
  ])('is, for %s and %i, %s, and forgets nothing too soon', (now, months, then) => {
    const [year = 0, month = 0, day = 0] = now.split('-').map(Number);
    const found = monthsBefore(new Date(year, month - 1, day, 13), months);
    const parts = [found.getFullYear(), found.getMonth() + 1, found.getDate()];
    expect(parts.map((part) => String(part).padStart(2, '0')).join('-')).toBe(then);
    expect(found.getHours()).toBe(13);
  });
});
