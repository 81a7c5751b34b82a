import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createArchive } from '@/stores/archive/idb';
import type { Programme } from '@/stores/programme';
import { UNSAVED } from '@/stores/saved';
import { sessionAt } from '@/tests/fixtures/session';
import { post, START } from '../../../fixtures/posts';

const state = vi.hoisted(() => ({ kept: {} as Record<string, unknown>, lost: false }));

vi.mock('#imports', () => ({
  browser: {
    tabs: { query: async () => [] },
    storage: {
      managed: { get: async () => ({}) },
      local: {
        get: async (keys: string | string[] | null) =>
          keys === null
            ? { ...state.kept }
            : Object.fromEntries([keys].flat().map((key) => [key, state.kept[key]])),
        set: async (items: Record<string, unknown>) => {
          state.lost ||= !('ownSettings' in state.kept);
          Object.assign(state.kept, items);
        },
        remove: async (keys: string[]) => {
          for (const key of keys) delete state.kept[key];
        },
        clear: async () => {
          state.kept = {};
        },
      },
    },
  },
}));

const { deleteAll } = await import('@/entrypoints/background/delete-all');
const { createKeeping } = await import('@/entrypoints/background/keeping');

let n = 0;
let done: string[];
const programme = {
  hear: async () => {},
  forget: async () => void done.push('forget'),
  refresh: async () => void done.push('refresh'),
} as unknown as Programme;
const session = sessionAt(START, { theme: 'Meetings' });

beforeEach(() => {
  done = [];
  state.lost = false;
  state.kept = {
    ownSettings: { ...UNSAVED.ownSettings, keepMonths: 3 },
    joined: { polchat: 1 },
    schedules: { polchat: { sessions: [session], checkedAt: 1, calendars: [] } },
  };
});

describe('deleteAll', () => {
  it('leaves the person’s settings where they are at every moment, and nothing else', async () => {
    await deleteAll(createArchive(`all ${n++}`), programme, false);
    expect(state.lost).toBe(false);
    expect(state.kept.ownSettings).toMatchObject({ keepMonths: 3 });
    expect(Object.keys(state.kept).sort()).toEqual(['locked', 'ownSettings', 'settings']);
  });

  it('takes the settings too where that is said', async () => {
    await deleteAll(createArchive(`all ${n++}`), programme, true);
    expect(state.kept.ownSettings).toBeUndefined();
    expect(state.kept.settings).toEqual(UNSAVED.settings);
  });

  it('lets go of what posts announced before calendars are read', async () => {
    await deleteAll(createArchive(`all ${n++}`), programme, false);
    expect(done).toEqual(['forget', 'refresh']);
  });

  it('keeps the session anew with the posts that come afterwards', async () => {
    const archive = createArchive(`all ${n++}`);
    const { keepPosts } = createKeeping(archive, programme, () => {});
    const { schedules } = state.kept;
    const keep = () =>
      keepPosts({ hashtag: 'polchat', posts: [post({ id: '1', createdAt: START })] }, {});
    await keep();
    await deleteAll(archive, programme, false);
    Object.assign(state.kept, { schedules });
    await keep();
    expect(await archive.sessions('polchat')).toMatchObject([{ start: START, posts: 1 }]);
  });
});
