/** Whether a text being written carries a hashtag. */

/** What may stand in a hashtag (twitter-text's classes: letters, marks, digits, underscore). */
const WORD = '[\\p{L}\\p{M}\\p{Nd}_]';

/** Is `#hashtag` in the text, in any capitals, not as part of a longer word or tag? `hashtag` is without #. */
export function hasHashtag(text: string, hashtag: string): boolean {
  const name = hashtag.replace(/[^\p{L}\p{M}\p{Nd}_]/gu, '');
  if (!name) return false;
  return new RegExp(`(?<!${WORD}|[&/])[#＃]${name}(?!${WORD})`, 'iu').test(text);
}
