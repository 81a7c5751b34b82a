/** The app's own reading of X's answers into what it draws. */

type Any = Record<string, unknown>;

export interface Account {
  id: string;
  handle: string;
  name: string;
  avatar: string;
  tick: string;
  followed: boolean;
}

export type Segment =
  | { kind: 'text'; text: string }
  | { kind: 'url'; text: string; href: string }
  | { kind: 'tag'; text: string; href: string };

export interface ShownPost {
  id: string;
  author: Account;
  createdAt: number;
  segments: Segment[];
  /** All of a long post, where `segments` is cut. */
  whole: Segment[] | null;
  replyingTo: string[];
  quote: ShownPost | { gone: string } | null;
  photo: { url: string; alt: string; sensitive: boolean } | null;
  counts: { replies: number; reposts: number; likes: number; quotes: number; views: number };
  liked: boolean;
  reposted: boolean;
  bookmarked: boolean;
  repostedBy: Account | null;
  limited: boolean;
  lang: string;
}

/** A post's own page. */
export const postPath = (post: ShownPost) => `/${post.author.handle}/status/${post.id}`;

export type Row =
  | { kind: 'post'; id: string; post: ShownPost; promoted: boolean; joint: boolean; focal: boolean }
  | { kind: 'gone'; id: string; text: string }
  | { kind: 'who'; id: string; people: Account[] }
  | { kind: 'heading'; id: string; text: string }
  | { kind: 'more'; id: string; text: string; cursor: string; moduleId: string };

export interface ReadPage {
  rows: Row[];
  /** Rows of "Show replies", to stand in the module's place of its button. */
  added: { moduleId: string; rows: Row[] } | null;
  top: string | null;
  bottom: string | null;
}

const rec = (value: unknown): Any => (value && typeof value === 'object' ? (value as Any) : {});
const list = (value: unknown): Any[] => (Array.isArray(value) ? (value as Any[]) : []);
const str = (value: unknown): string => (typeof value === 'string' ? value : '');
const num = (value: unknown): number => Number(value) || 0;

export function readAccount(value: unknown): Account {
  const user = rec(value);
  const legacy = rec(user.legacy);
  const core = rec(user.core);
  const verification = rec(user.verification);
  const special = str(verification.verified_type) || str(legacy.verified_type);
  return {
    id: str(user.rest_id),
    handle: str(core.screen_name) || str(legacy.screen_name),
    name: str(core.name) || str(legacy.name),
    avatar: str(rec(user.avatar).image_url) || str(legacy.profile_image_url_https),
    tick: special.toLowerCase() || (user.is_blue_verified === true ? 'blue' : ''),
    followed: rec(user.relationship_perspectives).following === true || legacy.following === true,
  };
}

const unescapeHtml = (text: string) =>
  text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');

/** Cuts a text at its entities. Indices count code points of the text as sent. */
function segmentsOf(
  text: string,
  entities: Any,
  from: number,
  to: number,
  escaped: boolean,
): Segment[] {
  const chars = [...text];
  const marks = [
    ...list(entities.urls).map((e) => ({ e, make: urlSegment })),
    ...list(entities.hashtags).map((e) => ({ e, make: tagSegment })),
    ...list(entities.user_mentions).map((e) => ({ e, make: mentionSegment })),
  ]
    .map(({ e, make }) => ({ from: num(list(e.indices)[0]), to: num(list(e.indices)[1]), e, make }))
    .filter((mark) => mark.from >= from && mark.to <= to)
    .sort((a, b) => a.from - b.from);
  const out: Segment[] = [];
  let at = from;
  const plain = (end: number) => {
    const piece = chars.slice(at, end).join('');
    if (piece) out.push({ kind: 'text', text: escaped ? unescapeHtml(piece) : piece });
  };
  for (const mark of marks) {
    if (mark.from < at) continue;
    plain(mark.from);
    out.push(mark.make(mark.e));
    at = mark.to;
  }
  plain(to);
  return out;
}

const urlSegment = (e: Any): Segment => ({
  kind: 'url',
  text: str(e.display_url),
  href: str(e.expanded_url),
});
const tagSegment = (e: Any): Segment => ({
  kind: 'tag',
  text: `#${str(e.text)}`,
  href: `/hashtag/${encodeURIComponent(str(e.text))}?src=hashtag_click`,
});
const mentionSegment = (e: Any): Segment => ({
  kind: 'tag',
  text: `@${str(e.screen_name)}`,
  href: `/${str(e.screen_name)}`,
});

function readQuote(tweet: Any): ShownPost['quote'] {
  if (!rec(tweet.legacy).is_quote_status || !('quoted_status_result' in tweet)) return null;
  const result = rec(rec(tweet.quoted_status_result).result);
  return readPost(result) ?? { gone: tombstoneText(result) };
}

function tombstoneText(result: Any): string {
  return str(rec(rec(result.tombstone).text).text) || 'This Post is unavailable.';
}

function readPhoto(legacy: Any): ShownPost['photo'] {
  const media = list(rec(legacy.extended_entities).media)[0];
  if (!media) return null;
  return {
    url: str(media.media_url_https),
    alt: str(media.ext_alt_text) || 'Image',
    sensitive: legacy.possibly_sensitive === true,
  };
}

function wholeText(tweet: Any): Segment[] | null {
  const note = rec(rec(rec(tweet.note_tweet).note_tweet_results).result);
  const text = str(note.text);
  return text ? segmentsOf(text, rec(note.entity_set), 0, [...text].length, false) : null;
}

