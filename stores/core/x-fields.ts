/** Decides what may be believed of one value out of X's JSON: the tolerant, typed way into it. */

export type Bag = Record<string, unknown>;

const NOTHING: Bag = Object.freeze({});

/** The object itself, or an empty one for everything else (arrays too): reading goes on either way. */
export function bag(value: unknown): Bag {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Bag)
    : NOTHING;
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A text with something in it. */
export function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** A decimal id; numbers only where JavaScript holds them exactly. */
export function id(value: unknown): string | null {
  const written = Number.isSafeInteger(value) ? String(value) : value;
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

/** The first value that any of these bags holds under any of these keys, bag by bag. */
export function find(bags: readonly Bag[], ...keys: readonly string[]): unknown {
  for (const each of bags) {
    for (const key of keys) {
      const value = each[key];
      if (value !== undefined && value !== null) return value;
    }
  }
  return undefined;
}
