/** A stage whose browser gets the extension when the test says so: after X's pages are open, or again, as an update does. */
import { rmSync } from 'node:fs';
import { calendarOf, copyExtension } from '../../scripts/stage.ts';
import { BROWSER, MINUTE, type Stage, type StageOptions, setStage } from './stage.ts';

export interface LateStage extends Stage {
  /** Installs the extension, or puts it in the place of the one there: the same for the browser as an update. */
  install(): Promise<void>;
}

export async function setLateStage(options: StageOptions = {}): Promise<LateStage> {
  const start = Date.now() - (options.fromMinute ?? 10) * MINUTE;
  const stage = await setStage({ ...options, start, bare: true });
  const summary = '#polchat: Getting people to public meetings';
  const folder = copyExtension(BROWSER, calendarOf([{ start, end: start + 60 * MINUTE, summary }]));
  return {
    ...stage,
    async install() {
      stage.browser.extensionId = await stage.browser.browser.installExtension(folder);
    },
    async close() {
      await stage.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
