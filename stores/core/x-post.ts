/** Decides what one of X's post objects says, in any layout; every leaf may be missing. */
import { type Author, type Media, type Post, snowflakeTime } from './post';
import { authorBag, readAuthor, readMentions } from './x-author';
import { address, type Bag, bag, count, find, handle, id, list, text } from './x-fields';
import { readText } from './x-text';

const STATUS = /\/status\/(\d+)/;

/** A post object on its way: the object, and the part of it that holds text, time and counts. */
export interface RawPost {
  raw: Bag;
  body: Bag;
}

/** With the id that its surroundings name (the entry, the post that quotes it), should it name none itself. */
export interface Hinted extends RawPost {
  hint: string | null;
}

/** Posts that this one carries or points at. */
export interface References {
  quoteOf: string | null;
  repostOf: string | null;
  /** The objects themselves, where X sent more than an id. */
  quoted: unknown;
  reposted: unknown;
}

/** The part that makes an object a post: `legacy` (classic), `details` (x-web), or the object itself (old REST form). */
export function bodyOf(raw: Bag): Bag | null {
  for (const part of [raw.legacy, raw.details]) {
    const body = bag(part);
    if (typeof body.full_text === 'string') return body;
  }
  const own = typeof raw.full_text === 'string' || typeof raw.text === 'string';
  if (own && (raw.created_at !== undefined || raw.conversation_id_str !== undefined)) return raw;
  if (noteOf(raw)) return bag(raw.legacy ?? raw.details);
  return null;
}

function noteOf(raw: Bag): Bag | null {
  const note = bag(bag(bag(raw.note_tweet).note_tweet_results).result);
  return typeof note.text === 'string' ? note : null;
}

export function postId({ raw, body, hint }: Hinted): string | null {
  return id(raw.rest_id) ?? id(body.id_str) ?? id(raw.id_str) ?? hint;
}

/** Which posts it quotes and reposts. X renames these keys often (retweeted → reposted, result → results): their beginnings have held. */
export function readReferences({ raw }: RawPost): References {
  const found: References = { quoteOf: null, repostOf: null, quoted: null, reposted: null };
  for (const part of [raw, bag(raw.legacy), bag(raw.details)]) {
    for (const key in part) {
      const quote = key.startsWith('quoted');
      if (!quote && !key.startsWith('retweeted') && !key.startsWith('reposted')) continue;
      refer(found, quote, part[key], key.endsWith('permalink'));
    }
  }
  return found;
}

function refer(found: References, quote: boolean, value: unknown, linkOnly: boolean): void {
  const outer = bag(value);
  const result = bag(outer.result ?? value);
  const inner = bag(result.tweet ?? result);
  const named = id(find([inner, outer], 'rest_id', 'id_str')) ?? id(bag(inner.legacy).id_str);
  const target = id(value) ?? named ?? id(STATUS.exec(text(outer.expanded) ?? '')?.[1]);
  const keys = Object.keys(inner).length;
  // A stub holds its type and id and nothing to read (quotedRefResult).
  const whole = linkOnly || keys === 0 || (named && keys < 3) ? null : result;
  if (quote) {
    found.quoteOf ??= target;
    found.quoted ??= whole;
  } else {
    found.repostOf ??= target;
    found.reposted ??= whole;
  }
}

/**
 * The post, or null without id, author or time. `author` stands in where the object names none.
 * Text that X holds back (a long post's note left out, a preview) is marked `truncated`.
 */
export function readPost(
  post: Hinted,
  references: References,
  author: Author | null,
): Omit<Post, 'observedAt' | 'source'> | null {
  const { raw, body } = post;
  const own = postId(post);
  const writer = readAuthor(authorBag(raw)) ?? author;
  if (!own || !writer) return null;
  const editedIds = readEdits(raw, body);
  const createdAt = readTime([body, raw], own, editedIds);
  if (createdAt === null) return null;
  const parent = find([body, raw], 'in_reply_to_status_id_str', 'in_reply_to_status_id');
  const replyTo = id(parent) ?? referenceId(raw.reply_to_results ?? body.reply_to_results);
  const counts = [body, bag(raw.counts ?? body.counts), raw];
  const replied = readAuthor(bag(raw.reply_to_user_results ?? body.reply_to_user_results).result);
  return {
    id: own,
    author: {
      ...writer,
      id: writer.id ?? id(find([body, raw], 'user_id_str')),
    },
    createdAt,
    ...readContent(post, references, replyTo !== null),
    replyTo,
    replyToHandle: handle(find([body, raw], 'in_reply_to_screen_name')) ?? replied?.handle ?? null,
    quoteOf: references.quoteOf,
    repostOf: references.repostOf,
    conversationId: id(find([body, raw], 'conversation_id_str', 'conversation_id')),
    counts: {
      replies: count(find(counts, 'reply_count', 'replies')),
      reposts: count(find(counts, 'retweet_count', 'repost_count', 'reposts')),
      likes: count(find(counts, 'favorite_count', 'like_count', 'likes')),
      quotes: count(find(counts, 'quote_count', 'quotes')),
    },
    editedIds,
    sensitive: find([body, raw], 'possibly_sensitive') === true,
    state: 'present',
  };
}

