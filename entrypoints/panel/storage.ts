/** Where the panel's own memory lies: the extension's local storage, a key a chat and kind. */
import { browser } from '#imports';
import type { PanelStorage } from '@/stores/conversation';

export function panelStorage(hashtag: string): PanelStorage {
  const name = (key: string) => `panel ${hashtag.toLowerCase()} ${key}`;
  return {
    get: async (key) => (await browser.storage.local.get(name(key)))[name(key)],
    // After an update the browser throws where it stands.
    set: async (key, value) => browser.storage.local.set({ [name(key)]: value }),
  };
}
