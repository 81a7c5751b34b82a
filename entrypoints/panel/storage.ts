/** Where the panel's own memory lies: the extension's local storage, a key a chat and kind. The background reads the moves there too. */
import { browser } from '#imports';
import type { Bridge } from '@/stores/bridge';
import type { MemoryKey, PanelStorage } from '@/stores/conversation';

export function panelStorage({ chat, signal }: Bridge): PanelStorage {
  const front = `panel ${chat.hashtag.toLowerCase()} `;
  return {
    get: async (key) => (await browser.storage.local.get(front + key))[front + key],
    // After an update the browser throws where it stands.
    set: async (key, value) => browser.storage.local.set({ [front + key]: value }),
    onChange(changed) {
      const hear = (changes: Record<string, { newValue?: unknown }>, area: string) => {
        if (area !== 'local') return;
        for (const [key, { newValue }] of Object.entries(changes)) {
          if (key.startsWith(front)) changed(key.slice(front.length) as MemoryKey, newValue);
        }
      };
      browser.storage.onChanged.addListener(hear);
      // Of an orphaned script the browser takes it away itself, and `browser.storage` with it.
      signal.addEventListener('abort', () => browser.storage?.onChanged.removeListener(hear));
    },
  };
}
