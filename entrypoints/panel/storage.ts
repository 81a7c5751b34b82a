/**
 * Where the panel's memory lies: the extension's local storage, a key a chat and kind; the background reads the moves there too.
 * What is muted is one of the person's settings.
 */
import { browser } from '#imports';
import type { PartSource } from '@/components/panel/parts';
import type { Bridge } from '@/stores/bridge';
import type { MemoryKey, PanelStorage } from '@/stores/conversation';
import type { Muted } from '@/stores/panel-state';

/** A draft belongs to the session that begins at `start`, and to whoever is signed in on X. */
export function panelStorage(
  { chat, saved, signal, viewer }: Bridge,
  parts: PartSource,
  start: number,
): PanelStorage {
  const front = `panel ${chat.hashtag.toLowerCase()} `;
  const nameOf = (key: MemoryKey) =>
    front + (key === 'draft' ? `draft ${start} ${viewer()?.toLowerCase() ?? ''}` : key);
  return {
    async get(key) {
      if (key === 'muted') return saved.get('settings').muted;
      return (await browser.storage.local.get(nameOf(key)))[nameOf(key)];
    },
    async set(key, value) {
      // Whatever mutes comes with the script that brings this.
      if (key === 'muted') return parts.get('keepMuted')?.(value as Muted);
      // After an update the browser throws where it stands.
      return browser.storage.local.set({ [nameOf(key)]: value });
    },
    onChange(changed) {
      const hear = (changes: Record<string, { newValue?: unknown }>, area: string) => {
        if (area !== 'local') return;
        for (const [key, { newValue }] of Object.entries(changes)) {
          // What is written here comes back late: only a page that nobody can be writing in follows the others.
          if (key === nameOf('draft')) document.hidden && changed('draft', newValue);
          else if (key.startsWith(front)) changed(key.slice(front.length) as MemoryKey, newValue);
        }
      };
      browser.storage.onChanged.addListener(hear);
      // Of an orphaned script the browser takes it away itself, and `browser.storage` with it.
      signal.addEventListener('abort', () => browser.storage?.onChanged.removeListener(hear));
      saved.onChange((keys) => {
        if (keys.includes('settings')) changed('muted', saved.get('settings').muted);
      });
    },
  };
}
