/** Turns what an author typed into what X sends: t.co links, entities with indices, escaped text, visible range. */
import { createHash } from 'node:crypto';

export interface UrlEntity {
  display_url: string;
  expanded_url: string;
  indices: [number, number];
  url: string;
}

export interface EncodedText {
  /** As it stands in `full_text`: HTML-escaped, links as t.co. */
  text: string;
  hashtags: { indices: [number, number]; text: string }[];
  mentions: { screen_name: string; indices: [number, number] }[];
  urls: UrlEntity[];
}

const PARTS =
  /(?<url>https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]'’”])|(?<![\p{L}\p{N}_&/#])#(?<tag>[\p{L}\p{M}\p{N}_]*\p{L}[\p{L}\p{M}\p{N}_]*)|(?<![\p{L}\p{N}_@])@(?<at>[A-Za-z0-9_]{1,15})/gu;

const escapeHtml = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const length = (text: string) => [...text].length;

/** The t.co address of a link; the same link always has the same one here. */
export function shortUrl(url: string): string {
  return `https://t.co/${createHash('sha1').update(url).digest('base64url').replace(/[-_]/g, 'x').slice(0, 10)}`;
}

/** What X shows for a link: no scheme, cut at 25 characters after the host. */
export function displayUrl(url: string): string {
  const bare = url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
  return bare.length > 27 ? `${bare.slice(0, 26)}…` : bare;
}

/** `escaped` is off in long posts: X sends `note_tweet` text as typed (seen in recordings of 2026-08). */
export function encodeText(typed: string, escaped = true): EncodedText {
  const out: EncodedText = { text: '', hashtags: [], mentions: [], urls: [] };
  const esc = escaped ? escapeHtml : (text: string) => text;
  let last = 0;
  const push = (piece: string): [number, number] => {
    const start = length(out.text);
    out.text += piece;
    return [start, start + length(piece)];
  };
  for (const match of typed.matchAll(PARTS)) {
    push(esc(typed.slice(last, match.index)));
    last = match.index + match[0].length;
    const { url, tag, at } = match.groups ?? {};
    if (url !== undefined) {
      const short = shortUrl(url);
      const indices = push(short);
      out.urls.push({ display_url: displayUrl(url), expanded_url: url, indices, url: short });
    } else if (tag !== undefined) out.hashtags.push({ indices: push(`#${tag}`), text: tag });
    else if (at !== undefined) out.mentions.push({ screen_name: at, indices: push(`@${at}`) });
  }
  push(esc(typed.slice(last)));
  return out;
}
