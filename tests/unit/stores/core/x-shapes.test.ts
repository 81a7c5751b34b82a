import { describe, expect, it } from 'vitest';
import { readJson } from '@/stores/core/x-responses';
import {
  detail,
  entry,
  globalObjects,
  idAt,
  type Json,
  msOf,
  search,
  tombstone,
  xPost,
  xTime,
  xUser,
} from '../../../fixtures/x/payloads';

/** Shapes of X that were told of or recorded elsewhere, and that no recording of ours holds. Everything said is invented. */
const [Q1, A1, A2, R1] = [idAt(60), idAt(120), idAt(180), idAt(240)];
const NOW = 1_781_800_000_000;

function read(value: unknown) {
  return readJson(value, NOW);
}

const ids = (value: unknown) =>
  read(value)
    .posts.map(({ id }) => id)
    .sort();

const add = (...entries: Json[]): Json[] => [{ type: 'TimelineAddEntries', entries }];
const answer = xPost('C', { id: A1, text: 'A1 Buses stop at six #polchat', replyTo: Q1 });
const question = xPost('C', { id: Q1, text: 'Q1 What stops people coming? #polchat' });

describe('every place where X keeps a timeline', () => {
  const instructions = add(entry(question), entry(answer));
  it.each<[string, Json]>([
    ['search', { search_by_raw_query: { search_timeline: { timeline: { instructions } } } }],
    ['search, x-web', { search_by_raw_query: { timeline: { timeline: { instructions } } } }],
    ['home', { home: { home_timeline_urt: { instructions } } }],
    ['a post', { threaded_conversation_with_injections_v2: { instructions } }],
    [
      'hidden replies',
      { tweet: { result: { timeline_response: { timeline: { instructions } } } } },
    ],
    ['a person', { user: { result: { timeline: { timeline: { instructions } } } } }],
    ['a person, before', { user: { result: { timeline_v2: { timeline: { instructions } } } } }],
    ['a list', { list: { tweets_timeline: { timeline: { instructions } } } }],
    ['bookmarks', { bookmark_timeline_v2: { timeline: { instructions } } }],
    [
      'bookmarks found',
      { search_by_raw_query: { bookmarks_search_timeline: { timeline: { instructions } } } },
    ],
    [
      'a community',
      {
        communityResults: {
          result: { ranked_community_timeline: { timeline: { instructions } } },
        },
      },
    ],
    ['likes', { user: { result: { timeline_v2: { timeline: { instructions } } } } }],
  ])('reads %s', (_, data) => {
    const found = read({ data });
    expect(found.posts.map(({ id }) => id)).toEqual([Q1, A1]);
    expect(found.posts[1]).toMatchObject({ replyTo: Q1, hashtags: ['polchat'] });
    expect(found.skipped).toEqual({ unreadable: 0, promoted: 0, offTopic: 0 });
  });

  it.each<[string, Json]>([
    ['TweetResultByRestId', { tweetResult: { result: answer } }],
    ['TweetResultsByRestIds', { tweetResult: [{ result: answer }] }],
    ['a single post, x-web', { tweet_result_by_rest_id: { result: answer } }],
    ['CreateRetweet', { create_retweet: { retweet_results: { result: answer } } }],
    ['what stands in an account', { user_results: { result: { timeline: add(entry(answer)) } } }],
    [
      'what stands in one’s own account',
      { viewer: { user_results: { result: { timeline: add(entry(answer)) } } } },
    ],
  ])('reads %s', (_, data) => {
    expect(ids({ data })).toEqual([A1]);
  });

  it('reads notifications, as a timeline of what they point at', () => {
    const notification = {
      itemType: 'TimelineNotification',
      id: 'AAAAAQ',
      notification_icon: 'reply_icon',
      rich_message: { text: 'Anna Hale replied to your post', entities: [] },
      template: {
        __typename: 'TimelineNotificationAggregateUserActions',
        target_objects: [
          { __typename: 'TimelineNotificationTweetRef', tweet_results: { result: answer } },
        ],
        from_users: [{ user_results: { result: xUser('C', { handle: 'annahale' }) } }],
      },
      timestamp_ms: '2026-06-18T12:02:00.000Z',
    };
    const item = { entryId: 'notification-AAAAAQ', content: { itemContent: notification } };
    const timeline = { timeline: { instructions: add(item) } };
    const data = { viewer_v2: { user_results: { result: { notification_timeline: timeline } } } };
    const found = read({ data });
    expect(found.posts.map(({ id }) => id)).toEqual([A1]);
    expect(found.skipped.unreadable).toBe(0);
  });

  it('reads notifications of the old form, whose own words are no posts', () => {
    const found = read({
      globalObjects: {
        users: {
          7: { id: 7, id_str: '7', screen_name: 'annahale', name: 'Anna Hale', protected: false },
        },
        tweets: {
          [A1]: {
            id_str: A1,
            user_id_str: '7',
            full_text: 'A1 Buses #polchat',
            created_at: xTime(msOf(A1)),
            conversation_id_str: Q1,
            in_reply_to_status_id_str: Q1,
            entities: { hashtags: [{ text: 'polchat' }] },
          },
        },
        notifications: {
          N1: { id: 'N1', timestampMs: '1', message: { text: 'Anna Hale replied', entities: [] } },
        },
      },
      timeline: { id: 'All', instructions: [{ addEntries: { entries: [] } }] },
    });
    expect(found.posts).toMatchObject([
      { id: A1, author: { handle: 'annahale' }, replyTo: Q1, hashtags: ['polchat'] },
    ]);
    expect(found.skipped.unreadable).toBe(0);
  });
});

