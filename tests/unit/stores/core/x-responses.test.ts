import { describe, expect, it } from 'vitest';
import { type Read, readJson, readResponse } from '@/stores/core/x-responses';
import {
  detail,
  entry,
  globalObjects,
  home,
  idAt,
  type Json,
  LAYOUTS,
  type Layout,
  moduleEntry,
  msOf,
  type PostParts,
  search,
  searchOf,
  tombstone,
  xPost,
  xUser,
  xwebSearch,
} from '../../../fixtures/x/payloads';

const NOW = Date.UTC(2026, 5, 18, 12, 30);
const [Q1, A1, A2, R1] = [idAt(0), idAt(60), idAt(120), idAt(180)] as [
  string,
  string,
  string,
  string,
];

function read(value: unknown, operation = '', request = ''): Read {
  return readResponse({ operation, text: JSON.stringify(value), request }, NOW);
}

function one(layout: Layout, parts: PostParts): Read['posts'][number] {
  const post = xPost(layout, parts);
  const { posts, skipped } = read(layout === 'x-web' ? xwebSearch([post]) : search([entry(post)]));
  expect(skipped.unreadable).toBe(0);
  const found = posts.find(({ id }) => id === parts.id);
  if (!found) throw new Error('not read');
  return found;
}

const ids = (found: Read): string[] => found.posts.map(({ id }) => id);

