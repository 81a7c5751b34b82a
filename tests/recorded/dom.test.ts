// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDomPosts } from '@/entrypoints/x.content/page/read-posts';

/** Counted by hand on each saved page: articles that are posts, ads, posts without words, cut ones, quotes whose id a link gives away, said replies. */
const PAGES = {
  '2025-10-28-cell-quote-video.html': { posts: 1, wordless: 0, cut: 0, quotes: 0, replies: 0 },
  '2025-10-28-cell-quote.html': { posts: 1, wordless: 0, cut: 0, quotes: 1, replies: 0 },
  '2025-10-28-cell-sample.html': { posts: 1, wordless: 0, cut: 0, quotes: 0, replies: 0 },
  '2025-11-20-home-logged-in.html': { posts: 20, wordless: 3, cut: 4, quotes: 6, replies: 0 },
  '2025-11-profile-logged-out.html': { posts: 9, wordless: 0, cut: 0, quotes: 0, replies: 0 },
  '2026-09-03-search-retyped.html': { posts: 8, wordless: 0, cut: 2, quotes: 0, replies: 5 },
};

function read(name: string) {
  const html = readFileSync(`../shared/data/x/dom/${name}`, 'utf8');
  return readDomPosts(new DOMParser().parseFromString(html, 'text/html'), 1);
}

describe.each(Object.entries(PAGES))('%s', (name, expected) => {
  const { posts, skipped } = read(name);

  it('gives what was counted by hand', () => {
    expect({
      posts: posts.length,
      wordless: posts.filter(({ text }) => text === '').length,
      cut: posts.filter(({ truncated }) => truncated).length,
      quotes: posts.filter(({ quoteOf }) => quoteOf).length,
      replies: posts.filter(({ replyToHandle }) => replyToHandle).length,
    }).toEqual(expected);
    expect(skipped).toEqual({ unreadable: 0, promoted: 0, offTopic: 0 });
  });

  it('names and dates every post, and leaves no shortened address in a text', () => {
    for (const { id, author, createdAt, text } of posts) {
      expect(id).toMatch(/^\d+$/);
      expect(author.handle).toMatch(/^\w+$/);
      expect(author.name).not.toMatch(/^@|^$/);
      expect(createdAt).toBeGreaterThan(Date.UTC(2021, 0));
      expect(text).not.toMatch(/https?:\/\/\S*…/);
    }
  });
});

describe('2025-11-20-home-logged-in.html', () => {
  const { posts } = read('2025-11-20-home-logged-in.html');

  it('reads emoji, which are pictures, in texts and names', () => {
    expect(posts[12]?.text).toBe('🔥🔥🔥');
    expect(posts[2]?.author.name).toMatch(/\p{Emoji_Presentation}/u);
  });

  it('reads how often a post was answered, reposted and liked', () => {
    expect(posts[0]?.counts).toEqual({ replies: 3, reposts: 1, likes: 22, quotes: 0 });
    expect(posts[19]?.counts).toEqual({ replies: 20, reposts: 12, likes: 138, quotes: 0 });
  });

  it('reads no words of a quoted post', () => {
    expect(posts[8]?.text).not.toContain('Rust in peace');
  });
});
