/** Deletes everything that Polchat keeps on this machine. */
import { browser } from '#imports';
import type { Archive } from '@/stores/archive/repo';
import type { Programme } from '@/stores/programme';
import { settle } from './settings';

/** Posts, plans, copies of calendars, what was joined and read; the person's settings stay unless they go too. Then all is as after an installation. */
export async function deleteAll(
  archive: Archive,
  programme: Programme,
  andSettings: boolean,
): Promise<null> {
  const area = browser.storage.local;
  await archive.forgetAll();
  const { ownSettings } = await area.get('ownSettings');
  await area.clear();
  if (!andSettings && ownSettings !== undefined) await area.set({ ownSettings });
  await settle();
  await programme.refresh(true);
  return null;
}
