/** Brings the popup to life: storage, messages and permissions of the browser on one side, the drawing on the other. */
import { browser } from '#imports';
import { mountPopup } from '@/components/popup/mount-popup';
import { createWords } from '@/components/shared/words';
import { KNOWN_AHEAD } from '@/stores/core/schedule';
import { type MessageName, type Protocol, sendMessage } from '@/stores/messages';
import { type Access, createScheduleStore } from '@/stores/schedule';

const X = { origins: ['https://x.com/*'] };
const words = createWords((key, substitutions) =>
  browser.i18n.getMessage(key as Parameters<typeof browser.i18n.getMessage>[0], substitutions),
);

function ask<N extends MessageName>(
  name: N,
  body: Protocol[N]['takes'],
): Promise<Protocol[N]['gives']> {
  return sendMessage((message: unknown) => browser.runtime.sendMessage(message), name, body);
}

const store = createScheduleStore({
  area: browser.storage.local,
  now: () => Date.now(),
  wait: (callback, ms) => {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
  refresh: async () => void (await ask('refreshSchedule', null)),
  join: async (hashtag, start) => void (await ask('join', { hashtag, start })),
  readArchive: (hashtag) => ask('readSessions', { hashtag }),
  access: accessTo(X),
  notifications: accessTo({ permissions: ['notifications'] }),
  requestCalendar: (address) =>
    browser.permissions.request({ origins: [`${new URL(address).origin}/*`] }),
});

function accessTo(permissions: Parameters<typeof browser.permissions.request>[0]): Access {
  return {
    has: () => browser.permissions.contains(permissions),
    request: () => browser.permissions.request(permissions),
  };
}

/** Gives the person a calendar file, without any permission for it. */
async function save(what: 'session' | 'series'): Promise<void> {
  const { chat, clock, ahead, checkedAt } = store.getState();
  const session = clock.state === 'ended' ? ahead[0] : clock.session;
  if (!session) return;
  // Few need it, and a third of the popup is what writes it.
  const { writeSeries, writeSession } = await import('@/stores/core/calendar-write');
  const text =
    what === 'session'
      ? writeSession(session, chat.hashtag, Date.now())
      : writeSeries(ahead, chat.hashtag, Date.now(), checkedAt + KNOWN_AHEAD);
  const link = document.createElement('a');
  link.download = `${chat.hashtag}.ics`;
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/calendar' }));
  link.click();
  // The browser may still be asking where to put it; the page does not live long.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

browser.storage.onChanged.addListener((changes, area) => {
  if (area === 'local') store.adopt(changes);
});
document.addEventListener('visibilitychange', () =>
  store.show(document.visibilityState === 'visible'),
);

const place = document.getElementById('popup');
if (place !== null) {
  document.title = words('popup_title');
  const timeZone = Temporal.Now.timeZoneId();
  const reader = { locale: 'en-GB', timeZone };
  mountPopup(place, {
    store,
    words,
    reader,
    onJoined: () => window.close(),
    onSave: (what) => void save(what),
    onSettings: () => void browser.runtime.openOptionsPage(),
    onPlan: () => void ask('openPlanner', { hashtag: store.getState().chat.hashtag }),
  });
  await store.start();
}
