import { describe, expect, it } from 'vitest';
import { cursorOf, type Loose, stage } from './simulated-answers';

const search = { rawQuery: '#polchat', product: 'Latest', count: 20 };
const instructionsOf = (answer: Loose): Loose[] => {
  const { data } = answer;
  const timeline =
    data.search_by_raw_query?.search_timeline.timeline ??
    data.home?.home_timeline_urt ??
    data.threaded_conversation_with_injections_v2 ??
    data.user.result.timeline.timeline;
  return timeline.instructions;
};
const entriesOf = (answer: Loose): Loose[] =>
  instructionsOf(answer).flatMap((one) => one.entries ?? []);
const idsOf = (answer: Loose) =>
  entriesOf(answer).flatMap((entry) => /^tweet-(\d+)$/.exec(entry.entryId)?.[1] ?? []);

describe('search, Latest', () => {
  it('gives 20 posts a page, newest first, and pages back to the first one', () => {
    const { ask, director } = stage(58);
    const seen: string[] = [];
    let answer = ask('SearchTimeline', search);
    while (idsOf(answer).length > 0) {
      expect(idsOf(answer).length).toBeLessThanOrEqual(20);
      seen.push(...idsOf(answer));
      answer = ask('SearchTimeline', { ...search, cursor: cursorOf(answer, 'Bottom') });
    }
    expect(seen).toEqual([...seen].sort().reverse());
    const tagged = director
      .published()
      .filter((p) => /#polchat\b/i.test(p.text) && p.state === 'present' && !p.author.protected);
    expect(seen.filter((id) => tagged.some((p) => p.id === id)).length).toBe(tagged.length);
  });

  it('replaces both cursors from the second page on', () => {
    const { ask } = stage(58);
    const first = ask('SearchTimeline', search);
    expect(instructionsOf(first).map((one) => one.type)).toEqual(['TimelineAddEntries']);
    const second = ask('SearchTimeline', { ...search, cursor: cursorOf(first, 'Bottom') });
    expect(instructionsOf(second).map((one) => one.type)).toEqual([
      'TimelineAddEntries',
      'TimelineReplaceEntry',
      'TimelineReplaceEntry',
    ]);
    expect(instructionsOf(second).map((one) => one.entry_id_to_replace)).toEqual([
      undefined,
      'cursor-top-9223372036854775807',
      'cursor-bottom-0',
    ]);
  });

  it('answers a poll with what is new since, and without entries where nothing is', () => {
    const { ask, director } = stage(58);
    const first = ask('SearchTimeline', search);
    const cursor = cursorOf(first, 'Top');
    const nothing = instructionsOf(ask('SearchTimeline', { ...search, cursor }))[0] as Loose;
    expect('entries' in nothing).toBe(false);
    const ids = director.publishMany([
      { by: 'A', text: 'one #polchat' },
      { by: 'A', text: 'other' },
      { by: 'A', text: 'two #polchat' },
    ]);
    expect(idsOf(ask('SearchTimeline', { ...search, cursor }))).toEqual([ids[2], ids[0]]);
  });

  it('misses none of a burst, page by page', () => {
    const { ask, director } = stage(58);
    let cursor = cursorOf(ask('SearchTimeline', search), 'Top');
    const ids = director.publishMany(
      Array.from({ length: 130 }, (_, n) => ({ by: 'A', text: `${n} #polchat` })),
    );
    const seen = new Set<string>();
    for (let page = 0; page < 7; page++) {
      const answer = ask('SearchTimeline', { ...search, cursor });
      for (const id of idsOf(answer)) seen.add(id);
      cursor = cursorOf(answer, 'Top');
    }
    expect(ids.filter((id) => !seen.has(id))).toEqual([]);
  });

  it('marks what was searched for', () => {
    const entry = entriesOf(stage(58).ask('SearchTimeline', search))[0] as Loose;
    expect(entry.content.itemContent.highlights.textHighlights.length).toBeGreaterThan(0);
  });

  it('refuses an empty query and one of more than 512 characters, with HTTP 200', () => {
    const { answer } = stage(58);
    for (const rawQuery of [' ', `#polchat ${'x'.repeat(510)}`]) {
      const { status, body } = answer('SearchTimeline', { rawQuery });
      expect(status).toBe(200);
      expect(JSON.parse(body)).toMatchObject({ data: {}, errors: [{ code: 214 }] });
    }
  });
});

describe('home', () => {
  it('has posts, an advertisement, accounts to follow and conversations', () => {
    const kinds = entriesOf(stage(58).ask('HomeTimeline', {})).map((one) =>
      one.entryId.replace(/[\d-]*(?:-[\da-f]+)?$/, ''),
    );
    for (const kind of [
      'tweet',
      'promoted-tweet',
      'who-to-follow',
      'home-conversation',
      'cursor-top',
      'cursor-bottom',
    ])
      expect(kinds).toContain(kind);
  });

  it('marks the advertisement by promotedMetadata though it names the hashtag', () => {
    const ad = entriesOf(stage(58).ask('HomeTimeline', {})).find((one) =>
      one.entryId.startsWith('promoted-'),
    ) as Loose;
    expect(ad.content.itemContent.promotedMetadata).toBeDefined();
    expect(JSON.stringify(ad)).toContain('#polchat');
  });

  it('sorts by a number above 2^53, falling', () => {
    const indexes = entriesOf(stage(58).ask('HomeTimeline', {}))
      .filter((one) => !one.entryId.startsWith('cursor'))
      .map((one) => BigInt(one.sortIndex));
    expect(indexes.every((one) => one > BigInt(Number.MAX_SAFE_INTEGER))).toBe(true);
    expect(indexes.every((one, at) => at === 0 || one < (indexes[at - 1] as bigint))).toBe(true);
  });

  it('shows only followed people on Following, and no blocked ones anywhere', () => {
    const { ask, store } = stage(58);
    store.person('MegFarrowPR').blocked = true;
    const handles =
      JSON.stringify(ask('HomeLatestTimeline', {})).match(/"screen_name":"\w+"/g) ?? [];
    expect(handles).not.toContain('"screen_name":"MegFarrowPR"');
    const authors = idsOf(ask('HomeLatestTimeline', {})).map((id) => store.get(id).author);
    expect(authors.every((one) => one.followed)).toBe(true);
  });

  it('says by whom a post was reposted', () => {
    const { ask, director } = stage(52);
    director.publish({ by: 'MegFarrowPR', text: '', repostOf: 'a6l' });
    const text = JSON.stringify(ask('HomeTimeline', {}));
    expect(text).toContain('"full_text":"RT @SgtLeilaHaddad: A6 Asking for a bus');
  });
});

describe('a post’s page', () => {
  const detail = (key: string, extra: Loose = {}) => {
    const world = stage(58);
    return {
      ...world,
      answer: world.ask('TweetDetail', { focalTweetId: world.store.get(key).id, ...extra }),
    };
  };

  it('has what the post answers above it, and its threads below', () => {
    const { answer, store } = detail('a1c');
    const ids = entriesOf(answer).map((one) => one.entryId);
    expect(ids.slice(0, 3)).toEqual([
      `tweet-${store.get('q1').id}`,
      `tweet-${store.get('a1c').id}`,
      `conversationthread-${store.get('a1cr').id}`,
    ]);
    expect(instructionsOf(answer).map((one) => one.type)).toEqual([
      'TimelineClearCache',
      'TimelineAddEntries',
      'TimelineTerminateTimeline',
    ]);
  });

  it('strings a thread together in a module that names all its posts', () => {
    const { answer, store } = detail('a1c');
    const thread = entriesOf(answer).find((one) =>
      one.entryId.startsWith('conversationthread-'),
    ) as Loose;
    expect(thread.content.metadata.conversationMetadata.allTweetIds).toEqual([
      store.get('a1cr').id,
      store.get('a1crr').id,
    ]);
    expect(thread.content.displayType).toBe('VerticalConversation');
  });

  it('has "Discover more" below, which has nothing to do with it', () => {
    const { answer, store } = detail('a1c');
    const last = entriesOf(answer).at(-1) as Loose;
    expect(last.entryId).toMatch(/^tweetdetailrelatedtweets-/);
    const ids = last.content.items.map((one: Loose) => one.entryId.split('-').at(-1));
    expect(ids.every((id: string) => store.get(id).noise)).toBe(true);
  });

  it('adds the rest of a long thread to its module', () => {
    const { ask, store, director } = stage(58);
    let parent = store.get('a1cr').id;
    const rest = Array.from({ length: 4 }, (_, n) => {
      parent = director.publish({ by: `P${n}`, text: `deep ${n}`, replyTo: parent });
      return parent;
    });
    const focalTweetId = store.get('a1c').id;
    const first = ask('TweetDetail', { focalTweetId });
    const more = ask('TweetDetail', { focalTweetId, cursor: cursorOf(first, 'ShowMore') });
    const [add] = instructionsOf(more);
    expect(add).toMatchObject({
      type: 'TimelineAddToModule',
      moduleEntryId: `conversationthread-${store.get('a1cr').id}`,
    });
    const whole = JSON.stringify([first, more]);
    expect(rest.every((id) => whole.includes(`-tweet-${id}"`))).toBe(true);
  });

  it('offers more threads after the first twelve', () => {
    const { ask, store, director } = stage(58);
    for (let n = 0; n < 20; n++) director.publish({ by: 'A', text: `r${n}`, replyTo: 'q2' });
    const focalTweetId = store.get('q2').id;
    const first = ask('TweetDetail', { focalTweetId });
    const cursor = entriesOf(first).at(-1) as Loose;
    expect(cursor.entryId).toMatch(/^cursor-showmorethreads-/);
    const second = ask('TweetDetail', { focalTweetId, cursor: cursorOf(first, 'ShowMoreThreads') });
    expect(
      entriesOf(second).filter((one) => one.entryId.startsWith('conversationthread-')).length,
    ).toBeGreaterThan(8);
  });

  it('answers an unknown id with an error', () => {
    expect(stage(58).ask('TweetDetail', { focalTweetId: '1' })).toMatchObject({
      errors: [{ code: 144 }],
    });
  });
});

describe('a profile', () => {
  it('has that person’s posts at the path of today', () => {
    const { ask, store } = stage(58);
    const one = store.person('PDBiscuit');
    const answer = ask('UserTweets', { userId: one.id });
    expect(instructionsOf(answer)[0]).toEqual({ type: 'TimelineClearCache' });
    expect(idsOf(answer).length).toBe(5);
    expect(ask('UserByScreenName', { screen_name: 'pdbiscuit' })).toMatchObject({
      data: { user: { result: { rest_id: one.id } } },
    });
  });
});
