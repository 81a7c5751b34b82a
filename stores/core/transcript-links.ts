/** Decides which links of a transcript are listed: each once, in the order shared, with the posts that carry it. */
import { placeOf, sharedHref } from './rows-links';
import type { TranscriptPost } from './transcript';

export interface SharedAddress {
  /** https, tracking parameters taken off. */
  href: string;
  /** Oldest first. */
  posts: TranscriptPost[];
}

const ADDRESS = /https:\/\/[^\s"<>]*[^\s"<>.,;:!?'’”)\]]/gi;

/** Links to posts on X are quotes and not listed. */
export function linksIn(posts: readonly TranscriptPost[]): SharedAddress[] {
  const links = new Map<string, SharedAddress>();
  for (const post of posts) {
    for (const [address] of post.text.matchAll(ADDRESS)) {
      const href = sharedHref(address);
      if (href === null) continue;
      const place = placeOf(href);
      const known = links.get(place);
      if (known === undefined) links.set(place, { href, posts: [post] });
      else if (known.posts.at(-1) !== post) known.posts.push(post);
    }
  }
  return [...links.values()];
}
