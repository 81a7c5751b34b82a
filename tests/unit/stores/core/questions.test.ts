import { describe, expect, it } from 'vitest';
import type { Post } from '@/stores/core/post';
import { buildThread } from '@/stores/core/thread';
import { post, START } from '../../../fixtures/posts';

const HOSTS = { hosts: ['host'] };

function at(id: string, minutes: number, author: string, text: string): Post {
  return post({ id, author, text: `${text} #polchat`, createdAt: START + minutes * 60_000 });
}

const Q1 = at('q1', 5, 'host', 'Q1 What stops people coming to meetings?');

/** What a host's post is, two minutes after Q1: its role, and the question where it belongs to one. */
const HOST_POSTS: [text: string, is: string][] = [
  ['Q2 What would you try instead?', 'question Q2'],
  ['Q2. Tell us about a meeting that went well', 'question Q2'],
  ['Q2: Share your best poster', 'question Q2'],
  ['Q2) In one word, how was your last meeting?', 'question Q2'],
  ['Question 2: what would you try instead?', 'question Q2'],
  ['Second question: what would you try instead?', 'question Q2'],
  ['What would you try instead? Q2', 'question Q2'],
  ['Great stuff everyone. Q2 What would you try instead?', 'question Q2'],
  ['Great answers to Q1 – on to Q2: what would you try instead?', 'question Q2'],
  ['Q2 coming up… here it is: what would you try instead?', 'question Q2'],
  ['Q1.1 follow-up: what stops your own team?', 'question Q1.1'],
  ['QBonus: what is the oddest thing handed in at your front desk?', 'question QBonus'],
  ['QWrap. Who are you all, and what do you take home?', 'question QWrap'],
  ['Q2 Data: who reads the figures that you publish?', 'question Q2'],
  ['Q1 What stops people coming to meetings?', 'repeat Q1'],
  ['Reminder of Q1: what stops people coming to meetings?', 'repeat Q1'],
  ['For late joiners, Q1 again: what stops people coming to meetings?', 'repeat Q1'],
  ['(2/2) And who would you most like to see there?', 'repeat Q1'],
  ['Q2 coming up in two minutes', 'teaser'],
  ['Q2 on its way…', 'teaser'],
  ['Get ready for the next question', 'teaser'],
  ['To answer use A1, A2 and so on, with the hashtag', 'frame'],
  ['Please introduce yourself if you have just joined us', 'frame'],
  ['@everyone Q2: who else could help?', 'question Q2'],
  ['Q2: Thanks to volunteers we reach more people. Tell us how you find yours', 'question Q2'],
  ['Q2: Has anyone tried a street stall', 'question Q2'],
  ['Q2. I’d love to hear about your street stalls', 'question Q2'],
  ['Q1b: And from a shopkeeper’s view, what stops people?', 'question Q1b'],
  ['Lovely stuff. Q2 shortly!', 'teaser'],
  ['Q2: Posters.', 'question Q2'],
  ['Q2 We want your street stall stories', 'question Q2'],
  ['Q2 posters or films, which get read?', 'question Q2'],
  ['Follow up Q1: who pays for the hall in rural areas?', 'question Q1.1'],
  ['Q1 follow-up: who pays for the hall in rural areas?', 'question Q1.1'],
  ['Follow-up to Q1: what stops people coming to meetings?', 'repeat Q1'],
  ['Q1 again for anyone just joining, follow the thread: what stops people coming?', 'repeat Q1'],
  ['@anna Q2: who pays for the hall?', 'question Q2'],
  ['@anna good idea! Q2: who pays for the hall?', 'question Q2'],
  ['@anna Q1: do you mean the cold hall?', 'post'],
  ['Re Q2: I like the street stall', 'post'],
  ['On Q2, I think the street stall', 'post'],
  ['For Q2 I’d say the street stall', 'post'],
  ['Back to Q1, I like the street stall', 'post'],
  ['Remember: Q2 = A2', 'frame'],
  ['Q2 due in a minute. Finish your A1s', 'teaser'],
  ['Q2 in 2 mins', 'teaser'],
  ['Q2: I found the street stall worked best', 'post'],
  ['Q2 is a tricky one, so take your time', 'post'],
  ['Q2 was going to be about budgets', 'post'],
  ['@anna Q2 is for you, isn’t it?', 'post'],
  ['Lovely answers so far', 'post'],
  ['Q2 2026 figures are out, by the way', 'post'],
  ['A1 For me it is the cold hall', 'post'],
];

