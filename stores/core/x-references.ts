/** Decides which posts another post quotes or passes on. */
import { type Bag, bag, id, text } from './x-fields';

export interface References {
  quoteOf: string | null;
  repostOf: string | null;
  /** The posts themselves, where X sent more than an id. */
  objects: { value: unknown; isQuote: boolean }[];
}

const STATUS = /\/status\/(\d+)/;

/** Reads them by the beginnings of their keys, which have held while X renamed the rest (retweeted → reposted, result → results). */
export function readReferences(raw: Bag): References {
  const found: References = { quoteOf: null, repostOf: null, objects: [] };
  readKeys(raw, found);
  if (raw.legacy) readKeys(bag(raw.legacy), found);
  if (raw.details) readKeys(bag(raw.details), found);
  return found;
}

/** Whether a key of a post holds one that it refers to. */
export function isReference(key: string): boolean {
  const first = key.charCodeAt(0);
  // "q" or "r": spares most keys the comparisons.
  if (first !== 113 && first !== 114) return false;
  return key.startsWith('quoted') || key.startsWith('retweeted') || key.startsWith('reposted');
}

function readKeys(part: Bag, found: References): void {
  for (const key in part) {
    const value = part[key];
    const kind = typeof value;
    if (value && (kind === 'object' || kind === 'string') && isReference(key)) {
      refer(found, key, value);
    }
  }
}

function refer(found: References, key: string, value: unknown): void {
  const outer = bag(value);
  const result = bag(outer.result ?? value);
  const inner = bag(result.tweet ?? result);
  const named = id(inner.rest_id ?? inner.id_str ?? outer.rest_id ?? bag(inner.legacy).id_str);
  const target = id(value) ?? named ?? id(STATUS.exec(text(outer.expanded) ?? '')?.[1]);
  const isQuote = key.startsWith('quoted');
  if (isQuote) found.quoteOf ??= target;
  else found.repostOf ??= target;
  const keys = Object.keys(inner).length;
  // A stub holds its type and id and nothing to read (quotedRefResult); a permalink is no post.
  const isEmpty = keys === 0 || (named !== null && keys < 3) || key.endsWith('permalink');
  if (!isEmpty) found.objects.push({ value: result, isQuote });
}