/** A post, or undefined where the result holds none. */
export function readPost(value: unknown): ShownPost | undefined {
  const result = rec(value);
  const limited = result.__typename === 'TweetWithVisibilityResults';
  const tweet = limited ? rec(result.tweet) : result;
  const legacy = rec(tweet.legacy);
  if (typeof legacy.full_text !== 'string') return undefined;
  const author = readAccount(rec(rec(rec(tweet.core).user_results).result));
  const inner = readPost(rec(rec(legacy.retweeted_status_result).result));
  if (inner) return { ...inner, repostedBy: author };
  const entities = rec(legacy.entities);
  const [from, to] = list(legacy.display_text_range).map(Number);
  return {
    id: str(tweet.rest_id),
    author,
    createdAt: Date.parse(str(legacy.created_at)),
    segments: segmentsOf(
      legacy.full_text,
      entities,
      from ?? 0,
      to ?? [...legacy.full_text].length,
      true,
    ),
    whole: wholeText(tweet),
    replyingTo: list(entities.user_mentions)
      .filter((e) => num(list(e.indices)[1]) <= (from ?? 0))
      .map((e) => str(e.screen_name)),
    quote: readQuote(tweet),
    photo: readPhoto(legacy),
    counts: {
      replies: num(legacy.reply_count),
      reposts: num(legacy.retweet_count) + num(legacy.quote_count),
      likes: num(legacy.favorite_count),
      quotes: num(legacy.quote_count),
      views: num(rec(tweet.views).count),
    },
    liked: legacy.favorited === true,
    reposted: legacy.retweeted === true,
    bookmarked: legacy.bookmarked === true,
    repostedBy: null,
    limited,
    lang: str(legacy.lang),
  };
}

function readItem(id: string, content: Any, moduleId: string, joint: boolean): Row[] {
  if (content.itemType === 'TimelineTimelineCursor')
    return [
      {
        kind: 'more',
        id,
        moduleId,
        text: str(rec(content.displayTreatment).actionText) || 'Show more replies',
        cursor: str(content.value),
      },
    ];
  if (content.itemType !== 'TimelineTweet') return [];
  const result = rec(rec(content.tweet_results).result);
  const post = readPost(result);
  const promoted = 'promotedMetadata' in content;
  if (post) return [{ kind: 'post', id, post, promoted, joint, focal: false }];
  return result.__typename === 'TweetTombstone'
    ? [{ kind: 'gone', id, text: tombstoneText(result) }]
    : [];
}

function readModule(id: string, content: Any): Row[] {
  const items = list(content.items);
  if (id.startsWith('who-to-follow'))
    return [
      {
        kind: 'who',
        id,
        people: items.map((item) =>
          readAccount(rec(rec(rec(item.item).itemContent).user_results).result),
        ),
      },
    ];
  const title = str(rec(content.header).text);
  const rows = items.flatMap((item, at) =>
    readItem(
      str(item.entryId),
      rec(rec(item.item).itemContent),
      id,
      content.displayType === 'VerticalConversation' && at < items.length - 1,
    ),
  );
  return title ? [{ kind: 'heading', id: `${id}-title`, text: title }, ...rows] : rows;
}

function readEntry(entry: Any, page: ReadPage): void {
  const content = rec(entry.content);
  const id = str(entry.entryId);
  if (content.entryType === 'TimelineTimelineCursor') {
    if (content.cursorType === 'Top') page.top = str(content.value);
    if (content.cursorType === 'Bottom') page.bottom = str(content.value);
  } else if (content.entryType === 'TimelineTimelineModule')
    page.rows.push(...readModule(id, content));
  else page.rows.push(...readItem(id, rec(content.itemContent), '', false));
}

const INSTRUCTIONS: readonly string[][] = [
  ['search_by_raw_query', 'search_timeline', 'timeline'],
  ['home', 'home_timeline_urt'],
  ['threaded_conversation_with_injections_v2'],
  ['user', 'result', 'timeline', 'timeline'],
];

/** A timeline's page; undefined where the answer is none. */
export function readTimeline(json: unknown): ReadPage | undefined {
  const data = rec(rec(json).data);
  const instructions = INSTRUCTIONS.map((path) => path.reduce<Any>((at, key) => rec(at[key]), data))
    .map((timeline) => timeline.instructions)
    .find(Array.isArray);
  if (!instructions) return undefined;
  const page: ReadPage = { rows: [], added: null, top: null, bottom: null };
  for (const instruction of list(instructions)) {
    if (instruction.type === 'TimelineAddEntries')
      for (const entry of list(instruction.entries)) readEntry(entry, page);
    if (instruction.type === 'TimelineReplaceEntry') readEntry(rec(instruction.entry), page);
    if (instruction.type === 'TimelineAddToModule') {
      const moduleId = str(instruction.moduleEntryId);
      const rows = list(instruction.moduleItems).flatMap((item) =>
        readItem(str(item.entryId), rec(rec(item.item).itemContent), moduleId, false),
      );
      page.added = { moduleId, rows };
    }
  }
  return page;
}

/** The post of a CreateTweet or CreateNoteTweet answer. */
export function readCreated(json: unknown): ShownPost | undefined {
  const data = rec(rec(json).data);
  const created = rec(data.create_tweet ?? data.notetweet_create);
  return readPost(rec(created.tweet_results).result);
}