describe.each(LAYOUTS)('readResponse, layout %s', (layout) => {
  it('reads every field of a reply', () => {
    const text = '@sgtmoss Shift workers &amp; parents: see https://t.co/abcdefghij #PolChat';
    const post = one(layout, {
      id: A1,
      by: { handle: 'AnnaHale', name: 'Anna Hale', following: true },
      text,
      replyTo: Q1,
      range: [9, text.length],
      hashtags: ['PolChat'],
      mentions: ['sgtmoss'],
      urls: [
        {
          url: 'https://t.co/abcdefghij',
          expanded_url: 'https://example.police.uk/meetings?a=1&b=2',
          display_url: 'example.police.uk/meetings…',
        },
      ],
    });
    expect(post).toEqual({
      id: A1,
      author: {
        id: expect.stringMatching(/^\d+$/),
        handle: 'AnnaHale',
        name: 'Anna Hale',
        avatar: 'https://pbs.twimg.com/profile_images/1/AnnaHale_normal.jpg',
        protected: false,
        followed: true,
        hidden: false,
      },
      createdAt: msOf(A1) - (msOf(A1) % 1000),
      text: 'Shift workers & parents: see https://example.police.uk/meetings?a=1&b=2 #PolChat',
      truncated: false,
      replyTo: Q1,
      replyToHandle: 'sgtmoss',
      quoteOf: null,
      repostOf: null,
      conversationId: layout === 'x-web' ? null : Q1,
      hashtags: ['polchat'],
      mentions: [{ handle: 'sgtmoss', id: expect.stringMatching(/^\d+$/) }],
      links: [
        {
          url: 'https://example.police.uk/meetings?a=1&b=2',
          display: 'example.police.uk/meetings…',
        },
      ],
      media: [],
      counts: { replies: 1, reposts: 2, likes: 3, quotes: 4 },
      editedIds: [],
      sensitive: false,
      state: 'present',
      observedAt: NOW,
      source: 'response',
    });
  });

  it('takes the whole text of a long post, and hashtags that only its own entities name', () => {
    const post = one(layout, {
      id: A1,
      text: 'The first 280 signs…',
      note: { text: 'The first 280 signs and all the rest &gt; #other', hashtags: ['PolChat'] },
    });
    expect(post.text).toBe('The first 280 signs and all the rest > #other');
    expect(post.hashtags.sort()).toEqual(['other', 'polchat']);
    expect(post.truncated).toBe(false);
  });

  it('marks a long post cut whose note X left out', () => {
    const post = one(layout, {
      id: A1,
      text: 'The first 280 signs…',
      over: { note_tweet: { is_expandable: true, note_tweet_results: {} } },
    });
    expect(post).toMatchObject({ text: 'The first 280 signs…', truncated: true });
  });

  it('reads a quote and the quoted post, apart and linked', () => {
    const quoted = xPost(layout, { id: Q1, by: 'polchathost', text: 'Q1 Why? #polchat' });
    const quote = xPost(layout, { id: A1, text: 'A1 Because.', quoted });
    const found = read(search([entry(quote)]));
    expect(ids(found).sort()).toEqual([Q1, A1]);
    expect(found.posts.find(({ id }) => id === A1)).toMatchObject({
      text: 'A1 Because.',
      quoteOf: Q1,
    });
    expect(found.posts.find(({ id }) => id === Q1)?.hashtags).toEqual(['polchat']);
  });

  it('gives a repost the words of what it passes on, not the cut "RT @…"', () => {
    const text = 'Q1 A question that goes on for long enough to be cut #polchat';
    const inner = xPost(layout, { id: Q1, by: 'polchathost', text, hashtags: ['polchat'] });
    const repost = xPost(layout, {
      id: R1,
      text: 'RT @polchathost: Q1 A question that…',
      reposted: inner,
    });
    const found = read(search([entry(repost)]));
    expect(found.posts.find(({ id }) => id === R1)).toMatchObject({
      text,
      repostOf: Q1,
      hashtags: ['polchat'],
      truncated: false,
    });
    expect(ids(found).sort()).toEqual([Q1, R1]);
  });

  it.each([
    ['blocked', { blocking: true }, { hidden: true, protected: false }],
    ['protected', { protected: true }, { hidden: false, protected: true }],
  ])('takes a repost of %s words for what they are', (_, state, expected) => {
    const inner = xPost(layout, { id: Q1, by: { handle: 'polchathost', ...state } });
    const found = read(search([entry(xPost(layout, { id: R1, reposted: inner }))]));
    expect(found.posts.find(({ id }) => id === R1)?.author).toMatchObject({
      handle: 'annahale',
      ...expected,
    });
  });

  it('keeps what the account says of protection, blocks and mutes', () => {
    const by = { handle: 'annahale' };
    expect(one(layout, { id: A1, by: { ...by, protected: true } }).author.protected).toBe(true);
    expect(one(layout, { id: A1, by: { ...by, blocking: true } }).author.hidden).toBe(true);
    expect(one(layout, { id: A1, by: { ...by, muting: true } }).author.hidden).toBe(true);
  });

  it('writes out two short links to one address, and takes off the one that only stands for the quote', () => {
    const url = 'https://example.police.uk/a';
    const shown = { expanded_url: url, display_url: 'example.police.uk/a' };
    const post = one(layout, {
      id: A1,
      text: 'https://t.co/aaaaaaaaaa or https://t.co/bbbbbbbbbb https://t.co/quotequote',
      urls: [
        { url: 'https://t.co/aaaaaaaaaa', ...shown },
        { url: 'https://t.co/bbbbbbbbbb', ...shown },
        {
          url: 'https://t.co/quotequote',
          expanded_url: `https://x.com/host/status/${Q1}`,
          display_url: 'x.com/host/status…',
        },
      ],
      quoted: xPost(layout, { id: Q1 }),
    });
    expect(post.text).toBe(`${url} or ${url}`);
    expect(post.links).toEqual([{ url, display: 'example.police.uk/a' }]);
  });

  it('marks sensitive posts', () => {
    expect(one(layout, { id: A1, body: { possibly_sensitive: true } }).sensitive).toBe(true);
  });

  it('takes media with their words, and off the text the link that stands for them', () => {
    const post = one(layout, {
      id: A1,
      text: 'Our stall #polchat https://t.co/mediamedia',
      media: [
        {
          type: 'animated_gif',
          url: 'https://t.co/mediamedia',
          media_url_https: 'https://pbs.twimg.com/media/1.jpg',
          ext_alt_text: 'A stall in the rain',
        },
        { type: 'photo', url: 'https://t.co/mediamedia', media_url_https: 'javascript:alert(1)' },
      ],
    });
    expect(post.text).toBe('Our stall #polchat');
    expect(post.media).toEqual([
      { kind: 'gif', url: 'https://pbs.twimg.com/media/1.jpg', alt: 'A stall in the rain' },
    ]);
  });

  it('makes the newest version of an edited post the post, at the time when it was first said', () => {
    const edited = idAt(1500);
    expect(one(layout, { id: edited, editIds: [edited, A1] })).toMatchObject({
      id: edited,
      editedIds: [A1, edited],
      createdAt: msOf(A1) - (msOf(A1) % 1000),
    });
  });
});

