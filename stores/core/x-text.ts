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

// X's own rule, in short (twitter-text "hashtag"): after the start or a sign that is no letter, digit, _ or &;
// letters, marks, digits, _ and a few joiners, at least one of them a letter; not before :// or another #.
// Every repetition is bounded or unambiguous, so that no text makes them slow.
const LINKS = /[a-z][a-z\d+.-]{0,20}:\/\/\S+|\b(?:[\w-]{1,63}\.){1,5}[a-z]{2,20}\/\S*/gi;
const HASHTAG =
  /(?<![\p{L}\p{M}\p{Nd}_&])[#＃]([\p{L}\p{M}\p{Nd}_\u200c\u05be·・\u200d]+)(?=(.{0,3}))/gsu;

/** The hashtags that stand in a plain text: without #, lower case, each once, none from inside a link. */
export function hashtagsIn(plain: string): string[] {
  if (!plain.includes('#') && !plain.includes('＃')) return [];
  const tags = new Set<string>();
  for (const [, tag = '', after = ''] of plain.replace(LINKS, ' ').matchAll(HASHTAG)) {
    if (/\p{L}/u.test(tag) && !/^(?:[#＃]|:\/\/)/.test(after)) tags.add(tag.toLowerCase());
  }
  return [...tags];
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
  const hashtags = new Set<string>();
  for (const entity of raw.hashtags) {
    const tag = typeof entity === 'string' ? entity : text(bag(entity).text);
    if (tag) hashtags.add(tag.toLowerCase());
  }
  for (const tag of hashtagsIn(decoded)) hashtags.add(tag);
  return { ...writeOut(decoded, raw), hashtags: [...hashtags] };
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
    if (!link || !short || links.some(({ url }) => url === link.url)) continue;
    if (raw.quoteOf && link.url.includes(`/status/${raw.quoteOf}`)) {
      const rest = written.trimEnd();
      if (rest.endsWith(short)) {
        written = rest.slice(0, -short.length);
        continue;
      }
    }
    if (short !== link.url) written = written.split(short).join(link.url);
    links.push(link);
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
