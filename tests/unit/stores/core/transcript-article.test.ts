import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildThread } from '@/stores/core/thread';
import { buildTranscript, type Transcript, type TranscriptMeta } from '@/stores/core/transcript';
import { type Article, buildArticle } from '@/stores/core/transcript-article';
import { findPosts } from '@/stores/core/transcript-search';
import { inventedChat } from '../../../fixtures/chat';
import { conversation, placed, question, START } from '../../../fixtures/posts';

const MINUTE = 60_000;
const META: TranscriptMeta = {
  chat: { hashtag: 'polchat', hosts: ['host'] },
  session: { start: START, end: START + 60 * MINUTE, theme: 'Meetings' },
  coverage: [],
  skipped: { unreadable: 0, promoted: 0, offTopic: 0 },
};

type Placed = ReturnType<typeof placed>;
function articleOf(list: Placed[], meta: Partial<TranscriptMeta> = {}): Article {
  const posts = list.map((one) => one.post);
  return buildArticle(buildTranscript(conversation(list), posts, { ...META, ...meta }));
}
const at = (minute: number) => START + minute * MINUTE;
/** "Q1: 1 >2 >>3" */
const drawn = ({ sections }: Article) =>
  sections.map(
    ({ key, posts }) =>
      `${key}: ${posts.map(({ post: { id }, depth }) => '>'.repeat(depth) + id).join(' ')}`,
  );