describe('posts of other shapes', () => {
  const author = { user_results: { result: xUser('C', { handle: 'annahale', id: '7' }) } };

  it('reads a post whose `legacy` is null and whose fields stand beside it', () => {
    const found = read({
      data: {
        tweetResult: {
          result: {
            __typename: 'Tweet',
            rest_id: A1,
            legacy: null,
            core: author,
            full_text: 'A1 Buses stop at six #polchat',
            created_at: xTime(msOf(A1)),
            conversation_id_str: Q1,
            in_reply_to_status_id_str: Q1,
            entities: { hashtags: [{ text: 'polchat' }] },
            quoted_status_id_str: R1,
          },
        },
      },
    });
    expect(found.posts).toMatchObject([
      { id: A1, author: { handle: 'annahale' }, replyTo: Q1, conversationId: Q1, quoteOf: R1 },
    ]);
  });

  it('reads users whose `legacy` is null and whose names stand beside it', () => {
    const user = {
      __typename: 'User',
      rest_id: '7',
      legacy: null,
      screen_name: 'annahale',
      name: 'A',
    };
    const post = xPost('C', { id: A1, over: { core: { user_results: { result: user } } } });
    expect(read({ data: { tweetResult: { result: post } } }).posts[0]?.author).toMatchObject({
      id: '7',
      handle: 'annahale',
      name: 'A',
    });
  });

  it.each([
    'quotedPostResults',
    'quoted_tweet_results',
    'quoted_status_result',
    'quoted_post_results',
  ])('reads a quote under %s', (key) => {
    const post = xPost('x-web', {
      id: A1,
      over: { [key]: { result: xPost('x-web', { id: Q1 }) } },
    });
    const { posts } = read({ data: { tweet_result_by_rest_id: { result: post } } });
    expect(posts.map(({ id, quoteOf }) => [id, quoteOf]).sort()).toEqual(
      [
        [Q1, null],
        [A1, Q1],
      ].sort(),
    );
  });

  it.each([
    'repostedStatusResults',
    'retweeted_status_results',
    'retweeted_status_result',
    'reposted_status_results',
  ])('reads a repost under %s, in the post or in its `legacy`', (key) => {
    const inner = xPost('x-web', { id: Q1, text: 'Q1 Why? #polchat' });
    for (const over of [{ [key]: { result: inner } }, { legacy: { [key]: { result: inner } } }]) {
      const post = xPost('x-web', { id: A1, text: 'RT @sgtmoss: Q1 Wh…', over });
      const { posts } = read({ data: { tweet_result_by_rest_id: { result: post } } });
      expect(posts.find(({ id }) => id === A1)).toMatchObject({
        repostOf: Q1,
        text: 'Q1 Why? #polchat',
      });
      expect(posts).toHaveLength(2);
    }
  });

  it('reads quotes of quotes, each once', () => {
    const third = xPost('C', { id: Q1 });
    const second = xPost('C', { id: A1, quoted: third, quotedId: Q1 });
    const first = xPost('C', { id: A2, quoted: second, quotedId: A1 });
    const { posts } = read({ data: { tweetResult: { result: first } } });
    expect(posts.map(({ id, quoteOf }) => [id, quoteOf])).toEqual(
      expect.arrayContaining([
        [Q1, null],
        [A1, Q1],
        [A2, A1],
      ]),
    );
    expect(posts).toHaveLength(3);
  });

  it('reads the versions of a post that was edited since, by its `edit_control_initial`', () => {
    const control = {
      initial_tweet_id: A1,
      edit_control_initial: { edit_tweet_ids: [A1, A2], edits_remaining: '4' },
    };
    const post = xPost('C', { id: A2, over: { edit_control: control } });
    expect(read({ data: { tweetResult: { result: post } } }).posts[0]).toMatchObject({
      id: A2,
      editedIds: [A1, A2],
    });
  });

  it('reads posts with limited actions, polls, articles and notes of readers as what their author wrote', () => {
    const text = 'A1 Ask them where #polchat';
    const poll = {
      rest_id: 'card://1',
      legacy: {
        name: 'poll2choice_text_only',
        binding_values: [
          { key: 'choice1_label', value: { string_value: 'The hall', type: 'STRING' } },
          { key: 'choice2_label', value: { string_value: 'The school', type: 'STRING' } },
        ],
      },
    };
    const article = {
      article_results: {
        result: { rest_id: '9', id: 'QQ==', title: 'Halls', preview_text: 'Where people meet' },
      },
    };
    const birdwatch_pivot = {
      note: { rest_id: '99' },
      subtitle: { text: 'Readers added context', entities: [] },
    };
    const post = xPost('C', { id: A1, text, over: { card: poll, article, birdwatch_pivot } });
    const wrapped = {
      __typename: 'TweetWithVisibilityResults',
      limitedActionResults: { limited_actions: [{ action: 'Reply' }] },
      tweet: post,
    };
    const found = read({ data: { tweetResult: { result: wrapped } } });
    expect(found.posts.map((one) => one.text)).toEqual([text]);
    expect(found).toMatchObject({ deleted: [], unavailable: [], skipped: { unreadable: 0 } });
  });

  it('reads the post of a community, and not what the community says of itself', () => {
    const community = {
      __typename: 'Community',
      id_str: '55',
      name: 'Police comms',
      description: 'All about #polchat',
      created_at: NOW,
      creator_results: { result: xUser('C', { handle: 'sgtmoss' }) },
    };
    const post = xPost('C', { id: A1, over: { community_results: { result: community } } });
    expect(ids({ data: { tweetResult: { result: post } } })).toEqual([A1]);
  });
});