function referenceId(value: unknown): string | null {
  const outer = bag(value);
  return id(find([outer, bag(outer.result)], 'rest_id', 'id_str'));
}

type Content = Pick<Post, 'text' | 'truncated' | 'links' | 'hashtags' | 'mentions' | 'media'>;

function readContent(post: RawPost, references: References, reply: boolean): Content {
  const { raw, body } = post;
  const note = noteOf(raw);
  const entities = bag(body.entities);
  const sets = [bag(note?.entity_set), entities];
  const all = (old: string, next: string): readonly unknown[] => [
    ...sets.flatMap((set) => list(set[old])),
    ...list(raw[next] ?? body[next]),
  ];
  const media = mediaOf(raw, body);
  const escaped = text(note?.text) ?? text(body.full_text) ?? text(body.text) ?? '';
  const read = readText({
    escaped,
    urls: all('urls', 'url_entities'),
    media,
    hashtags: all('hashtags', 'hashtag_entities'),
    quoteOf: references.quoteOf,
    lead: reply && !note ? count(list(body.display_text_range)[0]) : 0,
  });
  return {
    ...read,
    truncated: body.truncated === true || (!note && raw.note_tweet !== undefined),
    mentions: readMentions(all('user_mentions', 'mention_entities')),
    media: readMedia(media),
  };
}

function mediaOf(raw: Bag, body: Bag): readonly unknown[] {
  for (const value of [
    bag(body.extended_entities).media,
    raw.media_entities2 ?? body.media_entities2,
    bag(body.entities).media,
  ]) {
    if (list(value).length > 0) return list(value);
  }
  return [];
}

function readMedia(entities: readonly unknown[]): Media[] {
  const media: Media[] = [];
  for (const value of entities) {
    const entity = bag(value);
    const url = address(entity.media_url_https);
    if (!url?.startsWith('https:')) continue;
    const kind =
      entity.type === 'video' ? 'video' : entity.type === 'animated_gif' ? 'gif' : 'photo';
    media.push({ kind, url, alt: text(entity.ext_alt_text) ?? '' });
  }
  return media;
}

/** Every version's id, oldest first; none where the post was never edited. */
function readEdits(raw: Bag, body: Bag): string[] {
  const control = bag(raw.edit_control ?? body.ext_edit_control ?? raw.ext_edit_control);
  const initial = bag(control.edit_control_initial ?? control.initial ?? control);
  const ids = list(initial.edit_tweet_ids)
    .map(id)
    .filter((each) => each !== null);
  const versions = [...new Set(ids)].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  return versions.length > 1 ? versions : [];
}

const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';

/** Milliseconds of "Wed Jul 08 19:00:00 +0000 2026" (browsers differ on this form), of x-web's created_at_ms, or of the id itself. */
function readTime(bags: readonly Bag[], own: string, editedIds: readonly string[]): number | null {
  // An edit has a time of its own; what was said stays at the time when it was first said.
  const first = editedIds[0] === undefined ? undefined : snowflakeTime(editedIds[0]);
  if (first !== undefined) return first - (first % 1000);
  const ms = Number(find(bags, 'created_at_ms') ?? Number.NaN);
  if (Number.isSafeInteger(ms) && ms > 0) return ms;
  const parts = /^\w{3} (\w{3}) (\d{2}) (\d{2}):(\d{2}):(\d{2}) \+0000 (\d{4})$/.exec(
    text(find(bags, 'created_at')) ?? '',
  );
  const month = parts ? MONTHS.indexOf(parts[1] as string) / 3 : -1;
  if (parts && Number.isInteger(month) && month >= 0) {
    const [day, hour, minute, second, year] = parts.slice(2).map(Number) as [
      number,
      number,
      number,
      number,
      number,
    ];
    return Date.UTC(year, month, day, hour, minute, second);
  }
  return snowflakeTime(own) ?? null;
}
