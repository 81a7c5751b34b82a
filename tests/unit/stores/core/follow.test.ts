import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Following,
  hearPage,
  hearRate,
  isOver,
  LOAD_EVERY,
  nextLoad,
  noteLoad,
  startFollowing,
} from '@/stores/core/follow';
import { firstIdAt, snowflakeTime } from '@/stores/core/post';

const NOW = Date.UTC(2026, 10, 26, 13, 0);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

function following(from = NOW): Following {
  const opened = { hashtag: 'polchat', tabId: 7, windowId: null, end: NOW + HOUR };
  return startFollowing({ way: 'background', ...opened }, from, NOW);
}

/** X's search over `posts` (ids), twenty a page. */
function search(posts: readonly string[], upTo: string | null) {
  const page = posts
    .filter((id) => upTo === null || BigInt(id) <= BigInt(upTo))
    .sort((a, b) => (BigInt(a) < BigInt(b) ? 1 : -1))
    .slice(0, 20);
  return { ids: page, status: 200, upTo, newest: page[0] ?? null, oldest: page.at(-1) ?? '0' };
}

/** Follows a chat whose posts are written at these moments, and gives when each was read. */
function play(moments: readonly number[], until: number, budget = 50) {
  const posts = moments.map((at, n) => ({ at, id: String(BigInt(firstIdAt(at)) + BigInt(n)) }));
  const read = new Map<string, number>();
  let state = following();
  const loads: number[] = [];
  let span = { since: NOW, used: 0 };
  for (let at = NOW, upTo: string | null = null; at < until; ) {
    if (at >= span.since + 15 * MINUTE) span = { since: at, used: 0 };
    span.used++;
    loads.push(at);
    const rate = { limit: budget, remaining: budget - span.used, reset: span.since + 15 * MINUTE };
    const there = posts.filter((post) => post.at <= at).map(({ id }) => id);
    const page = search(there, upTo);
    for (const id of page.ids) if (!read.has(id)) read.set(id, at);
    state = hearPage(hearRate(state, rate), page, at + 500);
    ({ at, upTo } = nextLoad(state));
    state = noteLoad(state, upTo, at);
  }
  const missed = posts.filter(({ id }) => !read.has(id));
  const waits = posts.map(({ id, at }) => (read.get(id) ?? Number.POSITIVE_INFINITY) - at);
  return { state, loads, missed, longest: Math.max(0, ...waits) };
}

const every = (ms: number, from: number, to: number) =>
  Array.from({ length: Math.floor((to - from) / ms) }, (_, n) => from + n * ms);

