import { describe, expect, it } from 'vitest';
import { type Loose, stage } from './simulated-answers';

const entriesOf = (answer: Loose): Loose[] =>
  (
    answer.data.search_by_raw_query?.search_timeline.timeline ??
    answer.data.threaded_conversation_with_injections_v2
  ).instructions.flatMap((one: Loose) => one.entries ?? []);

/** The result of a post as a search answer gives it. */
function resultOf(key: string, layout: 'A' | 'B' | 'C' = 'C'): Loose {
  const { ask, store } = stage(58, { layout });
  const answer = ask('TweetDetail', { focalTweetId: store.get(key).id });
  const entry = entriesOf(answer).find((one) => one.entryId === `tweet-${store.get(key).id}`);
  return entry?.content.itemContent.tweet_results.result;
}

const authorOf = (result: Loose): Loose => result.core.user_results.result;

describe('the author of a post', () => {
  it('has its names in legacy in layout A', () => {
    const user = authorOf(resultOf('a1a', 'A'));
    expect(user.legacy).toMatchObject({
      screen_name: 'PCTomAshby',
      name: 'PC Tom Ashby',
      following: true,
    });
    expect(user.core).toBeUndefined();
  });

  it('has its names in core and the rest in legacy in layout B', () => {
    const user = authorOf(resultOf('a1a', 'B'));
    expect(user.core).toMatchObject({ screen_name: 'PCTomAshby', name: 'PC Tom Ashby' });
    expect(user.legacy.screen_name).toBeUndefined();
    expect(user.legacy.followers_count).toBeGreaterThan(0);
  });

  it('has no legacy in layout C', () => {
    const user = authorOf(resultOf('a1a', 'C'));
    expect('legacy' in user).toBe(false);
    expect(user.core.screen_name).toBe('PCTomAshby');
    expect(user.avatar.image_url).toMatch(/^https:\/\/pbs\.twimg\.com\//);
    expect(user.relationship_perspectives).toMatchObject({
      following: true,
      blocking: false,
      muting: false,
    });
    expect(user.relationship_counts.followers).toBeGreaterThan(0);
  });

  it('says which tick it has', () => {
    expect(authorOf(resultOf('q1')).verification.verified_type).toBe('Government');
    expect(authorOf(resultOf('q1')).profile_image_shape).toBe('Square');
  });
});

describe('a post', () => {
  it('has the time in X’s form and its own legacy in every layout', () => {
    for (const layout of ['A', 'B', 'C'] as const)
      expect(resultOf('q1', layout).legacy.created_at).toBe('Thu Nov 26 13:05:02 +0000 2026');
  });

  it('leaves out empty entity lists in B and C, sends them in A', () => {
    expect(resultOf('bye6', 'C').legacy.entities).toEqual({ hashtags: [expect.anything()] });
    expect(resultOf('bye6', 'A').legacy.entities).toMatchObject({ urls: [], user_mentions: [] });
    const untagged = resultOf('a4fr', 'C').legacy.entities;
    expect('hashtags' in untagged).toBe(false);
  });

  it('starts a reply with the mention of who is answered, outside the visible range', () => {
    const { legacy } = resultOf('a1cr');
    expect(legacy.full_text).toMatch(/^@InspJoMarsh @WexdalePolice That first minute/);
    const [from] = legacy.display_text_range;
    expect([...legacy.full_text].slice(from).join('')).toMatch(/^That first minute/);
    expect(legacy.in_reply_to_screen_name).toBe('InspJoMarsh');
    expect(legacy.in_reply_to_status_id_str).toMatch(/^\d{19}$/);
  });

  it('carries a long post’s whole text in note_tweet, its hashtag there only', () => {
    const post = resultOf('a3k');
    const note = post.note_tweet.note_tweet_results.result;
    expect(note.text).toMatch(/#polchat$/);
    expect(note.entity_set.hashtags[0].text).toBe('polchat');
    expect([...post.legacy.full_text].length).toBeLessThanOrEqual(280);
    expect(post.legacy.entities.hashtags).toBeUndefined();
  });

  it('holds a quoted post, and only a stub of what that one quotes', () => {
    const post = resultOf('a2jq');
    expect(post.quoted_status_result.result.legacy.full_text).toMatch(/^A2 Those who/);
    expect(post.legacy).toMatchObject({ is_quote_status: true });
    expect(post.legacy.quoted_status_permalink.expanded).toContain(
      post.legacy.quoted_status_id_str,
    );

    const { director, ask } = stage(58);
    const middle = director.publish({ by: 'A', text: 'middle', quoteOf: 'q1' });
    const outer = director.publish({ by: 'B', text: 'outer', quoteOf: middle });
    const result = entriesOf(ask('TweetDetail', { focalTweetId: outer })).find(
      (e) => e.entryId === `tweet-${outer}`,
    )?.content.itemContent.tweet_results.result;
    const inner = result.quoted_status_result.result;
    expect(inner.quoted_status_result).toBeUndefined();
    expect(Object.keys(inner.quotedRefResult.result)).toEqual(['__typename', 'rest_id']);
  });

  it('gives a repost’s outer text as "RT @…", cut, and the post inside', () => {
    const { ask } = stage(58);
    const text = JSON.stringify(ask('HomeTimeline', {}));
    const answers = [text, JSON.stringify(ask('HomeLatestTimeline', { count: 20 }))].join();
    expect(answers).toContain('"full_text":"RT @');
    expect(answers).toContain('retweeted_status_result');
  });

  it('wraps a limited post, whose inner object has no __typename', () => {
    const post = resultOf('limited');
    expect(post.__typename).toBe('TweetWithVisibilityResults');
    expect(post.tweet.__typename).toBeUndefined();
    expect(post.tweet.legacy.full_text).toMatch(/^A5 As a councillor/);
    expect(post.limitedActionResults.limited_actions[0].action).toBe('Reply');
  });

  it('leaves tombstones that say who took the post away', () => {
    const { director, ask, store } = stage(58);
    const focal = store.get('goner').id;
    const parent = () => JSON.stringify(entriesOf(ask('TweetDetail', { focalTweetId: focal }))[0]);
    expect(parent()).toContain('This Post was deleted by the Post author');
    expect(parent()).toContain(`"entryId":"tweet-${store.get('gone').id}"`);
    director.withhold('gone');
    expect(parent()).toContain('from a suspended account');
  });

  it('shows every version’s id once it was edited', () => {
    const { director, ask } = stage(58);
    const old = director.publish({ by: 'A', text: 'Frist #polchat' });
    const next = director.edit(old, 'First #polchat');
    const result = entriesOf(ask('TweetDetail', { focalTweetId: next }))[0]?.content.itemContent
      .tweet_results.result;
    expect(result.edit_control.initial_tweet_id).toBe(old);
    expect(result.edit_control.edit_control_initial.edit_tweet_ids).toEqual([old, next]);
  });

  it('has a photo as an entity behind the visible text, with the author’s description', () => {
    const { legacy } = resultOf('a2c');
    const photo = legacy.extended_entities.media[0];
    expect(photo).toMatchObject({
      type: 'photo',
      ext_alt_text: expect.stringContaining('four streets'),
    });
    const [from, to] = photo.indices;
    expect([...legacy.full_text].slice(from, to).join('')).toBe(photo.url);
    expect(from).toBeGreaterThan(legacy.display_text_range[1]);
  });

  it('counts views as a string', () => {
    expect(resultOf('q1').views).toEqual({
      count: expect.stringMatching(/^\d+$/),
      state: 'EnabledWithCount',
    });
  });
});
