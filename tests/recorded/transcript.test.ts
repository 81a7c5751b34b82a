import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { createThreader } from '@/stores/core/thread';
import type { Transcript } from '@/stores/core/transcript';
import { parseTranscript } from '@/stores/core/transcript-parse';

const shared = new URL('../../../shared/data/', import.meta.url).pathname;
const responses = globSync('x/graphql/**/*.json', { cwd: shared }).sort();
const chats = globSync('chats/*.json', { cwd: shared }).filter((path) => !path.includes('gold'));

const whole = chats.filter((path) => !path.includes('fold'));

function run(...args: string[]) {
  const command = ['scripts/run.ts', 'scripts/transcript.ts', ...args];
  const done = spawnSync(process.execPath, command, { encoding: 'utf8', maxBuffer: 1e9 });
  expect({ status: done.status, said: done.stderr }).toEqual({ status: 0, said: '' });
  return done;
}

function transcript(...args: string[]): Transcript {
  return JSON.parse(run(...args).stdout) as Transcript;
}

// Each run bundles the command anew; several at once on a busy machine take their time.
describe('npm run transcript', { timeout: 60_000 }, () => {
  it('threads the recorded thread of 37', () => {
    const { posts, skipped } = transcript(
      `${shared}x/graphql/twscrape/2026-08-07_9745b021/raw_tweet_thread.json`,
      '--hashtag',
      '',
      '--format',
      'json',
    );
    const ids = new Set(posts.map(({ id }) => id));
    expect(posts).toHaveLength(37);
    expect(posts.filter(({ replyTo }) => replyTo)).toHaveLength(36);
    expect(posts.filter(({ parent }) => parent && ids.has(parent))).toHaveLength(36);
    expect(posts.every(({ author }) => author.handle && author.name)).toBe(true);
    expect(skipped.unreadable).toBe(0);
  });

  it('reads every recorded response, each alone and all in one call', () => {
    const paths = responses.map((path) => shared + path);
    const alone = paths.map((path) => transcript(path, '--hashtag', ''));
    const together = transcript(...paths, '--hashtag', '');
    const ids = alone.flatMap(({ posts }) => posts.map(({ id }) => id));
    expect(new Set(together.posts.map(({ id }) => id))).toEqual(new Set(ids));
    expect(together.skipped.unreadable).toBe(0);
  });

  it.each(chats)('keeps and threads every post of %s', (path) => {
    const { chat, posts } = transcript(shared + path);
    expect(posts.length).toBeGreaterThan(200);
    expect(posts.filter(({ question }) => question).length).toBeGreaterThan(posts.length / 2);
    expect(chat.hosts).toEqual(['host1']);
  });

  it.each(whole)('writes %s in all four forms, threaded as the panel threads it', (path) => {
    const made = transcript(shared + path);
    const parsed = parseTranscript(made);
    if ('error' in parsed) throw new Error(parsed.error);
    // The panel gets the posts a page at a time, the newest first.
    const { posts, session } = parsed.ok;
    expect(session).toMatchObject({ start: null, end: null });
    const threader = createThreader({ hosts: made.chat.hosts });
    for (let end = posts.length; end > 0; end -= 20)
      threader.add(posts.slice(Math.max(0, end - 20), end));
    const { placed } = threader.conversation();
    for (const { id, question, parent, section } of made.posts) {
      expect(placed.get(id)).toMatchObject({ question, parent, section });
    }
    const html = run(shared + path, '--format', 'html').stdout;
    const markdown = run(shared + path, '--format', 'md').stdout;
    const rows = parse(run(shared + path, '--format', 'csv').stdout, { columns: true }) as {
      id: string;
      question: string;
    }[];
    expect(rows.map(({ id, question }) => [id, question || null])).toEqual(
      made.posts.map(({ id, question }) => [id, question]),
    );
    for (const { url, repostOf } of made.posts) {
      if (repostOf === null) expect(html.includes(url) && markdown.includes(url)).toBe(true);
    }
  });
});
