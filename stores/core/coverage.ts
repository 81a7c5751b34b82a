/** Decides which stretches of time were read in full: what X's search showed of the hashtag, page by page. */
import { snowflakeTime } from './post';
import type { Coverage } from './transcript';
import type { Captured } from './wire';
import { text } from './x-fields';
import { variablesOf } from './x-request';

/** One page of X's search: ids in the answer's own entries (quoted posts are not in them), and where it goes on. */
interface Page {
  ids: string[];
  top: string | null;
  bottom: string | null;
}

/** What a request of X's search asked for. */
interface Asked {
  cursor: string | null;
  since: number | null;
  until: number | null;
}

type Answer = Pick<Captured, 'operation' | 'status' | 'text' | 'request'>;

/** So many pages are remembered, to know one that goes on where another stopped. */
const REMEMBERED = 300;
/** X's pages hold about so many; a fuller one of new posts may have left some out. */
const FULL_PAGE = 18;
/** Words that narrow a search by time alone; an id tells the moment when it was given out. */
const TIME_WORD = /^(?:(?:since|until|since_time|until_time):\S+|max_id:\d+)$/;

/**
 * Follows X's search through its pages and tells what each answer adds to what was read.
 *
 *     first page         from its oldest post to the moment (or to what the search ends with)
 *     an older page      from its oldest post to the oldest of the page before
 *     the empty page     from where the search begins: nothing older is there
 *     newer posts        from the moment of the answer before to this one
 *
 * Only searches for the hashtag alone, the latest first, count: any other leaves posts out.
 */
export class SearchTrail {
  private readonly hashtag: string;
  /** Cursor of an older page → the oldest moment read so far. */
  private readonly older = new Map<string, number>();
  /** Cursor of newer posts → the moment up to which was read. */
  private readonly newer = new Map<string, number>();

  constructor(hashtag: string) {
    this.hashtag = hashtag.toLowerCase();
  }

  /** The stretch that this answer of X, heard at `now`, adds; null for none. */
  hear(answer: Answer, now: number): Coverage | null {
    if (answer.operation !== 'SearchTimeline' || answer.status !== 200) return null;
    const asked = readAsked(answer.request, this.hashtag);
    const page = asked && this.pageOf(asked, answer.text);
    if (!asked || !page) return null;
    const times = page.ids.flatMap((id) => snowflakeTime(id) ?? []);
    const span = this.spanOf(asked, times, now);
    if (span === null) return null;
    const [from, to] = span;
    if (page.bottom !== null) remember(this.older, page.bottom, from);
    if (page.top !== null) remember(this.newer, page.top, to);
    return from <= to ? { from, to, source: 'search' } : null;
  }

  /** Of a timeline without the hashtag in it no text is handed on: after a page with it, that is the end. An error is no timeline. */
  private pageOf({ cursor }: Asked, text: string): Page | null {
    if (text !== ' ') return readPage(text);
    return cursor !== null && this.older.has(cursor) ? { ids: [], top: null, bottom: null } : null;
  }

  private spanOf({ cursor, since, until }: Asked, times: number[], now: number) {
    const oldest = Math.min(...times);
    const empty = times.length === 0;
    if (cursor === null) {
      const to = Math.min(until ?? now, now);
      return [empty ? (since ?? to) : oldest, to] as const;
    }
    const above = this.older.get(cursor);
    if (above !== undefined) return [empty ? (since ?? above) : Math.min(oldest, above), above];
    const below = this.newer.get(cursor);
    const newest = Math.max(...times);
    if (below !== undefined && times.length < FULL_PAGE)
      return [below, Math.min(until ?? now, now)];
    return empty ? null : [oldest, newest];
  }
}

function remember(map: Map<string, number>, cursor: string, at: number): void {
  map.set(cursor, at);
  for (const first of map.keys()) {
    if (map.size <= REMEMBERED) break;
    map.delete(first);
  }
}

/** Joins stretches that touch; those of one source only. Sorted by source and time. */
export function joinCoverage(spans: readonly Coverage[]): Coverage[] {
  const sorted = [...spans].sort(
    (a, b) => compareText(a.source, b.source) || a.from - b.from || a.to - b.to,
  );
  const joined: Coverage[] = [];
  for (const span of sorted) {
    const last = joined.at(-1);
    if (last?.source === span.source && span.from <= last.to) {
      joined[joined.length - 1] = { ...last, to: Math.max(last.to, span.to) };
    } else joined.push({ ...span });
  }
  return joined;
}

/** The stretch from the oldest to the newest post of a page of search whose request is not known; null where it has none. */
export function pageSpan(answer: string): Coverage | null {
  const times = (readPage(answer)?.ids ?? []).flatMap((id) => snowflakeTime(id) ?? []);
  if (times.length === 0) return null;
  return { from: Math.min(...times), to: Math.max(...times), source: 'search' };
}

