/**
 * Where the panel's memory lies: the extension's local storage, a key a chat and kind; the background reads the moves there too.
 * What is muted is one of the person's settings.
 */
import { browser } from '#imports';
import type { PartSource } from '@/components/panel/parts';
import type { Bridge } from '@/stores/bridge';
import type { MemoryKey, PanelStorage } from '@/stores/conversation';
import { isSession, type Session } from '@/stores/core/schedule';
import type { Muted } from '@/stores/panel-state';

/** A draft belongs to a session, wherever that is moved, and to whoever writes it. */
export function panelStorage(
  { chat, saved, signal }: Bridge,
  parts: PartSource,
  session: Session | null,
): PanelStorage {
  const front = `panel ${chat.hashtag.toLowerCase()} `;
  let start = session?.start ?? 0;
  const nameOf = (key: MemoryKey, owner = '') =>
    front + (key === 'draft' ? `draft ${start} ${owner.toLowerCase()}` : key);
  const partsOf = (key: string) =>
    key.startsWith(front) ? key.slice(front.length).split(' ') : [];
  /** Where a draft was kept before its session was moved, it stays. */
  const readDraft = async (owner: string) => {
    const all = await browser.storage.local.get(null);
    const near = Object.keys(all)
      .map(partsOf)
      .find(
        ([name, at, whose]) =>
          name === 'draft' &&
          whose === owner.toLowerCase() &&
          session !== null &&
          isSession(session, Number(at)),
      );
    if (near && !(nameOf('draft', owner) in all)) start = Number(near[1]);
    return all[nameOf('draft', owner)];
  };
  return {
    async get(key, owner = '') {
      if (key === 'muted') return saved.get('settings').muted;
      if (key === 'draft') return readDraft(owner);
      return (await browser.storage.local.get(nameOf(key)))[nameOf(key)];
    },
    async set(key, value, owner) {
      // Whatever mutes comes with the script that brings this.
      if (key === 'muted') return parts.get('keepMuted')?.(value as Muted);
      // After an update the browser throws where it stands.
      return browser.storage.local.set({ [nameOf(key, owner)]: value });
    },
    async adopt(draft, owner) {
      const nobodys = nameOf('draft');
      await browser.storage.local.set({ [nameOf('draft', owner)]: draft, [nobodys]: null });
      await browser.storage.local.remove(nobodys);
    },
    onChange(changed) {
      const hear = (changes: Record<string, { newValue?: unknown }>, area: string) => {
        if (area !== 'local') return;
        for (const [key, { newValue }] of Object.entries(changes)) {
          const [name, at, owner = ''] = partsOf(key);
          // What is written here comes back late: only a page that nobody can be writing in follows the others.
          const isOther = name === 'draft' && !(document.hidden && at === `${start}`);
          if (name && !isOther) changed(name as MemoryKey, newValue, owner);
        }
      };
      browser.storage.onChanged.addListener(hear);
      // Of an orphaned script the browser takes it away itself, and `browser.storage` with it.
      signal.addEventListener('abort', () => browser.storage?.onChanged.removeListener(hear));
      saved.onChange((keys) => {
        if (keys.includes('settings')) changed('muted', saved.get('settings').muted, '');
      });
    },
  };
}
