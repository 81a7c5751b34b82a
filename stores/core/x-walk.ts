/** Decides where in X's JSON the posts are: a tolerant deep walk that knows no paths by heart. */
import { mergePosts } from './merge';
import type { Post, Skipped } from './post';
import { readWriter, type Writer } from './x-author';
import { type Bag, bag, id, text } from './x-fields';
import { hintedId, isMention, openPost, postId, type RawPost, readPost } from './x-post';
import { addReference, addReferences, isReference } from './x-references';
import { isTombstone, saysDeleted } from './x-tombstone';
import { deriveConversations, resolveWriters } from './x-users';

/** Bounds for what the page may throw at us: recorded responses are at most 40 deep and 60,000 objects wide. */
const MAX_DEPTH = 500;
const MAX_OBJECTS = 2_000_000;

/** Subtrees that never hold a post and are most of a response's weight; a translation must not pass for the text. */
const BARREN = new Set([
  'core',
  'user_results',
  'card',
  'entities',
  'extended_entities',
  'note_tweet',
  'edit_control',
  'views',
  'clientEventInfo',
  'client_event_info',
  'feedbackInfo',
  'feedback_info',
  'grok_translated_post_with_availability',
  'grok_analysis_button',
  'unmention_data',
  'media_entities2',
  'affiliates_highlighted_label',
  'highlights',
  'quick_promote_eligibility',
  'edit_perspective',
  'conversationMetadata',
  'display_text_range',
  'ext',
]);

/** "Discover more" under a post: X's recommendations, no part of the conversation. */
const RELATED = /^(?:tweetdetailrelatedtweets|youmightalsolike)/i;

/** "promoted-tweet-1-5f", before that "promotedTweet-1-5f". */
const PROMOTED_ENTRY = /promoted/i;

/** What an object may be, by its keys: most are none of these, and a look at the keys spares them every other question. */
const POST = 1;
const ENTRY = 2;
const PROMOTED = 4;
const STONE = 8;

function marksOf(raw: Bag): number {
  let marks = 0;
  for (const key in raw) {
    switch (key) {
      case 'legacy':
      case 'details':
      case 'core':
      case 'note_tweet':
      case 'full_text':
      case 'text':
        marks |= POST;
        break;
      case 'entryId':
      case 'entry_id':
        marks |= ENTRY;
        break;
      case 'promotedMetadata':
      case 'promoted_metadata':
        if (raw[key]) marks |= PROMOTED;
        break;
      case '__typename':
      case 'tombstone':
      case 'tombstoneInfo':
      case 'tweetInterstitial':
      case 'mediaVisibilityResults':
        marks |= STONE;
    }
  }
  return marks;
}

export interface Found {
  posts: Map<string, Post>;
  deleted: Set<string>;
  unavailable: Set<string>;
  skipped: Skipped;
}

/**
 * Collects every post of a parsed response, each id once. Never throws.
 * `shared`: the value was not made by JSON.parse and may contain itself.
 */
export function walkResponse(root: unknown, observedAt: number, shared: boolean): Found {
  const found: Found = {
    posts: new Map(),
    deleted: new Set(),
    unavailable: new Set(),
    skipped: { unreadable: 0, promoted: 0, offTopic: 0 },
  };
  const walker = new Walker(found, observedAt, shared);
  walker.walk(root, null, 0);
  // Notifications stand within the account that they are for; deeper down no account holds posts.
  const data = bag(bag(root).data);
  for (const part of [data, ...Object.values(data)]) {
    walker.walk(bag(bag(part).user_results).result, null, 0);
  }
  const lost = [...walker.unreadable, ...readWaiting(root, walker)];
  // What one copy does not say, another may have said.
  found.skipped.unreadable = lost.filter((key) => !key || !found.posts.has(key)).length;
  // Last, for in the old REST form a repost may stand before what it passes on.
  for (const post of found.posts.values()) if (post.repostOf) passOn(post, found.posts);
  deriveConversations(found.posts);
  for (const key of walker.advertised) found.posts.delete(key);
  for (const key of found.unavailable) {
    if (found.posts.has(key) || found.deleted.has(key)) found.unavailable.delete(key);
  }
  return found;
}

/** Reads the posts that name no author, now that everyone in the response can be known; gives the ids of those that stay unreadable. */
function readWaiting(root: unknown, walker: Walker): (string | null)[] {
  // The old REST form keeps all its users in one place.
  const users = bag(bag(bag(root).globalObjects).users);
  let everyone: ReturnType<typeof resolveWriters> | null = null;
  const unreadable: (string | null)[] = [];
  for (const post of walker.waiting) {
    const account = id(post.body.user_id_str);
    let writer = account ? readWriter(users[account]) : null;
    if (!writer) {
      everyone ??= resolveWriters(root);
      writer = everyone(post.raw, post.body);
    }
    if (!walker.read(post, writer) && !isMention(post)) unreadable.push(postId(post));
  }
  return unreadable;
}

class Walker {
  /** Posts that name no author, to be tried again when all users of the response are known. */
  readonly waiting: RawPost[] = [];
  /** Objects that should be posts and hold no text where texts are known to stand, by id. */
  readonly unreadable: (string | null)[] = [];
  /** Ids that an advertisement stands for (old REST form, where posts lie apart from entries). */
  readonly advertised: string[] = [];
  readonly #found: Found;
  readonly #observedAt: number;
  readonly #seen: Set<object> | null;
  #left = MAX_OBJECTS;

  constructor(found: Found, observedAt: number, shared: boolean) {
    this.#found = found;
    this.#observedAt = observedAt;
    this.#seen = shared ? new Set() : null;
  }

