import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readResponse } from '@/stores/core/x-responses';

const shared = new URL('../../../shared/data/x/graphql/', import.meta.url).pathname;
const files = globSync('**/*.json', { cwd: shared }).sort();

type Json = Record<string, unknown>;
interface Links {
  replyTo: string | null;
  quoteOf: string | null;
  repostOf: string | null;
}

function isLeftOut(raw: Json): boolean {
  const entryId = String(raw.entryId ?? '');
  const isAd = 'promotedMetadata' in raw || entryId.includes('promoted');
  return isAd || /^(tweetdetailrelatedtweets|YouMightAlsoLike)/.test(entryId);
}

function bodyOf(raw: Json): Json | undefined {
  return [raw.legacy, raw].find(
    (part) => typeof (part as Json | null | undefined)?.full_text === 'string',
  ) as Json | undefined;
}

/** The posts of a response by a walk of its own: every object that holds a post's text, ads and "discover more" left out. */
function walk(value: unknown, found: Map<string, Links> = new Map()): Map<string, Links> {
  if (typeof value !== 'object' || value === null || isLeftOut(value as Json)) return found;
  const raw = value as Json;
  const body = bodyOf(raw);
  if (body) {
    const repost = body.retweeted_status_result as { result: { rest_id: string } } | undefined;
    found.set(String(raw.rest_id ?? body.id_str), {
      replyTo: (body.in_reply_to_status_id_str as string) ?? null,
      quoteOf: (body.quoted_status_id_str as string) ?? null,
      repostOf: repost?.result.rest_id ?? null,
    });
  }
  for (const [key, item] of Object.entries(raw)) {
    walk(body && key === 'legacy' ? (item as Json).retweeted_status_result : item, found);
  }
  return found;
}

/** Posts, replies, quotes, reposts: frozen, after two programs that share nothing had counted the same. */
const COUNTS: Record<string, [number, number, number, number]> = {
  'fxembed/SearchTimeline/blocklisted_query.json': [0, 0, 0, 0],
  'fxembed/SearchTimeline/empty_query_error.json': [0, 0, 0, 0],
  'fxembed/SearchTimeline/neo.json': [9, 0, 0, 0],
  'fxembed/SearchTimeline/query_too_long_error.json': [0, 0, 0, 0],
  'fxembed/TweetDetail/1841206275088290279.json': [1, 0, 0, 0],
  'fxembed/TweetDetail/1848831595014459513.json': [1, 0, 0, 0],
  'fxembed/TweetDetail/1899954694652309701.json': [1, 0, 0, 0],
  'fxembed/TweetDetail/1902059299591090335.json': [2, 0, 1, 0],
  'fxembed/TweetDetail/20.json': [1, 0, 0, 0],
  'fxembed/TweetDetail/991202.json': [2, 1, 0, 0],
  'fxembed/TweetDetail/991203.json': [2, 1, 0, 0],
  'fxembed/TweetDetail/991204.json': [2, 2, 0, 0],
  'fxembed/TweetDetail/991302.json': [2, 2, 0, 0],
  'fxembed/TweetDetail/991503.json': [0, 0, 0, 0],
  'fxembed/TweetDetail/991610.json': [1, 0, 0, 0],
  'twscrape/2023-04-30_0c1377d/search_raw.json': [18, 18, 0, 0],
  'twscrape/2023-04-30_0c1377d/tweet_details_raw.json': [10, 9, 0, 0],
  'twscrape/2023-04-30_0c1377d/user_tweets_and_replies_raw.json': [37, 18, 0, 1],
  'twscrape/2023-07-04_aa4fbc8/search_raw.json': [16, 10, 0, 0],
  'twscrape/2024-06-29_3c4bbe1/raw_search.json': [18, 14, 1, 0],
  'twscrape/2024-06-29_3c4bbe1/raw_tweet_details.json': [4, 3, 0, 0],
  'twscrape/2024-06-29_3c4bbe1/raw_user_tweets_and_replies.json': [40, 11, 15, 10],
  'twscrape/2025-01-01_1e49e9f/raw_search.json': [18, 8, 3, 0],
  'twscrape/2025-01-01_1e49e9f/raw_user_tweets_and_replies.json': [33, 8, 14, 6],
  'twscrape/2026-05-21_14b3cd5/raw_search.json': [21, 16, 1, 0],
  'twscrape/2026-05-21_14b3cd5/raw_tweet_details.json': [37, 36, 0, 0],
  'twscrape/2026-06-15_92c2eb9/raw_search.json': [24, 2, 5, 0],
  'twscrape/2026-07-21_8ce44e4/raw_search.json': [26, 0, 7, 0],
  'twscrape/2026-08-07_9745b021/_issue_56.json': [11, 10, 0, 0],
  'twscrape/2026-08-07_9745b021/card_poll.json': [4, 3, 0, 0],
  'twscrape/2026-08-07_9745b021/raw_community_tweets.json': [24, 0, 5, 0],
  'twscrape/2026-08-07_9745b021/raw_tweet_thread.json': [37, 36, 0, 0],
};

it('has all the recordings that were counted', () => {
  expect(files).toEqual(Object.keys(COUNTS).sort());
});

describe.each(files)('%s', (file) => {
  const text = readFileSync(shared + file, 'utf8');
  const { posts, skipped } = readResponse({ operation: '', text, request: '' }, 1);

  it('gives the posts that an independent walk finds, linked alike', () => {
    const links = posts.map(({ id, replyTo, quoteOf, repostOf }): [string, Links] => [
      id,
      { replyTo, quoteOf, repostOf },
    ]);
    expect(new Map(links)).toEqual(walk(JSON.parse(text)));
    expect(posts.length).toBe(new Set(posts.map(({ id }) => id)).size);
  });

  it('gives the counts that are frozen, none unreadable', () => {
    expect([
      posts.length,
      posts.filter(({ replyTo }) => replyTo).length,
      posts.filter(({ quoteOf }) => quoteOf).length,
      posts.filter(({ repostOf }) => repostOf).length,
    ]).toEqual(COUNTS[file]);
    expect(skipped.unreadable).toBe(0);
    expect(skipped.promoted).toBe(0);
  });

  it('names every author, dates every post, leaves no escapes, short links or cut reposts', () => {
    for (const { author, createdAt, conversationId, text: said, truncated } of posts) {
      expect(author.handle).toMatch(/^\w{1,20}$/);
      expect(author.id).toMatch(/^\d+$/);
      expect(author.name).not.toBe('');
      expect(createdAt).toBeGreaterThan(Date.UTC(2006, 2, 21));
      expect(createdAt).toBeLessThan(Date.UTC(2026, 10, 22));
      expect(conversationId).toMatch(/^\d+$/);
      expect(said).not.toMatch(/&(?:amp|lt|gt);|\/\/t\.co\/|^RT @/);
      expect(truncated).toBe(false);
    }
  });
});
