import { expect, it, vi } from 'vitest';
import type { Parts } from '@/components/panel/parts';
import { type Bridge, offerBridge } from '@/stores/bridge';
import { POLCHAT } from '@/stores/core/chat';

const kept = vi.hoisted(() => ({}) as Record<string, unknown>);
vi.mock('#imports', () => ({
  defineUnlistedScript: (main: () => void) => main,
  browser: {
    storage: {
      local: {
        get: async () => kept,
        set: async (items: object) => void Object.assign(kept, items),
      },
      onChanged: { addListener: () => undefined, removeListener: () => undefined },
    },
  },
}));

it('keeps what is muted in the run sheet, where no other part of the panel was ever opened', async () => {
  vi.stubGlobal('document', { createElement: () => ({}) });
  const root = { append: () => undefined };
  const { signal } = new AbortController();
  const bridge = { chat: POLCHAT, now: Date.now, signal, root, parts: {} } as unknown as Bridge;
  offerBridge(bridge);
  const { default: start } = await import('@/entrypoints/panel-host');
  (start as unknown as () => void)();
  await (bridge.parts as Partial<Parts>).keepMuted?.({ people: ['bot1'], words: [] });
  expect(kept.ownSettings).toMatchObject({ muted: { people: ['bot1'] } });
});
