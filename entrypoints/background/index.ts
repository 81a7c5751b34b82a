/** The background: the archive's one writer, the calendars' one reader, and the hand that puts scripts into X's pages. */
import { type Browser, browser, defineBackground } from '#imports';
import { createArchive } from '@/stores/archive/idb';
import { readClock } from '@/stores/core/schedule';
import { createReceiver } from '@/stores/messages';
import { panelKey, readSaved, writeSaved } from '@/stores/saved';
import { refreshSchedule } from './schedule';
import { inject, showX, tellTabs } from './x-tabs';

const REFRESH = { alarm: 'refresh the schedule', minutes: 180 };
type Sender = Browser.runtime.MessageSender;

export default defineBackground(() => {
  const archive = createArchive();
  const area = browser.storage.local;

  const receive = createReceiver<Sender>({
    async keepPosts({ hashtag, posts }, sender) {
      const open = posts.filter(({ author }) => !author.protected);
      const kept = await archive.keep(hashtag, open);
      await tellTabs('postsKept', { hashtag, posts: kept }, sender.tab?.id);
      return { kept: kept.length };
    },
    readPosts: ({ hashtag, from, to }) => archive.read(hashtag, from, to),
    loadPanel: (_, sender) => injectInto(sender, ['/panel.js', 'ISOLATED']),
    loadComposer: (_, sender) =>
      injectInto(sender, ['/composer.js', 'MAIN'], ['/prefill.js', 'ISOLATED']),
    loadReader: (_, sender) => injectInto(sender, ['/reader.js', 'ISOLATED']),
    async join({ hashtag, start }) {
      const { joined, panel, schedule } = await readSaved(area, ['joined', 'panel', 'schedule']);
      await writeSaved(area, 'joined', { ...joined, [hashtag.toLowerCase()]: start });
      const key = panelKey(readClock(schedule.sessions, Date.now()));
      const choices = { ...panel.choices, [key]: 'open' as const };
      await writeSaved(area, 'panel', { ...panel, choices });
      await showX();
      return null;
    },
    async refreshSchedule() {
      await refreshSchedule();
      return null;
    },
  });

  browser.runtime.onMessage.addListener(
    receive as Parameters<typeof browser.runtime.onMessage.addListener>[0],
  );
  browser.runtime.onInstalled.addListener(start);
  browser.runtime.onStartup.addListener(start);
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === REFRESH.alarm) refreshSchedule().catch(() => {});
  });
});

async function start(): Promise<void> {
  await browser.alarms.create(REFRESH.alarm, { periodInMinutes: REFRESH.minutes });
  await refreshSchedule();
}

async function injectInto(
  sender: Sender,
  ...scripts: [Parameters<typeof inject>[1], 'MAIN' | 'ISOLATED'][]
) {
  const tabId = sender.tab?.id;
  if (tabId === undefined) return null;
  for (const [file, world] of scripts) await inject(tabId, file, world);
  return null;
}
