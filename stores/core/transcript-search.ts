/** Decides what is left of an article while something is looked for in it. */

import type { TranscriptPost } from './transcript';
import type { Article } from './transcript-article';

export interface Found {
  /** Ids of the posts found; null where nothing is looked for, and all of them are shown. */
  ids: ReadonlySet<string> | null;
  /** How many those are, of the posts under the sections. */
  posts: number;
  /** Keys of sections with one of them, or whose question is one. */
  sections: ReadonlySet<string>;
}

/** Posts with all the words looked for, in their text or their author's name, and of one person where one is named. */
export function findPosts(article: Article, find: string, person: string): Found {
  const wanted = find.toLowerCase().split(/\s+/).filter(Boolean);
  const handle = person.toLowerCase();
  const isAll = wanted.length === 0 && handle === '';
  const ids = new Set<string>();
  const sections = new Set<string>();
  let all = 0;
  for (const { key, question, posts } of article.sections) {
    all += posts.length;
    const found = posts.filter(({ post }) => isAll || isFound(post, wanted, handle));
    for (const { post } of found) ids.add(post.id);
    const asked = question?.post ?? null;
    if (isAll || found.length > 0 || (asked !== null && isFound(asked, wanted, handle))) {
      sections.add(key);
    }
  }
  return { ids: isAll ? null : ids, posts: isAll ? all : ids.size, sections };
}

function isFound(
  { text, author }: TranscriptPost,
  wanted: readonly string[],
  handle: string,
): boolean {
  if (handle !== '' && author.handle.toLowerCase() !== handle) return false;
  const words = `${text}\n${author.name} @${author.handle}`.toLowerCase();
  return wanted.every((word) => words.includes(word));
}
