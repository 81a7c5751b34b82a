/** Brings the popup to life: storage, messages and permissions of the browser on one side, the drawing on the other. */
import { browser } from '#imports';
import { mountPopup } from '@/components/popup/mount-popup';
import { createWords } from '@/components/shared/words';
import { type MessageName, type Protocol, sendMessage } from '@/stores/messages';
import { createScheduleStore } from '@/stores/schedule';

const X = { origins: ['https://x.com/*'] };
const words = createWords((key, substitutions) =>
  browser.i18n.getMessage(key as Parameters<typeof browser.i18n.getMessage>[0], substitutions),
);

async function send<N extends MessageName>(name: N, body: Protocol[N]['takes']): Promise<void> {
  await sendMessage((message: unknown) => browser.runtime.sendMessage(message), name, body);
}

const store = createScheduleStore({
  area: browser.storage.local,
  now: () => Date.now(),
  wait: (callback, ms) => {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
  refresh: () => send('refreshSchedule', null),
  join: (hashtag, start) => send('join', { hashtag, start }),
  access: {
    has: () => browser.permissions.contains(X),
    request: () => browser.permissions.request(X),
  },
});

browser.storage.onChanged.addListener((changes, area) => {
  if (area === 'local') store.adopt(changes);
});
document.addEventListener('visibilitychange', () =>
  store.show(document.visibilityState === 'visible'),
);

const place = document.getElementById('popup');
if (place !== null) {
  document.title = words('popup_title');
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const reader = { locale: 'en-GB', timeZone };
  mountPopup(place, { store, words, reader, onJoined: () => window.close() });
  await store.start();
}