describe('readResponse, the entries', () => {
  const q1 = xPost('C', { id: Q1, by: 'polchathost' });
  const a1 = xPost('C', { id: A1, replyTo: Q1 });
  const a2 = xPost('B', { id: A2, replyTo: Q1 });

  it('reads modules, pinned and replaced entries and what is added to modules', () => {
    const found = read(
      searchOf([
        { type: 'TimelineClearCache' },
        { type: 'TimelineAddEntries' },
        { type: 'TimelinePinEntry', entry: entry(q1) },
        { type: 'TimelineReplaceEntry', entry_id_to_replace: 'x', entry: entry(a1) },
        {
          type: 'TimelineAddToModule',
          moduleEntryId: 'conversationthread-1',
          moduleItems: [
            {
              entryId: `conversationthread-1-tweet-${A2}`,
              item: { itemContent: { tweet_results: { result: a2 } } },
            },
          ],
        },
        { type: 'TimelineAddEntries', entries: [moduleEntry('home-conversation-1', [q1, a2])] },
        { type: 'TimelineSomethingNew', parcels: [{ deep: { tweet: xPost('A', { id: R1 }) } }] },
      ]),
    );
    expect(ids(found).sort()).toEqual([Q1, A1, A2, R1]);
    expect(found.skipped).toEqual({ unreadable: 0, promoted: 0, offTopic: 0 });
  });

  it('reads each post once', () => {
    expect(
      ids(read(home([entry(q1), entry(q1), moduleEntry('home-conversation-1', [q1])]))),
    ).toEqual([Q1]);
  });

  it('looks through the visibility wrapper, whose inner post has no type', () => {
    const { __typename, ...inner } = xPost('C', { id: A1 });
    const found = read(
      search([
        entry({ __typename: 'TweetWithVisibilityResults', tweet: inner, limitedActionResults: {} }),
      ]),
    );
    expect(ids(found)).toEqual([A1]);
  });

  it('warns of what X covers', () => {
    const found = read(
      search([
        entry({
          __typename: 'TweetWithVisibilityResults',
          tweet: xPost('C', { id: A1 }),
          tweetInterstitial: { __typename: 'ContextualTweetInterstitial' },
        }),
      ]),
    );
    expect(found.posts[0]?.sensitive).toBe(true);
  });

  it('leaves ads out and counts them', () => {
    const found = read(
      search([
        entry(q1),
        entry(a1, `promoted-tweet-${A1}-5f`),
        entry(a2, `tweet-${A2}`, { promotedMetadata: { advertiser_results: {} } }),
        moduleEntry('conversationthread-2', []),
      ]),
    );
    expect(ids(found)).toEqual([Q1]);
    expect(found.skipped.promoted).toBe(2);
  });

  it('leaves "discover more" out', () => {
    const found = read(
      detail([
        entry(q1),
        moduleEntry('tweetdetailrelatedtweets-1', [a1]),
        {
          entryId: 'module-1',
          content: {
            items: [
              {
                entryId: `YouMightAlsoLike:${A2}`,
                item: { itemContent: { tweet_results: { result: a2 } } },
              },
            ],
          },
        },
      ]),
    );
    expect(ids(found)).toEqual([Q1]);
    expect(found.skipped.offTopic).toBe(2);
  });

  it('does not take a translation for the post', () => {
    const post = one('C', {
      id: A1,
      text: 'Bore da',
      over: {
        grok_translated_post_with_availability: {
          is_available: true,
          translated_post: { rest_id: A1, full_text: 'Good morning', created_at: 'x' },
        },
      },
    });
    expect(post.text).toBe('Bore da');
  });

  it('reads the old REST form, users apart from posts, ads marked in the entries', () => {
    const found = read(
      globalObjects(
        [
          { id: Q1, by: 'polchathost' },
          { id: A1, replyTo: Q1 },
          { id: A2, by: 'buynow' },
        ],
        A2,
      ),
    );
    expect(ids(found)).toEqual([Q1, A1]);
    expect(found.posts.map(({ author }) => author.handle)).toEqual(['polchathost', 'annahale']);
    expect(found.skipped).toEqual({ unreadable: 0, promoted: 1, offTopic: 0 });
  });

  it('tells what X does not say of an account from what it says is not so', () => {
    const user = { __typename: 'User', rest_id: '5', core: { screen_name: 'annahale' } };
    const as = (parts: Json) => {
      const core = { user_results: { result: { ...user, ...parts } } };
      const [found] = read(search([entry(xPost('C', { id: A1, over: { core } }))])).posts;
      return [found?.author.protected, found?.author.hidden, found?.accountAt];
    };
    const open = { privacy: { protected: false }, relationship_perspectives: {} };
    expect(as(open)).toEqual([false, false, undefined]);
    expect(as({ legacy: {} })).toEqual([false, false, undefined]);
    expect(as({})).toEqual([false, false, 0]);
    expect(as({ privacy: { protected: false } })).toEqual([false, false, 0]);
    expect(as({ relationship_perspectives: { muting: false } })).toEqual([false, false, 0]);
    expect(as({ privacy: { protected: true } })).toEqual([true, false, undefined]);
    expect(as({ relationship_perspectives: { muting: true } })).toEqual([false, true, undefined]);
  });

  it('takes whoever the response names elsewhere for the author, where that tells more', () => {
    const answer = globalObjects([{ id: A1, by: { handle: 'annahale', protected: true } }]);
    const { tweets, users } = answer.globalObjects as Record<string, Record<string, Json>>;
    const bare = {
      data: { tweet: tweets?.[A1], mention: { screen_name: 'annahale', id_str: '' } },
    };
    const [, user] = Object.entries(users ?? {})[0] ?? [];
    bare.data.mention.id_str = String(user?.id_str);
    expect(read(bare).posts).toMatchObject([{ author: { protected: false }, accountAt: 0 }]);
    const both = { ...bare, more: { user } };
    expect(read(both).posts).toMatchObject([{ author: { protected: true } }]);
    expect(read(both).posts[0]).not.toHaveProperty('accountAt');
  });

  it('knows in the old REST form too whom the person blocks', () => {
    const blocked = globalObjects([{ id: A1, by: { handle: 'annahale', blocking: true } }]);
    expect(read(blocked).posts).toMatchObject([{ author: { hidden: true } }]);
  });

  it('gives a repost its words in the old REST form, where it may stand first', () => {
    const answer = globalObjects([
      { id: R1, text: 'RT @polchathost: Q1 A question…' },
      { id: Q1, by: 'polchathost', text: 'Q1 A question in full #polchat' },
    ]);
    const { tweets } = answer.globalObjects as { tweets: Record<string, Json> };
    Object.assign(tweets[R1] ?? {}, { retweeted_status_id_str: Q1 });
    expect(read(answer).posts).toMatchObject([
      { id: R1, text: 'Q1 A question in full #polchat', truncated: false, repostOf: Q1 },
      { id: Q1 },
    ]);
  });

  it('reads posts of the oldest API: text, user inside', () => {
    const found = read([
      {
        id: 1,
        id_str: Q1,
        text: 'Q1 Why? #polchat',
        created_at: 'Thu Jun 18 12:00:00 +0000 2026',
        user: { id_str: '5', screen_name: 'polchathost', name: 'Host' },
        in_reply_to_status_id_str: null,
      },
    ]);
    expect(found.posts[0]).toMatchObject({
      id: Q1,
      text: 'Q1 Why? #polchat',
      author: { handle: 'polchathost' },
    });
  });
});

