/** The background: the archive's one writer, the calendars' one reader, and the hand that puts scripts into X's pages. */
import { type Browser, browser, defineBackground } from '#imports';
import { createArchive } from '@/stores/archive/idb';
import { readClock } from '@/stores/core/schedule';
import { createReceiver } from '@/stores/messages';
import { PART_SCRIPTS } from '@/stores/part-scripts';
import { planOf } from '@/stores/plans';
import { panelKey, readSaved, scheduleOf, writeSaved } from '@/stores/saved';
import { createKeeping, keepMoves, SWEEP, sweep } from './keeping';
import { calendars, createProgramme } from './schedule';
import { watchSettings } from './settings';
import { inject, showX } from './x-tabs';

const REFRESH = { alarm: 'refresh the schedule', minutes: 180 };
type Sender = Browser.runtime.MessageSender;

export default defineBackground(() => {
  const archive = createArchive();
  const area = browser.storage.local;
  const programme = createProgramme(archive);
  watchSettings();

  const receive = createReceiver<Sender>({
    ...createKeeping(archive, programme),
    loadPanel: (_, sender) => injectInto(sender, ['/panel.js', 'ISOLATED']),
    loadComposer: (_, sender) =>
      injectInto(sender, ['/composer.js', 'MAIN'], ['/prefill.js', 'ISOLATED']),
    loadReader: (_, sender) => injectInto(sender, ['/reader.js', 'ISOLATED']),
    loadPart(script, sender) {
      if (!PART_SCRIPTS.includes(script)) throw new Error('no such script');
      return injectInto(sender, [`/${script}.js`, 'ISOLATED']);
    },
    async join({ hashtag, start }) {
      const { joined, panel, schedules } = await readSaved(area, ['joined', 'panel', 'schedules']);
      await writeSaved(area, 'joined', { ...joined, [hashtag.toLowerCase()]: start });
      const key = panelKey(readClock(scheduleOf(schedules, hashtag).sessions, Date.now()));
      const choices = { ...panel.choices, [key]: 'open' as const };
      await writeSaved(area, 'panel', { ...panel, choices });
      await showX();
      return null;
    },
    async refreshSchedule() {
      await programme.refresh();
      return null;
    },
    previewCalendar: ({ address, chat, most }) =>
      calendars.preview(address, chat, Date.now(), most),
    countPosts: ({ hashtag, spans }) =>
      Promise.all(spans.map(({ from, to }) => archive.count(hashtag, from, to))),
  });

  browser.runtime.onMessage.addListener(
    receive as Parameters<typeof browser.runtime.onMessage.addListener>[0],
  );
  const start = async () => {
    await browser.alarms.create(SWEEP.alarm, { periodInMinutes: SWEEP.minutes });
    await browser.alarms.create(REFRESH.alarm, { periodInMinutes: REFRESH.minutes });
    await sweep(archive).catch(() => {});
    await programme.refresh();
  };
  browser.runtime.onInstalled.addListener(start);
  browser.runtime.onStartup.addListener(start);
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === REFRESH.alarm) void programme.refresh();
    if (name === SWEEP.alarm) sweep(archive).catch(() => {});
  });
  browser.storage.onChanged.addListener((changes, changed) => {
    if (changed !== 'local') return;
    keepMoves(archive, changes).catch(() => {});
    for (const key of Object.keys(changes)) {
      const hashtag = planOf(key);
      if (hashtag !== undefined) void programme.replan(hashtag);
    }
  });
});

async function injectInto(
  sender: Sender,
  ...scripts: [Parameters<typeof inject>[1], 'MAIN' | 'ISOLATED'][]
) {
  const tabId = sender.tab?.id;
  if (tabId === undefined) return null;
  for (const [file, world] of scripts) await inject(tabId, file, world);
  return null;
}
