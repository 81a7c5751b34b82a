import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlacedPost, ThreadOptions } from '@/stores/core/conversation';
import type { Post } from '@/stores/core/post';
import { createThreader } from '@/stores/core/thread';
import { naiveThread } from '../../../fixtures/naive-thread';
import { post, START } from '../../../fixtures/posts';

const MINUTE = 60_000;
const PEOPLE = ['host', 'anna', 'ben', 'cat', 'dan'];
const WORDS = 'shift rota hall tea posters school youth parking minutes agenda'.split(' ');

/** One post in the making: numbers that `invent` turns into words and links. */
const seeds = fc.record({
  author: fc.nat(PEOPLE.length - 1),
  minute: fc.integer({ min: -5, max: 100 }),
  second: fc.nat(59),
  kind: fc.nat(19),
  number: fc.integer({ min: 1, max: 5 }),
  words: fc.array(fc.nat(WORDS.length - 1), { minLength: 1, maxLength: 5 }),
  other: fc.nat(),
});
type Seed = typeof seeds extends fc.Arbitrary<infer T> ? T : never;

function textOf({ kind, number, words, other }: Seed): string {
  const said = words.map((word) => WORDS[word]).join(' ');
  const name = PEOPLE[other % PEOPLE.length];
  const shapes = [
    `A${number} ${said}`,
    `a${number}: ${said}`,
    `${said} A${number}`,
    `@${name} ${said}`,
    `@${name} A${number} ${said}`,
    `RT @${name}: A${number} ${said}`,
    `RT @${name}: Q${number} ${said}?`,
    `2/2 ${said}`,
    `Q${number} ${said}`,
    `To answer use A1, A2 and so on`,
  ];
  const more = [
    `A${number} posters and ${said}`,
    `A${number} & ${number + 1}: ${said}`,
    `Q${number}: ${said}?`,
    `Re Q${number}: ${said}`,
  ];
  return `${shapes[kind] ?? more[kind - 16] ?? said} #polchat`;
}

function linksOf({ kind, other }: Seed, n: number, count: number): Partial<Post> {
  const any = `p${other % count}`;
  if (kind === 10) return { replyTo: any };
  if (kind === 11) return { quoteOf: any };
  if (kind === 12) return { repostOf: any };
  if (kind === 13) return { replyTo: 'never-seen', conversationId: any };
  if (kind === 14) return { replyTo: `p${n}` };
  return kind === 15 ? { replyTo: `q${1 + (other % 5)}`, conversationId: any } : {};
}

/** Five questions of the host, sometimes again later in the day, and what the seeds make. */
function invent(list: readonly Seed[], again: boolean): Post[] {
  const ask = (n: number, at: number, id: string) =>
    post({
      id,
      author: 'host',
      createdAt: START + at * MINUTE,
      text: `Q${n} What about ${WORDS[n]} and ${WORDS[n + 4]}? #polchat`,
    });
  const asked = [1, 2, 3, 4, 5].map((n) => ask(n, n * 9, `q${n}`));
  if (again) asked.push(ask(1, 75, 'q6'), ask(2, 84, 'q7'));
  const posts = list.map((seed, n) =>
    post({
      id: `p${n}`,
      author: PEOPLE[seed.author] as string,
      createdAt: START + seed.minute * MINUTE + seed.second * 1000,
      text: textOf(seed),
      ...linksOf(seed, n, list.length),
    }),
  );
  return [...asked, ...posts];
}

/** Feeds the posts in an order and batches that `next` decides, and asserts that each is filed as the naive way files it. */
function expectNaive(posts: readonly Post[], options: ThreadOptions, next: () => number): void {
  const threader = createThreader(options);
  const shuffled = posts.map((one) => [next(), one] as const).sort(([a], [b]) => a - b);
  while (shuffled.length > 0)
    threader.add(shuffled.splice(0, 1 + (next() % 9)).map(([, one]) => one));
  const { placed } = threader.conversation();
  const wanted = naiveThread(posts, options);
  for (const [id, place] of wanted) {
    const { post: _, ...got } = placed.get(id) as PlacedPost;
    expect({ id, ...got }).toEqual({ id, ...place });
  }
  expect(placed.size).toBe(wanted.size);
}

describe.each([
  ['configured', ['host']],
  ['recognised', []],
])('createThreader, hosts %s', (_, hosts) => {
  const dice = fc.infiniteStream(fc.nat(1000));

  it('files each post as the slow and obvious way does, in any order and batching', () => {
    fc.assert(
      fc.property(
        fc.array(seeds, { minLength: 1, maxLength: 60 }),
        fc.boolean(),
        fc.boolean(),
        dice,
        (list, again, byHand, stream) => {
          const moves = new Map(
            byHand
              ? [
                  ['p0', 'Q2'],
                  ['p1', ''],
                ]
              : [],
          );
          expectNaive(invent(list, again), { hosts, moves }, () => stream.next().value as number);
        },
      ),
      { numRuns: 250 },
    );
  });

  it('does so where people and words are so many that not all of them count', () => {
    fc.assert(
      fc.property(
        fc.array(seeds, { minLength: 200, maxLength: 220, size: 'max' }),
        dice,
        (list, stream) =>
          expectNaive(invent(list, false), { hosts }, () => stream.next().value as number),
      ),
      { numRuns: 4 },
    );
  });
});
