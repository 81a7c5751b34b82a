/** Decides what looks like a label and is not: roads, quarters of a year, paper sizes, exams, ratings. */

import type { LabelPosition } from './label-positions';

/**
 * What stands right after "A1" or "Q4" in things that are no labels, wherever they stand: A1(M), A1's, A1%, A1 road, A1 service,
 * M1 and A57.
 * The road is shut or the car stolen, in few words; "A2: they blocked us" and "A1 blocked them all" are answers.
 */
const AFTER =
  /^(?:\s?\(m\)|['’]s\b|%|\s(?:road|motorway|junction|j\d|(?:lane|crash|collision|rt[ac]i?|closures?|diversion|queues?|tailbacks?)\b|condition(?=[,.]|$)|(?:between|near|at) (?:junctions?|j\d+)\b)|(?:\s(?:and|&)\s|[,/]\s?)(?:m\d|a(?:[2-9]\d|\d{3}))|[\s,:-]+(?:(?:is|was|has|now|currently|still|remains|partially|fully)\s)*(?:closed|shut|blocked|re-?opened|stolen|clear(?! and\b))(?=(?:\W|[#@]\w+)*$|[,.;!]|\s(?:a(?:fter|gain|nd|t)|between|both|by|due|f(?:or|rom|ollowing)|in|near|now|o[nv]\w*|to(?:day|night)|until)\b)|[\s,:]{1,4}(?:(?!(?:i|we|our|my|they|you|when|if|who)\b)\S+\s){0,5}?(?:now (?:clear|open)|(?:north|south|east|west)bound|[nsew]\/b|both (?:direct|way)\w*|carriageway|roadworks|(?:queuing|heavy|start) traffic|long queues|delays of (?:up to )?\d+|standstill|rtci?|(?:lanes?|tunnel|bypass|road|bridge) (?:is )?(?:closed|shut|open)|(?:vehicle|lorry|car) fire|on its side)\b)/i;
/** Things in lower case: "A4 posters" are posters, "A4 Posters" an answer. */
const THINGS =
  /^[\s-](?:paper|sheet|poster|leaflet|flyer|size|print|pages?\b|levels?\b|grade|exam|maths\b|bus\b)(?!\S* (?:of (?!paper)|the\b|your|our))/;
/** What makes "Q1" to "Q4" a quarter of a year; few words, for questions begin with the others too ("Q2 Data: who reads yours?"). */
const QUARTER =
  /^(?:\/q[1-4])?(?:['’]s\b|[\s,/'’-]*(?:of\s|fy\s?)?(?:19|20)\d\d\b(?! (?:is|was|will)\b.*\?)|\s?['’]\d\d\b|\sfy\d*\b|\s\d\d\/\d\d\b|\s\d+,? q\d|[-\s](?:crime |performance |was )?(?:figures|results|earnings|sales|budgets?|gdp|stolen)\b(?!.*\?))/is;
/** In lower case and before no colon: "Q2 targets: tell us …" asks. */
const QUARTERLY =
  /^(?:\/[Qq][1-4])? (?:crime |performance |was )?(?:numbers|reports?|targets|spend)\b(?!:|.*\?)/s;
const QUARTER_BEFORE = /(?:\b(?:19|20)\d\d|\bfy\s?\d*|^in)[\s,/-]*$/i;

/** Words before a label in mid-sentence or at the end that make it a place, a page or a thing. */
const BEFORE =
  /(?:\b(?:the|flat|floor|ward|on|in|at|of|for|to|from|near|via|off|by|size|grades?|pages?|section|room|gate|platform|road|row|class|level|theatre|hall|block|unit|terminal|an?|and|or|like|about|junction|is|was|been|got|great|good|my|your|our|their|his|her|this|that|with|[a-m]\d+)|[&+–-]\d*)\s*$/i;
const ROADS =
  /\b(?:closed|shut|blocked|collision|rt[ac]i?\b|traffic|roadworks|lane\b|junction|[jm]\d|delays|crash|lorr|stuck|vehicle|a\d{2,4}\b)/i;

/**
 * True where the words around a candidate show that it is no label, 'maybe' where it may be a thing ("A4 posters"). `letter` is q, a or t; `before` and `after` are the text on
 * both sides.
 */
export function isLookalike(
  letter: string,
  before: string,
  after: string,
  position: LabelPosition,
): boolean | 'maybe' {
  if (letter === 'q')
    return QUARTER.test(after) || QUARTERLY.test(after) || QUARTER_BEFORE.test(before);
  if (AFTER.test(after)) return true;
  if (letter === 't') return /^\s(?:and t\d )?(?:at\b|depar|arriv|termi|diabet)/i.test(after);
  if (THINGS.test(after)) return position === 'start' ? 'maybe' : true;
  if (position === 'start') return false;
  // "Closed: A1 at Scotch Corner"; but "My A1: …", "Late! A1 the bus".
  if (position === 'greeting') return before.length < 20 && ROADS.test(before);
  return BEFORE.test(before) || ROADS.test(before);
}
