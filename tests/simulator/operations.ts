/** What each GraphQL operation answers; paths as in X.md 1.4. */

import { buildResult } from './payload/post.ts';
import {
  BOTTOM_ENTRY,
  type Cursor,
  cursorEntry,
  cursorsAround,
  highlights,
  moduleEntry,
  pageCursors,
  promotedEntry,
  readCursor,
  replaceEntry,
  sortIndexes,
  TOP_ENTRY,
  tweetContent,
  tweetEntry,
  whoToFollowEntry,
} from './payload/timeline.ts';
import { buildUser, type Json } from './payload/user.ts';
import { CHAT_PEOPLE } from './people.ts';
import { compileQuery, isSearchable } from './search.ts';
import { compareIds } from './snowflake.ts';
import { tweetDetail } from './tweet-detail.ts';
import type { SimPost } from './types.ts';
import type { Operation, World } from './world.ts';

/** A page of `posts` (newest first): the first one, the next older, or what is new since. */
export function takePage(
  posts: readonly SimPost[],
  cursor: Cursor | undefined,
  size: number,
): SimPost[] {
  if (!cursor) return posts.slice(0, size);
  if (cursor.kind === 'bottom')
    return posts.filter((post) => compareIds(post.id, cursor.id) < 0).slice(0, size);
  // New posts come oldest first in pages, so that a page that asks until it gets few misses none.
  return posts.filter((post) => compareIds(post.id, cursor.id) > 0).slice(-size);
}

/** `TimelineAddEntries` (entries left out where there are none), and the cursors anew from page 2 on. */
export function pageInstructions(
  entries: Json[],
  posts: readonly SimPost[],
  cursor: Cursor | undefined,
): Json[] {
  if (!cursor)
    return [{ entries: [...entries, ...pageCursors(posts)], type: 'TimelineAddEntries' }];
  const [top, bottom] = cursorsAround(posts, cursor);
  return [
    { ...(entries.length > 0 ? { entries } : {}), type: 'TimelineAddEntries' },
    replaceEntry(cursorEntry(TOP_ENTRY, '9223372036854775807', 'Top', top)),
    ...(cursor.kind === 'bottom'
      ? [replaceEntry(cursorEntry(BOTTOM_ENTRY, '0', 'Bottom', bottom))]
      : []),
  ];
}

const badRequest = (message: string): Json => ({
  errors: [
    {
      message: `BadRequest: ${message}`,
      locations: [{ line: 3, column: 5 }],
      path: ['search_by_raw_query', 'search_timeline', 'timeline'],
      extensions: {
        name: 'BadRequestError',
        source: 'Client',
        code: 214,
        kind: 'Validation',
        tracing: { trace_id: '0000000000000000' },
      },
      code: 214,
      kind: 'Validation',
      name: 'BadRequestError',
      source: 'Client',
    },
  ],
  data: {},
});

const searchTimeline: Operation = (world, variables) => {
  const query = String(variables.rawQuery ?? '');
  if (query.trim() === '') return badRequest('SearchQueryParsingException(ERROR_EMPTY_QUERY)');
  if (query.length > 512)
    return badRequest(`Raw query length ${query.length} exceeds max allowed 512`);
  const cursor = readCursor(variables.cursor);
  const matches = compileQuery(query);
  const found = world.store.newestFirst().filter((post) => isSearchable(post) && matches(post));
  if (variables.product === 'Top' && !cursor)
    found.sort((a, b) => b.likes - a.likes || compareIds(b.id, a.id));
  const posts = takePage(found, cursor, world.pageSize);
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => !word.includes(':'));
  const entries = posts.map((post) =>
    tweetEntry(post, world, { component: 'result', more: highlights(post, words) }),
  );
  const instructions = pageInstructions(entries, posts, cursor);
  return { data: { search_by_raw_query: { search_timeline: { timeline: { instructions } } } } };
};

