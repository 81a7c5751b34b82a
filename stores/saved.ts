/** What is kept in the browser's local storage: every key, its shape, and what stands there before anything was saved. */
import type { ClockOffset } from './core/clock-offset';
import type { Following } from './core/follow';
import type { Session } from './core/schedule';
import {
  DEFAULTS,
  type OwnSettings,
  type SettingKey,
  type Settings,
  VERSION,
} from './core/settings';

/** How reading a calendar went the last time; what was read before stays while it goes wrong. */
export interface CalendarState {
  /** '' for the one that comes with Polchat. */
  address: string;
  /** What to call it where it is shown. */
  name: string;
  /** When it was asked last, and when it could be read last, ms; 0 for never. */
  triedAt: number;
  readAt: number;
  problem: CalendarProblem | null;
}

export interface CalendarProblem {
  /** Which sentence says it (`schedule_error_…` in the locales), and what stands in it as $1. */
  code: string;
  detail: string;
  /** Since when it could not be read, ms. */
  since: number;
}

/** A chat's programme, as the background works it out for everybody. */
export interface ChatSchedule {
  /** By start; of several sources the one that counts. */
  sessions: Session[];
  /** When its calendars were asked last, ms; 0 before the first time. */
  checkedAt: number;
  calendars: CalendarState[];
}

export interface CatchUp {
  /** In lower case. */
  hashtag: string;
  /** All of it, ms: the search itself may be for what is left. */
  from: number;
  to: number;
  /** When Polchat went on to another search for it by itself, ms; 0 for not. */
  resumedAt: number;
}

export interface Saved {
  /** What the person chose. Changed by `changeSettings` alone. */
  ownSettings: OwnSettings;
  /** What counts: the person's choices under what their organisation set. Written by the background alone; trusted as it stands. */
  settings: Settings;
  /** What the organisation set, and the person cannot change. */
  locked: SettingKey[];
  /** Hashtag in lower case → its programme; `scheduleOf` reads it. */
  schedules: Record<string, ChatSchedule>;
  /** X's clock less this computer's, ms, where they differ, and when (ms, by this computer) that was seen. */
  clock: ClockOffset;
  /** Hashtag → start (ms) of the session the person joined last. */
  joined: Record<string, number>;
  /** What the person said is fine in drafts, for one session of the chat: salted hashes, never the words. */
  fine: { session: number; salt: string; hashes: string[] };
  /** The screen on how a public chat works was read. */
  welcomed: boolean;
  /** The panel's width in px, and what the person did with it, by `panelKey`. */
  panel: { width: number; choices: Record<string, 'open' | 'closed'> };
  /** The live search that is followed, written by the background alone; null for none. */
  following: Following | null;
  /** The time that is being caught up on in X's search; null for none. */
  catchUp: CatchUp | null;
  /** The person's own handle, as they gave it on a transcript's page; and where hosts published transcripts, by hashtag and start. */
  transcripts: { me: string; published: Record<string, string> };
}

/** What stands in storage on a new installation. */
export const UNSAVED: Saved = {
  ownSettings: { version: VERSION, ...DEFAULTS },
  settings: DEFAULTS,
  locked: [],
  schedules: {},
  clock: { offset: 0, at: 0 },
  joined: {},
  fine: { session: 0, salt: '', hashes: [] },
  welcomed: false,
  panel: { width: 380, choices: {} },
  following: null,
  catchUp: null,
  transcripts: { me: '', published: {} },
};

const UNREAD: ChatSchedule = { sessions: [], checkedAt: 0, calendars: [] };

/** The programme of a chat; empty before its calendars were read. */
export function scheduleOf(schedules: Saved['schedules'], hashtag: string): ChatSchedule {
  return schedules[hashtag.toLowerCase()] ?? UNREAD;
}

/** Opening and closing is remembered for the session of the chat; what was done days before does not count for the hour itself. */
export function panelKey(clock: { state: string; session: { start: number } | null }): string {
  const near = clock.state === 'soon' || clock.state === 'live';
  return `${clock.session?.start ?? 0}${near ? '' : ' before'}`;
}

/** The browser's storage area, as far as it is used. */
export interface StorageArea {
  get(keys: string[]): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

/** Under which name the address of a session's transcript is saved. */
export function transcriptKey(hashtag: string, start: number): string {
  return `${hashtag.toLowerCase()} ${start}`;
}

export type SavedKey = keyof Saved;

/** The values of `keys`, with what stands there before anything was saved. */
export async function readSaved<K extends SavedKey>(
  area: StorageArea,
  keys: readonly K[],
): Promise<Pick<Saved, K>> {
  const found = await area.get([...keys]);
  const entries = keys.map((key) => [key, found[key] ?? UNSAVED[key]]);
  return Object.fromEntries(entries) as Pick<Saved, K>;
}

/** Saves one key whole. Rejects, and never throws, where the browser no longer lets this script save. */
export async function writeSaved<K extends SavedKey>(
  area: StorageArea,
  key: K,
  value: Saved[K],
): Promise<void> {
  return area.set({ [key]: value });
}

export interface SavedStore {
  get: <K extends SavedKey>(key: K) => Saved[K];
  /** Takes effect here at once, on disk soon, in other tabs after that. */
  set: <K extends SavedKey>(key: K, value: Saved[K]) => void;
  /** Called with the keys that changed, here or elsewhere. */
  onChange: (changed: (keys: readonly SavedKey[]) => void) => void;
  /** Takes over what another tab or page saved: `storage.onChanged` calls it. */
  adopt: (changes: Record<string, { newValue?: unknown }>) => void;
}

/** Everything saved, held in memory beside the disk. */
export function createSavedStore(area: StorageArea, start: Saved): SavedStore {
  const values: Saved = { ...start };
  const listeners = new Set<(keys: readonly SavedKey[]) => void>();
  const tell = (keys: readonly SavedKey[]) => {
    for (const listener of listeners) listener(keys);
  };
  return {
    get: (key) => values[key],
    set(key, value) {
      values[key] = value;
      // Storage that is full or gone keeps the value for this page's life; the next change tries again.
      writeSaved(area, key, value).catch(() => {});
      tell([key]);
    },
    onChange: (changed) => listeners.add(changed),
    adopt(changes) {
      const keys = (Object.keys(changes) as SavedKey[]).filter((key) => key in UNSAVED);
      for (const key of keys) {
        const value = changes[key]?.newValue ?? UNSAVED[key];
        Object.assign(values, { [key]: value });
      }
      if (keys.length) tell(keys);
    },
  };
}
