import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergePosts } from '@/stores/core/merge';
import { labelsOf } from '@/stores/core/moves';
import { comparePosts, type Post } from '@/stores/core/post';
import { buildThread } from '@/stores/core/thread';
import { buildTranscript, iso, type TranscriptMeta } from '@/stores/core/transcript';
import { parseTranscript } from '@/stores/core/transcript-parse';
import { author, conversation, placed, post, question, START } from '../../../fixtures/posts';

const META: TranscriptMeta = {
  chat: { hashtag: 'polchat', hosts: ['host'] },
  session: { start: START, end: START + 3_600_000, theme: 'Getting people to meetings' },
  coverage: [{ from: START, to: START + 60_500, source: 'search' }],
  skipped: { unreadable: 1, promoted: 2, offTopic: 3 },
};

const Q1 = question('Q1', { id: '100' });
const A1 = placed({
  id: '101',
  parent: '100',
  link: 'reply',
  replyTo: '100',
  text: 'A1 Yes #polchat',
});

describe('buildTranscript', () => {
  it('writes the format of the design, field by field and in its order', () => {
    const made = buildTranscript(conversation([A1, Q1]), [A1.post, Q1.post], META);
    expect(JSON.stringify(made)).toBe(
      JSON.stringify({
        format: 'polchat-transcript',
        version: 1,
        chat: { hashtag: 'polchat', hosts: ['host'] },
        session: {
          start: '2026-06-18T12:00:00Z',
          end: '2026-06-18T13:00:00Z',
          theme: 'Getting people to meetings',
        },
        questions: [
          { label: 'Q1', postId: '100', askedAt: '2026-06-18T12:00:00Z', text: 'What about Q1?' },
        ],
        posts: [
          {
            id: '100',
            author: { handle: 'host', name: 'host' },
            createdAt: '2026-06-18T12:00:00Z',
            text: 'Q1 What about Q1? #polchat',
            url: 'https://x.com/host/status/100',
            replyTo: null,
            quoteOf: null,
            repostOf: null,
            conversationId: null,
            parent: null,
            link: null,
            guessed: false,
            question: 'Q1',
            section: 'question',
            hashtags: ['polchat'],
            counts: { replies: 0, reposts: 0, likes: 0, quotes: 0 },
            editedIds: [],
            observedAt: '2026-06-18T13:00:00Z',
            movedBy: null,
            deleted: false,
          },
          {
            id: '101',
            author: { handle: 'anna', name: 'anna' },
            createdAt: '2026-06-18T12:01:00Z',
            text: 'A1 Yes #polchat',
            url: 'https://x.com/anna/status/101',
            replyTo: '100',
            quoteOf: null,
            repostOf: null,
            conversationId: null,
            parent: '100',
            link: 'reply',
            guessed: false,
            question: 'Q1',
            section: 'question',
            hashtags: ['polchat'],
            counts: { replies: 0, reposts: 0, likes: 0, quotes: 0 },
            editedIds: [],
            observedAt: '2026-06-18T13:00:00Z',
            movedBy: null,
            deleted: false,
          },
        ],
        coverage: [
          { from: '2026-06-18T12:00:00Z', to: '2026-06-18T12:01:00.500Z', source: 'search' },
        ],
        skipped: { unreadable: 1, promoted: 2, offTopic: 3 },
      }),
    );
  });

  it('leaves out protected accounts and those whom the person blocks or mutes', () => {
    const closed = post({ id: '1', author: author('closed', { protected: true }) });
    const muted = post({ id: '2', author: author('muted', { hidden: true }) });
    const made = buildTranscript(conversation([A1]), [closed, muted, A1.post], META);
    expect(made.posts.map(({ id }) => id)).toEqual(['101']);
    expect(JSON.stringify(made)).not.toMatch(/closed|muted/);
  });

  it('leaves out reposts of whoever is left out, and the words of deleted posts in those of others', () => {
    const muted = post({ id: '2', author: author('muted', { hidden: true }) });
    const deleted = post({ id: '3', state: 'deleted', editedIds: ['1', '3'] });
    const reposts = [
      post({ id: '4', author: 'ben', text: 'What muted said', repostOf: '2' }),
      post({ id: '5', author: 'ben', text: 'What was deleted', repostOf: '1' }),
      post({ id: '6', author: 'ben', text: 'What nobody kept', repostOf: '0' }),
    ];
    const made = buildTranscript(conversation([]), [muted, deleted, ...reposts], META);
    expect(made.posts.map(({ id, text, deleted: isGone }) => [id, text, isGone])).toEqual([
      ['3', '', true],
      ['5', '', true],
      ['6', 'What nobody kept', false],
    ]);
  });

  it('leaves out a question that a protected account asked', () => {
    const asked = question('Q1', { id: '100', author: author('closed', { protected: true }) });
    expect(buildTranscript(conversation([asked]), [asked.post], META).questions).toEqual([]);
  });

  it('writes no text of posts that are deleted or not available', () => {
    const posts = [
      post({ id: '1', state: 'deleted', text: '' }),
      post({ id: '2', state: 'unavailable', text: 'Still known here' }),
      post({ id: '3', truncated: true }),
    ];
    expect(buildTranscript(conversation([]), posts, META).posts).toMatchObject([
      { text: '', deleted: true },
      { text: '', deleted: false, unavailable: true },
      { truncated: true },
    ]);
  });

  it('names the recognised hosts where none are configured', () => {
    const meta = { ...META, chat: { hashtag: 'polchat', hosts: [] } };
    expect(buildTranscript(conversation([], ['seen']), [], meta).chat.hosts).toEqual(['seen']);
  });
});

