/** Counts a text as X counts it: 280 is the limit, links are 23, emoji and most non-Latin letters 2 (twitter-text configuration v3). */
import { TOP_LEVEL_DOMAINS } from './top-level-domains';
import { TWEMOJI } from './twemoji';

export const WEIGHT_LIMIT = 280;
const LINK_WEIGHT = 23;
/** X makes no link of anything longer. */
const LONGEST_LINK = 4_096;

const SPACE = '\\t-\\r \\x85\\xa0\\u1680\\u180e\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const NEVER = '\\ufffe\\ufeff\\uffff';
const DIRECTION = '\\u202a-\\u202e\\u061c\\u200e\\u200f\\u2066-\\u2069';
const LATIN =
  '\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\u024f\\u0253\\u0254\\u0256\\u0257\\u0259\\u025b\\u0263\\u0268\\u026f\\u0272\\u0289\\u028b\\u02bb\\u0300-\\u036f\\u1e00-\\u1eff';
const PATH_SIGN = `[a-z\\u0400-\\u04ff0-9!*';:=+,.$/%#[\\]\\u2013_~@|&${LATIN}-]`;
const IN_BRACKETS = `\\((?:${PATH_SIGN}+|${PATH_SIGN}*\\(${PATH_SIGN}+\\)${PATH_SIGN}*)\\)`;
const PATH = `(?:${PATH_SIGN}*(?:${IN_BRACKETS}${PATH_SIGN}*)*[+a-z\\u0400-\\u04ff0-9=_#/${LATIN}-]|${IN_BRACKETS}|@${PATH_SIGN}+/)`;
const QUERY = "\\?[a-z0-9!?*'@();:&=+$/%#[\\]_.,~|-]*[a-z0-9_&=#/-]";
const LETTER = `[^!'#%&()*+,\\\\./:;<=>?@[\\]^_{|}~$${SPACE}${NEVER}${DIRECTION}-]`;
const LABEL = (joint: string) => `(?:(?:${LETTER}(?:${joint}|${LETTER})*)?${LETTER}\\.)`;

/** Made when the first link is looked for: 1,500 endings take the browser a moment. */
let shapes: { link: RegExp; domain: RegExp } | undefined;

function linkShapes() {
  const ending = `(?:(?:${TOP_LEVEL_DOMAINS.join('|')})(?=[^0-9a-z@+-]|$)|xn--[-0-9a-z]+)`;
  shapes ??= {
    link: new RegExp(
      `(?<before>[^a-z0-9@＠$#＃${NEVER}]|[${DIRECTION}]|^)(?<url>(?<scheme>https?://)?(?<domain>${LABEL('[_-]')}*${LABEL('-')}${ending})(?::\\d+)?(?<path>/${PATH}*)?(?:${QUERY})?)`,
      'gi',
    ),
    domain: new RegExp(`(?:[-a-z0-9${LATIN}]+\\.)+${ending}`, 'gi'),
  };
  return shapes;
}

/** From where to where the links of a text stand. */
function findLinks(text: string): [number, number][] {
  // Most of what is typed has none.
  if (!text.includes('.')) return [];
  const { link, domain } = linkShapes();
  return [...text.matchAll(link)].flatMap((match) => {
    const { before = '', url = '', scheme, domain: name = '', path } = match.groups ?? {};
    const start = match.index + before.length;
    if (url.length + (scheme ? 0 : 'https://'.length) > LONGEST_LINK) return [];
    if (scheme) return [[start, start + shortened(url)]];
    if (/[-_./]$/.test(before)) return [];
    // Without https:// only what is Latin makes a link, and what follows belongs to the last.
    const ends = [...name.matchAll(domain)].map(({ index, 0: found }): [number, number] => [
      start + index,
      start + index + found.length,
    ]);
    const last = ends.at(-1);
    if (last && path) last[1] += url.length - name.length;
    return ends;
  });
}

/** X's own short links have no more to them than their slug. */
function shortened(url: string): number {
  return (
    new RegExp(`^https?://t\\.co/[a-z0-9]+(?:${QUERY})?`, 'i').exec(url)?.[0].length ?? url.length
  );
}

/** X's weight of a text, as its own counter has it. */
export function weightedLength(text: string): number {
  const normal = text.normalize('NFC');
  let at = 0;
  let weight = 0;
  for (const [from, to] of findLinks(normal)) {
    weight += plainWeight(normal.slice(at, from)) + LINK_WEIGHT;
    at = to;
  }
  return weight + plainWeight(normal.slice(at));
}

/** How much may still be written; below zero where it is too long. */
export function weightLeft(text: string): number {
  return WEIGHT_LIMIT - weightedLength(text);
}

/** Weigh one each: Latin, Cyrillic and their neighbours, and typographic spaces, dashes and quotes. */
const light = /[\0-\u10ff\u2000-\u200d\u2010-\u201f\u2032-\u2037]/g;

/** An emoji that X's library knows weighs two, of however many parts it is made; so does every other character that is not light. */
function plainWeight(text: string): number {
  // Most of what is typed holds none, and looking for emoji the first time takes milliseconds.
  const parts = /^[\0-\u10ff]*$/.test(text) ? text : text.replace(TWEMOJI, '警');
  return 2 * [...parts].length - (parts.match(light)?.length ?? 0);
}