describe('answers that name a post without saying it', () => {
  const result = { rest_id: A1, legacy: { full_text: 'RT @annahale: A1 Buses #polchat' } };
  it.each<[string, Json]>([
    ['a repost', { create_retweet: { retweet_results: { result } } }],
    ['a repost taken back', { unretweet: { source_tweet_results: { result } } }],
    ['a planned post', { tweet: { rest_id: A1 } }],
  ])('takes %s for no post that is lost', (_, data) => {
    expect(read({ data })).toMatchObject({ posts: [], skipped: { unreadable: 0 } });
  });
});

describe('what an entry calls a post', () => {
  const gone = tombstone('This Post was deleted by the Post author. Learn more');

  it('does not take the number of a module for the post that is gone from it', () => {
    const items = [{ item: { itemContent: { tweet_results: { result: gone } } } }];
    const module = { entryId: `conversationthread-${A1}`, content: { items } };
    expect(read(detail([module]))).toMatchObject({ deleted: [], unavailable: [] });
  });

  it('does not take what a post that cannot be read quotes for the post', () => {
    const post = { ...xPost('C', { id: A1, quoted: gone, quotedId: Q1 }), legacy: { words: '…' } };
    expect(read(search([entry(post)]))).toMatchObject({ deleted: [], skipped: { unreadable: 1 } });
  });

  it('leaves out the old REST form’s ads that only their entry’s id tells', () => {
    const found = globalObjects([{ id: A1 }, { id: A2 }]);
    const content = { item: { content: { tweet: { id: A2, displayType: 'Tweet' } } } };
    const entries = [{ entryId: `promotedTweet-${A2}-5f`, content }];
    expect(ids({ ...found, timeline: { instructions: [{ addEntries: { entries } }] } })).toEqual([
      A1,
    ]);
  });

  it('reads what a tombstone says in rich text beside an empty one', () => {
    const richText = {
      rtl: false,
      text: 'This Post was deleted by the Post author.',
      entities: [],
    };
    const itemContent = {
      itemType: 'TimelineTombstone',
      tombstoneDisplayType: 'Inline',
      tombstoneInfo: { text: '', richText },
    };
    const items = [{ entryId: `conversationthread-1-tweet-${A2}`, item: { itemContent } }];
    const found = read(detail([{ entryId: 'conversationthread-1', content: { items } }]));
    expect(found).toMatchObject({ deleted: [A2], unavailable: [] });
  });
});