  /** `hint` is what the nearest entry or reference calls a post in here. */
  walk(value: unknown, hint: string | null, depth: number): void {
    if (typeof value !== 'object' || value === null) return;
    if (depth > MAX_DEPTH || this.#left-- <= 0) return;
    if (this.#seen) {
      if (this.#seen.has(value)) return;
      this.#seen.add(value);
    }
    if (Array.isArray(value)) {
      for (const item of value) this.walk(item, hint, depth + 1);
      return;
    }
    const raw = value as Bag;
    const marks = marksOf(raw);
    const post = marks & POST ? openPost(raw, hint) : null;
    if (post) this.#take(post, depth);
    else if (marks) this.#visit(raw, marks, hint, depth);
    else this.#descend(raw, hint, depth);
  }

  #visit(raw: Bag, marks: number, hint: string | null, depth: number): void {
    const { skipped } = this.#found;
    const entry = marks & ENTRY ? entryIdOf(raw) : '';
    if (marks & PROMOTED || PROMOTED_ENTRY.test(entry)) {
      skipped.promoted++;
      const advertised = id(raw.id ?? shownBy(raw).id);
      if (advertised) this.advertised.push(advertised);
      return;
    }
    if (RELATED.test(entry)) {
      skipped.offTopic++;
      return;
    }
    const own = entry || hint;
    if (marks & STONE && isTombstone(raw)) this.#bury(raw, own);
    else if (marks & POST && isUnreadable(raw)) this.unreadable.push(id(raw.rest_id));
    this.#descend(raw, own, depth);
    if (marks & STONE) this.#unwrap(raw, own);
  }

  #descend(raw: Bag, hint: string | null, depth: number): void {
    for (const key in raw) {
      const value = raw[key];
      if (typeof value === 'object' && value !== null && !BARREN.has(key)) {
        // Where the post itself cannot be read, what it quotes must not be taken for it.
        this.walk(value, isReference(key) ? null : hint, depth + 1);
      }
    }
  }

  #bury(raw: Bag, hint: string | null): void {
    const own = id(raw.rest_id) ?? hintedId(hint);
    if (own) (saysDeleted(raw) ? this.#found.deleted : this.#found.unavailable).add(own);
  }

  /** What a wrapper says of the post that was just read from inside it. */
  #unwrap(raw: Bag, hint: string | null): void {
    const preview = raw.__typename === 'TweetPreviewDisplay';
    const covered = raw.tweetInterstitial;
    if (!preview && !covered && !raw.mediaVisibilityResults) return;
    const own = id(bag(raw.tweet).rest_id) ?? hintedId(hint);
    const post = own ? this.#found.posts.get(own) : undefined;
    if (post && preview) post.truncated = true;
    else if (post) post.sensitive = true;
    else if (own && (preview || covered)) this.#found.unavailable.add(own);
  }

  #take(post: RawPost, depth: number): void {
    const { raw, references } = post;
    for (const key in raw) {
      const value = raw[key];
      if (addReference(key, value, references)) continue;
      if (typeof value === 'object' && value !== null && !isOpened(key, value, post)) {
        this.walk(value, null, depth + 1);
      }
    }
    for (const { value, isQuote } of references.objects) {
      this.walk(value, isQuote ? references.quoteOf : references.repostOf, depth + 1);
    }
    if (!this.read(post, null)) this.waiting.push(post);
  }

  /** False where it cannot be read yet. A post that was read before is not read again. */
  read(post: RawPost, writer: Writer | null): boolean {
    const { posts } = this.#found;
    const own = postId(post);
    const known = own ? posts.get(own) : undefined;
    // One copy may say how the account stands, where another does not.
    if (known && !known.truncated && known.accountAt !== 0) return true;
    const read = readPost(post, writer, this.#observedAt);
    if (!read) return false;
    posts.set(read.id, mergePosts(known, read));
    return true;
  }
}

function entryIdOf(raw: Bag): string {
  return text(raw.entryId) ?? text(raw.entry_id) ?? '';
}

/** What an entry of the old REST form shows: a post's id alone. */
function shownBy(entry: Bag): Bag {
  return bag(bag(bag(bag(entry.content).item).content).tweet);
}

/** Looks into the parts that are a post's own; false for what may hold others. */
function isOpened(key: string, value: object, { body, references }: RawPost): boolean {
  if (key !== 'legacy' && key !== 'details') return BARREN.has(key);
  const before = references.objects.length;
  addReferences(value, references);
  // x-web has both parts, and keeps reposts in the one that is not the body: it is walked where this was in vain.
  return value === body || references.objects.length > before;
}

/** X sends an object for each post; one that is typed so, or has an author where posts have it, and no text is a loss to be told. */
function isUnreadable(raw: Bag): boolean {
  const authored = bag(raw.core).user_results !== undefined;
  return authored || (raw.__typename === 'Tweet' && (raw.legacy ?? raw.details) !== undefined);
}

/** A repost says what the post says that it passes on, for X cuts its own text ("RT @name: …"); words that are hidden or behind a lock stay so. */
function passOn(repost: Post, posts: ReadonlyMap<string, Post>): void {
  const inner = posts.get(repost.repostOf ?? '');
  const cut = /^RT @\w+: /.exec(repost.text);
  if (inner) {
    const { text, truncated, hashtags, mentions, links, media, sensitive } = inner;
    Object.assign(repost, { text, truncated, hashtags, mentions, links, media, sensitive });
    const hidden = repost.author.hidden || inner.author.hidden;
    const closed = repost.author.protected || inner.author.protected;
    repost.author = { ...repost.author, hidden, protected: closed };
  } else if (cut) {
    repost.truncated = repost.text.endsWith('…');
    repost.text = repost.text.slice(cut[0].length);
  }
}
