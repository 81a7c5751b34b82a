/** Decides what a post's text says: entities decoded, links in full, hashtags found. */
import type { Link } from './post';
import { address, type Bag, bag, text } from './x-fields';

const ESCAPES: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

/** X escapes these five and no others; each is decoded once, so "&amp;lt;" stays "&lt;". */
export function decodeText(escaped: string): string {
  return escaped.includes('&')
    ? escaped.replace(/&(?:amp|lt|gt|quot|#39);/g, (found) => ESCAPES[found] ?? found)
    : escaped;
}

/** X's longest posts have 25,000 signs; what is longer is no post, and must not cost time either. */
const MAX_TEXT = 100_000;

/** What leads up to a # inside a link: an address with or without its https. */
const LINK = /:\/\/|\.[a-z]{2,}\//i;
/** How far a link is looked for before a #: no text can make the search slow. */
const MAX_LINK = 500;

/** The hashtags that stand in a plain text: without #, lower case, each once, none from inside a link. */
export function hashtagsIn(plain: string): string[] {
  if (!plain.includes('#') && !plain.includes('＃')) return [];
  const tags = new Set<string>();
  // X's own rule, in short (twitter-text "hashtag"): after the start or a sign that is no letter, digit, _ or &, or an emoji (❤️ ends in a mark);
  // letters, marks, digits, _ and a few joiners, at least one of them a letter; not before :// or another #.
  // Written here and not above: all letters of the world take a browser half a millisecond, and most pages have no post of the chat.
  const hashtag =
    /(?<![\p{L}\p{Nd}_&]|(?![\ufe0e\ufe0f])\p{M})[#＃]([\p{L}\p{M}\p{Nd}_\u200c\u05be·・\u200d]+)/gu;
  for (const found of plain.matchAll(hashtag)) {
    const [all, tag = ''] = found;
    const end = found.index + all.length;
    if (!/\p{L}/u.test(tag) || /^(?:[#＃]|:\/\/)/.test(plain.slice(end, end + 3))) continue;
    if (!isInLink(plain, found.index)) tags.add(tag.toLowerCase());
  }
  return [...tags];
}

function isInLink(plain: string, at: number): boolean {
  const before = plain.slice(Math.max(0, at - MAX_LINK), at);
  return LINK.test(before.split(/\s/).at(-1) ?? '');
}

/** What the text of a post is made from. */
export interface RawText {
  escaped: string;
  urls: readonly unknown[];
  media: readonly unknown[];
  hashtags: readonly unknown[];
  /** Id of the quoted post: X shows it instead of the link to it that ends the text. */
  quoteOf: string | null;
  /** How many signs of @names lead a reply's text (display_text_range). */
  lead: number;
}

export interface ReadText {
  text: string;
  links: Link[];
  hashtags: string[];
}

/** Reads the text once: decoded, t.co links written out, links that only stand for media or a quote taken off. */
export function readText(raw: RawText): ReadText {
  const decoded = decodeText(dropLead(raw.escaped.slice(0, MAX_TEXT), raw.lead));
  const hashtags = hashtagsIn(decoded);
  for (const entity of raw.hashtags) {
    const tag = text(typeof entity === 'string' ? entity : bag(entity).text)?.toLowerCase();
    if (tag && !hashtags.includes(tag)) hashtags.push(tag);
  }
  const { text: written, links } = writeOut(decoded, raw);
  return { text: written, links, hashtags };
}

/** Only a run of @names is ever taken off, whatever the range claims. */
function dropLead(escaped: string, lead: number): string {
  const names = escaped.slice(0, lead);
  return lead > 0 && /^(?:@\w+\s+)+$/.test(names) ? escaped.slice(lead) : escaped;
}

function writeOut(decoded: string, raw: RawText): { text: string; links: Link[] } {
  const links: Link[] = [];
  let written = decoded;
  for (const entity of raw.media) {
    const short = text(bag(entity).url);
    if (short) written = written.replace(short, '');
  }
  for (const entity of raw.urls) {
    const link = linkOf(bag(entity));
    const short = text(bag(entity).url);
    if (!link || !short) continue;
    const rest = written.trimEnd();
    if (raw.quoteOf && link.url.includes(`/status/${raw.quoteOf}`) && rest.endsWith(short)) {
      written = rest.slice(0, -short.length);
      continue;
    }
    if (short !== link.url) written = written.replaceAll(short, () => link.url);
    if (!links.some(({ url }) => url === link.url)) links.push(link);
  }
  return { text: written.trim(), links };
}

function linkOf(entity: Bag): Link | null {
  const url = address(entity.expanded_url) ?? address(entity.expanded) ?? address(entity.url);
  if (!url) return null;
  return {
    url,
    display: text(entity.display_url) ?? text(entity.display) ?? url.replace(/^https?:\/\//i, ''),
  };
}
