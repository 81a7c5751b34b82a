import { describe, expect, it } from 'vitest';
import type { Post } from '@/stores/core/post';
import { buildCatchUp, CATCH_UP } from '@/stores/core/rows-catch-up';
import { buildFoundRows, type FindOptions } from '@/stores/core/rows-found';
import { buildGroups } from '@/stores/core/rows-groups';
import { buildLinks } from '@/stores/core/rows-links';
import { buildPeople } from '@/stores/core/rows-people';
import { summarise } from '@/stores/core/rows-summary';
import { buildThreadRows } from '@/stores/core/rows-thread';
import { author, conversation, placed, question, START } from '@/tests/fixtures/posts';

const sight = { held: new Set<string>(), isHidden: () => false };
const counts = (replies: number, reposts: number, likes: number) => ({
  replies,
  reposts,
  likes,
  quotes: 0,
});
const q1 = question('Q1');
const q2 = question('Q2', { createdAt: START + 600_000 });
const ids = (list: readonly { post: { id: string } }[]) => list.map(({ post }) => post.id);

describe('buildCatchUp', () => {
  it('picks the answers that mattered and what the hosts said, and the newest of the open question', () => {
    const talk = conversation([
      q1,
      placed({ id: 'liked', parent: 'q1', counts: counts(0, 0, 5) }),
      placed({ id: 'talked', parent: 'q1', counts: counts(3, 0, 0) }),
      placed({ id: 'shared', parent: 'q1', counts: counts(0, 2, 0) }),
      placed({ id: 'quiet', parent: 'q1' }),
      placed({ id: 'nested', parent: 'liked', counts: counts(0, 0, 99) }),
      placed({ id: 'deleted', parent: 'q1', state: 'deleted', text: '', counts: counts(9, 9, 9) }),
      placed({ id: 'hint', parent: 'q1', author: 'Host' }),
      placed({ id: 'soon', author: 'host', role: 'teaser', text: 'Q2 in a moment #polchat' }),
      placed({ id: 'over', author: 'host', role: 'frame', text: 'Thanks all #polchat' }),
      q2,
      placed({ id: 'n1', parent: 'q2', question: 'Q2', createdAt: START + 1 }),
      placed({
        id: 'n2',
        parent: 'q2',
        question: 'Q2',
        createdAt: START + 2,
        counts: counts(0, 0, 1),
      }),
      placed({ id: 'n3', parent: 'q2', question: 'Q2', createdAt: START + 3 }),
    ]);
    const [first, second] = buildCatchUp(talk, { ...sight, ...CATCH_UP });
    expect(ids(first?.top ?? [])).toEqual(['talked', 'liked', 'shared']);
    expect(ids(first?.hosts ?? [])).toEqual(['hint']);
    expect(first).toMatchObject({ posts: 9, people: 2, open: false, latest: [] });
    expect(second).toMatchObject({ open: true });
    expect(ids(second?.top ?? [])).toEqual(['n2']);
    expect(ids(second?.latest ?? [])).toEqual(['n1', 'n3']);
  });

  it('counts replies read here where X’s count is older', () => {
    const talk = conversation([
      q1,
      placed({ id: 'a', parent: 'q1', counts: counts(0, 0, 2) }),
      placed({ id: 'b', parent: 'q1' }),
      placed({ id: 'c', parent: 'b' }),
    ]);
    expect(ids(buildCatchUp(talk, { ...sight, ...CATCH_UP })[0]?.top ?? [])).toEqual(['b', 'a']);
  });
});

