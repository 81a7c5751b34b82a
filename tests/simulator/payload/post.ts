/** A post as X's answers give it: `tweet_results.result` in the layouts A, B and C (X.md 1.6 and 1.7). */
import type { PostStore } from '../store.ts';
import { type EncodedText, encodeText, shortUrl } from '../text.ts';
import type { Layout, SimPost } from '../types.ts';
import { buildUser, type Json } from './user.ts';

/** What building an answer needs to know of the world. */
export interface PayloadWorld {
  store: PostStore;
  layout: Layout;
  now: number;
}

const SOURCES = ['iphone">Twitter for iPhone', 'android">Twitter for Android'];
const LONG = 280;

/** `created_at`: "Wed Jul 08 19:00:00 +0000 2026". */
export function formatTime(ms: number): string {
  const [day, date, month, year, time] = new Date(ms).toUTCString().replace(',', '').split(' ');
  return `${day} ${month} ${date} ${time} +0000 ${year}`;
}

export const isLong = (post: SimPost): boolean => [...post.text].length > LONG;

/** Cut at a word, without an ellipsis, as recordings since 2024 show it. */
function cut(text: string): string {
  const head = [...text].slice(0, LONG).join('');
  const space = Math.max(head.lastIndexOf(' '), head.lastIndexOf('\n'));
  return space > 200 ? head.slice(0, space) : head;
}

/** Who a reply addresses: the parent's author, then those the parent addressed. */
export function repliedHandles(post: SimPost, store: PostStore): string[] {
  const handles: string[] = [];
  for (let at = post.replyTo, depth = 0; at !== null && depth < 3; depth++) {
    const parent = store.posts.get(at);
    if (!parent) break;
    const { handle } = parent.author;
    if (handle !== post.author.handle && !handles.includes(handle)) handles.push(handle);
    at = parent.replyTo;
  }
  return handles;
}

interface FullText {
  encoded: EncodedText;
  range: [number, number];
  media: Json[];
}

function photoMedia(post: SimPost, at: number, layout: Layout): Json {
  const id = String(BigInt(post.versions[0] as string) - 7n);
  const url = shortUrl(`photo ${post.id}`);
  const size = (h: number, w: number, resize: string) => ({ h, resize, w });
  return {
    display_url: `pic.x.com/${url.slice(13)}`,
    expanded_url: `https://x.com/${post.author.handle}/status/${post.id}/photo/1`,
    ...(post.photo?.alt ? { ext_alt_text: post.photo.alt } : {}),
    ext_media_availability: { status: 'Available' },
    features: {
      large: { faces: [] },
      medium: { faces: [] },
      orig: { faces: [] },
      small: { faces: [] },
    },
    id_str: id,
    indices: [at, at + url.length],
    media_key: `3_${id}`,
    media_results: { result: { media_key: `3_${id}` } },
    media_url_https: `https://pbs.twimg.com/media/${/chart/i.test(post.photo?.alt ?? '') ? 'chart' : ''}${id}.svg`,
    original_info: { focus_rects: [{ h: 675, w: 1200, x: 0, y: 0 }], height: 675, width: 1200 },
    ...(layout === 'A' || !post.photo?.sensitive
      ? {}
      : { sensitive_media_warning: { other: true } }),
    sizes: {
      large: size(675, 1200, 'fit'),
      medium: size(675, 1200, 'fit'),
      small: size(383, 680, 'fit'),
      thumb: size(150, 150, 'crop'),
    },
    type: 'photo',
    url,
  };
}

function fullText(post: SimPost, world: PayloadWorld): FullText {
  const mentions = repliedHandles(post, world.store);
  const lead = mentions.map((handle) => `@${handle} `).join('');
  const encoded = encodeText(lead + (isLong(post) ? cut(post.text) : post.text));
  const end = [...encoded.text].length;
  const media = post.photo ? [photoMedia(post, end + (end ? 1 : 0), world.layout)] : [];
  for (const one of media) encoded.text += `${end ? ' ' : ''}${one.url as string}`;
  return { encoded, range: [[...lead].length, end], media };
}

