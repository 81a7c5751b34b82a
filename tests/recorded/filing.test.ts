import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { comparePosts, type Post } from '@/stores/core/post';
import { buildThread, createThreader } from '@/stores/core/thread';
import { parseTranscript } from '@/stores/core/transcript-parse';
import { random } from '../fixtures/x/mutations';

const folder = new URL('../../../shared/data/chats/', import.meta.url);
const CHATS = [
  'byod4lchat-curating',
  'lrnchat-22nd-december-2017',
  'lthechat-45',
  'pop-up-lthechat',
];
const FOLDS = CHATS.flatMap((name) => [`${name}.fold0`, `${name}.fold1`]);

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));
}

function read(name: string): { posts: Post[]; hosts: readonly string[] } {
  const parsed = parseTranscript(readJson(name));
  if (!('ok' in parsed)) throw new Error(parsed.error);
  return { posts: [...parsed.ok.posts].sort(comparePosts), hosts: parsed.ok.chat.hosts };
}

/** Answers whose number was taken out of the text, and the question it named. */
function readGold(name: string): [id: string, question: string][] {
  return Object.entries(readJson(`${name}.gold`) as Record<string, string>);
}

describe('answers without their number', () => {
  const scores = FOLDS.map((name) => {
    const { posts, hosts } = read(name);
    const { placed } = buildThread(posts, { hosts });
    const gold = readGold(name);
    const right = gold.filter(([id, question]) => placed.get(id)?.question === question).length;
    return { name, right, total: gold.length };
  });
  const sum = (key: 'right' | 'total') => scores.reduce((all, score) => all + score[key], 0);

  it('are filed right at least as often as when this was written', () => {
    expect(sum('total')).toBe(406);
    expect(sum('right'), JSON.stringify(scores)).toBeGreaterThanOrEqual(364);
  });

  it('are never filed with certainty for the clock’s sake', () => {
    for (const name of FOLDS) {
      const { posts, hosts } = read(name);
      for (const { link, guessed } of buildThread(posts, { hosts }).placed.values())
        if (link === 'time' || link === 'mention') expect(guessed).toBe(true);
    }
  });
});

/** The share of posts that stood under one question when they came and later under another, of all posts. */
function shareMoved({
  posts,
  hosts,
}: {
  posts: readonly Post[];
  hosts: readonly string[];
}): number {
  const threader = createThreader({ hosts });
  const shown = new Map<string, string>();
  const moved = new Set<string>();
  for (const post of posts) {
    for (const id of threader.add([post])) {
      const place = threader.conversation().placed.get(id);
      const now = place?.question ? `${place.session} ${place.question}` : 'none';
      if (shown.has(id) && shown.get(id) !== now) moved.add(id);
      shown.set(id, now);
    }
  }
  return moved.size / posts.length;
}

describe('posts that change question after they were shown', () => {
  it.each([...CHATS, ...FOLDS, 'onenoteq-tweetmeet-2'])('are at most 2 in 100 of %s', (name) => {
    expect(shareMoved(read(name))).toBeLessThanOrEqual(0.02);
  });

  it.each(CHATS)('are at most 3 in 100 of %s where posts come up to two minutes late', (name) => {
    const { posts, hosts } = read(name);
    const next = random(posts.length);
    const late = posts
      .map((post) => [post.createdAt + next() ** 3 * 120_000, post] as const)
      .sort(([a], [b]) => a - b)
      .map(([, post]) => post);
    expect(shareMoved({ posts: late, hosts })).toBeLessThanOrEqual(0.03);
  });
});
