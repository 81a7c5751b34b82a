import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { FollowWay } from '@/stores/core/follow';
import { DEFAULTS } from '@/stores/core/settings';

type Changed = (changes: Record<string, unknown>, area: string) => void;
const state = vi.hoisted(() => ({
  local: {} as Record<string, unknown>,
  session: {} as Record<string, unknown>,
  onAlarm: [] as ((alarm: { name: string }) => void)[],
  onChanged: [] as Changed[],
  tabs: new Map<number, { url: string; active: boolean; windowId: number }>(),
}));

vi.mock('#imports', () => {
  const areaOf = (kept: () => Record<string, unknown>) => ({
    get: async (keys: string | string[]) =>
      Object.fromEntries([keys].flat().map((key) => [key, kept()[key]])),
    set: async (items: Record<string, unknown>) => void Object.assign(kept(), items),
  });
  const open = (url: string) => {
    const id = state.tabs.size + 1;
    state.tabs.set(id, { url, active: false, windowId: 1 });
    return id;
  };
  return {
    browser: {
      alarms: {
        onAlarm: { addListener: (listener: never) => state.onAlarm.push(listener) },
        create: async () => {},
        clear: async () => {},
      },
      storage: {
        local: areaOf(() => state.local),
        session: areaOf(() => state.session),
        onChanged: { addListener: (listener: Changed) => state.onChanged.push(listener) },
      },
      tabs: {
        onRemoved: { addListener() {} },
        create: async ({ url }: { url: string }) => ({ id: open(url) }),
        update: async () => ({}),
        reload: async () => {},
        get: async (id: number) => state.tabs.get(id) ?? Promise.reject(new Error('no tab')),
        remove: async (id: number) => void state.tabs.delete(id),
      },
      windows: {
        create: async ({ url }: { url: string }) => ({ id: 2, tabs: [{ id: open(url) }] }),
        get: async () => ({ focused: false }),
      },
    },
  };
});

const { followHandlers, startFollower } = await import('@/entrypoints/background/follow');
startFollower();

const allow = (background: boolean) => {
  state.local.settings = { ...DEFAULTS, follow: { background } };
};
const follow = (way: FollowWay) => {
  const screen = { left: 0, top: 0, width: 1600, height: 900 };
  const span = { from: Date.now(), end: Date.now() + 3_600_000 };
  const body = { way, hashtag: 'polchat', ...span, around: { ...screen, screen } };
  return followHandlers.followLive?.(body, {});
};
const changed = () => {
  for (const listener of state.onChanged) listener({ settings: {} }, 'local');
};
const alarm = () => {
  for (const listener of state.onAlarm) listener({ name: 'follow the live search' });
};

beforeEach(() => {
  state.local = {};
  state.session = {};
  state.tabs.clear();
  allow(true);
});

describe('the background way, switched off while it runs', () => {
  it.each([
    ['as soon as the settings say so', changed],
    ['at the next alarm, should nobody have heard of it', alarm],
  ])('ends %s, and its tab is closed', async (_, hear) => {
    await follow('background');
    expect(state.local.following).toMatchObject({ way: 'background', tabId: 1 });
    allow(false);
    hear();
    await vi.waitFor(() => expect(state.local.following).toBeNull());
    await vi.waitFor(() => expect(state.tabs.size).toBe(0));
  });

  it('goes on where another setting was changed', async () => {
    await follow('background');
    changed();
    await followHandlers.sightChanged?.({ visible: false }, {});
    expect(state.local.following).toMatchObject({ way: 'background' });
  });

  it('leaves the window alone, which X keeps fresh by itself', async () => {
    allow(false);
    await follow('window');
    changed();
    alarm();
    await followHandlers.sightChanged?.({ visible: true }, {});
    expect(state.local.following).toMatchObject({ way: 'window' });
  });

  it('is not begun', async () => {
    allow(false);
    await expect(follow('background')).rejects.toThrow('switched off');
    expect(state.tabs.size).toBe(0);
  });
});