function mentionEntities(encoded: EncodedText, store: PostStore): Json[] {
  return encoded.mentions
    .filter((mention) => store.hasPerson(mention.screen_name))
    .map((mention) => {
      const one = store.person(mention.screen_name);
      return { id_str: one.id, indices: mention.indices, name: one.name, screen_name: one.handle };
    });
}

function entitiesOf({ encoded, media }: FullText, world: PayloadWorld): Json {
  const all: Record<string, unknown[]> = {
    hashtags: encoded.hashtags,
    media,
    symbols: [],
    timestamps: [],
    urls: encoded.urls,
    user_mentions: mentionEntities(encoded, world.store),
  };
  // Layout A sends empty lists (media excepted), later ones leave them out.
  return Object.fromEntries(
    Object.entries(all).filter(
      ([name, list]) => list.length > 0 || (world.layout === 'A' && name !== 'media'),
    ),
  );
}

function replyFields(post: SimPost, store: PostStore): Json {
  if (post.replyTo === null) return {};
  const parent = store.posts.get(post.replyTo);
  return {
    in_reply_to_status_id_str: post.replyTo,
    ...(parent
      ? {
          in_reply_to_screen_name: parent.author.handle,
          in_reply_to_user_id_str: parent.author.id,
        }
      : {}),
  };
}

function quoteFields(post: SimPost, store: PostStore): Json {
  if (post.quoteOf === null) return {};
  const quoted = store.posts.get(post.quoteOf);
  const handle = quoted?.author.handle ?? 'i';
  return {
    quoted_status_id_str: post.quoteOf,
    quoted_status_permalink: {
      display: `x.com/${handle}/statu…`.slice(0, 26),
      expanded: `https://twitter.com/${handle}/status/${post.quoteOf}`,
      url: shortUrl(`quote ${post.quoteOf}`),
    },
  };
}

function legacyOf(post: SimPost, world: PayloadWorld, full: FullText): Json {
  const { store, now } = world;
  const counts = store.counts(post, now);
  const { media } = full;
  return {
    bookmark_count: 0,
    bookmarked: store.bookmarked.has(post.id),
    conversation_id_str: post.conversationId,
    created_at: formatTime(post.createdAt),
    display_text_range: full.range,
    entities: entitiesOf(full, world),
    ...(media.length > 0 ? { extended_entities: { media } } : {}),
    favorite_count: counts.likes,
    favorited: store.liked.has(post.id),
    full_text: full.encoded.text,
    id_str: post.id,
    ...replyFields(post, store),
    is_quote_status: post.quoteOf !== null,
    lang: post.lang,
    ...(media.length > 0
      ? { possibly_sensitive: post.photo?.sensitive === true, possibly_sensitive_editable: true }
      : {}),
    quote_count: counts.quotes,
    ...quoteFields(post, store),
    reply_count: counts.replies,
    retweet_count: counts.reposts,
    retweeted: store.reposted.has(post.id),
    user_id_str: post.author.id,
    ...(post.limited ? { conversation_control: { policy: 'ByInvitation' } } : {}),
  };
}

function noteTweet(post: SimPost, world: PayloadWorld): Json {
  const encoded = encodeText(post.text, false);
  return {
    is_expandable: true,
    note_tweet_results: {
      result: {
        entity_set: {
          hashtags: encoded.hashtags,
          symbols: [],
          urls: encoded.urls,
          user_mentions: mentionEntities(encoded, world.store),
        },
        id: Buffer.from(`NoteTweet:${BigInt(post.id) - 11n}`).toString('base64'),
        text: encoded.text,
      },
    },
  };
}

