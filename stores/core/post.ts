/** What a post is, in our own words: the one shape that readers make and everything else takes. */

/** The account that wrote a post. A missing display name is the handle; `id` is null where X did not say it. */
export interface Author {
  id: string | null;
  /** Without the @, in X's own capitals. */
  handle: string;
  name: string;
  /** https address of the picture, for pages on x.com only. */
  avatar: string | null;
  /** A protected account's posts are shown, and never archived or exported; nor is a repost of one. */
  protected: boolean;
  /** The person follows this account, as X's response said. */
  followed: boolean;
  /** Blocked or muted by the person on X, as is then a repost of theirs: not shown, counted. */
  hidden: boolean;
}

/** A link as its author meant it: `url` is what stands in `text`. */
export interface Link {
  /** The full address, as it stands in the text. */
  url: string;
  /** What X shows for it, shortened. */
  display: string;
}

export interface Media {
  kind: 'photo' | 'video' | 'gif';
  /** https address of the picture or of the video's still. */
  url: string;
  /** The author's description, '' where there is none. */
  alt: string;
}

export interface Mention {
  handle: string;
  id: string | null;
}

/** How often a post was answered and passed on, at `observedAt`. */
export interface Counts {
  replies: number;
  reposts: number;
  likes: number;
  quotes: number;
}

/**
 * One post. Ids are X's decimal strings (64 bit: never a number). Times are milliseconds since 1970 UTC.
 * Text is plain: entities decoded once, links in full in place of t.co, nothing cut unless `truncated`.
 */
export interface Post {
  id: string;
  author: Author;
  createdAt: number;
  text: string;
  /** Only part of the text was to be seen (the page shows long posts cut). */
  truncated: boolean;
  replyTo: string | null;
  /** Handle of the account replied to; X says it even where the parent is gone. */
  replyToHandle: string | null;
  quoteOf: string | null;
  repostOf: string | null;
  conversationId: string | null;
  /** Without the #, lower case, from X's entities and the text, never from inside a link. */
  hashtags: string[];
  mentions: Mention[];
  links: Link[];
  media: Media[];
  counts: Counts;
  /** Every version's id where the post was edited, oldest first; the newest one is `id`. */
  editedIds: string[];
  /** Only where true: the person likes it, as X's response said. Kept on this machine alone, never exported. */
  liked?: true;
  /** X warns before showing its media. */
  sensitive: boolean;
  /** `deleted`: by its author, text gone for good, and with it every repost. `unavailable`: X does not show it (blocked, suspended, limited). */
  state: 'present' | 'deleted' | 'unavailable';
  /** When we saw it, for merging: newest facts win. */
  observedAt: number;
  /** Only where earlier than `observedAt`: when X's response told of the account (`protected`, `followed`, `hidden`, `liked`); 0 where it never did. */
  accountAt?: number;
  /** Where it was read: the page's response, the page itself, or a file. */
  source: 'response' | 'dom' | 'import';
}

/** What a reader could not or would not take, counted so that nothing is hidden silently. */
export interface Skipped {
  unreadable: number;
  promoted: number;
  offTopic: number;
}

/** The moment X made a snowflake id, in ms; undefined for ids that are not snowflakes (before November 2010). */
export function snowflakeTime(id: string): number | undefined {
  if (!/^\d{11,20}$/.test(id)) return undefined;
  return Number(BigInt(id) >> 22n) + 1_288_834_974_657;
}

/** The smallest id that X could give out at this moment (ms). */
export function firstIdAt(moment: number): string {
  return String(BigInt(Math.max(0, Math.floor(moment) - 1_288_834_974_657)) << 22n);
}

/** Orders posts as they were written; equal times by id, which X gives out in order. Total and stable for any set of ids. */
export function comparePosts(
  a: Pick<Post, 'id' | 'createdAt'>,
  b: Pick<Post, 'id' | 'createdAt'>,
): number {
  if (a.createdAt !== b.createdAt) return a.createdAt - b.createdAt;
  if (a.id.length !== b.id.length) return a.id.length - b.id.length;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

/** The address of a post on X. */
export function postUrl(post: Pick<Post, 'id' | 'author'>): string {
  return `https://x.com/${encodeURIComponent(post.author.handle)}/status/${encodeURIComponent(post.id)}`;
}
