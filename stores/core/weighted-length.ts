/** Counts a text as X counts it: 280 is the limit, links are 23, emoji and most non-Latin letters 2 (twitter-text configuration v3). */

export const WEIGHT_LIMIT = 280;
const LINK_WEIGHT = 23;

const link =
  /https?:\/\/[^\s<>"]+|(?<![\p{L}\p{N}_@#.\-/])(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+(?:com|org|net|info|io|co|gov|edu|uk|eu|ie|scot|wales|cymru|london|police|app|dev)(?![\p{L}\p{N}_@-])(?:\/[^\s<>"]*)?/giu;
/** Weigh one each: Latin, Cyrillic and their neighbours, and typographic spaces, dashes and quotes. */
const light = /[\0-\u10ff\u2000-\u200d\u2010-\u201f\u2032-\u2037]/g;

/**
 * X's weight of a text. Links without https:// are known by the endings that are common here, so a rare one may be counted
 * letter by letter: X's own composer has the last word.
 */
export function weightedLength(text: string): number {
  let links = 0;
  const words = text.normalize('NFC').replace(link, (found) => {
    links += 1;
    // The full stop behind a link is none of it.
    return /[.,;:!?'")\]]*$/.exec(found)?.[0] ?? '';
  });
  return LINK_WEIGHT * links + plainWeight(words);
}

/** How much may still be written; below zero where it is too long. */
export function weightLeft(text: string): number {
  return WEIGHT_LIMIT - weightedLength(text);
}

/** An emoji weighs two, of however many parts it is made; so does every other character that is not light. */
function plainWeight(text: string): number {
  // Most of what is typed holds none, and looking for emoji the first time takes milliseconds.
  const parts = /^[\0-\u10ff]*$/.test(text) ? text : text.replace(/\p{RGI_Emoji}/gv, '警');
  return 2 * [...parts].length - (parts.match(light)?.length ?? 0);
}
