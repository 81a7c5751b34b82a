/** X's next front-end ("x-web", X.md 1.9): the same answers in its own spelling. */
import { READING } from './operations.ts';
import type { Json } from './payload/user.ts';
import type { World } from './world.ts';

const rec = (value: unknown): Json => (value && typeof value === 'object' ? (value as Json) : {});
const isPost = (value: Json) =>
  typeof value.rest_id === 'string' && typeof rec(value.legacy).full_text === 'string';

function replyFields(legacy: Json): Json {
  if (!legacy.in_reply_to_status_id_str) return {};
  return {
    reply_to_results: { rest_id: legacy.in_reply_to_status_id_str },
    ...(legacy.in_reply_to_screen_name
      ? {
          reply_to_user_results: {
            result: {
              __typename: 'User',
              rest_id: legacy.in_reply_to_user_id_str,
              core: { screen_name: legacy.in_reply_to_screen_name },
            },
          },
        }
      : {}),
  };
}

function detailsOf(legacy: Json): Json {
  const entities = rec(legacy.entities);
  return {
    full_text: legacy.full_text,
    display_text_range: legacy.display_text_range,
    created_at_ms: Date.parse(String(legacy.created_at)),
    language: legacy.lang,
    hashtag_entities: entities.hashtags ?? [],
    mention_entities: entities.user_mentions ?? [],
    url_entities: entities.urls ?? [],
    ...(legacy.conversation_control ? { conversation_control: legacy.conversation_control } : {}),
  };
}

/** A classic post in x-web's spelling: `details` and `counts` in place of `legacy`. */
function postOf(post: Json): Json {
  const legacy = rec(post.legacy);
  const { legacy: _, quoted_status_result: quoted, edit_control: __, ...rest } = post;
  const reposted = rec(legacy.retweeted_status_result).result;
  return {
    ...rest,
    __typename: 'Tweet',
    details: detailsOf(legacy),
    counts: {
      favorite_count: legacy.favorite_count,
      retweet_count: legacy.retweet_count,
      reply_count: legacy.reply_count,
      quote_count: legacy.quote_count,
      bookmark_count: legacy.bookmark_count,
    },
    perspective: {
      favorited: legacy.favorited,
      retweeted: legacy.retweeted,
      bookmarked: legacy.bookmarked,
    },
    ...(legacy.extended_entities ? { media_entities2: rec(legacy.extended_entities).media } : {}),
    ...replyFields(legacy),
    ...(quoted ? { quoted_tweet_results: quoted } : {}),
    ...(reposted ? { legacy: { retweeted_status_results: { result: reposted } } } : {}),
  };
}

const RENAMED: Readonly<Record<string, string>> = {
  entryId: 'entry_id',
  sortIndex: 'sort_index',
  itemContent: 'content',
  cursorType: 'cursor_type',
  entry_id_to_replace: 'entry_id_to_replace',
  moduleItems: 'module_items',
  moduleEntryId: 'module_entry_id',
};

/** Classic JSON to x-web's, all the way down. */
export function toXweb(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toXweb);
  if (!value || typeof value !== 'object') return value;
  const given = value as Json;
  const source = isPost(given) ? postOf(given) : given;
  const out: Json = {};
  for (const [key, one] of Object.entries(source)) {
    const isInstruction = key === 'type' && String(one).startsWith('Timeline');
    if (isInstruction) out.__typename = one;
    else if (key !== 'entryType' && key !== 'itemType') out[RENAMED[key] ?? key] = toXweb(one);
  }
  return out;
}

/** An operation's answer as api.x.com gives it to x-web. */
export function xwebOperation(operation: string, world: World, variables: Json): Json {
  const classic = READING[operation]?.(world, variables) ?? {};
  const data = rec(toXweb(rec(classic.data)));
  const search = rec(data.search_by_raw_query).search_timeline;
  if (search) return { data: { search_by_raw_query: { timeline: search } } };
  const single = rec(data.tweetResult).result;
  if (single) return { data: { tweet_result_by_rest_id: { result: single } } };
  return { ...classic, data };
}