/** A question as its host wrote it, and the text it is shown with. */
const SHOWN: [text: string, shown: string][] = [
  ['Q6. What would you try instead?', 'What would you try instead?'],
  ['Final question coming up… Q6. What would you try instead?', 'What would you try instead?'],
  ['Okay, all ready?\nQ6 What would you try instead?', 'What would you try instead?'],
  ['Great answers to A5! On to Q6: what else helps?', 'what else helps?'],
  ['Here’s Q6: when did you last knock on a door?', 'when did you last knock on a door?'],
  ['.@anna @ben Thanks all. Q6a) What next? 🚓', 'What next? 🚓'],
  ['Last one! Q6.1 Is A5 paper big enough? Q7 is next', 'Is A5 paper big enough? Q7 is next'],
  ['What would you try instead? Q6', 'What would you try instead? Q6'],
  ['What would you try instead? Q6, everyone', 'What would you try instead? Q6, everyone'],
  ['Sixth question: what would you try?', 'Sixth question: what would you try?'],
];

describe('a question in a picture', () => {
  it.each(['Here’s Q6!', 'Q6 👇'])('%s is shown with its text', (text) => {
    const media = [{ kind: 'photo', url: 'https://pbs.twimg.com/q.jpg', alt: '' }];
    const posts = [Q1, { ...at('x', 9, 'host', text), media } as Post];
    expect(buildThread(posts, HOSTS).questions.at(-1)).toMatchObject({ label: 'Q6', text });
  });
});

describe('a question’s text', () => {
  it.each(SHOWN)('%s → %s', (text, shown) => {
    const { questions } = buildThread([Q1, at('x', 9, 'host', text)], HOSTS);
    expect(questions.at(-1)).toMatchObject({ postId: 'x', text: shown });
  });
});

describe('a host’s post', () => {
  it.each(HOST_POSTS)('%s → %s', (text, is) => {
    const conversation = buildThread([Q1, at('x', 7, 'host', text)], HOSTS);
    const { role, question } = conversation.placed.get('x') ?? {};
    expect(role === 'question' || role === 'repeat' ? `${role} ${question}` : role).toBe(is);
    const opened = is.startsWith('question') ? [is.split(' ')[1]] : [];
    expect(conversation.questions.map(({ label }) => label)).toEqual(['Q1', ...opened]);
  });

  it('closes the hour, after which goodbyes are no answers', () => {
    const posts = [
      Q1,
      at('w', 30, 'host', 'That’s a wrap! Thank you all for joining'),
      at('a', 31, 'anna', 'Bye all, great chat'),
      at('b', 31, 'ben', 'A1 Late, but: the cold hall'),
    ];
    const { placed, open } = buildThread(posts, HOSTS);
    expect(placed.get('a')).toMatchObject({ section: 'after', question: null });
    expect(placed.get('b')).toMatchObject({ section: 'question', question: 'Q1' });
    expect(open).toBeNull();
  });
});

describe('a chat without numbers', () => {
  const posts = [
    at('x', 2, 'host', 'What stops people coming to meetings?'),
    at('a', 5, 'anna', 'The cold hall'),
    at('y', 20, 'host', 'And what would you try instead?'),
    at('b', 26, 'ben', 'Saturdays'),
  ];

  it('is threaded by the hosts’ posts that ask', () => {
    const { questions, placed } = buildThread(posts, HOSTS);
    expect(questions.map(({ label, postId }) => `${label} ${postId}`)).toEqual(['Q+1 x', 'Q+2 y']);
    expect(placed.get('a')).toMatchObject({ question: 'Q+1', guessed: true });
    expect(placed.get('b')).toMatchObject({ question: 'Q+2', guessed: true });
  });

  it.each([
    ['Tell us about one thing you would change. Be bold', true],
    ['Lovely. Share your best photo of a full hall', true],
    ['Describe a meeting that went well', true],
    ['Share your answers with the hashtag', false],
    ['Anyone from Wales here tonight?', false],
    ['The hall was full, which I like', false],
  ])('%s: asks, %s', (text, asks) => {
    const { questions } = buildThread([...posts, at('z', 30, 'host', text)], HOSTS);
    expect(questions.some(({ postId }) => postId === 'z')).toBe(asks);
  });

  it('takes what a host calls for just behind a welcome for introductions', () => {
    const welcome = at('w', -3, 'host', 'Welcome to the chat! Tell us who you are');
    const call = at('c', -2, 'host', 'Please tell us about your week in one picture');
    const { questions } = buildThread([welcome, call, ...posts], HOSTS);
    expect(questions.map(({ postId }) => postId)).toEqual(['x', 'y']);
  });

  it('is none where the host numbered questions that day, or is about to', () => {
    const labels = (more: Post) =>
      buildThread([...posts, more], HOSTS).questions.map((q) => q.label);
    expect(labels(at('q', 40, 'host', 'Q1 Shall we number them?'))).toEqual(['Q1']);
    expect(labels(at('q', -300, 'host', 'Q1 Shall we number them?'))).toEqual(['Q1']);
    expect(labels(at('q', -1_500, 'host', 'Q1 Shall we number them?'))).toEqual([
      'Q1',
      'Q+1',
      'Q+2',
    ]);
  });
});