describe('buildArticle', () => {
  it('puts sections in reading order, threads as begun, replies under what they answer', () => {
    const article = articleOf([
      placed({ id: '9', section: 'after', question: null, createdAt: at(58) }),
      placed({ id: '5', createdAt: at(5) }),
      placed({ id: '7', parent: '5', createdAt: at(9) }),
      placed({ id: '6', createdAt: at(6), parent: '1' }),
      placed({ id: '8', parent: '7', createdAt: at(10) }),
      placed({ id: '2', section: 'introductions', question: null, createdAt: at(1) }),
      question('Q2', { id: '4', createdAt: at(20) }),
      question('Q1', { id: '1', createdAt: at(3) }),
    ]);
    expect(drawn(article)).toEqual(['introductions: 2', 'Q1: 5 >7 >>8 6', 'Q2: ', 'after: 9']);
    expect(article.sections[1]?.question).toMatchObject({ text: 'What about Q1?' });
  });

  it('says whom a post answers that stands elsewhere, or was never seen', () => {
    const article = articleOf([
      question('Q1', { id: '1' }),
      placed({ id: '2', parent: '1' }),
      placed({ id: '3', parent: '77', replyTo: '77' }),
      placed({ id: '4', section: 'after', question: null, parent: '2', replyTo: '2' }),
    ]);
    const answers = article.sections.flatMap(({ posts }) => posts.map((one) => one.answers));
    expect(answers).toEqual([null, { id: '77', handle: null }, { id: '2', handle: 'anna' }]);
  });

  it('counts reposts on what they pass on, and shows one whose original is not here', () => {
    const article = articleOf([
      placed({ id: '2' }),
      placed({ id: '3', repostOf: '2', role: 'repost' }),
      placed({ id: '4', repostOf: '99', role: 'repost' }),
    ]);
    expect(drawn(article)).toEqual(['Q1: 2 4']);
    expect(article.sections[0]?.posts[0]?.reposts).toBe(1);
    expect(article.numbers).toMatchObject({ posts: 2, reposts: 1, people: 1 });
  });

  it('keeps two runs of numbers in a day apart', () => {
    const article = articleOf([
      question('Q1', { id: '1', createdAt: at(1) }),
      placed({ id: '2', createdAt: at(2) }),
      question('Q1', { id: '3', createdAt: at(40), session: 1 }),
      placed({ id: '4', createdAt: at(41), session: 1 }),
    ]);
    expect(drawn(article)).toEqual(['Q1: 2', 'Q1-2: 4']);
  });

  it('shows every post once, whatever points at what', () => {
    const id = fc.constantFrom('1', '2', '3', '4', '5');
    const list = fc.uniqueArray(
      fc.record({
        id,
        parent: fc.option(id, { nil: null }),
        question: fc.constantFrom('Q1', 'Q2', null),
        repostOf: fc.option(id, { nil: null }),
      }),
      { selector: (one) => one.id },
    );
    fc.assert(
      fc.property(list, (parts) => {
        const article = articleOf(
          parts.map((part) => placed({ ...part, section: part.question ? 'question' : 'after' })),
        );
        const ids = article.sections.flatMap(({ posts }) => posts.map((one) => one.post.id));
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.length + article.numbers.reposts).toBe(parts.length);
      }),
      { numRuns: 1000, seed: 5 },
    );
  });

  it('draws the hour minute by minute, each leading to its first post', () => {
    const { minutes } = articleOf([
      question('Q1', { id: '1', createdAt: at(0) }),
      placed({ id: '2', createdAt: at(2) + 5_000 }),
      placed({ id: '3', createdAt: at(2) + 9_000 }),
      placed({ id: '4', createdAt: at(-3 * 24 * 60), section: 'before', question: null }),
    ]);
    expect(minutes).toEqual([
      { at: at(0), posts: 1, firstId: '1', questions: ['Q1'] },
      { at: at(1), posts: 0, firstId: null, questions: [] },
      { at: at(2), posts: 2, firstId: '2', questions: [] },
    ]);
  });

  it('tells what X’s search was not read for', () => {
    const coverage = [
      { from: at(-5), to: at(10), source: 'search' as const },
      { from: at(10), to: at(30), source: 'dom' as const },
      { from: at(30) + 5_000, to: at(90), source: 'search' as const },
    ];
    expect(articleOf([placed({ id: '2' })], { coverage }).gaps).toEqual([
      { from: at(10), to: at(30) + 5_000 },
    ]);
  });

  it('lists links once with all who shared them, and people with the hosts first', () => {
    const text = 'See https://wrenford.example/a?utm_source=x. #polchat';
    const article = articleOf([
      placed({ id: '2', text }),
      placed({ id: '3', author: 'ben', text: `${text} https://x.com/anna/status/2` }),
      placed({ id: '4', author: 'host' }),
      placed({ id: '5', author: 'ben' }),
    ]);
    expect(article.links.map(({ href, posts }) => [href, posts.map(({ id }) => id)])).toEqual([
      ['https://wrenford.example/a', ['2', '3']],
    ]);
    expect(article.people.map(({ handle, posts }) => [handle, posts])).toEqual([
      ['host', 1],
      ['ben', 2],
      ['anna', 1],
    ]);
  });

  it('is empty where there are no posts', () => {
    expect(articleOf([])).toMatchObject({ sections: [], minutes: [], links: [], people: [] });
  });
});

describe('findPosts', () => {
  const posts = inventedChat(300);
  const transcript: Transcript = buildTranscript(buildThread(posts, { hosts: [] }), posts, META);
  const article = buildArticle(transcript);

  it('finds what holds all the words, in any capitals, and of one person alone', () => {
    const found = findPosts(article, ' CHILDCARE  centre ', '');
    const wanted = transcript.posts.filter(({ text }) => /childcare.*centre/i.test(text));
    expect([...(found.ids ?? [])].sort()).toEqual(wanted.map(({ id }) => id).sort());
    const theirs = findPosts(article, '', 'sgtbexley');
    expect(theirs.posts).toBe(
      transcript.posts.filter(({ author }) => author.handle === 'SgtBexley').length,
    );
  });

  it('shows all where nothing is looked for, and no section where nothing is found', () => {
    expect(findPosts(article, ' ', '')).toMatchObject({ ids: null, posts: 294 });
    expect(findPosts(article, 'zzz', '').sections.size).toBe(0);
  });
});