describe('readResponse, what is not there', () => {
  it.each([
    ['This Post was deleted by the Post author. Learn more', 'deleted'],
    ['This Tweet was deleted by the Tweet author. Learn more', 'deleted'],
    ['Dieser Post wurde vom Post-Verfasser gelöscht. Mehr erfahren', 'deleted'],
    ['This Post is from a suspended account. Learn more', 'unavailable'],
    ['This Post is from an account that no longer exists. Learn more', 'unavailable'],
    ['This Post is from an account that was deleted.', 'unavailable'],
    [
      "You're unable to view this Post because this account owner limits who can view their Posts.",
      'unavailable',
    ],
    ['This Post violated the X Rules. Learn more', 'unavailable'],
    ['何か', 'unavailable'],
  ])('tells tombstones apart: %s', (words, state) => {
    const { deleted, unavailable } = read(detail([entry(tombstone(words), `tweet-${Q1}`)]));
    expect({ deleted, unavailable }).toEqual({
      deleted: state === 'deleted' ? [Q1] : [],
      unavailable: state === 'deleted' ? [] : [Q1],
    });
  });

  it('names the tombstone by the entry nearest to it, and a quoted one by the quote', () => {
    const gone = tombstone('This Post is unavailable.');
    const quote = xPost('C', { id: A1, quoted: gone, quotedId: Q1 });
    const found = read(
      detail([entry(quote), moduleEntry('conversationthread-9', [{ ...gone, rest_id: A2 }])]),
    );
    expect(found.unavailable.sort()).toEqual([Q1, A2]);
    expect(found.posts[0]?.quoteOf).toBe(Q1);
  });

  it('counts unavailable posts and unreadable previews as not shown', () => {
    const found = read(
      detail([
        entry({ __typename: 'TweetUnavailable', reason: 'Protected' }, `tweet-${Q1}`),
        entry({ __typename: 'TweetPreviewDisplay', tweet: { rest_id: A1 } }, `tweet-${A1}`),
      ]),
    );
    expect(found.unavailable).toEqual([Q1, A1]);
    expect(found.skipped.unreadable).toBe(0);
  });

  it('takes a preview that can be read as a part of the text', () => {
    const found = read(
      detail([
        entry(
          {
            __typename: 'TweetPreviewDisplay',
            tweet: xPost('C', { id: A1, text: 'For subscribers' }),
          },
          `tweet-${A1}`,
        ),
      ]),
    );
    expect(found.posts[0]).toMatchObject({ text: 'For subscribers', truncated: true });
  });

  it('keeps the quote where X sends only a stub of what is quoted', () => {
    const post = one('C', {
      id: A1,
      over: { quotedRefResult: { result: { __typename: 'Tweet', rest_id: Q1 } } },
    });
    expect(post.quoteOf).toBe(Q1);
  });

  it('reads results that are missing or empty as nothing', () => {
    const found = read(search([entry({}, 'tweet-1'), { entryId: 'tweet-2', content: {} }]));
    expect(found).toMatchObject({ posts: [], deleted: [], unavailable: [] });
    expect(found.skipped.unreadable).toBe(0);
  });
});

