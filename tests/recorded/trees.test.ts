import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Post } from '@/stores/core/post';
import { createThreader } from '@/stores/core/thread';
import { post } from '../fixtures/posts';
import { random } from '../fixtures/x/mutations';

const folder = new URL('../../../shared/data/x/trees/', import.meta.url);
const names = readdirSync(folder).flatMap(
  (name) => name.match(/^(.+)\.structure\.json$/)?.[1] ?? [],
);
const SEEDS = 25;

/** What stands under each post, as recorded: nested by id, empty lists at the ends. */
interface Tree {
  [id: string]: Tree | [];
}

interface RawPost {
  id_str: string;
  text: string;
  created_at: string;
  in_reply_to_status_id_str: string | null;
  in_reply_to_screen_name: string | null;
  user: { id_str: string; screen_name: string };
}

function readPosts(name: string): Post[] {
  const lines = readFileSync(new URL(`${name}.jsonl`, folder), 'utf8')
    .trim()
    .split('\n');
  return lines
    .map((line) => JSON.parse(line) as RawPost)
    .map((raw) =>
      post({
        id: raw.id_str,
        author: raw.user.screen_name,
        createdAt: Date.parse(raw.created_at),
        text: raw.text,
        replyTo: raw.in_reply_to_status_id_str,
        replyToHandle: raw.in_reply_to_screen_name,
      }),
    );
}

/** "child parent" for each post but the roots, sorted. */
function edgesOf(tree: Tree, parent: string | null = null): string[] {
  return Object.entries(tree).flatMap(([id, below]) => [
    ...(parent === null ? [] : [`${id} ${parent}`]),
    ...edgesOf(below as Tree, id),
  ]);
}

describe.each(names)('the trees of %s', (name) => {
  const recorded = readPosts(name);
  const unique = [...new Map(recorded.map((one) => [one.id, one])).values()];
  const seen = new Set(unique.map(({ id }) => id));
  const structure = JSON.parse(readFileSync(new URL(`${name}.structure.json`, folder), 'utf8'));
  const edges = Object.values(structure as Record<string, Tree>).flatMap((tree) => edgesOf(tree));
  // A post that was never recorded is a gap: what hangs under it shows it, itself it hangs nowhere.
  const wanted = [...new Set(edges)].filter((edge) => seen.has(edge.split(' ')[0] ?? '')).sort();

  it('are more than a handful', () => {
    expect(wanted.length).toBeGreaterThan(80);
  });

  it(`are rebuilt from posts in ${SEEDS} random orders`, () => {
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const next = random(seed);
      const order = unique.map((one) => [next(), one] as const).sort(([a], [b]) => a - b);
      const threader = createThreader({ hosts: [] });
      for (const [, one] of order) threader.add([one]);
      const { placed, children } = threader.conversation();
      const up = [...placed.values()].flatMap(({ post: { id }, parent }) =>
        parent === null ? [] : [`${id} ${parent}`],
      );
      const down = [...children].flatMap(([parent, ids]) => ids.map((id) => `${id} ${parent}`));
      expect({ seed, edges: up.sort() }).toEqual({ seed, edges: wanted });
      expect({ seed, edges: down.sort() }).toEqual({ seed, edges: wanted });
    }
  });
});
