/** What the settings page shows and changes: the person's choices under what their organisation set, each kept as it is made. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CalendarPreview } from './calendars';
import type { Chat } from './core/chat';
import { DEFAULTS, parseSettings, type SettingKey, type Settings, toStored } from './core/settings';
import { type FileProblem, readSettingsFile, writeSettingsFile } from './core/settings-file';
import { changeSettings } from './own-settings';
import { readSaved, type Saved, type StorageArea, UNSAVED } from './saved';

/** Sessions shown before a calendar is added. */
const PREVIEWED = 5;

/** What happened last. `saved` and `imported` can be undone. */
export type Notice =
  | { kind: 'saved' | 'imported'; undo: Partial<Settings> }
  | { kind: 'undone' | 'unsaved' | 'deleted' | 'undeleted' }
  | { kind: 'refused'; problem: FileProblem };

/** A calendar that is looked at before it is added. */
export interface Preview {
  /** Of the chat it is for, lower case. */
  tag: string;
  address: string;
  /** `refused`: the person or the browser did not let Polchat fetch from there. */
  state: 'reading' | 'refused' | 'failed' | 'read';
  found: CalendarPreview | null;
}

export interface OptionsState {
  /** False until the storage has been read. */
  ready: boolean;
  settings: Settings;
  locked: readonly SettingKey[];
  notice: Notice | null;
  schedules: Saved['schedules'];
  preview: Preview | null;
  /** Notifications may be shown; null while that is not known. */
  canNotify: boolean | null;
  deleting: boolean;
}

export interface OptionsDeps {
  area: StorageArea;
  previewCalendar: (address: string, chat: Chat, most: number) => Promise<CalendarPreview>;
  refresh: () => Promise<unknown>;
  deleteAll: (andSettings: boolean) => Promise<unknown>;
  /** The browser's permissions. The questions are to be asked in the click itself; one that was given before is answered at once. */
  permissions: {
    askSite: (address: string) => Promise<boolean>;
    askNotifications: () => Promise<boolean>;
    hasNotifications: () => Promise<boolean>;
    /** Gives back the permission for every site that is none of these calendars'. */
    keepSites: (addresses: readonly string[]) => Promise<void>;
  };
}

export interface OptionsStore extends StoreApi<OptionsState> {
  /** Never rejects. */
  start(): Promise<void>;
  /** For `storage.onChanged`. */
  adopt(changes: Record<string, { newValue?: unknown }>): void;
  /** Shows and keeps it at once; nothing where the organisation set it. */
  change(part: Partial<Settings>): Promise<void>;
  undo(): Promise<void>;
  dismiss(): void;
  remind(part: Partial<Settings['reminders']>): Promise<void>;
  /** Asks for the calendar's site and reads it; keeps nothing. */
  look(chat: Chat, address: string): Promise<void>;
  forgetPreview(): void;
  allow(address: string): Promise<void>;
  write(): string;
  read(text: string): Promise<void>;
  deleteAll(andSettings: boolean): Promise<void>;
}

const KEPT = ['ownSettings', 'settings', 'locked', 'schedules'] as const;
type Kept = Pick<Saved, (typeof KEPT)[number]>;

