import { expect, it, vi } from 'vitest';
import type { Chats } from '@/entrypoints/x.content/chats';
import { takeBridge } from '@/stores/bridge';
import { POLCHAT } from '@/stores/core/chat';
import { readClock } from '@/stores/core/schedule';
import type { Message } from '@/stores/messages';
import { panelKey, type SavedKey, type SavedStore, UNSAVED } from '@/stores/saved';

const background = vi.hoisted(() => ({ put: [] as unknown[], isKilled: true }));
vi.mock('#imports', () => ({
  browser: {
    i18n: { getMessage: (key: string) => key },
    runtime: {
      id: 'polchat',
      sendMessage: async ({ name, body }: Message) => {
        if (name !== 'load') return { gives: [] };
        background.put.push(body);
        return background.isKilled ? undefined : { gives: null };
      },
    },
  },
}));

// Nothing of the page but that it is looked at.
const element = { toggleAttribute: () => {}, dataset: {} };
vi.mock('@/components/panel/edge-tab', () => ({
  createEdgeTab: () => ({ element, update: () => {} }),
  edgeTabCss: '',
}));
vi.mock('@/entrypoints/x.content/page/place', () => ({
  createPlace: () => ({ host: element, setOpen: () => {}, setWidth: () => {} }),
  hasPlace: () => true,
}));
vi.mock('@/entrypoints/x.content/page/tagged', () => ({ showsUnknown: () => false }));
vi.mock('@/entrypoints/x.content/heed-writing', () => ({ heedWriting: () => () => {} }));
const page = Object.assign(new EventTarget(), {
  visibilityState: 'visible',
  documentElement: element,
});
vi.stubGlobal('document', page);
vi.stubGlobal('window', new EventTarget());
vi.stubGlobal('location', { pathname: '/home' });

const { ContentScriptContext } = await import('@/entrypoints/x.content/context');
const { Show } = await import('@/entrypoints/x.content/show');

it('asks for the panel of an open page again where the background was killed, and not once it is there', async () => {
  const clock = readClock([], Date.now());
  const one = { chat: POLCHAT, tag: 'polchat', feed: undefined, clock, joined: false, near: false };
  const panel = { ...UNSAVED.panel, choices: { [panelKey(clock)]: 'open' } };
  const chats = {
    all: () => [one],
    current: () => one,
    taking: () => null,
    inside: () => null,
    turn: () => false,
    nextChange: () => Number.POSITIVE_INFINITY,
    feeds: { each: () => {}, learn: () => {}, areThere: () => !background.isKilled },
  } as unknown as Chats;
  const saved = {
    get: (key: SavedKey) => ({ ...UNSAVED, panel })[key],
    onChange: () => () => {},
  } as unknown as SavedStore;
  const ctx = new ContentScriptContext();
  const look = async () => {
    page.dispatchEvent(new Event('visibilitychange'));
    await new Promise((done) => setTimeout(done));
  };

  new Show({ ctx, chats, saved, reading: true }).start();
  await look();
  const { length } = background.put;
  await look();
  expect(background.put.slice(length)).toEqual([['feeds', 'panel']]);
  background.isKilled = false;
  await look();
  expect(background.put.slice(length + 1)).toEqual([['panel']]);
  Object.assign(takeBridge() ?? {}, { showPanel: () => {} });
  await look();
  expect(background.put).toHaveLength(length + 2);
});
