/** The background: the archive's one writer, the calendars' one reader, and the hand that puts scripts into X's pages. */
import { type Browser, browser, defineBackground } from '#imports';
import { createArchive } from '@/stores/archive/idb';
import { readClock } from '@/stores/core/schedule';
import { createReceiver } from '@/stores/messages';
import { PAGE_SCRIPTS } from '@/stores/page-scripts';
import { planOf } from '@/stores/plans';
import { panelKey, readSaved, scheduleOf, writeSaved } from '@/stores/saved';
import { createAlarms } from './alarms';
import { deleteAll } from './delete-all';
import { followHandlers, startFollower } from './follow';
import { createKeeping, keepMoves, SWEEP, sweep } from './keeping';
import { hearPresses } from './reminders';
import { calendars, createProgramme } from './schedule';
import { watchSettings } from './settings';
import { inject, showX } from './x-tabs';

type Sender = Browser.runtime.MessageSender;

const pages = {
  async openOptions() {
    await browser.runtime.openOptionsPage();
    return null;
  },
  async openPlanner({ hashtag }: { hashtag: string }) {
    const query = new URLSearchParams({ chat: hashtag });
    await browser.tabs.create({ url: browser.runtime.getURL(`/planner.html?${query}` as never) });
    return null;
  },
};

export default defineBackground(() => {
  const archive = createArchive();
  const programme = createProgramme(archive);
  watchSettings();
  const alarms = createAlarms(archive, programme);
  const keeping = createKeeping(archive, programme, ({ tab }) => void alarms.check(tab?.active));

  const receive = createReceiver<Sender>({
    ...keeping,
    async load(scripts, { tab, documentId }) {
      if (!scripts.every((script) => PAGE_SCRIPTS.includes(script)))
        throw new Error('no such script');
      if (tab?.id === undefined) return null;
      const target = { tabId: tab.id, ...(documentId && { documentIds: [documentId] }) };
      for (const script of scripts) {
        if (script === 'prefill') await inject(target, '/composer.js', 'MAIN');
        await inject(target, `/${script}.js`);
      }
      return null;
    },
    deleteAll: ({ settings }) => deleteAll(archive, programme, settings),
    ...pages,
    ...followHandlers,
    async join({ hashtag, start }) {
      await (start === null ? openChat(hashtag) : join(hashtag, start));
      return null;
    },
    refreshSchedule: () => programme.refresh().then(() => null),
    previewCalendar: ({ address, chat, most }) =>
      calendars.preview(address, chat, Date.now(), most),
  });

  const onPress = ({ hashtag, start, kind }: { hashtag: string; start: number; kind: string }) =>
    kind === 'soon' ? join(hashtag, start) : openChat(hashtag);
  hearPresses(onPress);
  browser.permissions.onAdded.addListener(({ permissions, origins }) => {
    if (permissions?.includes('notifications')) {
      hearPresses(onPress);
      // What could not be shown before may still be of use.
      void alarms.check();
    }
    // A calendar may be what it was given for.
    if (origins?.length) void programme.refresh();
  });
  browser.runtime.onMessage.addListener(
    receive as Parameters<typeof browser.runtime.onMessage.addListener>[0],
  );
  const start = async () => {
    await browser.alarms.create(SWEEP.alarm, { periodInMinutes: SWEEP.minutes });
    await sweep(archive).catch(() => {});
  };
  browser.runtime.onInstalled.addListener(start);
  browser.runtime.onStartup.addListener(start);
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === SWEEP.alarm) sweep(archive).catch(() => {});
  });
  browser.storage.onChanged.addListener((changes, changed) => {
    if (changed !== 'local') return;
    keepMoves(archive, changes).catch(() => {});
    // Kept for a shorter time from now on, perhaps.
    if (changes.settings) sweep(archive).catch(() => {});
    for (const key of Object.keys(changes)) {
      const hashtag = planOf(key);
      if (hashtag !== undefined) void programme.replan(hashtag);
    }
  });
  startFollower();
});

/** Takes part in the session that begins at `start`, and brings X forward with the panel open. */
async function join(hashtag: string, start: number): Promise<void> {
  const area = browser.storage.local;
  const { joined } = await readSaved(area, ['joined']);
  await writeSaved(area, 'joined', { ...joined, [hashtag.toLowerCase()]: start });
  await openChat(hashtag);
}

/** Brings X forward with the panel open, also in a tab that is only opened for it. */
async function openChat(hashtag: string): Promise<void> {
  const area = browser.storage.local;
  const { panel, schedules } = await readSaved(area, ['panel', 'schedules']);
  const key = panelKey(readClock(scheduleOf(schedules, hashtag).sessions, Date.now()));
  const choices = { ...panel.choices, [key]: 'open' as const };
  await writeSaved(area, 'panel', { ...panel, choices });
  await showX(hashtag);
}
