/** How a person's choice comes into the settings: read anew, changed, and written whole; the background works out what counts then. */
import { parseSettings, type Settings, toStored } from './core/settings';
import { readSaved, type StorageArea, writeSaved } from './saved';

let last: Promise<unknown> = Promise.resolve();

/** Changes some of the person's own settings. One after the other, so that two quick choices both stay. Rejects where nothing could be saved. */
export function changeSettings(
  area: StorageArea,
  change: (own: Settings) => Partial<Settings>,
): Promise<void> {
  const changing = last.then(async () => {
    const { ownSettings } = await readSaved(area, ['ownSettings']);
    const own = parseSettings(ownSettings);
    const next = parseSettings(toStored({ ...own, ...change(own) }));
    await writeSaved(area, 'ownSettings', toStored(next));
  });
  last = changing.catch(() => undefined);
  return changing;
}
