/** Counts a text as X counts it: 280 is the limit, links are 23, emoji and most non-Latin letters 2 (twitter-text configuration v3). */

export const WEIGHT_LIMIT = 280;
const LINK_WEIGHT = 23;

// Code points that weigh one; everything else weighs two.
const light: readonly [number, number][] = [
  [0, 4351],
  [8192, 8205],
  [8208, 8223],
  [8242, 8247],
];

const link =
  /https?:\/\/[^\s<>"]+|(?<![\p{L}\p{N}_@#.\-/])(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+(?:com|org|net|info|io|co|gov|edu|uk|eu|ie|scot|wales|cymru|london|police|app|dev)(?![\p{L}\p{N}_@-])(?:\/[^\s<>"]*)?/giu;
const emoji = /^\p{RGI_Emoji}$/v;
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * X's weight of a text. Links without https:// are known by the endings that are common here, so a rare one may be counted
 * letter by letter: X's own composer has the last word.
 */
export function weightedLength(text: string): number {
  const whole = text.normalize('NFC');
  let weight = 0;
  let at = 0;
  for (const match of whole.matchAll(link)) {
    const url = match[0].replace(/[.,;:!?'")\]]+$/u, '');
    weight += plainWeight(whole.slice(at, match.index)) + LINK_WEIGHT;
    at = match.index + url.length;
  }
  return weight + plainWeight(whole.slice(at));
}

/** How much may still be written; below zero where it is too long. */
export function weightLeft(text: string): number {
  return WEIGHT_LIMIT - weightedLength(text);
}

function plainWeight(text: string): number {
  // Segmenting is slow, and most of what is typed needs none.
  if (/^[\x20-\x7e\n]*$/.test(text)) return text.length;
  let weight = 0;
  for (const { segment } of segmenter.segment(text)) {
    if (emoji.test(segment)) weight += 2;
    else for (const char of segment) weight += isLight(char.codePointAt(0) ?? 0) ? 1 : 2;
  }
  return weight;
}

function isLight(code: number): boolean {
  return light.some(([from, to]) => code >= from && code <= to);
}