describe('readResponse, own posts', () => {
  const created = (key: string, post: Json): Json => ({
    data: { [key]: { tweet_results: { result: post } } },
  });

  it('reads CreateTweet and CreateNoteTweet, which have no type', () => {
    const { __typename, ...post } = xPost('C', { id: A1, by: 'annahale' });
    for (const [operation, key] of [
      ['CreateTweet', 'create_tweet'],
      ['CreateNoteTweet', 'notetweet_create'],
    ] as const) {
      const found = read(created(key, post), operation);
      expect(ids(found)).toEqual([A1]);
    }
  });

  it('finds the id that DeleteTweet deleted in the request, body or query', () => {
    const done = { data: { delete_tweet: { tweet_results: {} } } };
    const variables = { tweet_id: A1, dark_request: false };
    const body = JSON.stringify({ variables, queryId: 'x' });
    const query = `https://x.com/i/api/graphql/x/DeleteTweet?variables=${encodeURIComponent(JSON.stringify(variables))}&features=%7B%7D`;
    expect(read(done, 'DeleteTweet', body).deleted).toEqual([A1]);
    expect(read(done, 'DeleteTweet', query).deleted).toEqual([A1]);
    expect(read({ delete_tweet: {} }, 'DeleteTweet', body).deleted).toEqual([A1]);
  });

  it('believes no deletion that failed or that names nothing', () => {
    const failed = { errors: [{ message: 'No status found' }], data: {} };
    expect(
      read(failed, 'DeleteTweet', JSON.stringify({ variables: { tweet_id: A1 } })).deleted,
    ).toEqual([]);
    expect(read({ data: { delete_tweet: {} } }, 'DeleteTweet', '{"vari').deleted).toEqual([]);
    expect(read({ data: { delete_tweet: {} } }, 'DeleteTweet', '').deleted).toEqual([]);
  });
});

