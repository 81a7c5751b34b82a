/** Where the panel's own memory lies: the extension's local storage, a key a chat and kind. */
import { browser } from '#imports';
import type { PanelStorage } from '@/stores/conversation';

export function panelStorage(hashtag: string): PanelStorage {
  const name = (key: string) => `panel ${hashtag.toLowerCase()} ${key}`;
  return {
    get: async (key) => (await browser.storage.local.get(name(key)))[name(key)],
    set: (key, value) => browser.storage.local.set({ [name(key)]: value }),
  };
}
