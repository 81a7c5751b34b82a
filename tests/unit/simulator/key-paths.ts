/** Which keys an X answer has: of posts, of accounts, and of all that is around them. */

type Json = Record<string, unknown>;

export interface KeyPaths {
  /** Per layout of the author: keys within a post, below `tweet_results.result`. */
  posts: Record<'A' | 'B' | 'C', Set<string>>;
  /** Per layout: keys within an account. */
  people: Record<'A' | 'B' | 'C', Set<string>>;
  /** Everything else: timelines, entries, cursors, modules. */
  around: Set<string>;
}

const rec = (value: unknown): Json => (value && typeof value === 'object' ? (value as Json) : {});

export function newKeyPaths(): KeyPaths {
  const three = () => ({ A: new Set<string>(), B: new Set<string>(), C: new Set<string>() });
  return { posts: three(), people: three(), around: new Set() };
}

const isPost = (value: Json) =>
  typeof value.rest_id === 'string' && typeof rec(value.legacy).full_text === 'string';
const isPerson = (value: Json) => value.__typename === 'User' && typeof value.rest_id === 'string';

/** Where the account's name is says which layout an answer has. */
function layoutOf(person: Json): 'A' | 'B' | 'C' {
  if (typeof rec(person.legacy).screen_name === 'string') return 'A';
  return 'legacy' in person ? 'B' : 'C';
}

function authorOf(post: Json): Json {
  return rec(rec(rec(post.core).user_results).result);
}

function walk(value: unknown, path: string, into: Set<string>, found: KeyPaths): void {
  if (Array.isArray(value)) {
    for (const one of value) walk(one, `${path}[]`, into, found);
    return;
  }
  if (!value || typeof value !== 'object') {
    into.add(path);
    return;
  }
  const object = value as Json;
  if (isPost(object)) enter(object, found.posts[layoutOf(authorOf(object))], found);
  else if (isPerson(object)) enter(object, found.people[layoutOf(object)], found);
  else for (const [key, one] of Object.entries(object)) walk(one, `${path}.${key}`, into, found);
}

function enter(object: Json, into: Set<string>, found: KeyPaths): void {
  for (const [key, one] of Object.entries(object)) {
    into.add(`.${key}`);
    walk(one, `.${key}`, into, found);
  }
}

/**
 * A path in the words that all timelines share: what stands before `instructions` is the operation's own,
 * a replaced entry is an entry, an added module item is one of the module's.
 */
function shared(path: string): string {
  const result = /(?:tweet|retweeted_status|quoted_status)_?results?\.result(\..*)/.exec(path);
  if (result) return `result${result[1]}`;
  return path
    .replace(/^.*?\.instructions\[\]/, 'instructions[]')
    .replace('instructions[].entry.', 'instructions[].entries[].')
    .replace('instructions[].moduleItems[].', 'instructions[].entries[].content.items[].');
}

/** Adds the keys of an answer. Posts and accounts within others count for themselves. */
export function addKeyPaths(answer: unknown, found: KeyPaths): void {
  const around = new Set<string>();
  walk(answer, '', around, found);
  for (const path of around) found.around.add(shared(path));
}
