/** The extension's storage, looked into and written from outside: through its own service worker in Chromium. */
import type { Launched } from '../../scripts/browsers.ts';
import { eventually } from './stage.ts';

interface Area {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: object): Promise<void>;
}
declare const chrome: { storage: { local: Area } };

/** Changes some of the settings that count, as the background would after a change of the options. */
export async function changeSettings({ browser }: Launched, change: object): Promise<void> {
  const target = await browser.waitForTarget((one) => one.type() === 'service_worker');
  const worker = await target.worker();
  await eventually(async () => {
    const found = await worker?.evaluate(() => chrome.storage.local.get('settings'));
    return found?.settings;
  });
  await worker?.evaluate(async (part) => {
    const { settings, ownSettings } = {
      ...(await chrome.storage.local.get('settings')),
      ...(await chrome.storage.local.get('ownSettings')),
    };
    // Both: what counts is worked out anew from the person's own.
    await chrome.storage.local.set({
      ownSettings: { ...(ownSettings ?? (settings as object)), ...part },
      settings: { ...(settings as object), ...part },
    });
  }, change);
}
