/** Decides what may be believed of one value out of X's JSON: the tolerant, typed way into it. */

export type Bag = Record<string, unknown>;

const NOTHING: Bag = Object.freeze({});
const NONE: readonly unknown[] = Object.freeze([]);

/**
 * The object itself, or an empty one for everything else: reading goes on either way. An array passes, for it has
 * none of the keys that are asked for, and telling it apart was a tenth of the reading time.
 */
export function bag(value: unknown): Bag {
  return typeof value === 'object' && value !== null ? (value as Bag) : NOTHING;
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : NONE;
}

/** These lists as one; the commonest case, that only one of them has anything, copies nothing. */
export function joined(a: unknown, b: unknown, c: unknown): readonly unknown[] {
  let all = NONE;
  for (const value of [a, b, c]) {
    if (Array.isArray(value) && value.length > 0) all = all.length > 0 ? all.concat(value) : value;
  }
  return all;
}

/** A text with something in it. */
export function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** A decimal id; numbers only where JavaScript holds them exactly. */
export function id(value: unknown): string | null {
  const written = typeof value === 'number' && Number.isSafeInteger(value) ? `${value}` : value;
  return typeof written === 'string' && /^\d{1,20}$/.test(written) ? written : null;
}

/** A handle without @. X allows 15 signs, a few old accounts have 20. */
export function handle(value: unknown): string | null {
  return typeof value === 'string' && /^\w{1,20}$/.test(value) ? value : null;
}

export function count(value: unknown): number {
  const read = typeof value === 'string' ? Number(value) : value;
  return typeof read === 'number' && Number.isSafeInteger(read) && read > 0 ? read : 0;
}

/** A web address that is safe to link to and to load from; anything else is none. */
export function address(value: unknown): string | null {
  return typeof value === 'string' && /^https?:\/\/[^\s"<>]+$/i.test(value) ? value : null;
}
