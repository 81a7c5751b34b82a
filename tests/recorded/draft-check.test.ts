import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { checkDraft } from '@/stores/core/draft-check';

const shared = new URL('../../../shared/data/', import.meta.url).pathname;
const read = (path: string) => readFileSync(shared + path, 'utf8');

/** Every real post at hand: recorded chats, and reply trees as X once gave them out (`&amp;` decoded). */
function realTexts(): string[] {
  const chats = globSync('chats/*.json', { cwd: shared })
    .filter((path) => !path.includes('.fold'))
    .flatMap((path) => (JSON.parse(read(path)) as { posts: { text: string }[] }).posts);
  const trees = globSync('x/trees/*.jsonl', { cwd: shared }).flatMap((path) =>
    read(path)
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { text: string }),
  );
  return [...chats, ...trees].map(({ text }) =>
    text.replace(
      /&(amp|lt|gt);/g,
      (_, name: string) => ({ amp: '&', lt: '<', gt: '>' })[name] ?? '',
    ),
  );
}

it('flags at most one real post in two hundred', () => {
  const texts = realTexts();
  const flagged = texts.flatMap((text) =>
    checkDraft(text).map(({ kind, words }) => `${kind} "${words}" in: ${text}`),
  );
  console.log(
    `${flagged.length} findings in ${texts.length} posts`,
    ...flagged.map((line) => `\n${line}`),
  );
  expect(texts.length).toBeGreaterThan(2_000);
  expect(flagged.length / texts.length).toBeLessThanOrEqual(0.005);
});
