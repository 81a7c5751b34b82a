/** Decides which posts another post quotes or passes on. */
import { bag, id, text } from './x-fields';

export interface References {
  quoteOf: string | null;
  repostOf: string | null;
  /** The posts themselves, where X sent more than an id. */
  objects: { value: unknown; isQuote: boolean }[];
}

const STATUS = /\/status\/(\d+)/;

/** None yet. */
export function noReferences(): References {
  return { quoteOf: null, repostOf: null, objects: [] };
}

/** Adds those that a part of a post holds (`legacy`, `details`). */
export function addReferences(part: unknown, found: References): void {
  const keys = bag(part);
  for (const key in keys) addReference(key, keys[key], found);
}

/**
 * Adds what stands under this key, if it is a reference; says whether it is. They are known by the beginnings of their
 * keys, which have held while X renamed the rest (retweeted → reposted, result → results).
 */
export function addReference(key: string, value: unknown, found: References): boolean {
  if (!isReference(key)) return false;
  if ((typeof value === 'object' && value !== null) || typeof value === 'string') {
    refer(found, key, value);
  }
  return true;
}

/** Whether another post stands under this key. */
export function isReference(key: string): boolean {
  const first = key.charCodeAt(0);
  // "q" or "r": spares most keys the comparisons.
  if (first !== 113 && first !== 114) return false;
  return key.startsWith('quoted') || key.startsWith('retweeted') || key.startsWith('reposted');
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
  const parts = Object.values(inner);
  // A stub holds its type and id and nothing to read (quotedRefResult); a permalink is no post.
  const isStub =
    named !== null && parts.length < 3 && !parts.some((part) => typeof part === 'object');
  const isEmpty = parts.length === 0 || isStub || key.endsWith('permalink');
  if (!isEmpty) found.objects.push({ value: result, isQuote });
}
