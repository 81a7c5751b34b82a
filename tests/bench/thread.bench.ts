/** Threading invented chats: cold, how it grows, and one more post with 10,000 there. `node scripts/run.ts tests/bench/thread.bench.ts` prints JSON. */
import type { Post } from '@/stores/core/post';
import { buildThread, createThreader } from '@/stores/core/thread';
import { inventedChat } from '../fixtures/chat';

const HOSTS = { hosts: [] as string[] };

function time(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Median of five, after two to warm up. */
function median(work: () => void): number {
  const times = Array.from({ length: 7 }, () => time(work)).slice(2);
  return times.sort((a, b) => a - b)[2] as number;
}

function print(name: string, value: number, unit: string, limit: number): void {
  console.log(JSON.stringify({ name, value: Math.round(value * 1000) / 1000, unit, limit }));
}

const chats = new Map([2_000, 10_000, 100_000].map((size) => [size, inventedChat(size)]));
const cold = (size: number) => median(() => buildThread(chats.get(size) as Post[], HOSTS));
const ten = cold(10_000);
print('threading 2,000 posts, cold', cold(2_000), 'ms', 20);
print('100,000 posts ÷ 10,000 posts', cold(100_000) / ten, '×', 12);

const threader = createThreader(HOSTS);
const posts = chats.get(10_000) as Post[];
threader.add(posts);
threader.conversation();
const last = posts.at(-1) as Post;
const more = Array.from({ length: 1_000 }, (_, n) => ({
  ...last,
  id: `${BigInt(last.id.replace(/\D/g, '') || '1') + BigInt(n + 1)}9`,
  createdAt: last.createdAt + n,
  text: n % 3 ? 'A6 One more thought #polchat' : 'One more thought #polchat',
  replyTo: n % 4 ? null : (posts[n * 7]?.id ?? null),
}));
const each = more.map((post) => time(() => threader.add([post]))).sort((a, b) => a - b);
print('one more post with 10,000, mean', each.reduce((a, b) => a + b, 0) / each.length, 'ms', 0.2);
print('one more post with 10,000, 99th percentile', each[989] as number, 'ms', 2);
