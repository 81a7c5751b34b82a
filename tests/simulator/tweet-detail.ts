/** A post's own page: what it answers, the post, its threads, and "Discover more". */
import {
  type Cursor,
  moduleEntry,
  moduleItem,
  readCursor,
  showMoreContent,
  sortIndexes,
  tweetContent,
  tweetEntry,
} from './payload/timeline.ts';
import type { Json } from './payload/user.ts';
import type { PostStore } from './store.ts';
import type { SimPost } from './types.ts';
import type { World } from './world.ts';

/** Threads of the first page, and posts of a thread before "Show replies". */
const THREADS = 12;
const THREAD_LENGTH = 3;

function ancestors(post: SimPost, store: PostStore): SimPost[] {
  const above: SimPost[] = [];
  for (let at = post.replyTo; at !== null && above.length < 40; ) {
    const parent = store.posts.get(at);
    if (!parent) break;
    above.unshift(parent);
    at = parent.replyTo;
  }
  return above;
}

function repliesTo(id: string, store: PostStore): SimPost[] {
  return store
    .answers('reply', id)
    .map((reply) => store.posts.get(reply))
    .filter((post) => post !== undefined);
}

/** A reply with what was answered to it, depth first, as X strings a thread together. */
function threadOf(post: SimPost, store: PostStore): SimPost[] {
  return [post, ...repliesTo(post.id, store).flatMap((reply) => threadOf(reply, store))];
}

function threadEntry(root: SimPost, sortIndex: string, world: World): Json {
  const id = `conversationthread-${root.id}`;
  const thread = threadOf(root, world.store);
  const shown = thread.slice(0, THREAD_LENGTH);
  const items = shown.map((post) => ({
    id: `${id}-tweet-${post.id}`,
    content: tweetContent(post, world),
  }));
  if (thread.length > shown.length)
    items.push({
      id: `${id}-cursor-showmore-${BigInt(root.id) - 3n}`,
      content: showMoreContent({ kind: 'more', id: root.id, newest: '0', page: 1 }),
    });
  return moduleEntry(id, sortIndex, items, {
    metadata: {
      conversationMetadata: {
        allTweetIds: thread.map((post) => post.id),
        enableDeduplication: true,
      },
    },
  });
}

/** "Show replies": the rest of a thread, added to its module. */
function showMore(cursor: Cursor, world: World): Json[] {
  const root = world.store.posts.get(cursor.id);
  if (!root) return [];
  const id = `conversationthread-${root.id}`;
  const rest = threadOf(root, world.store).slice(THREAD_LENGTH);
  return [
    {
      moduleEntryId: id,
      moduleItems: rest.map((post) =>
        moduleItem(`${id}-tweet-${post.id}`, tweetContent(post, world)),
      ),
      type: 'TimelineAddToModule',
    },
  ];
}

/** Posts that have nothing to do with the thread, which X puts below it. */
function discoverMore(focal: SimPost, sortIndex: string, world: World): Json[] {
  const others = world.store
    .newestFirst()
    .filter((post) => post.state === 'present' && post.noise && post.id !== focal.id)
    .slice(0, 3);
  if (others.length === 0) return [];
  const id = `tweetdetailrelatedtweets-${BigInt(focal.id) - 5n}`;
  const items = others.map((post) => ({
    id: `${id}-tweet-${post.id}`,
    content: tweetContent(post, world),
  }));
  return [
    moduleEntry(id, sortIndex, items, {
      displayType: 'Vertical',
      header: { displayType: 'Classic', sticky: true, text: 'Discover more' },
    }),
  ];
}

function detailPage(focal: SimPost, page: number, world: World): Json[] {
  const { store } = world;
  const index = sortIndexes(9_223_372_036_854_775_807n - BigInt(page * 10_000));
  const threads = repliesTo(focal.id, store);
  const entries: Json[] = [];
  if (page === 0)
    for (const post of [...ancestors(focal, store), focal])
      entries.push(tweetEntry(post, world, { sortIndex: index() }));
  for (const root of threads.slice(page * THREADS, (page + 1) * THREADS))
    entries.push(threadEntry(root, index(), world));
  if (threads.length > (page + 1) * THREADS) {
    const cursor: Cursor = { kind: 'bottom', id: focal.id, newest: '0', page: page + 1 };
    entries.push({
      content: {
        __typename: 'TimelineTimelineItem',
        entryType: 'TimelineTimelineItem',
        itemContent: showMoreContent(cursor, 'ShowMoreThreads', 'Show more replies'),
      },
      entryId: `cursor-showmorethreads-${BigInt(focal.id) - 9n - BigInt(page)}`,
      sortIndex: index(),
    });
  } else entries.push(...discoverMore(focal, index(), world));
  return entries;
}

/** TweetDetail: first page, further threads, or the rest of one thread. */
export function tweetDetail(world: World, variables: Json): Json {
  const cursor = readCursor(variables.cursor);
  const focal = world.store.posts.get(
    String(cursor?.kind === 'bottom' ? cursor.id : variables.focalTweetId),
  );
  if (!focal) return notFound;
  const wrap = (instructions: Json[]): Json => ({
    data: { threaded_conversation_with_injections_v2: { instructions } },
  });
  if (cursor?.kind === 'more') return wrap(showMore(cursor, world));
  const page = cursor?.page ?? 0;
  const add = { entries: detailPage(focal, page, world), type: 'TimelineAddEntries' };
  if (page > 0) return wrap([add]);
  return wrap([
    { type: 'TimelineClearCache' },
    add,
    { direction: 'Top', type: 'TimelineTerminateTimeline' },
  ]);
}

const notFound: Json = {
  errors: [{ message: '_Missing: No status found with that ID.', code: 144, name: 'GenericError' }],
  data: {},
};
