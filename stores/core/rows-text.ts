/** Splits a post's text into the pieces that are drawn apart: links, mentions, hashtags and plain words. */
import type { Post } from './post';

export type TextPart =
  | { kind: 'text'; text: string }
  /** `href` is https, always: other addresses stay plain text. */
  | { kind: 'link' | 'mention' | 'hashtag'; text: string; href: string };

// One alternation, no nested repetition: linear on any input.
const piece =
  /(?<link>https?:\/\/[^\s<>"]+)|(?<![\p{L}\p{N}_])(?:(?<mention>[@＠]\w{1,15})(?!\w)|(?<hashtag>[#＃][\p{L}\p{M}\p{N}_]*\p{L}[\p{L}\p{M}\p{N}_]*))/gu;

/** Texts are cut here before they are split: far above X's longest posts (25,000 characters). */
const LIMIT = 30_000;

/** The parts of a text in order; joined, they read as the text does, but for links, which show their short form. */
export function splitText(post: Pick<Post, 'text' | 'links'>): TextPart[] {
  const parts: TextPart[] = [];
  const text = post.text.slice(0, LIMIT);
  let at = 0;
  for (const match of text.matchAll(piece)) {
    const [whole] = match;
    const part = partOf(match, post.links);
    if (part === null) continue;
    if (match.index > at) parts.push({ kind: 'text', text: text.slice(at, match.index) });
    parts.push(part.part);
    at = match.index + whole.length - part.left;
  }
  if (at < text.length) parts.push({ kind: 'text', text: text.slice(at) });
  return parts;
}

/** `left`: how many characters of the match are no part of it (the full stop behind a link). */
function partOf(
  match: RegExpMatchArray,
  links: Post['links'],
): { part: TextPart; left: number } | null {
  const [whole] = match;
  if (match.groups?.mention !== undefined) {
    const href = `https://x.com/${whole.slice(1)}`;
    return { part: { kind: 'mention', text: whole, href }, left: 0 };
  }
  if (match.groups?.hashtag !== undefined) {
    const href = `https://x.com/hashtag/${encodeURIComponent(whole.slice(1))}?f=live`;
    return { part: { kind: 'hashtag', text: whole, href }, left: 0 };
  }
  const known = links.find((link) => whole.startsWith(link.url));
  const url = known?.url ?? whole.replace(/[.,;:!?'’”)\]]+$/u, '');
  const href = safeHref(url);
  if (href === null) return null;
  const text = known?.display ? known.display : shorten(url);
  return { part: { kind: 'link', text, href }, left: whole.length - url.length };
}

/** The address if it is https and names a host, else null. */
export function safeHref(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, href, username } = new URL(url);
  // `https://x.com@evil.example/` is made to be misread.
  return protocol === 'https:' && username === '' ? href : null;
}

function shorten(url: string): string {
  const bare = url.replace(/^https:\/\/(www\.)?/, '').replace(/\/$/, '');
  return bare.length > 32 ? `${bare.slice(0, 31)}…` : bare;
}

const aside = /https?:\/\/\S+|[@#＠＃][\p{L}\p{N}_]+|^\s*[AQ]\.?\d{1,2}\w?[\s.:)-]*/giu;
const strong = /\p{L}/u;
const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** The direction of a post's own words: labels, tags, handles and links are Latin in any language, so they do not count. */
export function textDirection(text: string): 'ltr' | 'rtl' {
  const first = text.slice(0, 500).replace(aside, ' ').match(strong)?.[0];
  return first !== undefined && rightToLeft.test(first) ? 'rtl' : 'ltr';
}
