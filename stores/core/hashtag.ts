/** Whether a text being written carries a hashtag. */

/** What may stand in a hashtag (twitter-text's classes: letters, marks, digits, underscore). */
const WORD = '[\\p{L}\\p{M}\\p{Nd}_]';

/** How often `#hashtag` stands in the text, in any capitals, not as part of a longer word, tag or link. `hashtag` is without #. */
export function countHashtag(text: string, hashtag: string): number {
  const name = hashtag.replace(/[^\p{L}\p{M}\p{Nd}_]/gu, '');
  if (!name) return 0;
  const tag = new RegExp(`(?<!${WORD}|[&/])[#＃]${name}(?!${WORD})`, 'giu');
  return text.match(tag)?.length ?? 0;
}

export function hasHashtag(text: string, hashtag: string): boolean {
  return countHashtag(text, hashtag) > 0;
}