describe('buildFoundRows', () => {
  const talk = conversation([
    q1,
    placed({ id: 'a', text: 'Café in the tŷ #polchat', parent: 'q1', createdAt: START + 1 }),
    placed({
      id: 'b',
      text: 'Tea',
      parent: 'a',
      author: 'ben',
      createdAt: START + 2,
      mentions: [{ handle: 'Anna', id: null }],
    }),
    placed({
      id: 'r',
      repostOf: 'a',
      role: 'repost',
      parent: 'a',
      author: author('cat', { followed: true }),
    }),
    q2,
    placed({
      id: 'c',
      text: 'Cafe again',
      parent: 'q2',
      question: 'Q2',
      author: 'cat',
      createdAt: START + 3,
    }),
  ]);
  const find = (part: Partial<FindOptions>, group = 'all') =>
    buildFoundRows(
      talk,
      sight,
      {
        who: 'all',
        unanswered: false,
        reposts: false,
        query: '',
        guests: [],
        me: 'anna',
        ...part,
      },
      group,
    ).map(({ kind, key }) => (kind === 'post' ? key : `[${key}]`));

  it('finds words without capitals and accents, under their questions', () => {
    expect(find({ query: ' CAFE ' })).toEqual(['[found Q1]', 'a', '[found Q2]', 'c']);
    expect(find({ query: 'cafe ty' })).toEqual(['[found Q1]', 'a']);
    expect(find({ query: '@ben' })).toEqual(['[found Q1]', 'b']);
    expect(find({ query: 'from:ben' })).toEqual(['[found Q1]', 'b']);
    expect(find({ query: 'from:@BEN cafe' })).toEqual(['[empty]']);
    expect(find({ query: 'from:be' })).toEqual(['[empty]']);
    expect(find({ query: 'cafe' }, 'Q2')).toEqual(['[found Q2]', 'c']);
    expect(find({ query: 'nothing of the kind' })).toEqual(['[empty]']);
  });

  it.each([
    ['can’t', "can't"],
    ["can't", 'can’t'],
    ['[a-z]+ (not a pattern) \\', '[a-z]+ (not'],
    ['Da iawn 👮🏽‍♀️', '👮🏽‍♀️'],
    ['Croeso i’r Tŷ', "i'r ty"],
    ['نرحب بالجميع', 'بالجميع'],
    ['Now #PolChat', '#polchat'],
  ])('finds in "%s" the words "%s"', (text, query) => {
    const talk = conversation([placed({ id: 'a', text })]);
    const options = {
      who: 'all',
      unanswered: false,
      reposts: false,
      guests: [],
      me: null,
    } as const;
    const rows = buildFoundRows(talk, sight, { ...options, query }, 'all');
    expect(rows.map(({ key }) => key)).toEqual(['found Q1', 'a']);
  });

  it('filters by who wrote it', () => {
    expect(find({ who: 'hosts' })).toEqual(['[found Q1]', 'q1', '[found Q2]', 'q2']);
    expect(find({ who: 'hosts', guests: ['Ben'] })).toEqual([
      '[found Q1]',
      'q1',
      'b',
      '[found Q2]',
      'q2',
    ]);
    expect(find({ who: 'mine' })).toEqual(['[found Q1]', 'a', 'b']);
    expect(find({ who: 'mine', me: null })).toEqual(['[empty]']);
    expect(find({ who: 'followed' })).toEqual(['[empty]']);
    expect(find({ who: 'followed', reposts: true })).toEqual(['[found Q1]', 'r']);
  });

  it('takes a reply for one to me, also where the page alone says whom it answers', () => {
    const talk = conversation([placed({ id: 'a', author: 'ben', replyToHandle: 'Anna' })]);
    const options = { unanswered: false, reposts: false, query: '', guests: [], me: 'anna' };
    const rows = buildFoundRows(talk, sight, { ...options, who: 'mine' }, 'all');
    expect(rows.map(({ key }) => key)).toEqual(['found Q1', 'a']);
  });

  it('finds what nobody answered', () => {
    expect(find({ unanswered: true })).toEqual(['[found Q1]', 'b', '[found Q2]', 'c']);
  });
});

describe('buildThreadRows', () => {
  const chain = Array.from({ length: 9 }, (_, n) =>
    placed({ id: `p${n}`, parent: n === 0 ? 'q1' : `p${n - 1}`, createdAt: START + n }),
  );
  const rows = (root: string, list = chain) =>
    buildThreadRows(conversation([q1, ...list]), root, sight).map((row) =>
      row.kind === 'post' ? `${'-'.repeat(row.depth)}${row.key}` : row.kind,
    );

  it('shows what a post hangs under, and all that hangs under it', () => {
    expect(rows('p2')).toEqual([
      'q1',
      'p0',
      'p1',
      'p2',
      '-p3',
      '--p4',
      '---p5',
      '----p6',
      '-----p7',
      '-----p8',
    ]);
  });

  it('shows siblings in the order written', () => {
    const list = ['b', 'a', 'c'].map((id) =>
      placed({ id, parent: 'q1', createdAt: START + id.charCodeAt(0) }),
    );
    expect(rows('q1', list)).toEqual(['q1', '-a', '-b', '-c']);
  });

  it('leaves a gap for what is hidden, above and at its top', () => {
    const talk = conversation([
      q1,
      placed({ id: 'a', parent: 'q1', author: author('rude', { hidden: true }) }),
      placed({ id: 'b', parent: 'a' }),
    ]);
    const hidden = { ...sight, isHidden: ({ author }: Post) => author.hidden };
    const drawn = (root: string) =>
      buildThreadRows(talk, root, hidden).map(({ kind, key }) => `${kind} ${key}`);
    expect(drawn('b')).toEqual(['post q1', 'gap a', 'post b']);
    expect(drawn('a')).toEqual(['post q1', 'gap a', 'post b']);
  });

  it('goes on where its author has edited the post that it began with', () => {
    const talk = conversation([
      placed({ id: 'a2', editedIds: ['a', 'a2'] }),
      placed({ id: 'b', parent: 'a2' }),
    ]);
    expect(buildThreadRows(talk, 'a', sight).map(({ key }) => key)).toEqual(['a2', 'b']);
  });

  it('survives circles and a post that is gone', () => {
    const list = [placed({ id: 'a', parent: 'b' }), placed({ id: 'b', parent: 'a' })];
    expect(rows('a', list)).toEqual(['b', 'a']);
    expect(rows('gone', list)).toEqual(['empty']);
  });
});

