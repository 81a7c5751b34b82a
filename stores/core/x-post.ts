/** Decides what one of X's post objects says, in any layout; every leaf may be missing. */
import { type Counts, type Media, type Post, snowflakeTime } from './post';
import { authorBag, readAuthor, readMentions, readWriter, type Writer } from './x-author';
import { address, type Bag, bag, count, handle, id, joined, list, text } from './x-fields';
import { noReferences, type References } from './x-references';
import { readText } from './x-text';

/** A post object on its way. */
export interface RawPost {
  raw: Bag;
  /** The part that holds text, time and counts. */
  body: Bag;
  /** What its surroundings call it (an entry's id, the id that quotes it), should it have no id itself. */
  hint: string | null;
  /** Filled in while its parts are walked. */
  references: References;
}

/** An object that is a post, opened: `legacy` holds its text (classic), `details` (x-web), or the object itself (old REST form). */
export function openPost(raw: Bag, hint: string | null): RawPost | null {
  const body = bodyOf(raw);
  return body && { raw, body, hint, references: noReferences() };
}

function bodyOf(raw: Bag): Bag | null {
  const legacy = bag(raw.legacy);
  if (typeof legacy.full_text === 'string') return legacy;
  const details = bag(raw.details);
  if (typeof details.full_text === 'string') return details;
  if (typeof raw.full_text === 'string' || typeof raw.text === 'string') {
    if (raw.created_at !== undefined || raw.conversation_id_str !== undefined) return raw;
  }
  return raw.note_tweet && noteOf(raw) ? bag(raw.legacy ?? raw.details) : null;
}

function noteOf(raw: Bag): Bag | null {
  const note = bag(bag(bag(raw.note_tweet).note_tweet_results).result);
  return typeof note.text === 'string' ? note : null;
}

/** The post's id. */
export function postId({ raw, body, hint }: RawPost): string | null {
  return id(raw.rest_id) ?? id(body.id_str ?? raw.id_str) ?? hintedId(hint);
}

/** What an entry calls the post that it shows: the number at the end of a module's own id is that of another post, or of none. */
const HINT = /(?:^|(?:^|-)(?:tweet|post|tombstone|t)-)(\d{1,20})$/;

/** The post's id at the end of an entry's id ("conversationthread-1-tweet-2"), or a bare id. */
export function hintedId(hint: string | null): string | null {
  return HINT.exec(hint ?? '')?.[1] ?? null;
}

/** Whether X only mentions a post here, by its id and text: reposting, and taking a repost back, are answered so. */
export function isMention({ raw, body }: RawPost): boolean {
  const { user_id_str, created_at, created_at_ms } = body;
  return (authorBag(raw) ?? user_id_str ?? created_at ?? created_at_ms) === undefined;
}

/**
 * The post, or null without id, author or time. `standIn` wrote it where the object names nobody.
 * Text that X holds back (a long post's note left out, a preview) is marked `truncated`.
 */
export function readPost(post: RawPost, standIn: Writer | null, observedAt: number): Post | null {
  const { raw, body, references } = post;
  const own = postId(post);
  const writer = readWriter(authorBag(raw)) ?? standIn;
  if (!own || !writer) return null;
  const editedIds = readEdits(raw, body);
  const createdAt = readTime(raw, body, own, editedIds);
  if (createdAt === null) return null;
  const replyTo = readParent(raw, body);
  const content = readContent(post, replyTo !== null);
  writer.author.id ??= id(body.user_id_str ?? raw.user_id_str);
  // Field by field: spreading the content in was a third of the reading time.
  const read: Post = {
    id: own,
    author: writer.author,
    createdAt,
    text: content.text,
    truncated: content.truncated,
    replyTo,
    replyToHandle: readParentHandle(raw, body),
    quoteOf: references.quoteOf,
    repostOf: references.repostOf,
    conversationId: id(body.conversation_id_str ?? raw.conversation_id_str),
    hashtags: content.hashtags,
    mentions: content.mentions,
    links: content.links,
    media: content.media,
    counts: readCounts(bag(raw.counts ?? body.counts), body),
    editedIds,
    sensitive: (body.possibly_sensitive ?? raw.possibly_sensitive) === true || content.warned,
    state: 'present',
    observedAt,
    source: 'response',
  };
  if (!writer.told) read.accountAt = 0;
  if ((body.favorited ?? bag(raw.perspective).favorited) === true) read.liked = true;
  return read;
}

function readParent(raw: Bag, body: Bag): string | null {
  const parent = id(body.in_reply_to_status_id_str ?? raw.in_reply_to_status_id_str);
  const results = raw.reply_to_results ?? body.reply_to_results;
  if (parent || !results) return parent;
  return id(bag(results).rest_id) ?? id(bag(bag(results).result).rest_id);
}

