/** What the popup shows: the chat that counts now, those to come, those over, and what is wrong with the calendars. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Chat, POLCHAT } from './core/chat';
import { offsetAt } from './core/clock-offset';
import { type Clock, readClock, type Session } from './core/schedule';
import {
  type CalendarState,
  readSaved,
  type Saved,
  type StorageArea,
  scheduleOf,
  UNSAVED,
} from './saved';

const SHOWN = { upcoming: 8, past: 4 };
/** Timers take no longer waits: beyond 2^31 ms they fire at once. */
const LONGEST_WAIT = 2 ** 31 - 1;

export interface ScheduleState {
  /** False until the storage has been read. */
  ready: boolean;
  chat: Chat;
  clock: Clock;
  /** The next eight that are not over, the one on now among them. */
  upcoming: Session[];
  /** The last ones that had a theme, newest first, but for the one the clock shows. */
  past: Session[];
  calendars: CalendarState[];
  /** When the calendars were last read, ms; 0 for never. */
  checkedAt: number;
  /** The calendars are being read. */
  checking: boolean;
  /** The person takes part in the session that the clock shows. */
  joined: boolean;
  /** Pages on X may be read; null while that is not known. */
  allowed: boolean | null;
  /** Joining went wrong: X could not be opened. */
  failed: boolean;
}

export interface ScheduleDeps {
  area: StorageArea;
  /** ms since 1970 by this computer. */
  now: () => number;
  /** Calls back after `ms`; returns the way to call it off. */
  wait: (callback: () => void, ms: number) => () => void;
  /** Has the calendars read again; resolves when that is done. */
  refresh: () => Promise<void>;
  join: (hashtag: string, start: number) => Promise<void>;
  /** Whether the browser lets Polchat into X's pages, and the question to the person (only from a click). */
  access: { has: () => Promise<boolean>; request: () => Promise<boolean> };
}

export interface ScheduleStore extends StoreApi<ScheduleState> {
  /** Reads the storage, then has the calendars read again. Never rejects. */
  start(): Promise<void>;
  /** Takes over what was saved elsewhere: for `storage.onChanged`. */
  adopt(changes: Record<string, { newValue?: unknown }>): void;
  /** Ticks only while shown. */
  show(visible: boolean): void;
  /** Joins the session the clock shows; true once X is there. */
  join(): Promise<boolean>;
  /** Asks for X's pages. To be called in the click itself. */
  allow(): Promise<void>;
}

const KEPT = ['schedules', 'joined', 'settings', 'clock'] as const;
type Kept = Pick<Saved, (typeof KEPT)[number]>;

/** What the popup shows at `now`, out of what is kept. */
function view(kept: Kept, now: number): Partial<ScheduleState> {
  const chat = kept.settings.chats[0] ?? POLCHAT;
  const { sessions, calendars, checkedAt } = scheduleOf(kept.schedules, chat.hashtag);
  const clock = readClock(sessions, now);
  const over = sessions.filter(
    (s) => s.end <= now && s.theme !== null && s.start !== clock.session?.start,
  );
  return {
    chat,
    clock,
    upcoming: sessions.filter((s) => s.end > now).slice(0, SHOWN.upcoming),
    past: over.slice(-SHOWN.past).reverse(),
    calendars,
    checkedAt,
    joined:
      clock.session !== null && kept.joined[chat.hashtag.toLowerCase()] === clock.session.start,
  };
}

/** The popup's store. Everything it touches comes with `deps`. */
export function createScheduleStore(deps: ScheduleDeps): ScheduleStore {
  const { area, now, wait, refresh, join, access } = deps;
  let kept: Kept = UNSAVED;
  let visible = true;
  let stop = () => {};
  const store = createStore<ScheduleState>(() => ({
    ready: false,
    checking: false,
    allowed: null,
    failed: false,
    ...(view(UNSAVED, now()) as Omit<ScheduleState, 'ready' | 'checking' | 'allowed' | 'failed'>),
  }));

  const tick = () => {
    stop();
    const time = now() + offsetAt(kept.clock, now());
    const seen = view(kept, time);
    store.setState(seen);
    const left = (seen.clock?.nextChange ?? Number.POSITIVE_INFINITY) - time;
    if (visible && left < Number.POSITIVE_INFINITY)
      stop = wait(tick, Math.min(Math.max(left, 1), LONGEST_WAIT));
    else stop = () => {};
  };

  return Object.assign(store, {
    async start() {
      kept = await readSaved(area, KEPT).catch(() => UNSAVED);
      tick();
      store.setState({ ready: true, checking: true });
      await Promise.allSettled([
        refresh(),
        access.has().then((allowed) => store.setState({ allowed })),
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
    async join() {
      const { chat, clock } = store.getState();
      if (clock.session === null) return false;
      try {
        await join(chat.hashtag, clock.session.start);
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
  });
}
