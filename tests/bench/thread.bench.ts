/** Threading invented chats: cold, how it grows, and one more post, question or host with 10,000 there. */
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
  const late = addLate(chats.get(10_000) as Post[]);
  const [questions, hosts] = fileAnew(chats.get(10_000) as Post[]);
  const more = 'one more post with 10,000 threaded';
  const anew = 'with 10,000 threaded, which files them anew';
  return [
    { name: 'threading 2,000 posts, cold', value: median(two), unit: 'ms', limit: 20, raw: two },
    {
      name: 'threading 100,000 posts ÷ 10,000 posts, cold',
      value: median(hundred) / median(ten),
      unit: '×',
      limit: 12,
      raw: { ten, hundred },
    },
    { name: `${more}, mean`, value: meanOf(each), unit: 'ms', limit: 0.2 },
    {
      name: `${more}, 99th percentile`,
      value: quantile(each, 0.99),
      unit: 'ms',
      limit: 2,
      raw: each,
    },
    { name: `${more}, written before the last, mean`, value: meanOf(late), unit: 'ms', limit: 0.2 },
    {
      name: `${more}, written before the last, 99th percentile`,
      value: quantile(late, 0.99),
      unit: 'ms',
      limit: 2,
      raw: late,
    },
    {
      name: `a new question ${anew}`,
      value: median(questions),
      unit: 'ms',
      limit: 50,
      raw: questions,
    },
    { name: `a new host ${anew}`, value: median(hosts), unit: 'ms', limit: 50, raw: hosts },
  ];
}

function meanOf(times: readonly number[]): number {
  return times.reduce((sum, one) => sum + one, 0) / times.length;
}

/** ms for each tenth post of the chat, added when all others are there. */
function addLate(posts: readonly Post[]): number[] {
  const threader = createThreader(HOSTS);
  threader.add(posts.filter((_, n) => n % 10 !== 3));
  threader.conversation();
  return posts.filter((_, n) => n % 10 === 3).map((post) => time(() => threader.add([post])));
}

/** ms for five more questions, one after the other, and for a guest that joins the hosts and leaves them again. */
function fileAnew(posts: readonly Post[]): [questions: number[], hosts: number[]] {
  const host = 'WestshirePolice';
  const threader = createThreader({ hosts: [host] });
  threader.add(posts);
  const asked = posts.find(({ author }) => author.handle === host) as Post;
  const last = posts.at(-1) as Post;
  const questions = [7, 8, 9, 10, 11].map((n) => ({
    ...asked,
    id: `${BigInt(last.id) + BigInt(n)}9`,
    createdAt: last.createdAt + n * 1_000,
    text: `Q${n}. What else would you ask of a neighbour? #polchat`,
  }));
  const guest = (n: number) => ({ hosts: n % 2 ? [host] : [host, last.author.handle] });
  return [
    questions.map((one) => time(() => threader.add([one]))),
    [0, 1, 2, 3, 4].map((n) => time(() => threader.configure(guest(n)))),
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