describe('buildLinks', () => {
  const link = (url: string) => ({ url, display: url.slice(8) });

  it('shows each once, newest first, without tracking, and no posts of X', () => {
    const talk = conversation([
      placed({
        id: 'a',
        createdAt: START + 1,
        links: [link('https://a.example/x?utm_source=x&id=1')],
      }),
      placed({ id: 'b', createdAt: START + 2, links: [link('https://b.example/')] }),
      placed({ id: 'c', createdAt: START + 3, links: [link('https://a.example/x?id=1')] }),
      placed({
        id: 'd',
        links: [link('https://x.com/anna/status/123'), link('http://plain.example/')],
      }),
      placed({
        id: 'e',
        role: 'repost',
        repostOf: 'b',
        createdAt: START + 9,
        links: [link('https://b.example/')],
      }),
    ]);
    expect(buildLinks(talk, sight).map(({ href, posts }) => [href, ids(posts)])).toEqual([
      ['https://a.example/x?id=1', ['a', 'c']],
      ['https://b.example/', ['b']],
    ]);
  });

  it.each([
    ['https://www.a.example/x', 'https://a.example/x'],
    ['https://a.example/x/', 'https://a.example/x'],
    ['https://a.example/x/?id=1&twclid=2', 'https://a.example/x?id=1'],
    ['https://A.example', 'https://a.example/'],
  ])('takes addresses that lead to one place for one: %s, %s', (one, other) => {
    const talk = conversation([
      placed({ id: 'a', links: [link(one)] }),
      placed({ id: 'b', links: [link(other)] }),
    ]);
    expect(buildLinks(talk, sight).map(({ posts }) => ids(posts))).toEqual([['a', 'b']]);
  });

  it('keeps apart what differs, and leaves out posts of X however they are named', () => {
    const addresses = ['a.example/x', 'a.example/y', 'a.example/x?id=1', 'b.example/x'];
    const posts = 'x.com/i/web/status/123';
    const links = [...addresses, posts].map((address) => link(`https://${address}`));
    const shared = buildLinks(conversation([placed({ id: 'a', links })]), sight);
    expect(shared.map(({ href }) => href)).toEqual(addresses.map((one) => `https://${one}`));
  });

  it('tells what was said about a link last', () => {
    const talk = conversation([
      q1,
      placed({
        id: 'a',
        text: 'A1. Our new guide: https://a.example/x worth a read #polchat',
        links: [link('https://a.example/x')],
      }),
      placed({ id: 'b', text: 'https://b.example/', links: [link('https://b.example/')] }),
    ]);
    expect(
      Object.fromEntries(buildLinks(talk, sight).map(({ href, context }) => [href, context])),
    ).toEqual({
      'https://a.example/x': 'Our new guide: worth a read',
      'https://b.example/': '',
    });
  });
});

const nothing = { guests: [], muted: [], earlier: new Set<string>() };