describe('a question in parts', () => {
  it('is one question a part, and answers go to the part that they name', () => {
    const posts = [
      at('x', 7, 'host', 'Q2a: From a resident’s view, what helps?'),
      at('y', 9, 'host', 'Q2b: From an officer’s view, what gets in the way?'),
      at('a', 11, 'anna', 'A2b Paperwork'),
      at('b', 11, 'ben', 'A2a Tea'),
    ];
    const { questions, placed } = buildThread([Q1, ...posts], HOSTS);
    expect(questions.map(({ label }) => label)).toEqual(['Q1', 'Q2', 'Q2b']);
    expect(placed.get('a')).toMatchObject({ question: 'Q2b', link: 'label' });
    expect(placed.get('b')).toMatchObject({ question: 'Q2', link: 'label' });
  });
});

describe('a follow-up with a number of its own', () => {
  it('has the answers that name it, and not the question before it', () => {
    const posts = [
      at('x', 7, 'host', 'Q1.1 And what stops your own team?'),
      at('a', 9, 'anna', 'A1.1 Rotas'),
      at('b', 9, 'ben', 'A1 The cold hall'),
    ];
    const { placed } = buildThread([Q1, ...posts], HOSTS);
    expect(placed.get('a')).toMatchObject({ question: 'Q1.1', link: 'label' });
    expect(placed.get('b')).toMatchObject({ question: 'Q1', link: 'label' });
  });
});

describe('questions that are told ahead', () => {
  const session = { start: START, end: START + 60 * 60_000 };
  it.each([
    ['all in one, hours before', -120, 'Today at one. Q1 What stops people coming? Q2 What works?'],
    ['all in one, just before', -30, 'Today’s:\nQ1: What stops people coming?\nQ2: What works?'],
    ['one by one', -45, 'Q1 for today: What stops people coming to meetings?'],
  ])('%s are asked in the hour, not before it', (_, minute, text) => {
    const posts = [at('t', minute, 'host', text), at('i', -5, 'anna', 'Hello all'), Q1];
    const { questions, placed } = buildThread(posts, { ...HOSTS, session });
    expect(questions.map(({ label, postId }) => [label, postId])).toEqual([['Q1', Q1.id]]);
    expect(placed.get('t')).toMatchObject({ role: 'teaser' });
    expect(placed.get('i')).toMatchObject({ section: 'introductions', question: null });
  });
});

describe('a second follow-up', () => {
  it('has a number of its own, and asked again is the first', () => {
    const posts = [
      at('x', 7, 'host', 'Follow up Q1: who pays for the hall?'),
      at('y', 9, 'host', 'Q1 follow-up: which night suits young people?'),
      at('z', 11, 'host', 'Follow up to Q1 again: who pays for the hall?'),
    ];
    const { questions } = buildThread([Q1, ...posts], HOSTS);
    expect(questions.map(({ label, repeatIds }) => [label, ...repeatIds])).toEqual([
      ['Q1'],
      ['Q1.1', 'z'],
      ['Q1.2'],
    ]);
  });
});

describe('a host who thanks', () => {
  const session = { start: START, end: START + 60 * 60_000 };
  const openAfter = (minutes: number, more: object) =>
    buildThread([Q1, at('t', minutes, 'host', 'Thanks everyone for your answers so far!')], {
      ...HOSTS,
      ...more,
    }).open?.label;

  it('closes nothing in the middle of an hour whose end is known, and the hour near its end', () => {
    expect(openAfter(13, { session })).toBe('Q1');
    expect(openAfter(55, { session })).toBeUndefined();
    expect(openAfter(13, {})).toBeUndefined();
  });
});
