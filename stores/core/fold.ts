/** Decides what counts as the same word when posts are searched or muted by word. */
import type { Post } from './post';

const folded = new WeakMap<Post, string>();

/** Text, name and handle for comparing: without capitals and accents. Remembered for each post. */
export function foldPost(post: Post): string {
  const known = folded.get(post);
  if (known !== undefined) return known;
  const fold = foldText(`${post.text}\n${post.author.name}\n@${post.author.handle}`);
  folded.set(post, fold);
  return fold;
}

/** Without capitals and accents, so that "tŷ" is found by "ty"; and with the plain apostrophe, for phones write "can’t" and keyboards "can't". */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/’/g, "'")
    .toLowerCase();
}
