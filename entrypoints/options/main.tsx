/** Brings the settings to life: storage, messages and permissions of the browser on one side, the drawing on the other. */
import { browser } from '#imports';
import { mountOptions } from '@/components/options/mount-options';
import { createWords } from '@/components/shared/words';
import { type MessageName, type Protocol, sendMessage } from '@/stores/messages';
import { createOptionsStore } from '@/stores/options';

const MINUTE = 60_000;
/** X's own sites are no calendar's. */
const X_SITES = /^https:\/\/(?:mobile\.)?(?:x|twitter)\.com\//;

const words = createWords((key, substitutions) =>
  browser.i18n.getMessage(key as Parameters<typeof browser.i18n.getMessage>[0], substitutions),
);

function send<N extends MessageName>(
  name: N,
  body: Protocol[N]['takes'],
): Promise<Protocol[N]['gives']> {
  return sendMessage((message: unknown) => browser.runtime.sendMessage(message), name, body);
}

/** What the browser calls a calendar's site. */
function siteOf(address: string): string {
  return `${new URL(address).origin}/*`;
}

async function keepSites(addresses: readonly string[]): Promise<void> {
  const needed = new Set(addresses.filter((address) => address !== '').map(siteOf));
  const { origins = [] } = await browser.permissions.getAll();
  const idle = origins.filter((origin) => !needed.has(origin) && !X_SITES.test(origin));
  if (idle.length > 0) await browser.permissions.remove({ origins: idle });
}

function download(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), MINUTE);
}

const store = createOptionsStore({
  area: browser.storage.local,
  previewCalendar: (address, chat, most) => send('previewCalendar', { address, chat, most }),
  refresh: () => send('refreshSchedule', null),
  deleteAll: (settings) => send('deleteAll', { settings }),
  permissions: {
    askSite: (address) => browser.permissions.request({ origins: [siteOf(address)] }),
    askNotifications: () => browser.permissions.request({ permissions: ['notifications'] }),
    hasNotifications: () => browser.permissions.contains({ permissions: ['notifications'] }),
    keepSites,
  },
});
browser.storage.onChanged.addListener((changes, area) => {
  if (area === 'local') store.adopt(changes);
});

const place = document.getElementById('options');
if (place !== null) {
  document.title = words('options_page');
  const timeZone = Temporal.Now.timeZoneId();
  mountOptions(place, {
    store,
    words,
    reader: { locale: 'en-GB', timeZone },
    now: Date.now,
    download,
    openPlanner: (hashtag) => void send('openPlanner', { hashtag }),
  });
  await store.start();
}
