/** Decides which links were shared in the chat: each once, the newest first, with who shared it and under which question. */
import type { Conversation, PlacedPost } from './conversation';
import { comparePosts } from './post';
import { isInSight, type Sight } from './rows-groups';
import { safeHref } from './rows-text';

export interface SharedLink {
  /** https, tracking parameters taken off. */
  href: string;
  /** What X shows for it. */
  display: string;
  /** Posts that carry it, oldest first. */
  posts: PlacedPost[];
  /** What the last of them says about it: its words without links, labels and tags. '' where it says nothing. */
  context: string;
}

/** Links to posts on X are quotes, not links; other links of X (profiles, spaces) count. */
const ON_X = /^https:\/\/(?:www\.|mobile\.)?(?:x|twitter)\.com\/(?:i\/web|[^/]+)\/status\/\d/;
const TRACKING = /^(?:utm_\w+|(?:fb|g|tw|ms)clid|mc_[ce]id|igshid|ref_src|ref_url|s)$/;

/** Only https links: others are left in their posts as plain text. */
export function buildLinks(conversation: Conversation, sight: Sight): SharedLink[] {
  const links = new Map<string, SharedLink>();
  for (const placed of conversation.placed.values()) {
    if (placed.role !== 'repost' && isInSight(placed, sight)) addLinks(links, placed);
  }
  const list = [...links.values()];
  for (const link of list) {
    link.posts.sort((a, b) => comparePosts(a.post, b.post));
    link.context = contextOf(link.posts.at(-1)?.post.text ?? '');
  }
  const newest = ({ posts }: SharedLink) => posts.at(-1)?.post.createdAt ?? 0;
  return list.sort((a, b) => newest(b) - newest(a));
}

function addLinks(links: Map<string, SharedLink>, placed: PlacedPost): void {
  for (const link of placed.post.links) {
    const href = sharedHref(link.url);
    if (href === null) continue;
    const place = placeOf(href);
    const known = links.get(place);
    if (known === undefined) {
      links.set(place, { href, display: link.display, posts: [placed], context: '' });
    } else if (!known.posts.includes(placed)) known.posts.push(placed);
  }
}

/** The address without what only tells its owner who came from where; null unless https, and for posts on X. */
export function sharedHref(address: string): string | null {
  const href = safeHref(address);
  if (href === null || ON_X.test(href)) return null;
  const url = new URL(href);
  // Not by `searchParams`: in Firefox's content scripts its names cannot be walked through.
  const kept = url.search.slice(1).split('&');
  url.search = kept.filter((pair) => !TRACKING.test(pair.split('=', 1)[0] ?? '')).join('&');
  return url.href;
}

/** The same for addresses that lead to one place: with www or without, with a slash at the end or without. */
export function placeOf(href: string): string {
  return href.replace(/^https:\/\/(?:www\.)?/, '').replace(/\/(?=$|[?#])/, '');
}

const ASIDE = /https?:\/\/\S+|#[\p{L}\p{M}\p{N}_]+|^\s*[AQ]\.?\d{1,2}[a-z]?[\s.:)-]+/giu;

function contextOf(text: string): string {
  return text.slice(0, 400).replace(ASIDE, ' ').replace(/\s+/g, ' ').trim();
}
