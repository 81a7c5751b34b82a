/** Decides what a page of X's live search says of itself: for which hashtag it is, and how far back it reaches. */
import { compareIds } from './merge';
import type { Captured } from './wire';
import { text } from './x-fields';
import { variablesOf } from './x-request';

/** The first page of the hashtag's live search, newest posts first. */
export interface SearchPage {
  /** HTTP status; the rest says nothing where it is not 200. */
  status: number;
  /** It holds nothing newer than this id; null where it holds the newest there is. */
  upTo: string | null;
  /** Id of its newest post; null where it holds none. */
  newest: string | null;
  /** How far back it reaches: to its oldest post, to '0' where X says that there is none; null where X says nothing, as in an error with status 200. */
  oldest: string | null;
}

/** The hashtag alone, or with a bound for ids: the searches that `searchPath` asks for. */
const QUERY = /^\s*#(\S+?)(?:\s+max_id:(\d{1,20}))?\s*$/;
/** Posts of the timeline itself, not those quoted inside; advertisements are called otherwise. */
const ENTRY = /"entry_?[iI]d"\s*:\s*"tweet-(\d{1,20})"/g;

/** The address of the live search, whole or up to a post's id. */
export function searchPath(hashtag: string, upTo: string | null = null): string {
  const query = upTo === null ? `#${hashtag}` : `#${hashtag} max_id:${upTo}`;
  return `/search?q=${encodeURIComponent(query)}&src=typed_query&f=live`;
}

/** Whether an address is the live search for the hashtag, whole or bounded. */
export function isSearchOf(hashtag: string, url: string): boolean {
  return boundOf(hashtag, url) !== undefined;
}

/** The id that the live search at this address is bounded by, '' for none; undefined where it is no such search. */
function boundOf(hashtag: string, url: string): string | undefined {
  const { pathname, searchParams } = new URL(url);
  const [, tag, upTo = ''] = QUERY.exec(searchParams.get('q') ?? '') ?? [];
  const isLive = pathname === '/search' && searchParams.get('f') === 'live';
  return isLive && tag?.toLowerCase() === hashtag.toLowerCase() ? upTo : undefined;
}

/** The page that the first screen at this address is, by the ids of its posts; undefined where it is not the hashtag's live search. */
export function readSearchScreen(
  ids: readonly string[],
  url: string,
  hashtag: string,
): SearchPage | undefined {
  const upTo = boundOf(hashtag, url);
  if (upTo === undefined) return undefined;
  const sorted = [...ids].sort(compareIds);
  // An empty screen may be an error.
  const [oldest = null] = sorted;
  return { status: 200, upTo: upTo || null, newest: sorted.at(-1) ?? null, oldest };
}

/** The page that a response is, or undefined where it is not the first page of the hashtag's live search. */
export function readSearchPage(
  {
    operation,
    request,
    status,
    text: answer,
  }: Pick<Captured, 'operation' | 'request' | 'status' | 'text'>,
  hashtag: string,
): SearchPage | undefined {
  if (operation !== 'SearchTimeline') return undefined;
  const { rawQuery, cursor, product } = variablesOf(request);
  const [, tag, upTo] = QUERY.exec(text(rawQuery) ?? '') ?? [];
  if (tag?.toLowerCase() !== hashtag.toLowerCase() || cursor || product !== 'Latest') {
    return undefined;
  }
  const ids = [...answer.matchAll(ENTRY)].map(([, id]) => id as string).sort(compareIds);
  // Of a timeline without the hashtag the tap says only that it is one.
  const end = answer === ' ' || answer.includes('"instructions"') ? '0' : null;
  return { status, upTo: upTo ?? null, newest: ids.at(-1) ?? null, oldest: ids[0] ?? end };
}