/** The store of the page. Everything it touches comes with `deps`. */
export function createOptionsStore(deps: OptionsDeps): OptionsStore {
  const { area, permissions } = deps;
  let kept: Kept = UNSAVED;
  const store = createStore<OptionsState>(() => ({
    ready: false,
    settings: DEFAULTS,
    locked: [],
    notice: null,
    schedules: {},
    preview: null,
    canNotify: null,
    deleting: false,
  }));
  const show = () => store.setState(view(kept));
  const own = () => parseSettings(kept.ownSettings);
  const keep = async (part: Partial<Settings>, notice: Notice) => {
    const before = kept;
    kept = { ...kept, ownSettings: toStored({ ...own(), ...part }) };
    show();
    try {
      await changeSettings(area, () => part);
      store.setState({ notice });
    } catch {
      kept = before;
      show();
      store.setState({ notice: { kind: 'unsaved' } });
    }
  };
  return Object.assign(store, {
    async start() {
      kept = await readSaved(area, KEPT).catch(() => UNSAVED);
      show();
      store.setState({ ready: true });
      const { chats } = store.getState().settings;
      const addresses = chats.flatMap(({ calendars }) => calendars);
      const canNotify = await permissions.hasNotifications().catch(() => null);
      store.setState({ canNotify });
      await permissions.keepSites(addresses).catch(() => undefined);
    },
    adopt(changes: Record<string, { newValue?: unknown }>) {
      const keys = KEPT.filter((key) => key in changes);
      if (keys.length === 0) return;
      const values = keys.map((key) => [key, changes[key]?.newValue ?? UNSAVED[key]]);
      kept = { ...kept, ...Object.fromEntries(values) };
      show();
    },
    async change(part: Partial<Settings>) {
      const keys = (Object.keys(part) as SettingKey[]).filter((key) => !kept.locked.includes(key));
      if (keys.length > 0) await keep(pick(part, keys), { kind: 'saved', undo: pick(own(), keys) });
    },
    async undo() {
      const { notice } = store.getState();
      if (notice && 'undo' in notice) await keep(notice.undo, { kind: 'undone' });
    },
    dismiss: () => store.setState({ notice: null }),
    async remind(part: Partial<Settings['reminders']>) {
      // In the click itself.
      const asked = part.on ? permissions.askNotifications() : undefined;
      await this.change({ reminders: { ...store.getState().settings.reminders, ...part } });
      if (asked) store.setState({ canNotify: await asked.catch(() => false) });
    },
    ...createErrands(store, deps),
    write: () => writeSettingsFile(own()),
    async read(text: string) {
      const file = readSettingsFile(text);
      if (!file.ok) return store.setState({ notice: { kind: 'refused', problem: file.problem } });
      const undo = pick(own(), Object.keys(file.settings) as SettingKey[]);
      await keep(file.settings, { kind: 'imported', undo });
    },
  });
}

/** What the browser and the background are asked to do. */
function createErrands(
  store: StoreApi<OptionsState>,
  { permissions, previewCalendar, refresh, deleteAll }: OptionsDeps,
) {
  return {
    async look(chat: Chat, address: string) {
      const preview: Preview = { tag: tagOf(chat), address, state: 'reading', found: null };
      const tell = (news: Partial<Preview>) => {
        if (store.getState().preview === preview)
          store.setState({ preview: { ...preview, ...news } });
      };
      const asked = permissions.askSite(address);
      store.setState({ preview });
      if (!(await asked.catch(() => false))) return tell({ state: 'refused' });
      await previewCalendar(address, chat, PREVIEWED).then(
        (found) => tell({ state: 'read', found }),
        () => tell({ state: 'failed' }),
      );
    },
    async deleteAll(andSettings: boolean) {
      store.setState({ deleting: true });
      const kind = await deleteAll(andSettings).then(
        () => 'deleted' as const,
        () => 'undeleted' as const,
      );
      store.setState({ deleting: false, notice: { kind } });
    },
    forgetPreview: () => store.setState({ preview: null }),
    async allow(address: string) {
      if (await permissions.askSite(address).catch(() => false)) await refresh();
    },
  };
}

/** The person's own where they are free to choose: those take effect here before the background has worked them out. */
function view({ ownSettings, settings, locked, schedules }: Kept): Partial<OptionsState> {
  return {
    settings: { ...parseSettings(ownSettings), ...pick(settings, locked) },
    locked,
    schedules,
  };
}

function pick(from: Partial<Settings>, keys: readonly SettingKey[]): Partial<Settings> {
  return Object.fromEntries(keys.map((key) => [key, from[key]]));
}

function tagOf({ hashtag }: Chat): string {
  return hashtag.toLowerCase();
}
