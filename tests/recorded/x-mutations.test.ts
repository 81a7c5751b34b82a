import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readJson } from '@/stores/core/x-responses';
import { damage, isTouched, type Path, placesIn, postsIn, random } from '../fixtures/x/mutations';

const shared = new URL('../../../shared/data/x/graphql/', import.meta.url).pathname;
const files = globSync('**/*.json', { cwd: shared }).sort();
const RUNS = 625;

/** 20,000 in all; as many are done to invented responses in tests/unit. */
describe.each(files)('%s, damaged', (file) => {
  it(`gives every untouched post in ${RUNS} seeded mutations`, () => {
    const root: unknown = JSON.parse(readFileSync(shared + file, 'utf8'));
    const texts = new Map(readJson(root, 1).posts.map(({ id, text }) => [id, text]));
    const places = placesIn(root);
    const posts = postsIn(root);
    const next = random(file.length);
    for (let run = 0; run < RUNS; run++) {
      const path = places[Math.floor(next() * places.length)] as Path;
      const { isLoss, undo } = damage(root, path, next);
      const found = new Map(readJson(root, 1).posts.map(({ id, text }) => [id, text]));
      const lost = [...texts].filter(
        ([id, text]) => !isTouched(posts.get(id) ?? [], path, isLoss) && found.get(id) !== text,
      );
      expect({ run, path: path.join('.'), lost }).toMatchObject({ lost: [] });
      undo();
    }
    expect(new Map(readJson(root, 1).posts.map(({ id, text }) => [id, text]))).toEqual(texts);
  });
});
