/** What a person, and their organisation, may settle: its shape, its bounds, and how the two come together. */
import { type Chat, POLCHAT } from './chat';
import {
  isChatSpoilt,
  isLost,
  isRecord,
  isWrong,
  MOST,
  parseChat,
  parseFlag,
  parseHandle,
  parseHashtag,
  parseList,
  parseOneOf,
  parseText,
  parseWhole,
} from './settings-values';

/** What the draft check looks for. */
export const DRAFT_KINDS = [
  'vehicle',
  'phone',
  'email',
  'postcode',
  'nino',
  'dob',
  'reference',
  'pnc',
  'marking',
  'what3words',
  'coordinates',
  'victim',
] as const;
export type DraftKind = (typeof DRAFT_KINDS)[number];

/** When the hashtag is put into X's own composers: for who joined, whenever a chat is live, not at all. */
export const PREFILLS = ['joined', 'live', 'never'] as const;
/** X's own look, or one of its three. */
export const LOOKS = ['x', 'light', 'dim', 'dark'] as const;
export const REMINDER_MINUTES = { least: 1, most: 180 };
/** Ten years; 0 stands for no end. */
export const KEEP_MONTHS = { least: 0, most: 120 };

export interface Settings {
  /** The chats followed, the first counting most; never empty. */
  chats: Chat[];
  prefill: (typeof PREFILLS)[number];
  /** A notification `minutes` before a chat, and another the day before. */
  reminders: { on: boolean; minutes: number; dayBefore: boolean };
  /** Kinds that are not looked for. */
  draftCheck: { off: DraftKind[] };
  /** Whether a hidden tab with X's live search may be refreshed while a chat is live. */
  follow: { background: boolean };
  /** Whether Polchat may scroll X's pages to gather a whole chat. */
  gather: boolean;
  /** Whether transcripts may be saved and copied. */
  exports: boolean;
  /** Posts are deleted after so many months; 0 keeps them until they are deleted by hand. */
  keepMonths: number;
  look: (typeof LOOKS)[number];
  /** Handles in lower case, without @; words and phrases as they were written. */
  muted: { people: string[]; words: string[] };
  /** Hashtags, in lower case, of the chats that this person hosts. */
  hosting: string[];
}

export type SettingKey = keyof Settings;

/** What a new installation does: nothing that acts on X, nothing that asks for a permission. */
export const DEFAULTS: Settings = {
  chats: [POLCHAT],
  prefill: 'joined',
  reminders: { on: false, minutes: 10, dayBefore: false },
  draftCheck: { off: [] },
  follow: { background: false },
  gather: false,
  exports: true,
  keepMonths: 12,
  look: 'x',
  muted: { people: [], words: [] },
  hosting: [],
};

/** The person's own settings as they are stored: with the version of their shape. */
export type OwnSettings = Settings & { version: number };

/** Of the shape above. 1 had no version written, and nothing but chats without guests. */
export const VERSION = 2;

/** From each version to the next. */
const MIGRATIONS: Record<number, (old: Record<string, unknown>) => Record<string, unknown>> = {
  1: (old) => ({
    ...old,
    chats: Array.isArray(old.chats)
      ? old.chats.map((chat) => (isRecord(chat) ? { guests: [], ...chat } : chat))
      : undefined,
  }),
};

