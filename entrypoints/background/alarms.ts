/** One alarm for whatever comes next: the badge's next change, a reminder, the calendars shortly before a chat; and one every few hours. */
import { browser } from '#imports';
import type { Archive } from '@/stores/archive/repo';
import { MINUTE } from '@/stores/core/zone';
import type { Programme } from '@/stores/programme';
import { drawBadge, noteLook } from './badge';
import { type Moment, readMoment } from './moment';
import { remind, skipDue } from './reminders';

const REFRESH = { alarm: 'refresh the schedule', minutes: 180 };
const NEXT = 'next';
/** Calendars are asked once more so long before a chat begins, ms. */
const BEFORE = 15 * MINUTE;
/** Alarms cannot be further away than that, ms: 24 days. */
const LONGEST = 2 ** 31 - 1;

export interface Alarms {
  /** Makes the alarms anew, and does what is due. Never rejects. */
  start(): Promise<void>;
  /** Draws, reminds, and sets the next alarm; `looked`: the person has the chat before them. One after the other; never rejects. */
  check(looked?: boolean): Promise<void>;
}

/** Listens from now on; to be called whenever the background starts. */
export function createAlarms(archive: Archive, programme: Programme): Alarms {
  let last: Promise<void> = Promise.resolve();
  const queue = (work: () => Promise<void>) => {
    last = last.then(work).catch(() => undefined);
    return last;
  };
  let waiting: Promise<void> | undefined;
  let hasLooked = false;
  const check = (looked = false) => {
    hasLooked ||= looked;
    // One that waits its turn will see what the caller saw.
    waiting ??= queue(() => {
      waiting = undefined;
      const seen = hasLooked;
      hasLooked = false;
      return look(archive, seen);
    });
    return waiting;
  };

  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === REFRESH.alarm) void programme.refresh();
    if (name === NEXT) void onNext(programme).then(() => check());
  });
  browser.storage.onChanged.addListener((changes, area) => {
    if (area !== 'local') return;
    const { settings, schedules, clock } = changes;
    if (settings) void queue(() => onSettings(settings)).then(() => check());
    else if (schedules || clock) void check();
    if (settings && differs(settings, 'chats')) void programme.refresh();
  });
  const start = async () => {
    const { alarms } = browser;
    await alarms.create(REFRESH.alarm, { periodInMinutes: REFRESH.minutes });
    await check();
    await programme.refresh();
  };
  // An extension that was switched off and on again is told of neither.
  void browser.alarms.get(REFRESH.alarm).then((alarm) => {
    if (alarm === undefined) void start();
  });
  browser.runtime.onInstalled.addListener(start);
  browser.runtime.onStartup.addListener(start);
  return { start, check };
}

async function look(archive: Archive, seen: boolean): Promise<void> {
  const moment = await readMoment();
  if (seen) await noteLook(moment.now);
  const moments = [await drawBadge(moment, archive), await remind(moment), nextReading(moment)];
  const next = Math.min(...moments);
  if (next === Number.POSITIVE_INFINITY) await browser.alarms.clear(NEXT);
  else {
    const wait = Math.min(Math.max(next - moment.now, 1000), LONGEST);
    await browser.alarms.create(NEXT, { when: Date.now() + wait });
  }
}

/** When a session is near enough for its calendars to be asked once more. */
function nextReading({ chats, now }: Moment): number {
  const moments = chats.flatMap(({ sessions }) => sessions.map(({ start }) => start - BEFORE));
  return Math.min(...moments.filter((at) => at > now), Number.POSITIVE_INFINITY);
}

/** A chat is about to begin: what its calendars say now is what counts. */
async function onNext(programme: Programme): Promise<void> {
  const { chats, now } = await readMoment();
  const isDue = chats.some(
    ({ sessions, checkedAt }) =>
      now - checkedAt > BEFORE / 2 &&
      sessions.some(({ start }) => start > now && start - now <= BEFORE),
  );
  if (isDue) await programme.refresh();
}

interface Change {
  oldValue?: unknown;
  newValue?: unknown;
}

/** Reminders that were just switched on do not begin with what is due already; those whose time was changed are still due. */
async function onSettings({ oldValue, newValue }: Change): Promise<void> {
  const [before, after] = [oldValue, newValue].map((value) => {
    const { on, dayBefore } = (value as Partial<Moment['settings']> | undefined)?.reminders ?? {};
    return { soon: on === true, tomorrow: on === true && dayBefore === true };
  });
  const kinds = (['soon', 'tomorrow'] as const).filter((kind) => after?.[kind] && !before?.[kind]);
  if (kinds.length > 0) await skipDue(await readMoment(), kinds);
}

function differs({ oldValue, newValue }: Change, key: keyof Moment['settings']): boolean {
  const textOf = (value: unknown) =>
    JSON.stringify((value as Moment['settings'] | undefined)?.[key]);
  return textOf(oldValue) !== textOf(newValue);
}