describe('readResponse, authors', () => {
  const nameless = (over: Json): Json => ({ ...xPost('C', { id: A1 }), ...over });

  it('falls back from name to handle, and from the user object to the id beside it', () => {
    const user = { __typename: 'User', core: { screen_name: 'annahale' } };
    const post = nameless({ core: { user_results: { result: user } } });
    expect(read(search([entry(post)])).posts[0]?.author).toMatchObject({
      id: '1',
      handle: 'annahale',
      name: 'annahale',
      avatar: null,
    });
  });

  it.each([
    ['a mention', xPost('C', { id: A2, mentions: ['annahale'] })],
    ['another post of theirs', xPost('C', { id: A2, by: 'annahale' })],
  ])('finds a missing author in %s of the same response', (_, other) => {
    const user = xUser('C', { handle: 'annahale' });
    const post = nameless({ core: { user_results: { result: { rest_id: user.rest_id } } } });
    const found = read(search([entry(post), entry(other)]));
    expect(found.posts.find(({ id }) => id === A1)?.author.handle).toBe('annahale');
    expect(found.skipped.unreadable).toBe(0);
  });

  it('finds a missing author in the reply field and in the permalink of a quote', () => {
    const lost = nameless({
      core: {},
      legacy: { ...(xPost('C', { id: A1 }).legacy as Json), user_id_str: '77' },
    });
    const reply = xPost('C', {
      id: A2,
      replyTo: A1,
      replyToHandle: 'pcbell',
      body: { in_reply_to_user_id_str: '77' },
    });
    expect(
      read(search([entry(lost), entry(reply)])).posts.map(({ author }) => author.handle),
    ).toContain('pcbell');
    const link = {
      quoted_status_permalink: {
        url: 'https://t.co/x',
        expanded: `https://x.com/pcbell/status/${A1}`,
      },
    };
    const quote = xPost('C', { id: A2, quoted: lost, body: link });
    expect(read(search([entry(quote)])).posts.find(({ id }) => id === A1)?.author.handle).toBe(
      'pcbell',
    );
  });

  it('counts a post whose author nothing names', () => {
    const found = read(search([entry(nameless({ core: {} })), entry(xPost('C', { id: A2 }))]));
    expect(ids(found)).toEqual([A2]);
    expect(found.skipped.unreadable).toBe(1);
  });
});

describe('readResponse, bad input', () => {
  it.each(['not JSON', '{"data": {"half', '<html>'])('counts text that is no JSON: %s', (text) => {
    expect(readResponse({ operation: 'SearchTimeline', text, request: '' }, NOW)).toEqual({
      posts: [],
      deleted: [],
      unavailable: [],
      skipped: { unreadable: 1, promoted: 0, offTopic: 0 },
    });
  });

  it('takes no text for nothing to read: the tap sends none of what does not concern the chat', () => {
    expect(
      readResponse({ operation: 'HomeTimeline', text: '', request: '' }, NOW).skipped.unreadable,
    ).toBe(0);
  });

  it.each(['null', '1', '"data"', '[]', '{"data":null}', '{"errors":[{}],"data":{}}'])(
    'reads %s as no posts',
    (text) => {
      const found = readResponse({ operation: '', text, request: '' }, NOW);
      expect(found.posts).toEqual([]);
      expect(found.skipped.unreadable).toBe(0);
    },
  );

  it('counts a post object without text as unreadable and reads what it carries', () => {
    const broken = { ...xPost('C', { id: A1, quoted: xPost('C', { id: Q1 }) }), legacy: [] };
    const found = read(search([entry(broken)]));
    expect(ids(found)).toEqual([Q1]);
    expect(found.skipped.unreadable).toBe(1);
  });

  it('reads a text that stands elsewhere than before, and does not count the post as lost', () => {
    const { legacy, ...post } = xPost('C', { id: A1, text: 'A1 Moved' }) as { legacy: Json };
    const { user_results } = (post as Json).core as { user_results: { result: Json } };
    const body = { ...legacy, user_id_str: user_results.result.rest_id };
    const { full_text, ...renamed }: Json = { ...body, text: legacy.full_text };
    for (const moved of [
      { ...post, legacy: null, ...body },
      { ...post, legacy: renamed },
      { ...post, content_of_2027: body },
    ]) {
      const found = read(search([entry(moved)]));
      expect(found.posts).toMatchObject([
        { id: A1, text: 'A1 Moved', author: { handle: 'annahale' } },
      ]);
      expect(found.skipped.unreadable).toBe(0);
    }
  });

  it('survives objects that contain themselves', () => {
    const a = xPost('C', { id: A1 });
    const b = xPost('C', { id: A2, quoted: a });
    a.quoted_status_result = { result: b };
    const found = readJson({ data: { loop: [a, b], self: a } }, NOW);
    expect(ids(found).sort()).toEqual([A1, A2]);
    expect(found.posts.find(({ id }) => id === A1)?.quoteOf).toBe(A2);
  });

  it('does not fall over nesting of any depth', () => {
    const text = `{"data":${'['.repeat(100_000)}${']'.repeat(100_000)},"search":${JSON.stringify(search([entry(xPost('C', { id: A1 }))]))}}`;
    expect(ids(readResponse({ operation: '', text, request: '' }, NOW))).toEqual([A1]);
  });
});