/** One reader for each setting: undefined for a value that is nothing of the kind. */
const PARSERS: { [K in SettingKey]: (value: unknown) => Settings[K] | undefined } = {
  chats: (value) => {
    const chats = parseList(value, parseChat, MOST.chats, ({ hashtag }) => hashtag.toLowerCase());
    return chats?.length ? chats : undefined;
  },
  prefill: (value) => parseOneOf(value, PREFILLS),
  reminders: (value) => {
    if (!isRecord(value)) return undefined;
    const { least, most } = REMINDER_MINUTES;
    return {
      on: parseFlag(value.on) ?? DEFAULTS.reminders.on,
      minutes: parseWhole(value.minutes, least, most) ?? DEFAULTS.reminders.minutes,
      dayBefore: parseFlag(value.dayBefore) ?? DEFAULTS.reminders.dayBefore,
    };
  },
  draftCheck: (value) => {
    if (!isRecord(value)) return undefined;
    const parse = (kind: unknown) => parseOneOf(kind, DRAFT_KINDS);
    return { off: parseList(value.off, parse, DRAFT_KINDS.length) ?? [] };
  },
  follow: (value) =>
    isRecord(value) ? { background: parseFlag(value.background) ?? false } : undefined,
  gather: parseFlag,
  exports: parseFlag,
  keepMonths: (value) => parseWhole(value, KEEP_MONTHS.least, KEEP_MONTHS.most),
  look: (value) => parseOneOf(value, LOOKS),
  muted: (value) => {
    if (!isRecord(value)) return undefined;
    const handle = (item: unknown) => parseHandle(item)?.toLowerCase();
    return {
      people: parseList(value.people, handle, MOST.muted) ?? [],
      words: parseList(value.words, parseText, MOST.muted) ?? [],
    };
  },
  hosting: (value) => parseList(value, (item) => parseHashtag(item)?.toLowerCase(), MOST.chats),
};

/**
 * What spoils a policy's value, though the reader above makes something of it: a flag that is none, a list of which nothing
 * is left. It would lock what nobody meant.
 */
const SPOILT: { [K in SettingKey]?: (value: unknown) => boolean } = {
  chats: (value) => Array.isArray(value) && value.some(isChatSpoilt),
  reminders: (value) =>
    isRecord(value) &&
    (isWrong(value.on, parseFlag) ||
      isWrong(value.dayBefore, parseFlag) ||
      isWrong(value.minutes, (minutes) => parseWhole(minutes, 0, 1))),
  draftCheck: (value) =>
    isRecord(value) && isLost(value.off, (kind) => parseOneOf(kind, DRAFT_KINDS)),
  follow: (value) => isRecord(value) && isWrong(value.background, parseFlag),
  muted: (value) =>
    isRecord(value) && (isLost(value.people, parseHandle) || isLost(value.words, parseText)),
  hosting: (value) => isLost(value, parseHashtag),
};

export const SETTING_KEYS = /* @__PURE__ */ Object.keys(PARSERS) as SettingKey[];

function readEach(values: Record<string, unknown>): Partial<Settings> {
  const entries = SETTING_KEYS.map((key) => [key, PARSERS[key](values[key])] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** Settings out of anything: what can be read is kept within its bounds, whatever else is as on a new installation. Never throws. */
export function parseSettings(stored: unknown): Settings {
  if (!isRecord(stored)) return structuredClone(DEFAULTS);
  // What has no version that can be is taken for the oldest.
  const version = parseWhole(stored.version, 1, VERSION) ?? 1;
  let values = stored;
  for (let at = version; at < VERSION; at += 1) values = MIGRATIONS[at]?.(values) ?? values;
  return { ...structuredClone(DEFAULTS), ...readEach(values) };
}

/** The settings as they are to be stored. */
export function toStored(settings: Settings): OwnSettings {
  return { version: VERSION, ...settings };
}

/**
 * The settings that count where an organisation has set some: each key of the policy whose value can be read stands whole
 * in the place of the person's, and is locked. What the policy leaves out within a key is as on a new installation, so that
 * it means the same on every machine. A value with a part that cannot be read is ignored as a whole.
 */
export function applyPolicy(
  settings: Settings,
  policy: unknown,
): { settings: Settings; locked: SettingKey[] } {
  const given = Object.entries(isRecord(policy) ? policy : {}).filter(
    // A policy may hold any key, "__proto__" too.
    ([key, value]) => !(Object.hasOwn(SPOILT, key) && SPOILT[key as SettingKey]?.(value)),
  );
  const set = readEach(Object.fromEntries(given));
  return {
    settings: { ...settings, ...set },
    locked: SETTING_KEYS.filter((key) => key in set),
  };
}
