import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Conversation, PlacedPost } from '@/stores/core/conversation';
import type { Post } from '@/stores/core/post';
import { buildThread, createThreader } from '@/stores/core/thread';
import { inventedChat } from '../../../fixtures/chat';
import { post, START } from '../../../fixtures/posts';

const HOSTS = { hosts: ['host'] };
const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** A post so many seconds after the start. */
function at(
  id: string,
  seconds: number,
  author: string,
  text: string,
  rest: Partial<Post> = {},
): Post {
  return post({ id, author, text, createdAt: START + seconds * SECOND, ...rest } as never);
}

const Q1 = at('q1', 300, 'host', 'Q1 What stops people coming? #polchat');
const Q2 = at('q2', 900, 'host', 'Q2 What would you try instead? #polchat');

function placeOf(posts: Post[], id: string, options = HOSTS): PlacedPost {
  return buildThread(posts, options).placed.get(id) as PlacedPost;
}

/** All that threading decides, comparable. */
function plain({ hosts, questions, open, placed, children }: Conversation) {
  return {
    hosts: [...hosts].sort(),
    questions: questions.map((question) => ({
      ...question,
      repeatIds: [...question.repeatIds].sort(),
    })),
    open: open?.postId,
    placed: [...placed.values()].sort((a, b) => (a.post.id < b.post.id ? -1 : 1)),
    children: [...children]
      .filter(([, ids]) => ids.length > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  };
}

describe('buildThread', () => {
  it('opens the host’s questions, in their own words', () => {
    const { questions, open } = buildThread([Q2, Q1], HOSTS);
    expect(questions.map(({ label, postId }) => [label, postId])).toEqual([
      ['Q1', 'q1'],
      ['Q2', 'q2'],
    ]);
    expect(questions[0]?.text).toContain('What stops people coming?');
    expect(open?.label).toBe('Q2');
  });

  it('files by reply, by quote and by label, late or not', () => {
    const posts = [
      Q1,
      Q2,
      at('a', 1000, 'anna', 'Timing. #polchat', { replyTo: 'q1' }),
      at('b', 1000, 'ben', 'This. #polchat', { quoteOf: 'q1' }),
      at('c', 1000, 'cat', 'A1 Childcare #polchat'),
    ];
    expect(placeOf(posts, 'a')).toMatchObject({
      question: 'Q1',
      parent: 'q1',
      link: 'reply',
      guessed: false,
    });
    expect(placeOf(posts, 'b')).toMatchObject({
      question: 'Q1',
      parent: 'q1',
      link: 'quote',
      guessed: false,
    });
    expect(placeOf(posts, 'c')).toMatchObject({ question: 'Q1', link: 'label', guessed: false });
  });

  it('guesses the open question for the rest, and the one before it in its first minute', () => {
    const posts = [
      Q1,
      Q2,
      at('a', 930, 'anna', 'Sandwiches #polchat'),
      at('b', 990, 'ben', 'Sandwiches too #polchat'),
    ];
    expect(placeOf(posts, 'a')).toMatchObject({ question: 'Q1', link: 'time', guessed: true });
    expect(placeOf(posts, 'b')).toMatchObject({ question: 'Q2', link: 'time', guessed: true });
  });

  it('takes a participant’s Q-label for an answer, and lets nobody but the host ask', () => {
    const posts = [
      Q1,
      at('a', 400, 'anna', 'Q1 Because the hall is cold #polchat'),
      at('x', 500, 'loud', 'Q9 Who wants cheap shoes? #polchat'),
    ];
    const { questions } = buildThread(posts, HOSTS);
    expect(questions.map(({ label }) => label)).toEqual(['Q1']);
    expect(placeOf(posts, 'a')).toMatchObject({ question: 'Q1', role: 'post' });
  });

  it('keeps a reply whose parent was never seen, with the gap', () => {
    expect(
      placeOf([Q1, at('a', 400, 'anna', 'A1 Yes #polchat', { replyTo: 'gone' })], 'a'),
    ).toMatchObject({ parent: 'gone', question: 'Q1' });
  });

  it('keeps a reply whose parent arrives later', () => {
    const threader = createThreader(HOSTS);
    threader.add([Q1, at('r', 420, 'ben', 'Agree', { replyTo: 'a' })]);
    threader.add([at('a', 400, 'anna', 'A1 Childcare #polchat')]);
    const { placed, children } = threader.conversation();
    expect(placed.get('r')).toMatchObject({ parent: 'a', question: 'Q1', link: 'reply' });
    expect(children.get('a')).toEqual(['r']);
  });

  it('keeps two sessions of a day with the same numbers apart', () => {
    const later = (one: Post, id: string) => ({
      ...one,
      id,
      createdAt: one.createdAt + 180 * MINUTE,
    });
    const posts = [
      Q1,
      Q2,
      at('a', 1000, 'anna', 'A1 First #polchat'),
      later(Q1, 'q1b'),
      later(Q2, 'q2b'),
      later(at('', 1000, 'anna', 'A1 Second #polchat'), 'b'),
    ];
    expect(placeOf(posts, 'a').session).toBe(0);
    expect(placeOf(posts, 'b')).toMatchObject({ session: 1, question: 'Q1' });
  });

  it('honours a move by hand over all evidence', () => {
    const posts = [Q1, Q2, at('a', 400, 'anna', 'A1 Childcare #polchat')];
    const options = { ...HOSTS, moves: new Map([['a', 'Q2']]) };
    expect(placeOf(posts, 'a', options)).toMatchObject({ question: 'Q2', movedBy: 'hand' });
  });

  it('honours a move of any version of a post, the newest version’s first', () => {
    const edited = at('c', 400, 'anna', 'A1 Childcare #polchat', { editedIds: ['a', 'b', 'c'] });
    const place = (moves: [string, string][]) =>
      placeOf([Q1, Q2, edited], 'c', Object.assign({ moves: new Map(moves) }, HOSTS));
    expect(place([['a', 'Q2']])).toMatchObject({ question: 'Q2', movedBy: 'hand' });
    expect(
      place([
        ['a', 'Q1'],
        ['b', 'Q2'],
      ]),
    ).toMatchObject({ question: 'Q2', movedBy: 'hand' });
    expect(
      place([
        ['b', 'Q2'],
        ['c', ''],
      ]),
    ).toMatchObject({ question: null, movedBy: 'hand' });
  });

  it('takes a question that was moved by hand, and edited since, for none', () => {
    const edited = at('q9', 1000, 'host', 'Q3 And who pays? #polchat', { editedIds: ['q3', 'q9'] });
    const { questions, placed } = buildThread([Q1, Q2, edited], {
      ...HOSTS,
      moves: new Map([['q3', 'Q2']]),
    });
    expect(questions.map(({ label }) => label)).toEqual(['Q1', 'Q2']);
    expect(placed.get('q9')).toMatchObject({ question: 'Q2', movedBy: 'hand' });
  });

  it('believes answers to Q3 before it was seen, also behind Q2.1', () => {
    const more = at('q2.1', 1000, 'host', 'Q2.1 And who pays? #polchat');
    const posts = [Q1, Q2, more, at('a', 1100, 'anna', 'A3 Childcare #polchat')];
    expect(placeOf(posts, 'a')).toMatchObject({ question: 'Q3', link: 'label' });
  });

  it('takes a host’s countdown for no question', () => {
    const count = at('t', 1200, 'host', 'T-5 minutes left, get your last thoughts in #polchat');
    const { questions } = buildThread([Q1, Q2, count], HOSTS);
    expect(questions.map(({ label }) => label)).toEqual(['Q1', 'Q2']);
  });

  it('keeps one of two who ask every question, each in a language of their own, where no host is known', () => {
    const posts = [
      at('1', 0, 'en', 'Q1: What stops people coming to your meetings? #polchat'),
      at('2', 30, 'cy', 'Q1: Beth sy’n atal pobl rhag dod i’ch cyfarfodydd? #polchat'),
      at('3', 60, 'anna', 'A1 Time #polchat'),
      at('4', 90, 'ben', 'A1 Buses #polchat'),
      at('5', 600, 'cy', 'Q2: Beth fyddech chi’n ei wneud yn wahanol? #polchat'),
      at('6', 630, 'en', 'Q2: What would you do differently next year? #polchat'),
      at('7', 660, 'anna', 'A2 Evenings #polchat'),
      at('8', 690, 'ben', 'A2 Online #polchat'),
    ];
    const { questions, hosts } = buildThread(posts, { hosts: [] });
    expect([...hosts]).toEqual(['en']);
    expect(questions.map(({ label, postId }) => [label, postId])).toEqual([
      ['Q1', '1'],
      ['Q2', '6'],
    ]);
  });

  it('is not harmed by circles and posts that answer themselves', () => {
    const posts = [
      Q1,
      at('a', 400, 'anna', 'x', { replyTo: 'b' }),
      at('b', 410, 'ben', 'y', { replyTo: 'a' }),
      at('c', 420, 'cat', 'z', { replyTo: 'c' }),
    ];
    expect(buildThread(posts, HOSTS).placed.size).toBe(4);
  });
});

describe('a guess', () => {
  const Q3 = at('q3', 1500, 'host', 'Q3 Which meeting of yours went best? #polchat');
  const asked = [Q1, Q2, Q3];
  const said = (seconds: number, author: string, text: string) =>
    at(`${author}${seconds}`, seconds, author, `${text} #polchat`);
  const guessed = (posts: Post[], last: Post) => {
    const place = placeOf([...asked, ...posts, last], last.id);
    expect(place.guessed).toBe(true);
    return place.question;
  };

  it('is the question now open, the one before while few can have answered it', () => {
    expect(guessed([], said(1800, 'anna', 'Sandwiches'))).toBe('Q3');
    expect(guessed([], said(1530, 'anna', 'Sandwiches'))).toBe('Q2');
  });

  it('is the next question for whoever has answered the last one', () => {
    expect(guessed([said(1200, 'anna', 'A2 Trains')], said(1540, 'anna', 'Sandwiches'))).toBe('Q3');
  });

  it('is an earlier question for whoever is always late', () => {
    const slow = [said(880, 'anna', 'A1 Trains'), said(890, 'ben', 'A1 Buses')];
    expect(guessed(slow, said(1590, 'anna', 'Sandwiches'))).toBe('Q2');
    expect(guessed(slow, said(1590, 'cat', 'Sandwiches'))).toBe('Q3');
  });

  it('is the same question again right after its answer', () => {
    expect(guessed([said(1490, 'anna', 'A2 Trains')], said(1510, 'anna', 'Sandwiches'))).toBe('Q2');
  });

  it('heeds the question’s own words, and those of other people’s answers to it', () => {
    expect(guessed([], said(1590, 'anna', 'People stop coming when the hall is cold'))).not.toBe(
      'Q2',
    );
    const answers = [
      said(1000, 'ben', 'A2 Childcare in the library'),
      said(1010, 'cat', 'A2 Childcare, always'),
      said(1020, 'dan', 'A2 The library has childcare'),
    ];
    expect(guessed(answers, said(1590, 'anna', 'Childcare! The library!'))).toBe('Q2');
    expect(guessed([], said(1590, 'anna', 'Childcare! The library!'))).toBe('Q3');
  });

  it('does not move for what its author or others say later', () => {
    const threader = createThreader(HOSTS);
    threader.add([...asked, said(1590, 'anna', 'Sandwiches')]);
    const before = threader.conversation().placed.get('anna1590');
    const later = threader.add([
      said(1700, 'anna', 'A2 Trains'),
      said(1710, 'ben', 'A1 Sandwiches'),
      said(1720, 'cat', '@anna A1 sandwiches!'),
    ]);
    expect(later.has('anna1590')).toBe(false);
    expect(threader.conversation().placed.get('anna1590')).toBe(before);
  });
});

describe('an answer to a number that nobody was seen to ask', () => {
  it('is believed where it is the next one, and stays when that is asked', () => {
    const threader = createThreader(HOSTS);
    threader.add([Q1, at('a', 400, 'anna', 'A2 Trains #polchat')]);
    expect(threader.conversation().placed.get('a')).toMatchObject({
      question: 'Q2',
      link: 'label',
    });
    expect(threader.add([Q2]).has('a')).toBe(false);
  });

  it('is believed from the second person on where it is further ahead', () => {
    const first = at('a', 400, 'anna', 'A7 Trains #polchat');
    expect(placeOf([Q1, first], 'a')).toMatchObject({ question: 'Q1', link: 'time', badge: 'A7' });
    expect(placeOf([Q1, first, at('b', 410, 'ben', 'A7 Buses #polchat')], 'a')).toMatchObject({
      question: 'Q7',
      link: 'label',
    });
  });

  it('is no way for a participant to ask it', () => {
    const asks = at('a', 400, 'loud', 'Q2 Who wants cheap shoes? #polchat');
    expect(placeOf([Q1, asks], 'a').question).toBe('Q1');
  });
});

/** An invented chat with what bad data adds: lost parents, circles, self-replies, the same post twice, another Q1 later. */
const chats = fc
  .record({ size: fc.integer({ min: 5, max: 90 }), seed: fc.infiniteStream(fc.nat(1000)) })
  .map(({ size, seed }) => {
    const next = () => seed.next().value as number;
    const posts = inventedChat(size);
    return posts.flatMap((one) => {
      const any = posts[next() % posts.length] as Post;
      const dice = next() % 20;
      if (dice === 0) return [];
      if (dice === 1) return [{ ...one, replyTo: any.id }];
      if (dice === 2) return [{ ...one, replyTo: one.id }];
      if (dice === 3) return [{ ...one, quoteOf: 'never-seen' }];
      if (dice === 4)
        return [
          one,
          { ...one, counts: { ...one.counts, likes: next() }, observedAt: one.observedAt + 1 },
        ];
      if (dice === 5) return [{ ...one, author: { ...one.author, handle: any.author.handle } }];
      return [one];
    });
  });

describe('createThreader', () => {
  it.each([
    ['configured', [inventedChat(3)[0]?.author.handle ?? '']],
    ['recognised', []],
  ])('gives the same threads for any order and batching, hosts %s', (_, hosts) => {
    fc.assert(
      fc.property(chats, fc.infiniteStream(fc.nat(1000)), (posts, seed) => {
        const next = () => seed.next().value as number;
        // Of a post that comes twice the newer version counts, so it comes after the other.
        const unique = [...new Map(posts.map((one) => [one.id, one])).values()];
        const shuffled = unique
          .map((one) => [next(), one] as const)
          .sort(([a], [b]) => a - b)
          .map(([, one]) => one);
        const whole = buildThread(unique, { hosts });
        const threader = createThreader({ hosts });
        while (shuffled.length > 0) threader.add(shuffled.splice(0, 1 + (next() % 7)));
        expect(plain(threader.conversation())).toEqual(plain(whole));
      }),
      { numRuns: 60 },
    );
  });

  it('changes nothing when the same posts come again', () => {
    const posts = inventedChat(80);
    const threader = createThreader({ hosts: [] });
    threader.add(posts);
    const before = plain(threader.conversation());
    expect(threader.add(posts).size).toBe(0);
    expect(plain(threader.conversation())).toEqual(before);
  });
});

describe('an edited post', () => {
  const first = at('101', 320, 'anna', 'A1 Timing. #polchat', { replyTo: '100' });
  const second = at('105', 320, 'anna', 'A1 Timing, and the rain. #polchat', {
    replyTo: '100',
    editedIds: ['101', '105'],
  });
  const third = {
    ...second,
    id: '109',
    text: 'A1 The rain. #polchat',
    editedIds: ['101', '105', '109'],
  };
  const asked = { ...Q1, id: '100' };
  const toFirst = at('102', 400, 'ben', 'Agree #polchat', { replyTo: '101' });
  const toSecond = at('106', 420, 'cat', 'So true #polchat', { replyTo: '105', quoteOf: '101' });
  const all = [asked, first, second, third, toFirst, toSecond];

  it('is one post, the newest, and what answers an older version stands under it', () => {
    const { placed, children } = buildThread(all, HOSTS);
    expect([...placed.keys()].sort()).toEqual(['100', '102', '106', '109']);
    expect(children.get('109')).toEqual(['102', '106']);
    expect([...children.keys()].sort()).toEqual(['100', '109']);
    expect(placed.get('102')).toMatchObject({ parent: '109', question: 'Q1', link: 'reply' });
    expect(placed.get('106')?.post.quoteOf).toBe('109');
  });

  it('is so in any order', () => {
    const whole = plain(buildThread(all, HOSTS));
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (posts) => {
        const threader = createThreader(HOSTS);
        for (const one of posts) threader.add([one]);
        expect(plain(threader.conversation())).toEqual(whole);
      }),
    );
  });

  it('may be the question itself', () => {
    const edited = {
      ...asked,
      id: '110',
      text: 'Q1 What keeps people away? #polchat',
      editedIds: ['100', '110'],
    };
    const threader = createThreader(HOSTS);
    threader.add([asked, first]);
    threader.add([edited]);
    const { questions, placed } = threader.conversation();
    expect(questions.map(({ label, postId }) => [label, postId])).toEqual([['Q1', '110']]);
    expect(placed.get('101')).toMatchObject({ parent: '110', question: 'Q1' });
    expect(placed.has('100')).toBe(false);
  });
});

