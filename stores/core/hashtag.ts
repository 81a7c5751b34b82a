/** Whether a text being written carries a hashtag, as X's own rules have it (twitter-text's). */

/** What may stand in a hashtag: letters, marks, digits, underscore, and what joins words in some scripts. */
const WORD =
  '\\p{L}\\p{M}\\p{Nd}_\\u200c\\u200d\\ua67e\\u05be\\u05f3\\u05f4\\uff5e\\u301c\\u309b\\u309c\\u30a0\\u30fb\\u3003\\u0f0b\\u0f0c\\xb7';
/**
 * Any hashtag. Before it stands nothing of a word and no half of a character, but an emoji's variation selector may, though that is a
 * mark. Two of them together are none, nor is one with :// behind it.
 */
const TAG = `(?:^|[\\ufe0e\\ufe0f]|[^${WORD}&\\p{Cs}])[#＃]([${WORD}]+)(?=([#＃]|://)?)`;

/** What may stand in a link behind its domain. */
const SIGN =
  "[\\w!*';:=+,.$/%#[\\]~@|&\\u2013\\xc0-\\u02bb\\u0300-\\u036f\\u0400-\\u04ff\\u1e00-\\u1eff-]";
const PATH = `/(?:${SIGN}|\\((?:${SIGN}|\\(${SIGN}+\\))+\\))*`;
const QUERY = `\\?(?:${SIGN}|[?()])*`;
/**
 * Whatever may be a link that goes on behind its domain, of any ending: the list of those that exist is too long for X's pages. Where a
 * link is seen that X makes none of, the text may get the hashtag twice; where one were missed, it would go out without. Only behind
 * https:// does a query belong to a domain alone.
 */
const LINK = `(?:(?<![a-z0-9@＠$#＃])https?://|(?<![\\w@＠$#＃./-]))[^\\s/?#＃@＠._-][^\\s/?#＃@＠]*\\.(?:[\\p{L}\\p{M}]{2,}|xn--[\\w-]+)(?::\\d+)?(?:${PATH}(?:${QUERY})?|(?<=://[^\\s/]+)${QUERY})`;

/** How often `#hashtag` stands in the text, in any capitals, not as part of a longer word, tag or link. `hashtag` is without #. */
export function countHashtag(text: string, hashtag: string): number {
  const name = hashtag.toLowerCase();
  const bare = text.replace(new RegExp(LINK, 'giu'), 'x');
  const tags = [...bare.matchAll(new RegExp(TAG, 'gu'))];
  return tags.filter(([, tag, end]) => tag?.toLowerCase() === name && !end).length;
}

export function hasHashtag(text: string, hashtag: string): boolean {
  // First what most drafts tell at once: the patterns take milliseconds to make.
  return /[#＃]/.test(text) && countHashtag(text, hashtag) > 0;
}
