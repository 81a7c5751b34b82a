/** X's search box: which posts a query finds. */
import { compareIds } from './snowflake.ts';
import type { SimPost } from './types.ts';

type Test = (post: SimPost) => boolean;

const seconds = (value: string) => Number(value) * 1000;

function dateOf(value: string): number {
  // since:2026-01-01 and since:2026-01-01_19:00:00_UTC
  const [day = '', clock] = value.split('_');
  return Date.parse(`${day}T${clock ?? '00:00:00'}Z`);
}

const has = (post: SimPost, what: string) =>
  `${post.text} ${post.author.handle} ${post.author.name}`.toLowerCase().includes(what);

const OPERATORS: Record<string, (value: string) => Test> = {
  from: (v) => (p) => p.author.handle.toLowerCase() === v.replace(/^@/, ''),
  to: (v) => (p) => new RegExp(`^@${v.replace(/^@/, '')}\\b`, 'i').test(p.text),
  since_time: (v) => (p) => p.createdAt >= seconds(v),
  until_time: (v) => (p) => p.createdAt < seconds(v),
  since: (v) => (p) => p.createdAt >= dateOf(v),
  until: (v) => (p) => p.createdAt < dateOf(v),
  since_id: (v) => (p) => compareIds(p.id, v) > 0,
  max_id: (v) => (p) => compareIds(p.id, v) <= 0,
  conversation_id: (v) => (p) => p.conversationId === v,
  quoted_tweet_id: (v) => (p) => p.quoteOf === v,
  in_reply_to_tweet_id: (v) => (p) => p.replyTo === v,
};

const FILTERS: Record<string, Test> = {
  replies: (p) => p.replyTo !== null,
  quote: (p) => p.quoteOf !== null,
  follows: (p) => p.author.followed,
  media: (p) => p.photo !== null,
  images: (p) => p.photo !== null,
  links: (p) => /https?:\/\//.test(p.text),
  nativeretweets: (p) => p.repostOf !== null,
};

function hashtagTest(tag: string): Test {
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_&/])#${tag}(?![\\p{L}\\p{N}\\p{M}_])`, 'iu');
  return (p) => pattern.test(p.text.replace(/https?:\/\/\S+/g, ''));
}

function testOf(term: string): Test {
  const low = term.toLowerCase();
  if (/^#[\p{L}\p{N}\p{M}_]+$/u.test(low)) return hashtagTest(low.slice(1));
  if (low.startsWith('"')) return (p) => has(p, low.slice(1, -1));
  const operator = /^(\w+):(.+)$/.exec(low);
  if (operator) {
    const [, name = '', value = ''] = operator;
    if (name === 'filter' || name === 'include') return FILTERS[value] ?? (() => true);
    const make = OPERATORS[name];
    if (make) return make(value);
  }
  return (p) => has(p, low);
}

/** Matcher of a query: words and operators joined by "and", "OR" between two, a leading minus negates. */
export function compileQuery(query: string): Test {
  const terms = query.match(/-?"[^"]*"|[^\s()]+/g) ?? [];
  const groups: Test[][] = [];
  let or = false;
  for (const term of terms) {
    if (term === 'OR') {
      or = groups.length > 0;
      continue;
    }
    const negated = term.startsWith('-') && term.length > 1;
    const test = testOf(negated ? term.slice(1) : term);
    const final: Test = negated ? (p) => !test(p) : test;
    if (or) groups.at(-1)?.push(final);
    else groups.push([final]);
    or = false;
  }
  return (post) => groups.every((group) => group.some((test) => test(post)));
}

/** What X's search shows at all: no protected or blocked accounts, no reposts, nothing that is gone. */
export function isSearchable(post: SimPost): boolean {
  return (
    post.state === 'present' &&
    !post.author.protected &&
    !post.author.blocked &&
    post.repostOf === null
  );
}