describe('buildPeople', () => {
  it('puts hosts first, then whoever wrote most, and tells who is muted', () => {
    const talk = conversation([
      q1,
      placed({ id: 'a' }),
      placed({ id: 'b', author: 'ben' }),
      placed({ id: 'c', author: 'Ben' }),
      placed({ id: 'd', author: author('blocked', { hidden: true }) }),
    ]);
    const people = buildPeople(talk, { ...nothing, muted: ['anna'] });
    expect(
      people.map(({ author: by, posts, role, muted }) => [
        by.handle.toLowerCase(),
        posts,
        role,
        muted,
      ]),
    ).toEqual([
      ['host', 1, 'host', false],
      ['ben', 2, null, false],
      ['anna', 1, null, true],
    ]);
    const withGuest = buildPeople(talk, { ...nothing, guests: ['Anna'] });
    expect(withGuest.map(({ role }) => role)).toEqual(['host', 'guest', null]);
  });

  it.each([
    'My first #polchat!',
    'Hi all, my very first ever polchat',
    'First-timer here, be kind',
    'Long time reader, first time taking part',
    'First time on #polchat',
    'New to this chat. PC in Wexdale',
    'Hello, I’m new here',
    'New here! Hello',
  ])('takes for new who says so: %s', (text) => {
    const [person] = buildPeople(conversation([placed({ id: 'a', text })]), nothing);
    expect(person).toMatchObject({ fresh: 'said', first: { id: 'a' } });
  });

  it.each([
    'First time I saw a drone I waved #polchat',
    'Welcome to all our first-timers #polchat',
    'New to policing, old to buses #polchat',
    'Is there anything new here? #polchat',
    'Hello all, not my first #polchat but the first since spring',
    'This isn’t our first chat about drones',
    'My first meeting had three people in it #polchat',
  ])('takes nobody for new for words about something else: %s', (text) => {
    const [person] = buildPeople(conversation([placed({ id: 'a', text })]), nothing);
    expect(person?.fresh).toBeNull();
  });

  it('takes for new who is in none of the earlier chats, where any are kept; hosts never', () => {
    const talk = conversation([
      q1,
      placed({ id: 'a', author: 'renamed' }),
      placed({ id: 'b', author: author('noid', { id: null }) }),
      placed({ id: 'c', author: 'cat', createdAt: START + 2 }),
      placed({ id: 'd', author: 'cat', createdAt: START + 1 }),
    ]);
    const fresh = (earlier: string[]) =>
      buildPeople(talk, { ...nothing, earlier: new Set(earlier) }).flatMap((person) =>
        person.fresh === 'unseen' ? [`${person.author.handle} ${person.first?.id}`] : [],
      );
    expect(fresh([])).toEqual([]);
    expect(fresh(['u-renamed', 'noid'])).toEqual(['cat d']);
  });
});

describe('summarise', () => {
  const talk = conversation([
    placed({ id: 'hi', section: 'introductions', question: null, createdAt: START - 1 }),
    q1,
    placed({ id: 'a', parent: 'q1' }),
    placed({ id: 'x', author: author('rude', { hidden: true }) }),
    q2,
    placed({ id: 'b', parent: 'q2', question: 'Q2', author: 'ben' }),
    placed({ id: 'c', parent: 'q2', question: 'Q2', author: 'cat' }),
  ]);
  const seen = { held: new Set(['b', 'c', 'a']), isHidden: (post: Post) => post.author.hidden };
  const summary = summarise(
    talk,
    buildGroups(talk, seen, (post) => post.id === 'c'),
    [
      { label: 'Q2', text: 'asked' },
      { label: 'Q3', text: 'What next?' },
    ],
  );

  it('counts each question, marks the open one, and adds those still to come', () => {
    expect(
      summary.rail.map(({ key, kind, posts, unread, open }) => [key, kind, posts, unread, open]),
    ).toEqual([
      ['introductions', 'introductions', 1, 0, false],
      ['Q1', 'question', 1, 0, false],
      ['Q2', 'question', 2, 1, true],
      ['planned Q3', 'planned', 0, 0, false],
    ]);
  });

  it('takes a question that was answered for asked, though it was never seen', () => {
    const answered = conversation([placed({ id: 'a', question: 'Q3' })]);
    const groups = buildGroups(answered, seen);
    const { rail } = summarise(answered, groups, [{ label: 'Q3', text: 'What next?' }]);
    expect(rail.map(({ key }) => key)).toEqual(['Q3']);
  });

  it('counts people, posts, the hidden, and what waits where', () => {
    expect(summary).toMatchObject({ people: 4, posts: 6, hidden: 1 });
    expect(summary.waiting.map(({ label, posts }) => `${posts} in ${label}`)).toEqual([
      '2 in Q2',
      '1 in Q1',
    ]);
  });
});
