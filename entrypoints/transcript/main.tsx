/** Brings the transcript page to life: archive, storage and messages on one side, the drawing on the other. */
import { browser } from '#imports';
import { createWords } from '@/components/shared/words';
import { mountTranscript } from '@/components/transcript/mount-transcript';
import { createArchive } from '@/stores/archive/idb';
import { POLCHAT } from '@/stores/core/chat';
import { sendMessage } from '@/stores/messages';
import { writeSaved } from '@/stores/saved';
import { createTranscriptStore } from '@/stores/transcript';

const words = createWords((key, substitutions) =>
  browser.i18n.getMessage(key as Parameters<typeof browser.i18n.getMessage>[0], substitutions),
);
const area = browser.storage.local;

const store = createTranscriptStore({
  area,
  archive: createArchive(),
  send: (name, body) => sendMessage((message) => browser.runtime.sendMessage(message), name, body),
  save: (key, value) => writeSaved(area, key, value),
  pause: () => new Promise((resolve) => setTimeout(resolve, 0)),
  say: (key, ...values) => words(key as Parameters<typeof words>[0], ...values),
  download,
  now: Date.now,
});

function download(name: string, type: string, parts: string[]): void {
  const url = URL.createObjectURL(new Blob(parts, { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

// Whichever way it is printed: the browser's own menu knows nothing of what is selected.
addEventListener('beforeprint', store.beginPrint);
addEventListener('afterprint', store.endPrint);

/** Drawn before the browser is asked: it takes the page as it stands then. */
function printSelected(): void {
  store.beginPrint();
  setTimeout(() => print(), 0);
}

/** What the address asks for: `?chat=polchat&start=1781784000000`. */
function asked(): { hashtag: string; start: number | null } {
  const query = new URLSearchParams(location.search);
  const start = Number(query.get('start') ?? Number.NaN);
  return {
    hashtag: query.get('chat') || POLCHAT.hashtag,
    start: Number.isSafeInteger(start) && start > 0 ? start : null,
  };
}

const place = document.getElementById('transcript');
if (place !== null) {
  const { hashtag, start } = asked();
  mountTranscript(place, {
    store,
    words,
    actions: {
      openX: (url) => void browser.tabs.create({ url }),
      copy: (text) => navigator.clipboard.writeText(text),
      print: printSelected,
      setTitle: (title) => {
        document.title = title;
      },
      setPlace: (chat, moment) => {
        const query = new URLSearchParams({
          chat,
          ...(moment === null ? {} : { start: `${moment}` }),
        });
        history.replaceState(null, '', `?${query}${location.hash}`);
      },
    },
  });
  await store.open(hashtag, start);
}
