/** Decides what looks like a label and is not: roads, quarters of a year, paper sizes, exams, ratings. */

import type { LabelPosition } from './labels';

/** What stands right after "A1" or "Q4" in things that are no labels, wherever they stand. */
const AFTER: readonly RegExp[] = [
  // A1(M), A1M, A1's, A4-sized, A1% …
  /^\s?\(m\)/i,
  /^m\b/i,
  /^['’]s\b/,
  /^%/,
  /^(?:st|nd|rd|th)\b/i,
  /^-(?:paper|sheet|poster|leaflet|flyer|size|format|landscape|portrait|print|pages?\b|card|folder|envelope|levels?\b|grade)/i,
  /^\s(?:road\b|motorway|trunk road|bypass|dual carriageway|roundabout|corridor|junction|j\d|(?:crash|collision|rt[ac]i?|closures?|diversion|queues?|tailbacks?)\b)/i,
  // The road is shut, in few words; "A2: they blocked us" is an answer.
  /^[\s,:-]+(?:(?:is|are|was|now|currently|still|remains?|road|partially|partly|fully|in|between|near|at|by|the|lane|lanes?|[nsew]\/?b|(?:north|south|east|west)bound)\s)*(?:closed|clear\b|shut\b|blocked|re-?opened|partially)(?! (?:comments|posts|accounts?|questions?|minds?|doors?)\b)/i,
  /^[\s,:]+(?:\S+\s){0,4}?(?:now clear|(?:north|south|east|west)bound|[nsew]\/b|both (?:directions|ways)|closures? (?:at|between|near|due|from|in)|slip road|carriageway|roadworks|tailback|queuing traffic|heavy traffic|rtci?)\b/i,
  /^\s(?:between|near|at) (?:junctions?|j\d+)\b/i,
  // Beside another road.
  /^(?:\s(?:and|&)\s|[,/]\s?)(?:m\d|a(?:[2-9]\d|\d{3}))/i,
  // A flight, a race: "Q1 lane"
  /^\s(?:service to|lane)\b/i,
];

/** Things in lower case: "A4 posters" are posters, "A4 Posters" an answer. */
const THINGS =
  /^\s(?:paper|sheet|poster|leaflet|flyer|size|format|landscape|portrait|print|pages?\b|card|folder|envelope|levels?\b|grade|exam|coursework|maths\b|bus\b|train\b)/;
/** Only where other words stand before it: "A2 at the school gate" is an answer. */
const PLACES = /^\s(?:between|near|at) the\b/i;

/** What makes "Q1" to "Q4" a quarter of a year; few words, for questions begin with the others too ("Q2 Data: who reads yours?"). */
const QUARTER =
  /^(?:\/q[1-4])?(?:[\s,/'’-]*(?:of\s|fy\s?)?(?:19|20)\d\d\b|\s?['’]\d\d\b|\s?fy\b|[-\s](?:(?:crime )?figures|results|earnings|sales|budgets?)\b)/i;
const QUARTER_BEFORE =
  /(?:\b(?:19|20)\d\d|\bfy\s?\d*|\bfinancial|\bfiscal|\bquarter)[\s,/-]*$|\bin q[1-4]\/$/i;

/** Words before a label in mid-sentence or at the end that make it a place, a page or a thing. */
const BEFORE =
  /(?:\b(?:the|flat|house|apartment|floor|suite|office|building|wing|stand|table|ward|on|in|at|of|for|to|from|near|via|along|off|by|around|towards?|onto|size|grades?|pages?|section|room|gate|platform|route|roads?|row|seat|class|level|hall|block|zone|bay|unit|terminal|an?|and|or|than|like|about|until|see|print|printed|junction|is|was|been|got|my|your|our|their|his|her|this|that|with|between|[maj]\d+|b\d+)|[&+–-]\d*)\s*$/i;
const CLOSED =
  /^\W*(?:closed|shut|blocked|delays?|traffic|crash|collision|rt[ac]i?|roadworks|update)\W*$/i;
const ROADS =
  /\b(?:closed|closure|collision|rt[ac]i?\b|traffic|congestion|(?:north|south|east|west)bound|carriageway|roadworks|lane\b|junction|[jm]\d|motorway|delays|crash|diver[st]|lorr|vehicle|hgv|breakdown|a\d{2,4}\b)/i;

/**
 * True where the words around a candidate show that it is no label. `letter` is q, a or t; `before` and `after` are the text on
 * both sides.
 */
export function isLookalike(
  letter: string,
  before: string,
  after: string,
  position: LabelPosition,
): boolean {
  if (AFTER.some((shape) => shape.test(after))) return true;
  if (THINGS.test(after) || (position !== 'start' && PLACES.test(after))) return true;
  if (letter === 'q')
    return (
      QUARTER.test(after) ||
      QUARTER_BEFORE.test(before) ||
      (/^\/q[1-4]\b/i.test(after) && /\bin\s*$/i.test(before))
    );
  if (letter === 't') return /^\s(?:at|departures?|arrivals?|terminal|diabet\w*)\b/i.test(after);
  if (position === 'start') return false;
  // "Our A1 team", "Closed: A1 at Scotch Corner"; but "My A1: …", "Late! A1 the bus".
  if (position === 'greeting')
    return /\b(?:our|the|an?) ?$/i.test(before) ? /^ [\p{L}]/u.test(after) : CLOSED.test(before);
  return BEFORE.test(before) || ROADS.test(before) || ROADS.test(after);
}
