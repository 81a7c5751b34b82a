import { beforeEach, describe, expect, it, vi } from 'vitest';
import { POLCHAT } from '@/stores/core/chat';
import { DEFAULTS, VERSION } from '@/stores/core/settings';

type Changed = (changes: Record<string, unknown>, area: string) => void;
const state = vi.hoisted(() => ({
  kept: {} as Record<string, unknown>,
  policy: (async () => ({})) as () => Promise<unknown>,
  writes: [] as string[][],
  listeners: [] as Changed[],
}));

/** As Chrome does: keys come back in alphabetical order. */
function shuffled(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(shuffled);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, shuffled(part)]));
}

vi.mock('#imports', () => ({
  browser: {
    storage: {
      onChanged: { addListener: (listener: Changed) => state.listeners.push(listener) },
      managed: { get: () => state.policy() },
      local: {
        get: async (keys: string[]) =>
          Object.fromEntries(keys.map((key) => [key, shuffled(state.kept[key])])),
        set: async (items: Record<string, unknown>) => {
          state.writes.push(Object.keys(items));
          Object.assign(state.kept, JSON.parse(JSON.stringify(items)));
        },
      },
    },
  },
}));

const { settle, watchSettings } = await import('@/entrypoints/background/settings');

beforeEach(() => {
  state.kept = {};
  state.writes = [];
  state.listeners = [];
  state.policy = async () => ({});
});

describe('what counts', () => {
  it('is there after a new installation, also where Firefox knows no policy and says so', async () => {
    state.policy = () => Promise.reject(new Error('Managed storage manifest not found'));
    await settle();
    expect(state.kept).toEqual({ settings: DEFAULTS, locked: [] });
  });

  it('leaves alone what someone chooses while it is worked out for the first time', async () => {
    const ownSettings = { version: VERSION, ...DEFAULTS, keepMonths: 24 };
    state.policy = async () => {
      state.kept.ownSettings = ownSettings;
      return {};
    };
    await settle();
    expect(state.kept.ownSettings).toEqual(ownSettings);
    await settle();
    expect(state.kept.settings).toMatchObject({ keepMonths: 24 });
  });

  it('does not take a policy for a choice', async () => {
    state.policy = async () => ({ keepMonths: 1 });
    await settle();
    state.policy = async () => ({});
    await settle();
    expect(state.kept.settings).toEqual(DEFAULTS);
  });

  it('is written once: a background that starts again writes nothing', async () => {
    await settle();
    await settle();
    expect(state.writes).toEqual([['settings', 'locked']]);
  });

  it('takes over what the first version had chosen', async () => {
    const chats = [{ ...POLCHAT, hashtag: 'lgchat' }];
    state.kept = { settings: { chats } };
    await settle();
    expect(state.kept).toMatchObject({ ownSettings: { chats }, settings: { ...DEFAULTS, chats } });
  });

  it('follows the policy, and gives the person’s own back when the policy goes', async () => {
    state.kept = { ownSettings: { version: VERSION, ...DEFAULTS, keepMonths: 24 } };
    state.policy = async () => ({ keepMonths: 1, gather: false });
    await settle();
    expect(state.kept).toMatchObject({
      settings: { keepMonths: 1 },
      locked: ['gather', 'keepMonths'],
      ownSettings: { keepMonths: 24 },
    });
    state.policy = async () => ({});
    await settle();
    expect(state.kept).toMatchObject({ settings: { keepMonths: 24 }, locked: [] });
  });

  it('is worked out anew when the own settings or the policy change, and not for other keys', async () => {
    watchSettings();
    await settle();
    const [changed] = state.listeners;
    state.writes = [];
    state.kept.ownSettings = { version: VERSION, ...DEFAULTS, look: 'dim' };
    changed?.({ panel: {} }, 'local');
    changed?.({ ownSettings: {} }, 'sync');
    await Promise.resolve();
    expect(state.writes).toEqual([]);
    changed?.({ ownSettings: {} }, 'local');
    await vi.waitFor(() => expect(state.kept.settings).toMatchObject({ look: 'dim' }));
    state.policy = async () => ({ look: 'dark' });
    changed?.({ look: {} }, 'managed');
    await vi.waitFor(() => expect(state.kept.settings).toMatchObject({ look: 'dark' }));
  });
});
