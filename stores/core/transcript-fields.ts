/** Decides what a value in a transcript file may be: of the wrong kind it is refused, with its place in words. */
import { bag, handle as handleOf, id, list } from './x-fields';

/** What is wrong with a file, and where. */
export class Refusal extends Error {}

const HASHTAG = /^[\p{L}\p{M}\p{Nd}_]*$/u;

export function words(value: unknown, place: string): string {
  if (typeof value !== 'string') refuse(place, `is ${show(value)}, not a text`);
  return value;
}

/** Without #; empty is the chat of every post. Anything else would be nobody's chat, and stand in the archive unseen. */
export function hashtag(value: unknown, place: string): string {
  const tag = words(value, place).replace(/^[#＃]/, '');
  if (!HASHTAG.test(tag)) refuse(place, `is ${show(value)}, not a hashtag`);
  return tag;
}

export function postId(value: unknown, place: string): string {
  const read = typeof value === 'string' ? id(value) : null;
  if (read === null) refuse(place, `is ${show(value)}, not an id of digits in quotes`);
  return read;
}

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/;

export function time(value: unknown, place: string): number {
  const ms = typeof value === 'string' && ISO.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(ms)) refuse(place, `is ${show(value)}, not a time such as 2026-06-18T12:00:00Z`);
  return ms;
}

export function maybe<T>(
  value: unknown,
  place: string,
  read: (v: unknown, place: string) => T,
): T | null {
  return value === undefined || value === null ? null : read(value, place);
}

export function maybeList(value: unknown, place: string): readonly unknown[] {
  if (value !== undefined && value !== null && !Array.isArray(value))
    refuse(place, 'is not a list');
  return list(value);
}

export function show(value: unknown): string {
  if (value === undefined) return 'missing';
  const shown = JSON.stringify(value);
  return shown.length > 40 ? `${shown.slice(0, 40)}…` : shown;
}

export function refuse(place: string, what: string): never {
  throw new Refusal(`${place} ${what}`);
}

/** Without @: what stands in it goes into addresses and mentions. */
export function handle(value: unknown, place: string): string {
  const written = words(value, place);
  if (handleOf(written) === null) refuse(place, `is ${show(value)}, not a handle`);
  return written;
}

/** Left out it is false. */
export function yes(value: unknown, place: string): boolean {
  if (value !== undefined && value !== null && typeof value !== 'boolean')
    refuse(place, `is ${show(value)}, neither true nor false`);
  return value === true;
}

export function whole(value: unknown, place: string): number {
  if (!Number.isSafeInteger(value) || (value as number) < 0)
    refuse(place, `is ${show(value)}, not a whole number`);
  return value as number;
}

/** Counts by name; those that are left out are 0. */
export function counts<T extends Record<keyof T, number>>(
  value: unknown,
  place: string,
  none: T,
): T {
  const read = { ...none };
  const given = maybeObject(value, place);
  for (const key of Object.keys(none) as (keyof T & string)[]) {
    read[key] = (maybe(given[key], `${place}.${key}`, whole) ?? 0) as T[keyof T & string];
  }
  return read;
}

export function maybeObject(value: unknown, place: string): ReturnType<typeof bag> {
  const isObject = typeof value === 'object' && !Array.isArray(value);
  if (value !== undefined && !isObject) refuse(place, `is ${show(value)}, not an object`);
  return bag(value);
}

/** One of some words. */
export function oneOf<T extends string>(known: readonly T[]) {
  return (value: unknown, place: string): T => {
    const found = known.find((one) => one === value);
    if (found === undefined)
      refuse(place, `is ${show(value)}, none of ${known.map((one) => `"${one}"`).join(', ')}`);
    return found;
  };
}
