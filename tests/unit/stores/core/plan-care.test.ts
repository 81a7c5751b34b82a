import { describe, expect, it } from 'vitest';
import { placeSession } from '@/stores/core/plan';
import { type Care, type CareInput, readCare } from '@/stores/core/plan-care';
import { answersEach, countHour } from '@/stores/core/plan-hour';
import { bestQuestions, recordHour } from '@/stores/core/plan-record';
import { fillAll } from '@/stores/core/plan-wrap';
import type { Post } from '@/stores/core/post';
import { createThreader } from '@/stores/core/thread';
import { weightedLength } from '@/stores/core/weighted-length';
import { plan, session, TEXTS } from '../../../fixtures/plans.ts';
import { post, START } from '../../../fixtures/posts.ts';

const MINUTE = 60_000;
const HOUR = { start: START, end: START + 60 * MINUTE };
const at = (minute: number) => START + minute * MINUTE;

function conversationOf(posts: Post[]) {
  const threader = createThreader({ hosts: ['host'] });
  threader.configure({ hosts: ['host'], session: HOUR });
  threader.add(posts);
  return threader.conversation();
}

function care(posts: Post[], more: Partial<CareInput> = {}): Care {
  return readCare({
    conversation: conversationOf(posts),
    session: HOUR,
    me: 'host',
    liked: new Set(),
    known: null,
    isHidden: () => false,
    ...more,
  });
}

const said = (id: string, by: string, minute: number, text: string, parts: Partial<Post> = {}) =>
  post({ id, author: by, createdAt: at(minute), text: `${text} #polchat`, ...parts });
const hello = said('1', 'host', 0, 'Welcome all! Please introduce yourselves');
const q1 = said('10', 'host', 5, 'Q1 What stops people coming to meetings?');
const q2 = said('20', 'host', 14, 'Q2 Which meeting surprised you, and why?');
const ids = (posts: readonly Post[]) => posts.map(({ id }) => id);

describe('answers nobody has noticed', () => {
  const answers = [
    said('11', 'anna', 6, 'A1 Timing, mostly'),
    said('12', 'ben', 7, 'A1 Childcare'),
    said('13', 'cat', 8, 'A1 Cold halls'),
    said('14', 'dan', 9, 'A1 Nobody knew it was on'),
    said('15', 'eve', 10, 'Same here', { replyTo: '11', replyToHandle: 'anna' }),
  ];

  it('are listed newest first, replies between participants left out', () => {
    expect(ids(care([hello, q1, ...answers]).ignored)).toEqual(['14', '13', '12', '11']);
  });

  it('are noticed by a reply, a quote or a repost of a host, or the person’s like', () => {
    const heeded = [
      said('30', 'host', 11, 'Thank you', { replyTo: '11', replyToHandle: 'anna' }),
      said('31', 'host', 12, 'This', { quoteOf: '12' }),
      said('32', 'host', 12, 'RT', { repostOf: '13' }),
    ];
    expect(ids(care([hello, q1, ...answers, ...heeded]).ignored)).toEqual(['14']);
    const liked = answers.map((one) => (one.id === '14' ? { ...one, liked: true as const } : one));
    expect(ids(care([hello, q1, ...liked, ...heeded]).ignored)).toEqual([]);
    expect(ids(care([hello, q1, ...answers], { liked: new Set(['12', '13']) }).ignored)).toEqual([
      '14',
      '11',
    ]);
  });

  it('are not those of muted people, deleted ones, or the host’s own', () => {
    const own = said('16', 'host', 11, 'A1 From me: the car park');
    const gone = { ...said('17', 'fay', 11, 'A1 Gone'), state: 'deleted' as const, text: '' };
    const made = care([hello, q1, ...answers, own, gone], {
      isHidden: ({ author }) => author.handle === 'dan',
    });
    expect(ids(made.ignored)).toEqual(['13', '12', '11']);
  });
});

