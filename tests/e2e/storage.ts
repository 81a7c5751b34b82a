/** Settings, changed as the options page would. */
import type { Launched } from '../../scripts/browsers.ts';
import { until } from './stage.ts';

/** Changes some of the settings that count, through a page of the extension's own. */
export async function changeSettings(browser: Launched, change: object): Promise<void> {
  const page = await browser.openOwn('options.html');
  await until(
    page,
    `chrome.storage.local.get(['settings', 'ownSettings']).then(async ({ settings, ownSettings }) => {
      if (!settings) return false;
      const change = ${JSON.stringify(change)};
      // Both: what counts is worked out anew from the person's own.
      await chrome.storage.local.set({
        ownSettings: { ...(ownSettings ?? settings), ...change },
        settings: { ...settings, ...change },
      });
      return true;
    })`,
  );
  await page.close();
}