describe('following a search in the background', () => {
  it('loads every 30 seconds while a page holds all that is new', () => {
    const { loads, missed, longest } = play(
      every(5_000, NOW, NOW + 10 * MINUTE),
      NOW + 11 * MINUTE,
    );
    expect(loads.slice(0, 4)).toEqual([0, 1, 2, 3].map((n) => NOW + n * LOAD_EVERY));
    expect(missed).toEqual([]);
    expect(longest).toBeLessThanOrEqual(LOAD_EVERY);
  });

  it('reads all of a peak of 60 a minute, three minutes long, twenty a page', () => {
    const moments = [
      ...every(3_000, NOW, NOW + MINUTE),
      ...every(1_000, NOW + MINUTE, NOW + 4 * MINUTE),
      ...every(4_000, NOW + 4 * MINUTE, NOW + 15 * MINUTE),
    ];
    const { missed, state, longest } = play(moments, NOW + 17 * MINUTE);
    expect(missed).toEqual([]);
    expect(state.gaps).toEqual([]);
    expect(longest).toBeLessThan(7 * MINUTE);
  });

  it('misses nothing of any chat that X’s budget allows to be read', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 20 * MINUTE }), { maxLength: 500 }),
        (offsets) => {
          const moments = offsets.sort((a, b) => a - b).map((offset) => NOW + offset);
          const { missed, state } = play(moments, NOW + 50 * MINUTE);
          expect(missed).toEqual([]);
          expect(state.gaps).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('never loads more often than every 30 seconds, nor more than X allows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 6, max: 60 }), (budget) => {
        const { loads, missed } = play(every(20_000, NOW, NOW + 30 * MINUTE), NOW + HOUR, budget);
        const pauses = loads.slice(1).map((at, n) => at - (loads[n] as number));
        expect(Math.min(...pauses)).toBeGreaterThanOrEqual(LOAD_EVERY);
        for (let n = 0; n < 4; n++) {
          const from = NOW + n * 15 * MINUTE;
          const within = loads.filter((at) => at >= from && at < from + 15 * MINUTE);
          expect(within.length).toBeLessThanOrEqual(budget);
        }
        expect(missed).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('reads back to the moment it is told', () => {
    const before = every(6_000, NOW - 20 * MINUTE, NOW).map((at) => firstIdAt(at));
    let state = following(NOW - 10 * MINUTE);
    const read = new Set<string>();
    for (let at = NOW, upTo: string | null = null; at < NOW + 10 * MINUTE; ) {
      const page = search(before, upTo);
      for (const id of page.ids) read.add(id);
      state = hearPage(state, page, at);
      ({ at, upTo } = nextLoad(state));
      state = noteLoad(state, upTo, at);
    }
    const wanted = before.filter((id) => (snowflakeTime(id) ?? 0) >= NOW - 10 * MINUTE);
    expect(wanted.filter((id) => !read.has(id))).toEqual([]);
    expect(read.size).toBeLessThan(before.length);
    expect(state.gaps).toEqual([]);
  });

  it('stops where X refuses, until it counts anew', () => {
    const reset = NOW + 7 * MINUTE;
    const asked = hearRate(following(), { limit: 50, remaining: 0, reset });
    const refused = hearPage(asked, { status: 429, upTo: null, newest: null, oldest: null }, NOW);
    expect(nextLoad(refused).at).toBe(reset);
    const silent = hearPage(
      following(),
      { status: 429, upTo: null, newest: null, oldest: null },
      NOW,
    );
    expect(nextLoad(silent).at).toBe(NOW + 15 * MINUTE);
    const again = hearPage(refused, search([firstIdAt(reset)], null), reset + 1_000);
    expect(again.refusedUntil).toBe(0);
  });

  it('spreads what X still allows over the time until it counts anew', () => {
    const state = hearRate(hearPage(following(), search([], null), NOW), {
      limit: 50,
      remaining: 4,
      reset: NOW + 8 * MINUTE,
    });
    expect(nextLoad(state).at).toBe(NOW + 2 * MINUTE);
  });

  it('asks less often while its loads bring nothing, and at once as before when they do', () => {
    let state = following();
    const pauses: number[] = [];
    for (let n = 0; n < 6; n++) {
      const { at } = nextLoad(state);
      pauses.push(at - state.loadedAt);
      state = noteLoad(state, null, at);
    }
    expect(pauses).toEqual([30, 60, 120, 240, 240, 240].map((seconds) => seconds * 1000));
    const heard = hearPage(state, search([], null), state.loadedAt + 1);
    expect(nextLoad(heard).at - state.loadedAt).toBe(LOAD_EVERY);
  });

  it('takes an answer that says nothing for no end of what it misses', () => {
    const ids = every(1_000, NOW, NOW + MINUTE).map((at) => firstIdAt(at));
    const missing = hearPage(following(NOW - 1), search(ids, null), NOW + MINUTE);
    const asked = noteLoad(missing, null, NOW + 2 * MINUTE);
    const nothing = { status: 200, upTo: null, newest: null, oldest: null };
    expect(hearPage(asked, nothing, NOW + 2 * MINUTE)).toEqual(asked);
    const { upTo } = nextLoad(missing);
    const part = noteLoad(missing, upTo, NOW + 2 * MINUTE);
    expect(hearPage(part, { ...nothing, upTo }, NOW + 2 * MINUTE)).toEqual(part);
    expect(hearPage(part, search([], upTo), NOW + 2 * MINUTE)).toMatchObject({
      gaps: [],
      unheard: 0,
      lost: false,
    });
  });

  it('gives a gap up, and says so, where X does not keep to the bound', () => {
    const ids = every(1_000, NOW, NOW + MINUTE).map((at) => firstIdAt(at));
    const state = hearPage(following(NOW - 1), search(ids, null), NOW + MINUTE);
    const { upTo } = nextLoad(state);
    expect(upTo).not.toBeNull();
    const ignored = hearPage(state, { ...search(ids, null), upTo }, NOW + MINUTE);
    expect(ignored).toMatchObject({ gaps: [], lost: true });
  });

  it('goes on after the end until what was said by then is read', () => {
    const end = NOW + HOUR;
    expect(isOver(following(), end - 1)).toBe(false);
    const late = noteLoad(following(), null, end + 5_000);
    expect(isOver(late, end + 6_000)).toBe(false);
    const read = hearPage(late, search([firstIdAt(NOW)], null), end + 6_000);
    expect(isOver(read, end + 6_000)).toBe(true);
    expect(isOver(late, end + 10 * MINUTE)).toBe(true);
    expect(isOver({ ...following(), way: 'window' }, end)).toBe(true);
  });
});