function editControl(post: SimPost): Json {
  const control = {
    edit_tweet_ids: post.versions,
    editable_until_msecs: String(post.createdAt + 3_600_000),
    edits_remaining: String(6 - post.versions.length),
    is_edit_eligible: post.replyTo === null,
  };
  if (post.versions.length === 1) return control;
  return { edit_control_initial: control, initial_tweet_id: post.versions[0] };
}

function repostLegacy(post: SimPost, inner: SimPost, world: PayloadWorld): Json {
  // The outer text of a repost is "RT @…" and cut: readers must take the inner one.
  const full = fullText({ ...inner, photo: null }, world);
  const text = [...`RT @${inner.author.handle}: ${full.encoded.text}`];
  const cutText = text.length > 140 ? `${text.slice(0, 139).join('')}…` : text.join('');
  return {
    ...legacyOf(
      { ...inner, id: post.id, createdAt: post.createdAt, author: post.author },
      world,
      full,
    ),
    conversation_id_str: post.id,
    display_text_range: [0, [...cutText].length],
    full_text: cutText,
    retweeted_status_result: { result: buildResult(inner, world, 1) },
  };
}

function bareTweet(post: SimPost, world: PayloadWorld, depth: number): Json {
  const { store, layout } = world;
  const inner = post.repostOf === null ? undefined : store.posts.get(post.repostOf);
  const quoted = post.quoteOf === null ? undefined : store.posts.get(post.quoteOf);
  const views = store.counts(post, world.now).views;
  return {
    core: { user_results: { result: buildUser(post.author, layout) } },
    edit_control: editControl(post),
    ...(layout === 'C' ? { grok_translated_post_with_availability: { is_available: false } } : {}),
    is_translatable: false,
    legacy: inner ? repostLegacy(post, inner, world) : legacyOf(post, world, fullText(post, world)),
    ...(isLong(post) && !inner ? { note_tweet: noteTweet(post, world) } : {}),
    ...(post.quoteOf !== null && depth === 0
      ? { quoted_status_result: quoted ? { result: buildResult(quoted, world, 1) } : {} }
      : {}),
    ...(post.quoteOf !== null && depth > 0
      ? { quotedRefResult: { result: { __typename: 'Tweet', rest_id: post.quoteOf } } }
      : {}),
    rest_id: post.id,
    source: `<a href="http://twitter.com/download/${SOURCES[Number(post.id.at(-4)) % 2]}</a>`,
    unmention_data: {},
    views: views > 0 ? { count: String(views), state: 'EnabledWithCount' } : { state: 'Enabled' },
  };
}

const LIMITED = {
  limited_actions: [
    {
      action: 'Reply',
      prompt: {
        __typename: 'CtaLimitedActionPrompt',
        cta_type: 'SeeConversation',
        headline: { entities: [], text: 'Who can reply?' },
        subtext: { entities: [], text: 'Only some accounts can reply.' },
      },
    },
  ],
};

/** What stands where a post was: X's words say whether its author took it away. */
export function buildTombstone(post: SimPost): Json {
  const text =
    post.state === 'deleted'
      ? 'This Post was deleted by the Post author. Learn more'
      : 'This Post is from a suspended account. Learn more';
  return {
    __typename: 'TweetTombstone',
    tombstone: { __typename: 'TextTombstone', text: { entities: [], rtl: false, text } },
  };
}

/** `tweet_results.result` of a post; `depth` 1 is a quoted or reposted one, whose own quote is a stub. */
export function buildResult(post: SimPost, world: PayloadWorld, depth = 0): Json {
  if (post.state !== 'present') return buildTombstone(post);
  const tweet = bareTweet(post, world, depth);
  if (post.limited)
    return { __typename: 'TweetWithVisibilityResults', limitedActionResults: LIMITED, tweet };
  return { __typename: 'Tweet', ...tweet };
}

/** CreateTweet's answer: the same, without `__typename`. */
export function buildCreated(post: SimPost, world: PayloadWorld): Json {
  return bareTweet(post, world, 0);
}
