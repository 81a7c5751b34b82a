import { describe, expect, it } from 'vitest';
import {
  answerLabel,
  answerTo,
  buildPostText,
  defaultLabel,
  draftLabels,
  isPosted,
  joinDrafts,
  nextQuestion,
  startsWithLabel,
} from '@/stores/panel-draft';
import { conversation, post, question, START } from '@/tests/fixtures/posts';

describe('buildPostText', () => {
  it.each([
    ['  Timing. ', 'A3', 'A3 Timing. #polchat'],
    ['Timing.', '', 'Timing. #polchat'],
    ['A2 Timing.', 'A3', 'A2 Timing. #polchat'],
    ['a.2 Timing', 'A3', 'a.2 Timing #polchat'],
    ['A1(M) is shut', 'A3', 'A3 A1(M) is shut #polchat'],
    ['Both #PolChat and more', 'A3', 'A3 Both #PolChat and more'],
    ['Not #polchats', '', 'Not #polchats #polchat'],
    ['@host A3 yes', 'A3', '@host A3 yes #polchat'],
    ['(A3) yes', 'A3', '(A3) yes #polchat'],
    ['#polchat A3 hi', 'A3', '#polchat A3 hi'],
    ['Q4 What next?', 'A3', 'Q4 What next? #polchat'],
    ['A38 closure got most replies', 'A3', 'A3 A38 closure got most replies #polchat'],
    ['A12 road', 'A3', 'A3 A12 road #polchat'],
    ['a1m is shut', 'A3', 'A3 a1m is shut #polchat'],
    ['@force_A1 well said', 'A3', 'A3 @force_A1 well said #polchat'],
    ['A2b Timing', 'A2b', 'A2b Timing #polchat'],
    ['A 3 year plan', 'A3', 'A3 A 3 year plan #polchat'],
  ])('%j under %j', (text, label, whole) => {
    expect(buildPostText(text, label, 'polchat')).toBe(whole);
  });
});

describe('startsWithLabel', () => {
  it('takes the number of any question that was asked, or that comes next, for a label', () => {
    expect(buildPostText('A12 Timing', 'A3', 'polchat', 13)).toBe('A12 Timing #polchat');
    expect(['A12', 'A13', 'A14'].map((text) => startsWithLabel(text, 13))).toEqual([
      true,
      true,
      false,
    ]);
    expect(nextQuestion(conversation([question('Q1'), question('Q2')]))).toBe(3);
    expect(nextQuestion(conversation([]))).toBe(1);
  });
});

describe('draftLabels', () => {
  const asked = [1, 2, 3].map((n) => question(`Q${n}`, { createdAt: START + n * 600_000 }));

  it('offers the open question first, the newest next', () => {
    const talk = { ...conversation(asked), open: conversation(asked).questions[1] ?? null };
    expect(draftLabels(talk, false)).toEqual(['A2', 'A3', 'A1']);
    expect(defaultLabel(talk, false)).toBe('A2');
  });

  it('offers hosts the next question, and labels nothing of theirs unasked', () => {
    expect(draftLabels(conversation(asked), true)).toEqual(['Q4', 'A3', 'A2', 'A1']);
    expect(defaultLabel(conversation(asked), true)).toBe('');
  });

  it('has none before the first question, nor for those without a number', () => {
    expect(draftLabels(conversation([]), false)).toEqual([]);
    expect(draftLabels(conversation([question('QWrap')]), false)).toEqual([]);
  });
});

describe('isPosted', () => {
  const draft = (text: string) => ({ text, label: null, at: START });
  const posted = (text: string, createdAt = START) => ({ text, createdAt });

  it.each([
    ['Timing, above all.', 'A3 Timing, above all. #polchat'],
    ['See https://gov.uk/a', 'A3 See https://t.co/x #polchat'],
    ['Two\nlines 👮', 'Two lines 👮 #polchat'],
    ['We tried Saturdays and mornings', 'We tried Saturdays, and early mornings #polchat'],
    [
      'We tried it on two Saturdays',
      'A note that stood in X. We tried it on two Saturdays #polchat',
    ],
    ['Yes', '@anna A3 Yes indeed #polchat #police'],
  ])('knows %j in %j', (text, whole) => {
    expect(isPosted(draft(text), posted(whole))).toBe(true);
  });

  it.each([
    ['Timing', 'Quite another thing #polchat'],
    ['Yes and no', 'Yes #polchat'],
    ['', 'Anything #polchat'],
    ['is', 'This #polchat'],
    ['Yes', '@ben Yes, we tried Saturdays #polchat'],
    ['I think the public', 'A2 I think we ask the officers first, then the press office. #polchat'],
  ])('does not take %j for %j', (text, whole) => {
    expect(isPosted(draft(text), posted(whole))).toBe(false);
  });

  it('takes no post for it that was there before it was written', () => {
    expect(isPosted(draft('Yes'), posted('Yes #polchat', START - 60_000))).toBe(false);
  });
});

describe('joinDrafts', () => {
  const draft = (text: string) => ({ text, label: null, at: START });

  it('loses nothing and doubles nothing', () => {
    const join = (kept: string, now: string) => joinDrafts(draft(kept), draft(now)).text;
    expect(join('One', 'Two')).toBe('One\nTwo');
    expect(join('', 'Two')).toBe('Two');
    expect(join('One', ' ')).toBe('One');
    expect(join('One two', 'One')).toBe('One two');
    expect(join('One', 'One two')).toBe('One two');
  });
});

describe('the label of an answer', () => {
  it('is read off the posts where no panel threads them: the post’s own number, or that of what it answers', () => {
    const posts = [
      post({ id: 'q', text: '#polchat Q3: What stops people?' }),
      post({ id: 'a', text: 'Childcare', replyTo: 'q' }),
      post({ id: 'b', text: 'Agreed', replyTo: 'a' }),
      post({ id: 'c', text: '@anna A2. Buses', replyTo: 'gone' }),
      post({ id: 'd', text: 'A1(M) is shut' }),
    ];
    const get = (id: string) => posts.find((one) => one.id === id);
    expect(['q', 'a', 'b', 'c', 'd', 'none'].map((id) => answerLabel(get, id))).toEqual([
      'A3',
      'A3',
      'A3',
      'A2',
      '',
      '',
    ]);
  });

  it('is that of the question which the post is filed under, none for hosts', () => {
    const talk = conversation([question('Q1'), question('Q2', { createdAt: START + 60_000 })]);
    const asked = [...talk.placed.values()].find((placed) => placed.question === 'Q1');
    const open = { ...talk, open: talk.questions[1] ?? null, hosts: ['Host'] };
    expect(answerTo(open, 'dan', null)).toBe('A2');
    expect(answerTo(open, 'host', null)).toBe('');
    if (asked) expect(answerTo(open, 'dan', asked.post.id)).toBe('A1');
    expect(answerTo(open, 'dan', 'unknown')).toBe('');
  });
});
