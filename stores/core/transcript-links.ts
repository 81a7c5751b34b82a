/** Decides which links of a transcript are listed: each once, in the order shared, with the posts that carry it. */
import { sharedHref } from './rows-links';
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
      const known = links.get(href);
      if (known === undefined) links.set(href, { href, posts: [post] });
      else if (known.posts.at(-1) !== post) known.posts.push(post);
    }
  }
  return [...links.values()];
}