describe('iso', () => {
  it('writes UTC, milliseconds only where there are some', () => {
    expect([iso(0), iso(1)]).toEqual(['1970-01-01T00:00:00Z', '1970-01-01T00:00:00.001Z']);
  });
});

const LEAST = {
  format: 'polchat-transcript',
  version: 1,
  chat: { hashtag: 'polchat' },
  posts: [
    {
      id: '101',
      author: { handle: 'anna' },
      createdAt: '2026-06-18T13:01:00+01:00',
      text: 'A1 Ask @ben, see https://example.org/a#b. #PolChat',
    },
  ],
};

function parsed(value: unknown) {
  const read = parseTranscript(value);
  if ('error' in read) throw new Error(read.error);
  return read.ok;
}

describe('parseTranscript', () => {
  it.each([
    [{ counts: { likes: 3 } }, '13:09'],
    [{}, '13:05'],
  ])('takes counts that a file leaves out for nothing new: %j', (fields, told) => {
    const written = {
      id: '1',
      author: { handle: 'anna' },
      createdAt: '2026-06-18T13:05:00Z',
      text: 'Hello',
      observedAt: '2026-06-18T13:09:00Z',
      ...fields,
    };
    const { posts } = parsed({ ...LEAST, posts: [written] });
    expect(posts[0]?.observedAt).toBe(Date.parse(`2026-06-18T${told}:00Z`));
  });

  it('needs little, and derives the rest', () => {
    expect(parsed(LEAST)).toEqual({
      chat: { hashtag: 'polchat', hosts: [] },
      session: { start: null, end: null, theme: null },
      posts: [
        post({
          id: '101',
          author: author('anna', { id: null }),
          createdAt: START + 60_000,
          text: 'A1 Ask @ben, see https://example.org/a#b. #PolChat',
          hashtags: ['polchat'],
          mentions: [{ handle: 'ben', id: null }],
          links: [{ url: 'https://example.org/a#b', display: 'example.org/a#b' }],
          observedAt: START + 60_000,
          source: 'import',
        }),
      ],
      moves: new Map(),
      coverage: [],
      skipped: { unreadable: 0, promoted: 0, offTopic: 0 },
    });
  });

  it('reads moves by hand, also those out of every question', () => {
    const [only] = LEAST.posts;
    const posts = [
      { ...only, id: '1', movedBy: 'hand', question: 'Q2' },
      { ...only, id: '2', movedBy: 'hand', question: null },
      { ...only, id: '3', question: 'Q3' },
    ];
    expect([...labelsOf(parsed({ ...LEAST, posts }).moves)]).toEqual([
      ['1', 'Q2'],
      ['2', ''],
    ]);
  });

  it('reads no text of a deleted post, whatever the file says', () => {
    const posts = [{ ...LEAST.posts[0], deleted: true }];
    expect(parsed({ ...LEAST, posts }).posts[0]).toMatchObject({
      state: 'deleted',
      text: '',
      links: [],
      mentions: [],
    });
  });

  const withPost = (parts: object) => ({
    ...LEAST,
    posts: [LEAST.posts[0], { ...LEAST.posts[0], ...parts }],
  });

  it.each([
    [null, 'format is not "polchat-transcript"'],
    [[], 'format is not "polchat-transcript"'],
    [{ ...LEAST, version: 2 }, 'version is 2; this Polchat reads version 1'],
    [{ ...LEAST, chat: null }, 'chat.hashtag is missing, not a text'],
    [{ ...LEAST, chat: { hashtag: 'x', hosts: 'y' } }, 'chat.hosts is not a list'],
    [{ ...LEAST, posts: {} }, 'posts is not a list'],
    [withPost({ id: 5 }), 'posts[1].id is 5, not an id of digits in quotes'],
    [
      withPost({ id: '1'.repeat(50) }),
      `posts[1].id is "${'1'.repeat(39)}…, not an id of digits in quotes`,
    ],
    [withPost({ author: {} }), 'posts[1].author.handle is missing, not a text'],
    [withPost({ text: null }), 'posts[1].text is null, not a text'],
    [
      withPost({ createdAt: 'yesterday' }),
      'posts[1].createdAt is "yesterday", not a time such as 2026-06-18T12:00:00Z',
    ],
    [
      withPost({ createdAt: '2026-06-18T12:00:00' }),
      'posts[1].createdAt is "2026-06-18T12:00:00", not a time such as 2026-06-18T12:00:00Z',
    ],
    [withPost({ replyTo: 7 }), 'posts[1].replyTo is 7, not an id of digits in quotes'],
    [withPost({ hashtags: [null] }), 'posts[1].hashtags is null, not a text'],
    [
      { ...LEAST, session: { start: 1 } },
      'session.start is 1, not a time such as 2026-06-18T12:00:00Z',
    ],
    [{ ...LEAST, chat: { hashtag: '<b> x' } }, 'chat.hashtag is "<b> x", not a hashtag'],
    [{ ...LEAST, coverage: [{}] }, 'coverage[0].source is missing'],
    [
      withPost({ author: { handle: '\ud800' } }),
      'posts[1].author.handle is "\\ud800", not a handle',
    ],
    [withPost({ author: { handle: '@anna' } }), 'posts[1].author.handle is "@anna", not a handle'],
    [withPost({ deleted: 'true' }), 'posts[1].deleted is "true", neither true nor false'],
    [withPost({ truncated: 1 }), 'posts[1].truncated is 1, neither true nor false'],
    [
      withPost({ counts: { replies: 'many' } }),
      'posts[1].counts.replies is "many", not a whole number',
    ],
    [withPost({ counts: { likes: -1 } }), 'posts[1].counts.likes is -1, not a whole number'],
    [withPost({ counts: 5 }), 'posts[1].counts is 5, not an object'],
    [withPost({ session: 'x' }), 'posts[1].session is "x", not a whole number'],
    [
      withPost({ section: 'end' }),
      'posts[1].section is "end", none of "before", "introductions", "question", "after"',
    ],
    [withPost({ movedBy: 'me' }), 'posts[1].movedBy is "me", none of "hand"'],
    [{ ...LEAST, session: 5 }, 'session is 5, not an object'],
    [{ ...LEAST, skipped: { offTopic: 1.5 } }, 'skipped.offTopic is 1.5, not a whole number'],
  ])('refuses a bad file whole and names the place: %#', (file, error) => {
    expect(parseTranscript(file)).toEqual({ error });
  });

  it('takes a hashtag with its sign too', () => {
    const parsed = parseTranscript({ ...LEAST, chat: { hashtag: '#PolChat' } });
    expect(parsed).toMatchObject({ ok: { chat: { hashtag: 'PolChat' } } });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(parseTranscript(value)).toBeDefined();
        expect(parseTranscript({ ...LEAST, posts: [value], session: value })).toBeDefined();
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});

describe('a transcript read back', () => {
  const posts: Post[] = [
    post({
      id: '100',
      author: 'host',
      createdAt: START,
      text: 'Q1 What stops people coming? #polchat',
    }),
    post({ id: '101', replyTo: '100', conversationId: '100', text: 'A1 Timing #polchat' }),
    post({ id: '102', createdAt: START + 120_000, quoteOf: '100', editedIds: ['99', '102'] }),
    post({ id: '103', createdAt: START + 130_000, author: 'ben', state: 'deleted', text: '' }),
    post({ id: '104', createdAt: START + 140_000, author: 'ben', repostOf: '100' }),
  ];
  const options = { hosts: ['host'], session: { start: START, end: START + 3_600_000 } };

  it('says the same when written again', () => {
    const moves = new Map([['102', { label: '', at: START + 500 }]]);
    const thread = buildThread(posts, { ...options, moves: labelsOf(moves) });
    const written = buildTranscript(thread, posts, { ...META, moves });
    const back = parsed(JSON.parse(JSON.stringify(written)));
    const again = buildThread(back.posts, { ...options, moves: labelsOf(back.moves) });
    expect(buildTranscript(again, back.posts, back)).toEqual(written);
    expect([...back.moves]).toEqual([...moves]);
  });

  it('takes nothing away from what was known when merged', () => {
    const written = buildTranscript(buildThread(posts, options), posts, META);
    const back = parsed(JSON.parse(JSON.stringify(written))).posts;
    expect(back.sort(comparePosts).map(({ id }) => id)).toEqual(posts.map(({ id }) => id));
    posts.forEach((known, index) => {
      const imported = back[index] as Post;
      const merged = mergePosts(known, imported);
      expect(merged).toEqual(mergePosts(imported, known));
      expect(merged.text).toBe(known.text);
      expect(merged.author).toEqual({ ...known.author, avatar: null });
    });
  });
});
