/** Timelines as X's answers give them: instructions, entries, modules, cursors (X.md 1.5). */
import { compareIds } from '../snowflake.ts';
import type { Person, SimPost } from '../types.ts';
import { buildResult, type PayloadWorld } from './post.ts';
import { buildUser, type Json } from './user.ts';

/** What a cursor means to the server; the page sends it back as it got it. */
export interface Cursor {
  kind: 'top' | 'bottom' | 'more';
  /** Posts newer (top) or older (bottom) than this id. */
  id: string;
  /** Newest id sent so far on this timeline. */
  newest: string;
  page: number;
}

export const TOP_ENTRY = 'cursor-top-9223372036854775807';
export const BOTTOM_ENTRY = 'cursor-bottom-0';

export function writeCursor(cursor: Cursor): string {
  return `DAAC${Buffer.from(JSON.stringify(cursor)).toString('base64url')}`;
}

/** The cursor of a value that the page sent; undefined for one we never made. */
export function readCursor(value: unknown): Cursor | undefined {
  if (typeof value !== 'string' || !value.startsWith('DAAC')) return undefined;
  try {
    return JSON.parse(Buffer.from(value.slice(4), 'base64url').toString()) as Cursor;
  } catch {
    return undefined;
  }
}

const CONTROLLER = 'DAACDAAFDAABDAABDAABCgABAAAAAAAAAAAAAAwAAgoAAQAAAAAAAAABCgACpWjx';

const clientEvent = (component: string, element = 'tweet'): Json => ({
  component,
  details: { timelinesDetails: { controllerData: CONTROLLER } },
  element,
});

/** Sort keys above 2^53, falling as X's do. */
export function sortIndexes(from: bigint, step = 10n): () => string {
  let at = from;
  return () => {
    at -= step;
    return String(at);
  };
}

export function tweetContent(post: SimPost, world: PayloadWorld, more: Json = {}): Json {
  return {
    __typename: 'TimelineTweet',
    itemType: 'TimelineTweet',
    tweetDisplayType: 'Tweet',
    tweet_results: { result: buildResult(post, world) },
    ...more,
  };
}

/** `highlights`: where the searched words stand in the text. */
export function highlights(post: SimPost, words: readonly string[]): Json {
  const low = post.text.toLowerCase();
  const textHighlights = words
    .map((word) => ({ at: low.indexOf(word), word }))
    .filter(({ at }) => at >= 0)
    .map(({ at, word }) => ({ endIndex: at + word.length, startIndex: at }));
  return { highlights: { textHighlights } };
}

export function itemEntry(
  entryId: string,
  sortIndex: string,
  itemContent: Json,
  component = 'tweet',
): Json {
  return {
    content: {
      __typename: 'TimelineTimelineItem',
      clientEventInfo: clientEvent(component),
      entryType: 'TimelineTimelineItem',
      itemContent,
    },
    entryId,
    sortIndex,
  };
}

/** A post's entry; its sort index is its id, as on Latest. */
export function tweetEntry(
  post: SimPost,
  world: PayloadWorld,
  { sortIndex = post.id, component = 'tweet', more = {} as Json } = {},
): Json {
  return itemEntry(`tweet-${post.id}`, sortIndex, tweetContent(post, world, more), component);
}

export function cursorEntry(
  entryId: string,
  sortIndex: string,
  cursorType: 'Top' | 'Bottom',
  cursor: Cursor,
): Json {
  return {
    content: {
      __typename: 'TimelineTimelineCursor',
      cursorType,
      entryType: 'TimelineTimelineCursor',
      value: writeCursor(cursor),
    },
    entryId,
    sortIndex,
  };
}

export function replaceEntry(entry: Json): Json {
  return { entry, entry_id_to_replace: entry.entryId, type: 'TimelineReplaceEntry' };
}

