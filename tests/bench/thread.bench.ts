/** Threading invented chats: cold, how it grows, and one more post with 10,000 there. */
import type { Post } from '@/stores/core/post';
import { buildThread, createThreader } from '@/stores/core/thread';
import { inventedChat } from '../fixtures/chat';
import { median, quantile, type Result } from './result';

const HOSTS = { hosts: [] as string[] };

function time(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** After two to warm up. */
function timeOften(work: () => void): number[] {
  return Array.from({ length: 7 }, () => time(work)).slice(2);
}

export async function run(): Promise<Result[]> {
  const chats = new Map([2_000, 10_000, 100_000].map((size) => [size, inventedChat(size)]));
  const cold = (size: number) => timeOften(() => buildThread(chats.get(size) as Post[], HOSTS));
  const [two, ten, hundred] = [cold(2_000), cold(10_000), cold(100_000)];
  const each = addOneByOne(chats.get(10_000) as Post[]);
  const mean = each.reduce((sum, one) => sum + one, 0) / each.length;
  const more = 'one more post with 10,000 threaded';
  return [
    { name: 'threading 2,000 posts, cold', value: median(two), unit: 'ms', limit: 20, raw: two },
    {
      name: 'threading 100,000 posts ÷ 10,000 posts, cold',
      value: median(hundred) / median(ten),
      unit: '×',
      limit: 12,
      raw: { ten, hundred },
    },
    { name: `${more}, mean`, value: mean, unit: 'ms', limit: 0.2 },
    {
      name: `${more}, 99th percentile`,
      value: quantile(each, 0.99),
      unit: 'ms',
      limit: 2,
      raw: each,
    },
  ];
}

/** ms for each of a thousand more posts: answers by label, replies, and neither. */
function addOneByOne(posts: readonly Post[]): number[] {
  const threader = createThreader(HOSTS);
  threader.add(posts);
  threader.conversation();
  const last = posts.at(-1) as Post;
  const more = Array.from({ length: 1_000 }, (_, n) => ({
    ...last,
    id: `${BigInt(last.id) + BigInt(n + 1)}9`,
    createdAt: last.createdAt + n,
    text: n % 3 ? 'A6 One more thought #polchat' : 'One more thought #polchat',
    replyTo: n % 4 ? null : (posts[n * 7]?.id ?? null),
  }));
  return more.map((post) => time(() => threader.add([post])));
}
