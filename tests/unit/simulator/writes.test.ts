import { describe, expect, it } from 'vitest';
import { stage } from './simulated-answers';

describe('CreateTweet', () => {
  it('answers with the post, without __typename, and the post is in the timelines', () => {
    const { ask, received, store } = stage(40);
    const answer = ask('CreateTweet', { tweet_text: 'Hello #polchat' });
    const { result } = answer.data.create_tweet.tweet_results;
    expect('__typename' in result).toBe(false);
    expect(result.legacy.full_text).toBe('Hello #polchat');
    expect(received.posts).toEqual([
      expect.objectContaining({
        id: result.rest_id,
        text: 'Hello #polchat',
        replyTo: null,
        quoteOf: null,
      }),
    ]);
    expect(store.get(result.rest_id).author.handle).toBe('AlexRoweNPT');
    expect(
      JSON.stringify(ask('SearchTimeline', { rawQuery: '#polchat', product: 'Latest' })),
    ).toContain(result.rest_id);
  });

  it('keeps what is answered and what is quoted', () => {
    const { ask, received, store } = stage(40);
    const q1 = store.get('q1').id;
    ask('CreateTweet', {
      tweet_text: 'a',
      reply: { in_reply_to_tweet_id: q1, exclude_reply_user_ids: [] },
    });
    ask('CreateTweet', {
      tweet_text: 'b',
      attachment_url: `https://x.com/WexdalePolice/status/${q1}`,
    });
    expect(received.posts.map((post) => [post.replyTo, post.quoteOf])).toEqual([
      [q1, null],
      [null, q1],
    ]);
  });

  it('refuses an empty post and one over 280, which CreateNoteTweet takes', () => {
    const { ask, received } = stage(40);
    const long = 'ab '.repeat(120);
    expect(ask('CreateTweet', { tweet_text: ' ' })).toMatchObject({ errors: [{ code: 170 }] });
    expect(ask('CreateTweet', { tweet_text: long })).toMatchObject({ errors: [{ code: 186 }] });
    const answer = ask('CreateNoteTweet', { tweet_text: long });
    expect(
      answer.data.notetweet_create.tweet_results.result.note_tweet.note_tweet_results.result.text,
    ).toBe(long);
    expect(received.posts.map((post) => post.operation)).toEqual(['CreateNoteTweet']);
  });

  it('edits under a new id', () => {
    const { ask, store } = stage(40);
    const first = ask('CreateTweet', { tweet_text: 'Frist' }).data.create_tweet.tweet_results.result
      .rest_id;
    const answer = ask('CreateTweet', {
      tweet_text: 'First',
      edit_options: { previous_tweet_id: first },
    });
    const { result } = answer.data.create_tweet.tweet_results;
    expect(store.get(result.rest_id).versions).toEqual([first, result.rest_id]);
  });
});

describe('other writes', () => {
  it('DeleteTweet answers with nothing: the id is in the request only', () => {
    const { ask, store } = stage(40);
    const id = ask('CreateTweet', { tweet_text: 'Oops' }).data.create_tweet.tweet_results.result
      .rest_id;
    expect(ask('DeleteTweet', { tweet_id: id })).toEqual({
      data: { delete_tweet: { tweet_results: {} } },
    });
    expect(store.get(id).state).toBe('deleted');
  });

  it('likes, reposts and bookmarks count and are written down', () => {
    const { ask, store, received, director } = stage(40);
    const { id } = store.get('q1');
    const likes = () => store.counts(store.get('q1'), director.now()).likes;
    const before = likes();
    ask('FavoriteTweet', { tweet_id: id });
    expect(likes()).toBe(before + 1);
    ask('UnfavoriteTweet', { tweet_id: id });
    expect(likes()).toBe(before);
    ask('CreateRetweet', { tweet_id: id });
    ask('CreateBookmark', { tweet_id: id });
    expect(received.writes.map((one) => one.operation)).toEqual([
      'FavoriteTweet',
      'UnfavoriteTweet',
      'CreateRetweet',
      'CreateBookmark',
    ]);
    const text = JSON.stringify(ask('TweetDetail', { focalTweetId: id }));
    expect(text).toMatch(/"bookmarked":true.*"retweeted":true/);
  });
});