export function moduleEntry(
  entryId: string,
  sortIndex: string,
  items: { id: string; content: Json; cursor?: boolean }[],
  more: Json = {},
): Json {
  return {
    content: {
      __typename: 'TimelineTimelineModule',
      clientEventInfo: { component: 'tweet', details: conversationDetails },
      displayType: 'VerticalConversation',
      entryType: 'TimelineTimelineModule',
      items: items.map(({ id, content }) => moduleItem(id, content)),
      ...more,
    },
    entryId,
    sortIndex,
  };
}

const conversationDetails: Json = {
  conversationDetails: { conversationSection: 'HighQuality' },
  timelinesDetails: { controllerData: CONTROLLER },
};

export function moduleItem(entryId: string, itemContent: Json): Json {
  if (itemContent.itemType === 'TimelineTimelineCursor')
    return {
      entryId,
      item: {
        clientEventInfo: {
          details: { conversationDetails: { conversationSection: 'HighQuality' } },
        },
        itemContent,
      },
    };
  return {
    entryId,
    item: {
      clientEventInfo: { component: 'tweet', details: conversationDetails, element: 'tweet' },
      itemContent,
    },
  };
}

export function showMoreContent(cursor: Cursor, type = 'ShowMore', text = 'Show replies'): Json {
  return {
    __typename: 'TimelineTimelineCursor',
    cursorType: type,
    displayTreatment: { actionText: text },
    itemType: 'TimelineTimelineCursor',
    value: writeCursor(cursor),
  };
}

/** An advertisement: a post like any other but for its id and `promotedMetadata`. */
export function promotedEntry(post: SimPost, sortIndex: string, world: PayloadWorld): Json {
  const promotedMetadata = {
    adMetadataContainer: {},
    advertiser_results: { result: buildUser(post.author, world.layout) },
    disclosureType: 'NoDisclosure',
    experimentValues: [],
    impressionId: post.id.slice(-12),
    impressionString: '09f3b1',
    clickTrackingInfo: { urlParams: [] },
  };
  return itemEntry(
    `promoted-tweet-${post.id}-09f3b1a2c4`,
    sortIndex,
    tweetContent(post, world, { promotedMetadata }),
    'suggest_promoted',
  );
}

/** "Who to follow": a module of accounts, no posts. */
export function whoToFollowEntry(
  people: readonly Person[],
  sortIndex: string,
  world: PayloadWorld,
): Json {
  const items = people.map((one) => ({
    entryId: `who-to-follow-${sortIndex}-user-${one.id}`,
    item: {
      clientEventInfo: clientEvent('suggest_who_to_follow', 'user'),
      itemContent: {
        __typename: 'TimelineUser',
        itemType: 'TimelineUser',
        userDisplayType: 'User',
        user_results: { result: buildUser(one, world.layout) },
      },
    },
  }));
  return {
    content: {
      __typename: 'TimelineTimelineModule',
      clientEventInfo: clientEvent('suggest_who_to_follow', 'module'),
      displayType: 'Vertical',
      entryType: 'TimelineTimelineModule',
      footer: { displayType: 'Classic', text: 'Show more' },
      header: { displayType: 'Classic', sticky: true, text: 'Who to follow' },
      items,
    },
    entryId: `who-to-follow-${sortIndex}`,
    sortIndex,
  };
}

/** The two cursors of a first page. */
export function pageCursors(posts: readonly SimPost[]): Json[] {
  const [top, bottom] = cursorsAround(posts, undefined);
  return [
    cursorEntry(TOP_ENTRY, '9223372036854775807', 'Top', top),
    cursorEntry(BOTTOM_ENTRY, '0', 'Bottom', bottom),
  ];
}

/** Cursors that lie around what was sent; where nothing was, they stay where they were. */
export function cursorsAround(
  posts: readonly SimPost[],
  known: Cursor | undefined,
): [Cursor, Cursor] {
  const ids = posts.map((post) => post.id);
  if (known) ids.push(known.newest);
  ids.sort(compareIds);
  const newest = ids.at(-1) ?? '0';
  const oldest = posts.length > 0 ? ids[0] : known?.id;
  const page = (known?.page ?? 0) + 1;
  return [
    { kind: 'top', id: newest, newest, page },
    { kind: 'bottom', id: oldest ?? '0', newest, page },
  ];
}