describe('people to look after', () => {
  it('finds those who were in no earlier chat, once each', () => {
    const posts = [
      hello,
      said('2', 'anna', 1, 'Hi from Leeds'),
      said('3', 'ben', 2, 'Hi, my first #polchat'),
      q1,
      said('11', 'anna', 6, 'A1 Timing'),
    ];
    const names = (known: Set<string> | null) =>
      care(posts, { known }).newcomers.map(({ author, post: { id } }) => `${author.handle} ${id}`);
    expect(names(new Set(['cat']))).toEqual(['ben 3', 'anna 2']);
    expect(names(new Set(['anna', 'ben']))).toEqual(['ben 3']);
    // Nothing to compare with: everybody would be new.
    expect(names(null)).toEqual(['ben 3']);
  });

  it('finds questions to the hosts or to all until a host answers; a like is no answer', () => {
    const asks = [
      said('21', 'anna', 15, '@host will there be a transcript?', {
        replyTo: '20',
        replyToHandle: 'host',
      }),
      said('22', 'ben', 16, 'Has anyone a template for invitations?', { liked: true }),
      said('23', 'cat', 17, 'Really?', { replyTo: '22', replyToHandle: 'ben' }),
    ];
    expect(ids(care([hello, q1, q2, ...asks]).asking)).toEqual(['22', '21']);
    const answer = said('24', 'host', 18, 'Yes', { replyTo: '21', replyToHandle: 'anna' });
    expect(ids(care([hello, q1, q2, ...asks, answer]).asking)).toEqual(['22']);
  });

  it('gathers ideas of the week: themes, and points to talk about', () => {
    const day = 24 * 60;
    const posts = [
      said('5', 'anna', -3 * day, 'Could we talk about body-worn video one week?'),
      said('6', 'ben', -2 * day, 'Theme idea: policing the carnival'),
      said('7', 'cat', -day, 'Anyone else struggling with the new complaints form?'),
      said('8', 'dan', -day, 'Lovely weather'),
      said('9', 'host', -day, 'Theme on Thursday: meetings'),
      q1,
    ];
    const made = care(posts);
    expect(ids(made.themes)).toEqual(['6', '5']);
    expect(ids(made.points)).toEqual(['7']);
  });

  it('suspects the same words from several people, and posts that are mostly tags', () => {
    const advert = 'Win a free phone today, just follow our page and retweet https://spam.example/';
    const tags = ['polchat', 'win', 'free', 'phone', 'deal', 'now'];
    const posts = [
      q1,
      said('41', 'bot1', 6, `${advert}1`),
      said('42', 'bot2', 7, `${advert}2 @anna`),
      said('43', 'bot3', 8, 'Deals', { hashtags: tags }),
      said('44', 'anna', 9, 'A1 Timing'),
      said('45', 'ben', 9, 'A1 Timing'),
    ];
    const made = care(posts);
    expect(made.spam.map(({ reason, posts: list }) => [reason, ...ids(list)])).toEqual([
      ['tags', '43'],
      ['same', '41', '42'],
    ]);
    // Suspects are people until it is sure.
    expect(ids(made.ignored)).toEqual(['45', '44', '43', '42', '41']);
    const sure = care([...posts, said('46', 'bot4', 10, `${advert}4`)]);
    expect(ids(sure.ignored)).toEqual(['45', '44', '43']);
  });

  it('leaves newcomers and answers of the same words where they are', () => {
    const first = 'Hi all, first time here and looking forward to it!';
    const answer = 'A1 Shift patterns and childcare';
    const posts = [
      said('3', 'anna', 1, first),
      said('4', 'ben', 2, first),
      said('5', 'cat', 3, first),
      q1,
      said('11', 'dan', 7, answer),
      said('12', 'eve', 8, answer),
    ];
    const made = care(posts);
    expect(ids(made.ignored)).toEqual(['12', '11', '5', '4', '3']);
    expect(made.newcomers.map(({ author }) => author.handle)).toEqual(['cat', 'ben', 'anna']);
    expect(made.spam.map(({ posts: list }) => ids(list))).toEqual([
      ['11', '12'],
      ['3', '4', '5'],
    ]);
  });
});

describe('the numbers of the hour', () => {
  const posts = [
    hello,
    q1,
    said('11', 'anna', 6, 'A1 Timing'),
    said('12', 'ben', 7, 'A1 Childcare'),
    said('13', 'anna', 8, 'Yes', { replyTo: '12', replyToHandle: 'ben' }),
    q2,
    said('21', 'cat', 15, 'A2 The one with cake'),
    said('22', 'cat', 16, 'RT', { repostOf: '11' }),
  ];

  it('count people, posts, and what each question brought', () => {
    const count = countHour(conversationOf(posts), HOUR);
    expect(count).toMatchObject({ people: 4, posts: 7 });
    expect(count.questions.map(({ label, answers, replies }) => [label, answers, replies])).toEqual(
      [
        ['Q1', 2, 1],
        ['Q2', 1, 0],
      ],
    );
    expect(answersEach(count)).toBe(2);
  });

  it('go into the closing post with the link and what comes next, within X’s limit', () => {
    const texts = {
      ...TEXTS,
      wrap: 'That’s a wrap! {people} people, {posts} posts, {answers} answers a question. Read it again: {link}\n\nNext: {next}',
    };
    const first = session({ id: '2026-06-15' });
    const given = plan({
      since: '2026-06-15',
      texts,
      sessions: [first, session({ id: '2026-06-22', theme: 'Wildlife crime' })],
    });
    const slot = placeSession(given, first);
    expect(slot.start).toBe(START);
    const text = fillAll(texts.wrap, given, slot, conversationOf(posts));
    const link =
      'https://x.com/search?q=%23polchat%20since_time%3A1781783700%20until_time%3A1781788200&src=typed_query&f=live';
    expect(text).toBe(
      `That’s a wrap! 4 people, 7 posts, 2 answers a question. Read it again: ${link}\n\nNext: Thursday 25 June, 1pm: Wildlife crime`,
    );
    expect(weightedLength(text)).toBeLessThan(200);
  });

  it('are the record of weeks, with the questions that worked', () => {
    const past = recordHour(
      {
        ...HOUR,
        timeZone: 'Europe/London',
        theme: 'Meetings',
        source: null,
        questions: [],
        hosts: ['host'],
        reading: null,
      },
      posts,
      [],
    );
    expect(past).toMatchObject({ theme: 'Meetings', people: 4, posts: 7 });
    expect(bestQuestions([past], 1)).toMatchObject([
      { text: 'What stops people coming to meetings?', answers: 2 },
    ]);
  });
});