/** What of the stretches lies between `from` and `to`. */
export function cutCoverage(spans: readonly Coverage[], from: number, to: number): Coverage[] {
  return spans
    .map((span) => ({ ...span, from: Math.max(span.from, from), to: Math.min(span.to, to) }))
    .filter((span) => span.from <= span.to);
}

/** The parts of `from` to `to` that no stretch of search covers, in order; shorter than `slack` (ms) is none. */
export function findGaps(
  coverage: readonly Coverage[],
  from: number,
  to: number,
  slack = 0,
): { from: number; to: number }[] {
  const read = joinCoverage(
    coverage
      .filter(({ source }) => source === 'search')
      .map(({ from, to }) => ({ from, to, source: 'search' })),
  );
  const gaps: { from: number; to: number }[] = [];
  let at = from;
  for (const span of read) {
    if (span.to < at) continue;
    if (span.from > to) break;
    if (span.from > at) gaps.push({ from: at, to: span.from });
    at = Math.max(at, span.to);
  }
  if (at < to) gaps.push({ from: at, to });
  return gaps.filter((gap) => gap.to - gap.from > slack);
}

/** X's search for the hashtag between two moments, the latest first: `since_time` counts itself in, `until_time` does not. */
export function searchUrl(hashtag: string, from: number, to: number): string {
  const [since, until] = [Math.floor(from / 1000), Math.ceil(to / 1000)];
  const query = `#${hashtag} since_time:${since} until_time:${until}`;
  return `https://x.com/search?q=${encodeURIComponent(query)}&src=typed_query&f=live`;
}

/** What such an address asks for; undefined for any other page, and for searches that something else narrows. */
export function readSearchUrl(
  address: string,
  hashtag: string,
): { from: number; to: number } | undefined {
  if (!URL.canParse(address)) return undefined;
  const { pathname, searchParams } = new URL(address);
  if (pathname !== '/search' || searchParams.get('f') !== 'live') return undefined;
  const asked = readQuery(searchParams.get('q') ?? '', hashtag.toLowerCase());
  if (asked?.since == null || asked.until === null) return undefined;
  return { from: asked.since, to: asked.until };
}

function readAsked(request: string, hashtag: string): Asked | null {
  const variables = variablesOf(request);
  if (variables.product !== 'Latest') return null;
  const query = readQuery(text(variables.rawQuery) ?? '', hashtag);
  return query && { ...query, cursor: text(variables.cursor) };
}

/** null where anything but the hashtag and times stands in it. */
function readQuery(query: string, hashtag: string): Omit<Asked, 'cursor'> | null {
  const words = query.trim().toLowerCase().split(/\s+/);
  const rest = words.filter(
    (word) => !TIME_WORD.test(word) && word.replace('＃', '#') !== `#${hashtag}`,
  );
  if (rest.length > 0 || !words.some((word) => /^[#＃]/.test(word))) return null;
  const id = words.find((word) => word.startsWith('max_id:'))?.slice('max_id:'.length) ?? '';
  return {
    since: timeOf(words, 'since'),
    until: timeOf(words, 'until') ?? snowflakeTime(id) ?? null,
  };
}

function timeOf(words: readonly string[], name: string): number | null {
  for (const word of words) {
    const [, kind, value = ''] = new RegExp(`^${name}(_time)?:(.+)$`).exec(word) ?? [];
    if (value === '') continue;
    if (kind) return /^\d{9,11}$/.test(value) ? Number(value) * 1000 : null;
    const ms = Date.parse(`${value}T00:00:00Z`);
    return Number.isNaN(ms) ? null : ms;
  }
  return null;
}

/** null where it is no page of posts at all: an error, or an empty page with one, says nothing of how far the search goes. */
function readPage(answer: string): Page | null {
  if (!answer.includes('"instructions"')) return null;
  const ids = [...answer.matchAll(/"entry_?[iI]d":\s*"tweet-(\d+)"/g)].map(
    ([, id]) => id as string,
  );
  if (ids.length === 0 && /"errors": ?\[/.test(answer)) return null;
  return { ids, top: cursorOf(answer, 'Top'), bottom: cursorOf(answer, 'Bottom') };
}

function cursorOf(answer: string, kind: 'Top' | 'Bottom'): string | null {
  const around =
    new RegExp(`\\{[^{}]*"cursor_?[tT]ype": ?"${kind}"[^{}]*\\}`).exec(answer)?.[0] ?? '';
  // Nothing that JSON.parse would throw at, should the answer be no JSON.
  const [, value] =
    /"value": ?("(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))+")/.exec(around) ?? [];
  // As the page will send it back; and a text of its own, for a part of the answer would keep all of it in memory.
  return value === undefined ? null : (JSON.parse(value) as string);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
