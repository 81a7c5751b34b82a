/** Brings the planner to life: storage, messages and tabs of the browser on one side, the drawing on the other. */
import { browser } from '#imports';
import { mountPlanner } from '@/components/options/mount-planner';
import { createWords } from '@/components/shared/words';
import { type Chat, POLCHAT } from '@/stores/core/chat';
import type { PlanRule } from '@/stores/core/plan';
import { usualRule } from '@/stores/core/plan-usual';
import { MINUTE } from '@/stores/core/zone';
import { readRecord, readWeek } from '@/stores/look-back';
import { type MessageName, type Protocol, sendMessage } from '@/stores/messages';
import { createPlannerStore } from '@/stores/planner';
import { readSaved, scheduleOf } from '@/stores/saved';
import '@/components/options/planner-page.css';

const area = browser.storage.local;
/** How often the clock is looked at, and tried again what could not be saved, ms. */
const TICK_MS = 15_000;
const words = createWords((key, substitutions) =>
  browser.i18n.getMessage(key as Parameters<typeof browser.i18n.getMessage>[0], substitutions),
);

function send<N extends MessageName>(
  name: N,
  body: Protocol[N]['takes'],
): Promise<Protocol[N]['gives']> {
  return sendMessage((message: unknown) => browser.runtime.sendMessage(message), name, body);
}

/** The chat in the address, else the first that the person hosts, else the first. */
async function readChat(): Promise<{ chat: Chat; rule: PlanRule }> {
  const { settings, schedules } = await readSaved(area, ['settings', 'schedules']);
  const asked = new URLSearchParams(location.search).get('chat')?.toLowerCase();
  const find = (tag: string | undefined) =>
    settings.chats.find(({ hashtag }) => hashtag.toLowerCase() === tag);
  const hosted = settings.hosting.map(find).find((chat) => chat !== undefined);
  const chat = find(asked) ?? hosted ?? settings.chats[0] ?? POLCHAT;
  return { chat, rule: usualRule(chat.timeZone, scheduleOf(schedules, chat.hashtag).sessions) };
}

function download(name: string, text: string): void {
  const link = document.createElement('a');
  const type = name.endsWith('.ics') ? 'text/calendar' : 'application/json';
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), MINUTE);
}

const { chat, rule } = await readChat();
const hashtag = chat.hashtag.toLowerCase();
const lookBack = {
  chat,
  now: Date.now,
  readSessions: () => send('readSessions', { hashtag }),
  readPosts: (from: number, to: number) => send('readPosts', { hashtag, from, to }),
};
const store = createPlannerStore({
  area,
  hashtag: chat.hashtag,
  now: Date.now,
  newId: () => crypto.randomUUID(),
  rule,
  texts: {
    welcome: words('plan_text_welcome', chat.hashtag),
    rules: words('plan_text_rules', chat.hashtag),
    wrap: words('plan_text_wrap'),
  },
  readRecord: () => readRecord(lookBack),
  readIdeas: () => readWeek(lookBack),
});
browser.storage.onChanged.addListener((changes, changed) => {
  if (changed === 'local') store.adopt(changes);
});
const place = document.getElementById('planner');
if (place !== null) {
  document.title = words('plan_title', `#${chat.hashtag}`);
  mountPlanner(place, {
    store,
    words,
    compose: (text) =>
      void browser.tabs.create({
        url: `https://x.com/intent/post?text=${encodeURIComponent(text)}`,
      }),
    copy: (text) => navigator.clipboard.writeText(text),
    download,
  });
  await store.start();
  setInterval(() => store.tick(), TICK_MS);
}
