/** Reads one value of the settings out of whatever stands there: bounded and cleaned, or undefined where it is nothing of the kind. */
import { plainLine } from './calendar-text';
import { type Chat, POLCHAT } from './chat';
import { ianaZone } from './zone';

/** How much of each there may be: settings are read on every page of X. */
export const MOST = { chats: 12, people: 30, calendars: 10, muted: 500, text: 100, address: 2000 };

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function parseOneOf<T extends string>(value: unknown, allowed: readonly T[]): T | undefined {
  return allowed.find((one) => one === value);
}

export function parseFlag(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

/** A whole number, brought between the bounds. */
export function parseWhole(value: unknown, least: number, most: number): number | undefined {
  if (typeof value !== 'number' || Number.isNaN(value)) return undefined;
  return Math.round(Math.min(Math.max(value, least), most));
}

/** The items that can be read, each once whatever its capitals, at most `most`; undefined where there is no list. */
export function parseList<T>(
  value: unknown,
  parse: (item: unknown) => T | undefined,
  most: number,
  keyOf: (item: T) => string = (item) => String(item).toLowerCase(),
): T[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const found = new Map<string, T>();
  for (const each of value) {
    const item = parse(each);
    if (item === undefined || found.has(keyOf(item))) continue;
    found.set(keyOf(item), item);
    if (found.size === most) break;
  }
  return [...found.values()];
}

/** Whether there is a value, and none that can be read. */
export function isWrong(value: unknown, parse: (value: unknown) => unknown): boolean {
  return value !== undefined && parse(value) === undefined;
}

/** Whether there is something in the place of a list, of which nothing is left when it is read. */
export function isLost(value: unknown, parse: (item: unknown) => unknown): boolean {
  if (value === undefined) return false;
  if (!Array.isArray(value)) return true;
  return value.length > 0 && value.every((item) => parse(item) === undefined);
}

/** A line of words; undefined where there is none. */
export function parseText(value: unknown): string | undefined {
  return (typeof value === 'string' && plainLine(value, MOST.text)) || undefined;
}

/** A hashtag without its #, in the capitals written; X takes no tag of digits alone. */
export function parseHashtag(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > 200) return undefined;
  const name = value
    .normalize('NFC')
    .trim()
    .replace(/^[#＃]/, '');
  return /^(?=.*[^\p{Nd}])[\p{L}\p{M}\p{Nd}_]{1,100}$/u.test(name) ? name : undefined;
}

/** A handle without its @. */
export function parseHandle(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  return /^@?(\w{1,15})$/.exec(value.trim())?.[1];
}

/** A calendar's address as it is fetched: https, without a name and password in it; '' for the bundled file. `webcal:` is https by another name. */
export function parseCalendarAddress(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > MOST.address) return undefined;
  const text = value.trim().replace(/^webcals?:/i, 'https:');
  if (text === '') return '';
  const url = URL.parse(text);
  const isPlain = url?.protocol === 'https:' && url.username === '' && url.password === '';
  return isPlain ? url.href : undefined;
}

/** The IANA name of a zone, as the browser writes it. */
function parseZone(value: unknown): string | undefined {
  return typeof value === 'string' ? ianaZone(value.trim())?.id : undefined;
}

/** Whether something within a chat that has a hashtag cannot be read, so that it would become another chat than was meant. */
export function isChatSpoilt(value: unknown): boolean {
  if (!isRecord(value) || parseChat(value) === undefined) return false;
  return (
    isLost(value.hosts, parseHandle) ||
    isLost(value.guests, parseHandle) ||
    isLost(value.calendars, parseCalendarAddress) ||
    isWrong(value.timeZone, parseZone)
  );
}

/** A chat, wherever it has a hashtag: the rest may be left out. */
export function parseChat(value: unknown): Chat | undefined {
  if (!isRecord(value)) return undefined;
  const hashtag = parseHashtag(value.hashtag);
  if (hashtag === undefined) return undefined;
  const isPolchat = hashtag.toLowerCase() === POLCHAT.hashtag;
  return {
    hashtag,
    title: parseText(value.title) ?? `#${hashtag}`,
    hosts: parseList(value.hosts, parseHandle, MOST.people) ?? [],
    guests: parseList(value.guests, parseHandle, MOST.people) ?? [],
    calendars:
      parseList(value.calendars, parseCalendarAddress, MOST.calendars, String) ??
      (isPolchat ? [...POLCHAT.calendars] : []),
    timeZone: parseZone(value.timeZone) ?? POLCHAT.timeZone,
  };
}
