/** Deletes everything that Polchat keeps on this machine. */
import { browser } from '#imports';
import type { Archive } from '@/stores/archive/repo';
import type { Programme } from '@/stores/programme';
import { forgetNoted } from './keeping';
import { settle } from './settings';

/** Posts, plans, copies of calendars, what was joined and read; the person's settings stay unless they go too. Then all is as after an installation. */
export async function deleteAll(
  archive: Archive,
  programme: Programme,
  andSettings: boolean,
): Promise<null> {
  const area = browser.storage.local;
  await archive.forgetAll();
  forgetNoted();
  // Taken away by name: this script may die at any moment, and settings that were put back afterwards would be lost.
  const keys = Object.keys(await area.get(null));
  await area.remove(keys.filter((key) => andSettings || key !== 'ownSettings'));
  await settle();
  // A reading that was under way has posts from before; what it wrote goes too.
  await programme.forget();
  await programme.refresh(true);
  return null;
}
