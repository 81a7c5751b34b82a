/** The programme's hands: fetching, the package's own calendar, and what the browser allows. */
import { browser } from '#imports';
import type { Archive } from '@/stores/archive/repo';
import { BUNDLED, Calendars } from '@/stores/calendars';
import { Programme } from '@/stores/programme';

const area = browser.storage.local;

export const calendars = new Calendars({
  area,
  fetch: (input, init) => fetch(input, init),
  readBundled: async () => (await fetch(browser.runtime.getURL(`/${BUNDLED}`))).text(),
  allowed: (address) => browser.permissions.contains({ origins: [`${new URL(address).origin}/*`] }),
});

/** The programme of every chat, out of the calendars and what the archive has of the hosts. */
export function createProgramme(archive: Archive): Programme {
  return new Programme({ area, calendars, readPosts: archive.read, now: Date.now });
}