function readParentHandle(raw: Bag, body: Bag): string | null {
  const name = handle(body.in_reply_to_screen_name ?? raw.in_reply_to_screen_name);
  const results = raw.reply_to_user_results ?? body.reply_to_user_results;
  return name ?? (results ? (readAuthor(bag(results).result)?.handle ?? null) : null);
}

function readCounts(counts: Bag, body: Bag): Counts {
  return {
    replies: count(body.reply_count ?? counts.reply_count),
    reposts: count(body.retweet_count ?? counts.retweet_count ?? counts.repost_count),
    likes: count(body.favorite_count ?? counts.favorite_count ?? counts.like_count),
    quotes: count(body.quote_count ?? counts.quote_count),
  };
}

type Content = Pick<Post, 'text' | 'truncated' | 'links' | 'hashtags' | 'mentions' | 'media'> & {
  warned: boolean;
};

function readContent({ raw, body, references }: RawPost, reply: boolean): Content {
  const note = raw.note_tweet ? noteOf(raw) : null;
  const set = bag(note?.entity_set);
  const entities = bag(body.entities);
  const media = mediaOf(raw, body, entities);
  const escaped = text(note?.text) ?? text(body.full_text) ?? text(body.text) ?? '';
  const read = readText({
    escaped,
    urls: joined(set.urls, entities.urls, raw.url_entities ?? body.url_entities),
    media,
    hashtags: joined(
      set.hashtags,
      entities.hashtags,
      raw.hashtag_entities ?? body.hashtag_entities,
    ),
    quoteOf: references.quoteOf,
    lead: reply && !note ? count(list(body.display_text_range)[0]) : 0,
  });
  return {
    text: read.text,
    links: read.links,
    hashtags: read.hashtags,
    truncated: body.truncated === true || (!note && Boolean(raw.note_tweet)),
    mentions: readMentions(
      joined(
        set.user_mentions,
        entities.user_mentions,
        raw.mention_entities ?? body.mention_entities,
      ),
    ),
    media: readMedia(media),
    warned: media.some((one) => bag(one).sensitive_media_warning),
  };
}

function mediaOf(raw: Bag, body: Bag, entities: Bag): readonly unknown[] {
  const extended = list(bag(body.extended_entities).media);
  return extended.length > 0
    ? extended
    : joined(raw.media_entities2 ?? body.media_entities2, entities.media, null);
}

function readMedia(entities: readonly unknown[]): Media[] {
  const media: Media[] = [];
  for (const value of entities) {
    const { media_url_https, type, ext_alt_text } = bag(value);
    const url = address(media_url_https);
    if (!url?.startsWith('https:')) continue;
    const kind = type === 'video' ? 'video' : type === 'animated_gif' ? 'gif' : 'photo';
    media.push({ kind, url, alt: text(ext_alt_text) ?? '' });
  }
  return media;
}

/** Every version's id, oldest first; none where the post was never edited. */
function readEdits(raw: Bag, body: Bag): string[] {
  const control = bag(raw.edit_control ?? body.edit_control ?? body.ext_edit_control);
  const initial = bag(control.edit_control_initial ?? control.initial ?? control);
  const versions = list(initial.edit_tweet_ids);
  if (versions.length < 2) return [];
  const ids = new Set(versions.map(id).filter((each) => each !== null));
  return ids.size < 2 ? [] : [...ids].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
}

/** No post is from later than 2100; what is, JavaScript may hold for no date at all. */
const LATEST = 4_102_444_800_000;
const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';

/** Milliseconds of "Wed Jul 08 19:00:00 +0000 2026" (browsers differ on this form), of x-web's created_at_ms, or of the id itself. */
function readTime(raw: Bag, body: Bag, own: string, editedIds: readonly string[]): number | null {
  // An edit has a time of its own; what was said stays at the time when it was first said.
  const first = editedIds[0] === undefined ? undefined : snowflakeTime(editedIds[0]);
  if (first !== undefined) return first - (first % 1000);
  const ms = count(body.created_at_ms ?? raw.created_at_ms);
  if (ms > 0 && ms < LATEST) return ms;
  const written = text(body.created_at ?? raw.created_at) ?? '';
  const month = MONTHS.indexOf(written.slice(4, 7)) / 3;
  if (written.length === 30 && Number.isInteger(month) && month >= 0) {
    const two = (at: number): number => digits(written, at);
    const year = two(26) * 100 + two(28);
    const time = Date.UTC(year, month, two(8), two(11), two(14), two(17));
    if (time > 0) return time;
  }
  return snowflakeTime(own) ?? null;
}

/** The number of two digits, NaN for other signs. A third of the time of Number(slice()). */
function digits(written: string, at: number): number {
  const tens = written.charCodeAt(at) - 48;
  const ones = written.charCodeAt(at + 1) - 48;
  return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? Number.NaN : tens * 10 + ones;
}
