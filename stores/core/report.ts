/**
 * Decides what may be said of an answer that could not be read: its structure, in words of our own list alone. No value,
 * text, handle or number of it can come through, whatever stands where: a key that is no word of X's kind of data is "?".
 */

/** Words that X's keys are made of, in recordings of 2023 to 2026. What is not here is not shown. */
const WORDS = new Set(
  `access account action actions add added additional affiliates all alt analysis app article articles at author
  availability available avatar badge banner binding bio birdwatch blocked blocking blue body bookmark bookmarked bottom
  button by call can card cards category child code column communities community config content contents context control
  controller conversation conversations core count counts created cta cursor cursors data date default deleted description
  detail details device direction display edge edges edit editable edits eligible enable enabled entities entity entries
  entry error errors event expanded ext extended extensions favorite favorited favorites feed feedback fetch first followed
  followers following footer friends from full global graph grok group handle has has header headline highlighted
  highlights home hashtag hashtags html icon id ids image images in index indices info initial injections instruction
  instructions interstitial is item items json key keys kind label lang language last latest legacy like likes limited link
  links list lists live location media mention mentions message metadata ms mode moderated module modules more msecs muting
  name names new next node nodes note notes notification notifications object objects of on operation original owner page
  parent path payload permalink query permissions perspective pin pinned place player policy poll post posts preview previous
  privacy profile promoted prompt protected quote quoted quotes range rank raw reason record records ref refs related
  relationship relay remaining replace replied replies reply repost reposted reposts request response rest result results
  retweet retweeted retweets rich richtext root screen search section self sensitive set settings shape show social sort
  source space start state stats status statuses str string style sub subtitle suggest symbols tag tags text thread threaded
  threads time timeline timelines timestamp title to token tombstone top topic topics translated translation tweet tweets
  type typename types unavailable unified union unmention until update updated urls url user users utc value values variants
  verification verified version video view viewer views visibility web with`.split(/\s+/),
);

/** Bounds: what is beyond them is left out, and said to be ("…"). */
const MAX_DEPTH = 60;
const MAX_OBJECTS = 20_000;
const MAX_KEYS = 60;
const MAX_ITEMS = 200;
const MAX_SHAPES = 4;
const MAX_LENGTH = 20_000;
/** So many objects of one shape side by side are a list. */
const LIST_FROM = 3;
/** What a program would call a field; anything else is somebody's words. */
const KEY = /^[\w$-]{1,60}$/;

/** The structure of an answer's text: `{data:{list:[{id:string}]}}`. What is no JSON is called so. Never throws. */
export function describeText(text: string): string {
  try {
    return describeShape(JSON.parse(text));
  } catch {
    return text.trimStart().startsWith('<') ? 'a page, no JSON' : 'broken JSON';
  }
}

/** The structure of a value, at most 20,000 characters. The shapes of an array's items stand once each. */
export function describeShape(value: unknown): string {
  const budget = { left: MAX_OBJECTS };
  const shape = describe(value, 0, budget);
  return shape.length > MAX_LENGTH ? `${shape.slice(0, MAX_LENGTH)}…` : shape;
}

function describe(value: unknown, depth: number, budget: { left: number }): string {
  if (value === null) return 'null';
  if (typeof value !== 'object') return typeof value;
  if (depth > MAX_DEPTH || budget.left-- <= 0) return '…';
  if (Array.isArray(value)) {
    const shapes = new Set<string>();
    for (const item of value.slice(0, MAX_ITEMS)) shapes.add(describe(item, depth + 1, budget));
    return `[${some([...shapes], MAX_SHAPES).join('|')}]`;
  }
  return describeObject(Object.entries(value).slice(0, MAX_ITEMS), depth, budget);
}

function describeObject(entries: [string, unknown][], depth: number, budget: { left: number }) {
  const parts = entries.map(([key, part]) => [key, describe(part, depth + 1, budget)] as const);
  const alike = new Map<string, number>();
  for (const [, shape] of parts) alike.set(shape, (alike.get(shape) ?? 0) + 1);
  const shown = parts.map(([key, shape]) => {
    // Many of one shape are a list by handle or the like, whatever the keys look like.
    const isList = shape.startsWith('{') && (alike.get(shape) ?? 0) >= LIST_FROM;
    return `${isList ? '?' : describeKey(key)}:${shape}`;
  });
  return `{${some([...new Set(shown)], MAX_KEYS).join(',')}}`;
}

function some(all: string[], most: number): string[] {
  return all.length > most ? [...all.slice(0, most), '…'] : all;
}

/** A key with every part that is no word of the list as "?": "tweet_results" stays, "annahale" does not, nor does any digit. */
export function describeKey(key: string): string {
  if (!KEY.test(key)) return '?';
  const parts = key.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])|_|[^A-Za-z_]+/g) ?? [];
  const known = parts.map((part) => (part === '_' || WORDS.has(part.toLowerCase()) ? part : '?'));
  return known.join('').replace(/\?+/g, '?') || '?';
}
