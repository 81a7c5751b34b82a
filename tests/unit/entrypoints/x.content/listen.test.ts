import { beforeEach, describe, expect, it, vi } from 'vitest';

const hears = vi.hoisted(() => ({ message: vi.fn(), change: vi.fn() }));
vi.mock('#imports', () => ({
  browser: {
    storage: { onChanged: { addListener: hears.change } },
    runtime: { onMessage: { addListener: hears.message } },
  },
}));

const { listen } = await import('@/entrypoints/x.content/listen');

const respond = vi.fn();
beforeEach(() => void respond.mockReset());

describe('listen', () => {
  it('answers what it knows, and says where that failed', () => {
    listen(() => {}, {
      closedPosts: () => [],
      openPanel: () => {
        throw new TypeError('no place');
      },
    });
    for (const name of ['closedPosts', 'openPanel', 'other']) {
      hears.message.mock.lastCall?.[0]({ name, body: {} }, {}, respond);
    }
    expect(respond.mock.calls).toEqual([[{ gives: [] }], [{ failed: 'TypeError: no place' }]]);
  });

  it('takes over what changed on this computer alone', () => {
    const adopt = vi.fn();
    listen(adopt, {});
    hears.change.mock.lastCall?.[0]({ panel: {} }, 'session');
    hears.change.mock.lastCall?.[0]({ settings: {} }, 'local');
    expect(adopt.mock.calls).toEqual([[{ settings: {} }]]);
  });
});