describe('hosts who are known by what they do', () => {
  const hall = [
    Q1,
    at('a', 360, 'anna', 'A1 The cold'),
    at('b', 370, 'ben', 'A1 The dark'),
    at('s', 700, 'seller', 'Q2: want cheap followers?'),
    Q2,
    at('c', 960, 'anna', 'A2 Saturdays'),
    at('d', 970, 'ben', 'A2 Tea'),
  ];

  it('are not who only came before them with the number', () => {
    const { hosts, questions } = buildThread(hall, { hosts: [] });
    expect(hosts).toEqual(['host']);
    expect(questions.map(({ postId }) => postId)).toEqual(['q1', 'q2']);
  });

  it('may be two, of whom one repeats what the other asked', () => {
    const asked = 'Q2 What would the scouts try instead?';
    const posts = [
      ...hall.filter(({ id }) => id !== 's' && id !== 'q2'),
      at('g', 880, 'guest', asked),
      at('r', 890, 'host', asked),
      at('q3', 1500, 'host', 'Q3 Who helps?'),
      at('e', 1560, 'anna', 'A3 The scouts'),
      at('f', 1570, 'ben', 'A3 The church'),
    ];
    const { hosts, questions } = buildThread(posts, { hosts: [] });
    expect([...hosts].sort()).toEqual(['guest', 'host']);
    expect(questions.map(({ postId }) => postId)).toEqual(['q1', 'g', 'q3']);
  });
});

describe('labels that say less than they seem', () => {
  it.each([
    ['two numbers: the first, and a badge', 'A2 & A1: tea', { question: 'Q2', badge: 'A1' }],
    ['one letter', 'A1&2 tea', { question: 'Q1', badge: 'A2' }],
    ['paper, perhaps', 'A1 posters in the chip shop', { question: 'Q1', guessed: true }],
    ['a question’s number, for an answer', 'Re Q1: tea', { question: 'Q1', guessed: false }],
  ])('%s', (_, text, wanted) => {
    expect(placeOf([Q1, Q2, at('x', 1000, 'anna', text)], 'x')).toMatchObject(wanted);
  });

  it('a question’s number before it is asked', () => {
    expect(placeOf([Q1, at('x', 880, 'anna', 'Q2: want cheap followers?'), Q2], 'x')).toMatchObject(
      { question: 'Q1', badge: 'Q2', link: 'time' },
    );
  });
});