describe('what a post says of itself and its author', () => {
  it.each([
    ['core.user_result', { user_result: { result: xUser('C', { handle: 'annahale' }) } }],
    ['core.user', { user: xUser('A', { handle: 'annahale' }) }],
    [
      'legacy, beside an empty core',
      {
        user_results: {
          result: { ...xUser('A', { handle: 'annahale' }), core: { screen_name: '' } },
        },
      },
    ],
  ])('finds the author in %s', (_, core) => {
    const { posts } = read(search([entry(xPost('C', { id: A1, over: { core } }))]));
    expect(posts).toMatchObject([{ author: { handle: 'annahale' } }]);
  });

  it('believes the one of two copies that tells of a lock', () => {
    const by = { handle: 'annahale', id: '5' };
    const thin = { user_results: { result: { rest_id: '5', core: { screen_name: 'annahale' } } } };
    const untold = xPost('C', { id: Q1, over: { core: thin } });
    const told = xPost('C', { id: Q1, by: { ...by, protected: true } });
    for (const [quoted, own] of [
      [untold, told],
      [told, untold],
    ] as Json[][]) {
      const quote = xPost('C', { id: A1, by: 'pcbell', quoted, quotedId: Q1 });
      const { posts } = read(search([entry(quote), entry(own as Json)]));
      expect(posts.find(({ id }) => id === Q1)?.author.protected).toBe(true);
    }
  });

  it('warns of media that X covers, by its wrapper or by the media', () => {
    const photo = { type: 'photo', media_url_https: 'https://pbs.twimg.com/media/1.jpg' };
    const labelled = { ...photo, sensitive_media_warning: { graphic_violence: true } };
    const wrapper = {
      __typename: 'TweetWithVisibilityResults',
      tweet: xPost('C', { id: A1, media: [photo] }),
      mediaVisibilityResults: { blurred_image_interstitial: { opacity: 0.8 } },
    };
    const found = read(search([entry(wrapper), entry(xPost('C', { id: A2, media: [labelled] }))]));
    expect(found.posts.map(({ sensitive }) => sensitive)).toEqual([true, true]);
    expect(found.unavailable).toEqual([]);
  });

  it('reads a quoted post of no more than id and body, by whoever the response names', () => {
    const { legacy } = question as { legacy: Json };
    const quoted = { rest_id: Q1, legacy: { ...legacy, user_id_str: '77' } };
    const quote = xPost('C', { id: A1, by: { handle: 'pcbell', id: '77' }, quoted });
    expect(ids(search([entry(quote)]))).toEqual([Q1, A1]);
  });

  it.each(['', 'now', '2026-06-18T12:02:00.000Z', 'Thu Jun aa 12:02:00 +0000 2026'])(
    'takes the time from the id where X writes it as "%s"',
    (at) => {
      const [found] = read(search([entry(xPost('C', { id: A1, at }))])).posts;
      expect(found?.createdAt).toBe(msOf(A1));
    },
  );

  it('believes no time that is beyond all calendars', () => {
    const body = { created_at_ms: Number.MAX_SAFE_INTEGER };
    const [found] = read(search([entry(xPost('x-web', { id: A1, body }))])).posts;
    expect(found?.createdAt).toBe(msOf(A1));
  });
});
