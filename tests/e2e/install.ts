/** Stages whose browser gets the extension when the test says so: after X's pages are open, or again, as an update does; and further browsers on a stage. */
import { rmSync } from 'node:fs';
import { type Launched, launch } from '../../scripts/browsers.ts';
import { calendarOf, copyExtension, type Event } from '../../scripts/stage.ts';
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

/** A second person's browser with the extension on the same stage, logged in to X with this account's number. */
export async function joinStage(
  { sim }: Stage,
  calendar: readonly Event[],
  account: string,
): Promise<Launched> {
  const folder = copyExtension(BROWSER, calendarOf(calendar));
  const browser = await launch(BROWSER, { extension: folder, proxyPort: sim.proxyPort });
  await browser.browser.setCookie({
    name: 'twid',
    value: `u%3D${account}`,
    domain: 'x.com',
    path: '/',
    secure: true,
  });
  return {
    ...browser,
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
