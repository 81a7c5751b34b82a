/** The popup's store: the chat that counts now, those to come, those over, reminders, and what is wrong with the calendars. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { changeSettings } from './own-settings';
import { readSaved, type StorageArea, UNSAVED } from './saved';
import {
  type ArchivedSession,
  KEPT,
  type Kept,
  type ScheduleView,
  viewSchedule,
} from './schedule-view';

/** Timers take no longer waits: beyond 2^31 ms they fire at once. */
const LONGEST_WAIT = 2 ** 31 - 1;

export interface ScheduleState extends ScheduleView {
  /** False until the storage has been read. */
  ready: boolean;
  /** The calendars are being read. */
  checking: boolean;
  /** Pages on X may be read; null while that is not known. */
  allowed: boolean | null;
  /** Notifications may be shown; null while that is not known. */
  canNotify: boolean | null;
  /** Joining went wrong: X could not be opened. */
  failed: boolean;
}

/** A right the browser may give, and the question to the person (only from a click). */
export interface Access {
  has: () => Promise<boolean>;
  request: () => Promise<boolean>;
}

export interface ScheduleDeps {
  area: StorageArea;
  /** ms since 1970 by this computer. */
  now: () => number;
  /** Calls back after `ms`; returns the way to call it off. */
  wait: (callback: () => void, ms: number) => () => void;
  /** Has the calendars read again; resolves when that is done. */
  refresh: () => Promise<void>;
  /** Takes part in the session that begins at `start`, and brings X forward with the panel open; null: only that. */
  join: (hashtag: string, start: number | null) => Promise<void>;
  /** Sessions of which posts are kept. */
  readArchive: (hashtag: string) => Promise<readonly ArchivedSession[]>;
  /** X's pages. */
  access: Access;
  notifications: Access;
  /** Asks for a calendar's own site. */
  requestCalendar: (address: string) => Promise<boolean>;
}

export interface ScheduleStore extends StoreApi<ScheduleState> {
  /** Reads the storage, then has the calendars read again. Never rejects. */
  start(): Promise<void>;
  /** Takes over what was saved elsewhere: for `storage.onChanged`. */
  adopt(changes: Record<string, { newValue?: unknown }>): void;
  /** Ticks only while shown. */
  show(visible: boolean): void;
  /** Shows another chat. */
  choose(hashtag: string): void;
  /** Joins the session the clock shows, or only opens it where it is over; true once X is there. */
  join(): Promise<boolean>;
  /** Asks for X's pages. To be called in the click itself, like the three below. */
  allow(): Promise<void>;
  allowCalendar(address: string): Promise<void>;
  allowNotifications(): Promise<void>;
  /** Switches reminders; on asks for notifications where they are not allowed yet, and stays off where the person says no. */
  remind(change: Partial<ScheduleState['reminders']>): Promise<void>;
}

/** Everything it touches comes with `deps`. */
export function createScheduleStore(deps: ScheduleDeps): ScheduleStore {
  const { area, now, wait, refresh, access, notifications } = deps;
  let kept: Kept = UNSAVED;
  let chosen: string | null = null;
  const archives = new Map<string, readonly ArchivedSession[]>();
  let visible = true;
  let stop = () => {};
  const view = () => viewSchedule(kept, now(), chosen, archives);
  const store = createStore<ScheduleState>(() => ({
    ready: false,
    checking: false,
    allowed: null,
    canNotify: null,
    failed: false,
    ...view(),
  }));

  const tick = () => {
    stop();
    const { chat } = store.getState();
    const seen = view();
    store.setState(seen);
    if (seen.chat.hashtag !== chat.hashtag) void readArchive();
    const left = seen.clock.nextChange - seen.clock.now;
    if (visible && left < Number.POSITIVE_INFINITY)
      stop = wait(tick, Math.min(Math.max(left, 1), LONGEST_WAIT));
    else stop = () => {};
  };
  async function readArchive() {
    const { hashtag } = store.getState().chat;
    const found = await deps.readArchive(hashtag.toLowerCase()).catch(() => []);
    archives.set(hashtag, found);
    tick();
  }

  return Object.assign(store, {
    async start() {
      kept = await readSaved(area, KEPT).catch(() => UNSAVED);
      tick();
      store.setState({ ready: true, checking: true });
      await Promise.allSettled([
        refresh(),
        readArchive(),
        access.has().then((allowed) => store.setState({ allowed })),
        notifications.has().then((canNotify) => store.setState({ canNotify })),
      ]);
      store.setState({ checking: false });
    },
    adopt(changes: Record<string, { newValue?: unknown }>) {
      const keys = KEPT.filter((key) => key in changes);
      if (keys.length === 0) return;
      const values = keys.map((key) => [key, changes[key]?.newValue ?? UNSAVED[key]]);
      kept = { ...kept, ...Object.fromEntries(values) };
      tick();
    },
    show(shown: boolean) {
      visible = shown;
      tick();
    },
    choose(hashtag: string) {
      chosen = hashtag;
      tick();
    },
    ...createDeeds(store, deps),
  });
}

type Deeds = 'join' | 'allow' | 'allowCalendar' | 'allowNotifications' | 'remind';

/** What the person can do here. */
function createDeeds(
  store: StoreApi<ScheduleState>,
  { area, refresh, join, access, notifications, requestCalendar }: ScheduleDeps,
): Pick<ScheduleStore, Deeds> {
  const choose = (choice: Partial<ScheduleState['reminders']>) =>
    changeSettings(area, ({ reminders }) => ({ reminders: { ...reminders, ...choice } }));
  const ask = async () => {
    const canNotify = await notifications.request().catch(() => false);
    store.setState({ canNotify });
    return canNotify;
  };

  return {
    async join() {
      const { chat, clock } = store.getState();
      if (clock.session === null) return false;
      try {
        // Who catches up on what is over takes no part in it.
        await join(chat.hashtag, clock.state === 'ended' ? null : clock.session.start);
        return true;
      } catch {
        store.setState({ failed: true });
        return false;
      }
    },
    async allow() {
      const allowed = await access.request().catch(() => false);
      store.setState({ allowed });
    },
    async allowCalendar(address: string) {
      const isGiven = await requestCalendar(address).catch(() => false);
      if (isGiven) await refresh().catch(() => {});
    },
    async allowNotifications() {
      await ask();
    },
    async remind(change: Partial<ScheduleState['reminders']>) {
      const asked = change.on && store.getState().canNotify !== true ? ask() : undefined;
      // Written before the answer: the browser's question may close the popup.
      await choose(change).catch(() => {});
      if (asked !== undefined && !(await asked)) await choose({ on: false }).catch(() => {});
    },
  };
}
