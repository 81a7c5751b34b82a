/** Settings as a file: written whole, and taken back whole or refused with what is wrong in it. */
import { parseSettings, SETTING_KEYS, type Settings, toStored, VERSION } from './settings';
import { isRecord } from './settings-values';

const FORMAT = 'polchat-settings';
/** Nobody's settings are larger, in UTF-16 units. */
const LARGEST = 1_000_000;

/** Why a file is refused; the words stand under `options_file_` + code, `detail` as their $1. */
export interface FileProblem {
  code: 'large' | 'json' | 'foreign' | 'newer' | 'empty' | 'unknown' | 'value';
  detail: string;
}

export type ReadFile =
  | { ok: true; settings: Partial<Settings> }
  | { ok: false; problem: FileProblem };

export function writeSettingsFile(settings: Settings): string {
  return `${JSON.stringify({ format: FORMAT, ...toStored(settings) }, null, 2)}\n`;
}

/** The settings that the file names. Refused where anything in it could not be taken as it stands. Never throws. */
export function readSettingsFile(text: string): ReadFile {
  if (text.length > LARGEST) return refuse('large');
  const file = parseJson(text);
  if (file === undefined) return refuse('json');
  if (!isRecord(file) || file.format !== FORMAT || typeof file.version !== 'number')
    return refuse('foreign');
  if (file.version > VERSION) return refuse('newer');
  const { format: _, version, ...values } = file;
  const foreign = Object.keys(values).find((key) => !SETTING_KEYS.includes(key as never));
  if (foreign !== undefined) return refuse('unknown', foreign);
  const keys = SETTING_KEYS.filter((key) => key in values);
  if (keys.length === 0) return refuse('empty');
  const parsed = parseSettings({ ...values, version });
  for (const key of keys) {
    const lost = findLoss(values[key], parsed[key], key);
    if (lost !== undefined) return refuse('value', lost);
  }
  return { ok: true, settings: Object.fromEntries(keys.map((key) => [key, parsed[key]])) };
}

function refuse(code: FileProblem['code'], detail = ''): ReadFile {
  return { ok: false, problem: { code, detail } };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Where reading changed or left out something ("chats 2 timeZone"); undefined where all was taken. What the file leaves out is no loss. */
function findLoss(raw: unknown, taken: unknown, path: string): string | undefined {
  if (Array.isArray(raw)) {
    if (!Array.isArray(taken) || taken.length !== raw.length) return path;
    return first(raw.keys(), (index) => findLoss(raw[index], taken[index], `${path} ${index + 1}`));
  }
  if (isRecord(raw)) {
    if (!isRecord(taken)) return path;
    return first(Object.keys(raw), (key) => findLoss(raw[key], taken[key], `${path} ${key}`));
  }
  return plain(raw) === plain(taken) ? undefined : path;
}

function first<T>(items: Iterable<T>, find: (item: T) => string | undefined): string | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A person's spelling of handles, hashtags and addresses is not the stored one. */
function plain(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const text = value
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/^[@#＃]/, '');
  return URL.parse(text.replace(/^webcals?:/, 'https:'))?.href ?? text;
}
