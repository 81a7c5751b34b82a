import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { reportSearches } from '@/entrypoints/follower/searches';
import type { Bridge } from '@/stores/bridge';

vi.mock('#imports', () => ({ browser: {} }));

const SEARCH = 'https://x.com/search?q=%23polchat&f=live';

beforeEach(() => {
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }));
  vi.stubGlobal('location', new URL(SEARCH));
});
afterEach(() => vi.unstubAllGlobals());

/** A page of X while tab 7 follows #polchat; `followed` is what the background answers. */
function stage(followed: boolean) {
  let isFollowed = false;
  const told: unknown[] = [];
  const bridge = {
    chat: { hashtag: 'polchat' },
    chats: () => [],
    feed: { lastSearch: () => undefined, onAnswer: () => {}, health: () => ({ clockOffset: 0 }) },
    saved: { get: () => ({ hashtag: 'polchat', tabId: 7 }), onChange: () => {} },
    signal: new AbortController().signal,
    followed: () => isFollowed,
    follow: (value: boolean) => {
      isFollowed = value;
    },
    send: async (name: string, body: object) => {
      told.push({ name, ...body });
      return followed;
    },
  } as unknown as Bridge;
  reportSearches(bridge);
  return { bridge, told, isFollowed: () => isFollowed };
}

const sight = (visible: boolean) => ({ name: 'sightChanged', visible });

it('tells that the followed page left the search, and that it came back, before its address says so', async () => {
  const { bridge, told, isFollowed } = stage(true);
  await vi.waitFor(() => expect(isFollowed()).toBe(true));
  bridge.moved?.(new URL('https://x.com/someone/status/20'));
  bridge.moved?.(new URL(SEARCH));
  await vi.waitFor(() => expect(told).toEqual([sight(true), sight(false), sight(true)]));
});

it('says nothing of where other pages go', async () => {
  const { bridge, told } = stage(false);
  await vi.waitFor(() => expect(told).toEqual([sight(true)]));
  bridge.moved?.(new URL('https://x.com/home'));
  await Promise.resolve();
  expect(told).toEqual([sight(true)]);
});

it('tells when the followed page is hidden', async () => {
  const { told, isFollowed } = stage(true);
  await vi.waitFor(() => expect(isFollowed()).toBe(true));
  Object.assign(document, { visibilityState: 'hidden' });
  document.dispatchEvent(new Event('visibilitychange'));
  await vi.waitFor(() => expect(told).toEqual([sight(true), sight(false)]));
});