/** Home holds what followed people wrote or reposted, the viewer's own, and on "For you" some more. */
function homePosts(world: World, following: boolean): SimPost[] {
  return world.store
    .newestFirst()
    .filter(
      (post) =>
        post.state === 'present' &&
        !post.author.blocked &&
        !post.author.muted &&
        post.id !== world.advert.id &&
        (post.author.followed ||
          (!following && post.noise) ||
          post.author.handle === 'AlexRoweNPT'),
    );
}

function homeEntries(posts: SimPost[], world: World, first: boolean, following: boolean): Json[] {
  const index = sortIndexes(BigInt(posts[0]?.id ?? '2085474390715138048') + 1_000_000n);
  const shown = new Set<string>();
  return posts.flatMap((post, at) => {
    if (shown.has(post.id)) return [];
    const entries: Json[] = [];
    const parent = post.replyTo === null ? undefined : world.store.posts.get(post.replyTo);
    if (!following && parent && !shown.has(parent.id)) {
      shown.add(parent.id);
      entries.push(homeConversation(parent, post, index(), world));
    } else
      entries.push(tweetEntry(post, world, { sortIndex: index(), component: 'suggest_ranked' }));
    if (first && at === 3) entries.push(promotedEntry(world.advert, index(), world));
    if (first && at === 7)
      entries.push(
        whoToFollowEntry(CHAT_PEOPLE.filter((p) => !p.followed).slice(0, 3), index(), world),
      );
    return entries;
  });
}

function homeConversation(parent: SimPost, reply: SimPost, sortIndex: string, world: World): Json {
  const id = `home-conversation-${reply.id}`;
  return moduleEntry(
    id,
    sortIndex,
    [parent, reply].map((post) => ({
      id: `${id}-tweet-${post.id}`,
      content: tweetContent(post, world),
    })),
    {
      metadata: {
        conversationMetadata: { allTweetIds: [parent.id, reply.id], enableDeduplication: true },
      },
    },
  );
}

const home =
  (following: boolean): Operation =>
  (world, variables) => {
    const cursor = readCursor(variables.cursor);
    const posts = takePage(homePosts(world, following), cursor, world.pageSize);
    const entries = homeEntries(posts, world, !cursor, following);
    const instructions = pageInstructions(entries, posts, cursor);
    return {
      data: {
        home: {
          home_timeline_urt: {
            instructions,
            metadata: { scribeConfig: { page: following ? 'following' : 'for_you' } },
          },
        },
      },
    };
  };

const userTweets: Operation = (world, variables) => {
  const cursor = readCursor(variables.cursor);
  const found = world.store
    .newestFirst()
    .filter((post) => post.author.id === variables.userId && post.state === 'present');
  const posts = takePage(found, cursor, world.pageSize);
  const entries = posts.map((post) => tweetEntry(post, world));
  const add = pageInstructions(entries, posts, cursor);
  const pinned = found.toSorted((a, b) => b.likes - a.likes)[0];
  const pin = pinned ? [{ entry: tweetEntry(pinned, world), type: 'TimelinePinEntry' }] : [];
  const instructions = cursor ? add : [{ type: 'TimelineClearCache' }, ...pin, ...add];
  const result = {
    __typename: 'User',
    timeline: { timeline: { instructions, metadata: { scribeConfig: { page: 'profileAll' } } } },
  };
  return { data: { user: { result } } };
};

const userByScreenName: Operation = (world, variables) => {
  const handle = String(variables.screen_name ?? '');
  if (!world.store.hasPerson(handle)) return { data: {} };
  return { data: { user: { result: buildUser(world.store.person(handle), world.layout) } } };
};

const tweetResultByRestId: Operation = (world, variables) => {
  const post = world.store.posts.get(String(variables.tweetId));
  return { data: { tweetResult: post ? { result: buildResult(post, world) } : {} } };
};

/** Operations that only read. */
export const READING: Readonly<Record<string, Operation>> = {
  SearchTimeline: searchTimeline,
  HomeTimeline: home(false),
  HomeLatestTimeline: home(true),
  TweetDetail: tweetDetail,
  UserTweets: userTweets,
  UserByScreenName: userByScreenName,
  TweetResultByRestId: tweetResultByRestId,
};
