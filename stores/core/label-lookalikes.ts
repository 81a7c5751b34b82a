/** Decides what looks like a label and is not: roads, quarters of a year, paper sizes, exams, ratings. */

/** What stands right after "A1" or "Q4" in things that are no labels. */
const AFTER: readonly RegExp[] = [
  // A1(M), A1M, A1's, A4-sized, A1% …
  /^\s?\(m\)/i,
  /^m\b/i,
  /^['’]s\b/,
  /^%/,
  /^(?:st|nd|rd|th)\b/i,
  /^[-\s]?(?:paper|sheet|poster|leaflet|flyer|size|format|landscape|portrait|print|pages?\b|card|folder|envelope|levels?\b|grade|exam|coursework|maths\b)/i,
  /^\s(?:road\b|motorway|trunk road|bypass|dual carriageway|roundabout|corridor|junction|j\d)/i,
  /^[\s,:]+(?:\S+\s){0,4}?(?:closed|now clear|shut|blocked|re-?opened|(?:north|south|east|west|in|out)bound|[nsew]\/b|both (?:directions|ways)|closures? (?:at|between|near|due|from|in)|slip road|carriageway|roadworks|tailback|queuing traffic|heavy traffic|rtci?|partially)\b/i,
  /^\s(?:between|near|at) (?:junctions?|j\d+|the)\b/i,
  // Beside another road.
  /^(?:\s(?:and|&)\s|[,/]\s?)(?:m\d|a(?:[2-9]\d|\d{3}))/i,
  // A bus or a flight: "A1 bus", "Q1 lane"
  /^\s(?:bus|train|service to|lane)\b/i,
];

/** What makes "Q1" to "Q4" a quarter of a year; few words, for questions begin with the others too ("Q2 Data: who reads yours?"). */
const QUARTER =
  /^(?:\/q[1-4])?(?:[\s,/'’-]*(?:of\s|fy\s?)?(?:19|20)\d\d\b|\s?['’]\d\d\b|\s?fy\b|[-\s]+(?:(?:crime )?figures|results|earnings|sales|budgets?)\b)/i;
const QUARTER_BEFORE = /(?:\b(?:19|20)\d\d|\bfy\s?\d*|\bfinancial|\bfiscal|\bquarter)[\s,/-]*$/i;

/** Words before a label in mid-sentence or at the end that make it a place, a page or a thing. */
const BEFORE =
  /(?:\b(?:the|on|in|at|of|for|to|from|near|via|along|off|by|around|towards?|onto|size|grades?|pages?|section|room|gate|platform|route|roads?|row|seat|class|level|hall|block|zone|bay|unit|terminal|an?|and|or|than|like|about|until|see|print|printed|junction|is|was|been|got|my|your|our|their|his|her|this|that|with|between|[maj]\d+|b\d+)|[&+–-]\d*)\s*$/i;
const ROADS =
  /\b(?:closed|closure|collision|rt[ac]i?\b|traffic|congestion|(?:north|south|east|west)bound|carriageway|roadworks|lane\b|junction|[jm]\d|motorway|delays|crash|diver[st]|lorr|vehicle|hgv|breakdown|a\d{2,4}\b)/i;

/**
 * True where the words around a candidate show that it is no label. `letter` is q, a or t; `before` and `after` are the text on
 * both sides; `leads` says that nothing but tags, names or a greeting stands before it.
 */
export function isLookalike(
  letter: string,
  before: string,
  after: string,
  leads: boolean,
): boolean {
  if (AFTER.some((shape) => shape.test(after))) return true;
  if (letter === 'q') return QUARTER.test(after) || QUARTER_BEFORE.test(before);
  if (letter === 't') return /^\s(?:at|departures?|arrivals?|terminal|diabet\w*)\b/i.test(after);
  if (leads) return false;
  return BEFORE.test(before) || ROADS.test(before) || ROADS.test(after);
}
