/** The simulator's claim of what X sends, held against what X was recorded to send. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { addKeyPaths, type KeyPaths, newKeyPaths } from '../unit/simulator/key-paths';
import { simulatedAnswers } from '../unit/simulator/simulated-answers';

const GRAPHQL = fileURLToPath(new URL('../../../shared/data/x/graphql/', import.meta.url));

function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : path.endsWith('.json') ? [path] : [];
  });
}

function recorded(): KeyPaths {
  const found = newKeyPaths();
  for (const file of filesIn(GRAPHQL)) addKeyPaths(JSON.parse(readFileSync(file, 'utf8')), found);
  return found;
}

/** Keys that no recording holds, and why we send them all the same. */
const UNRECORDED: readonly [RegExp, string][] = [
  [/\.edit_control\.(?:edit_control_initial|initial_tweet_id)/, 'edited posts: recorded in B only'],
  [/\.legacy\.conversation_control/, 'who may reply: recorded in A and B only'],
  [/note_tweet\.note_tweet_results\.result\.entity_set\.hashtags/, 'B: no long post has a hashtag'],
  [/\.entry_id_to_replace$/, 'X.md 1.5: no second search page was recorded'],
  [/\.moduleEntryId$/, 'X.md 1.5: no "Show replies" was recorded'],
  [/promotedMetadata/, 'X.md 1.5: no advertisement was recorded'],
  [/\.data\.home\.|home_timeline_urt\.metadata/, 'X.md 1.4: no Home was recorded'],
  [/result\.timeline\.timeline\.metadata/, 'X.md 1.4: recorded profiles are older ones'],
];

const unexplained = (ours: Set<string>, theirs: Set<string>) =>
  [...ours].filter((path) => !theirs.has(path) && !UNRECORDED.some(([rule]) => rule.test(path)));

describe('the simulator’s answers', () => {
  const theirs = recorded();

  it('has no exception that recordings have overtaken', () => {
    const ours = newKeyPaths();
    for (const layout of ['A', 'B', 'C'] as const)
      for (const answer of simulatedAnswers(layout)) addKeyPaths(answer, ours);
    const missing = (['A', 'B', 'C'] as const).flatMap((layout) =>
      [...ours.posts[layout]].filter((path) => !theirs.posts[layout].has(path)),
    );
    missing.push(...[...ours.around].filter((path) => !theirs.around.has(path)));
    const unused = UNRECORDED.filter(([rule]) => !missing.some((path) => rule.test(path)));
    expect(unused.map(([, reason]) => reason)).toEqual([]);
  });

  for (const layout of ['A', 'B', 'C'] as const) {
    const ours = newKeyPaths();
    for (const answer of simulatedAnswers(layout)) addKeyPaths(answer, ours);

    it(`holds posts of layout ${layout} with recorded keys only`, () => {
      expect(ours.posts[layout].size).toBeGreaterThan(60);
      expect(unexplained(ours.posts[layout], theirs.posts[layout])).toEqual([]);
    });

    it(`holds accounts of layout ${layout} with recorded keys only`, () => {
      expect(ours.people[layout].size).toBeGreaterThan(25);
      expect(unexplained(ours.people[layout], theirs.people[layout])).toEqual([]);
    });

    it(`wraps them of layout ${layout} as recorded`, () => {
      expect(ours.around.size).toBeGreaterThan(40);
      expect(unexplained(ours.around, theirs.around)).toEqual([]);
    });

    it(`sends no author of another layout than ${layout}`, () => {
      for (const other of ['A', 'B', 'C'] as const)
        if (other !== layout) expect([...ours.people[other]]).toEqual([]);
    });
  }
});
