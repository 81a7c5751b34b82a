/** Knows what3words addresses and coordinates: degrees in their forms, and the national grid. */
import type { Rule } from './draft-check';

const START = '(?<![a-zA-Z0-9_.£$+-])';
const END = '(?![a-zA-Z0-9_%])';
const DEG = '°?';
const FIGURE = '(?:zero|oh|nought|one|two|three|four|five|six|seven|eight|nine)';

/** What says that three words are an address. */
const WHERE =
  '\\b(?:w3w|what ?(?:3|three) ?words?|location|address|rendezvous|rv(?:p)?(?: point)?|drop(?:[ -]?off)? point|meet(?:ing)?(?: point)?(?: (?:me|us))?(?: at)?|find (?:me|us)(?: at)?|scene|find (?:it|him|her))\\b';
/** Endings of web addresses, which three words with dots are not. */
const ENDINGS =
  /\.(?:com|org|net|info|gov|edu|police|app|dev|news|blog|shop|site|online|co|uk|pdf|docx?|html?|php|jpg|png)$/i;

const place = (shape: string, flags = 'dgi', holds?: Rule['holds']): Rule => ({
  kind: 'coordinates',
  shape: new RegExp(shape, flags),
  ...(holds ? { holds } : {}),
});

const inBritain = (mark: string) => {
  const [north = 0, east = 0] = (mark.match(/-?\d+\.\d+/g) ?? []).map((one) =>
    Number(one.replace('-', '-')),
  );
  return north >= 49 && north <= 61.5 && east >= -9 && east <= 2.5;
};

const GPS =
  '\\b(?:gps|coords?|co-?ordinates?|lat(?:itude)?(?: ?[/,&] ?|[ -]?)(?:lon(?:g(?:itude)?)?)|position|pin|location)\\b[\\s:=(]*(?:(?:is|was|are|at)\\b[\\s:=(]*){0,2}';

/** What says that letters and figures are a case's. */
const CASES = 'ref|reference|quote|quoting|crime|incident|occurrence|log';
const CASE = new RegExp(
  `(?<!\\b(?:grid|map|os) )\\b(?:${CASES})\\b[\\s.:#]*(?:(?:no|number|is)\\b[\\s.:#]*)?$`,
  'i',
);

export const placeRules: readonly Rule[] = [
  {
    kind: 'what3words',
    shape:
      /(?<![:a-zA-Z0-9/])\/{2,3} ?[a-zA-Z]{3,}[./][a-zA-Z]{3,}[./][a-zA-Z]{3,}(?![a-zA-Z0-9])/dg,
    holds: (mark) => !ENDINGS.test(mark),
  },
  { kind: 'what3words', shape: /\/\/\/\s?(?<it>[a-zA-Z]{3,}\.[a-zA-Z]{3,}\.[a-zA-Z]{3,})/dg },
  {
    kind: 'what3words',
    shape: new RegExp(
      `${WHERE}[^a-zA-Z0-9/]{0,3}(?:(?:is|was|at|for|says|gives|gave|reads|app|on|point|ref|address)\\b[\\s:=]*){0,3}(?<it>/{0,3}[a-zA-Z]{3,}(?:\\.|[./·] )[a-zA-Z]{3,}(?:\\.|[./·] )[a-zA-Z]{3,})(?![a-zA-Z0-9.])`,
      'dgi',
    ),
    holds: (mark) => !ENDINGS.test(mark),
  },
  {
    // what3words: filled count soap
    kind: 'what3words',
    shape:
      /\b(?:[wW]3[wW]|[wW]hat ?(?:3|[tT]hree) ?[wW]ords?)\b ?(?::|=|is|address|ref|location)\s*["']?(?<it>[a-z]{4,}(?: |, ?)[a-z]{4,}(?: |, ?)[a-z]{4,})(?=["']|[\s.]*$|[.,;]|\n)/dg,
    holds: (mark) => !COMMON.test(mark.replace(/[ ,]+/g, '.')),
  },
  {
    // w3w index . home . raft, what3words: index-home-raft, ///index. home. raft
    kind: 'what3words',
    shape:
      /(?:\b(?:w3w|what ?(?:3|three) ?words?)\b[\s:=("'-]{0,3}(?:(?:is|at|address|location) )?|\/{3} ?)(?<it>[a-z]{3,} ?[./¦-] ?[a-z]{3,} ?[./¦-] ?[a-z]{3,})(?![a-z0-9-])/dgi,
    holds: (mark) => !COMMON.test(mark.replace(/[^a-z]+/gi, '.')) && !ENDINGS.test(mark),
  },
  {
    // Spoken: sandal dot trumpet dot glue
    kind: 'what3words',
    shape:
      /(?<![a-zA-Z0-9@-])(?<!\b(?:at|dot) )[a-z]{3,} dot [a-z]{3,} dot [a-z]{4,}(?! dot\b)(?![a-zA-Z0-9])/dgi,
    holds: (mark) => !ENDINGS.test(mark.replace(/ dot /gi, '.')),
  },
  {
    // Alone: three words of four letters or more, and no more than three.
    kind: 'what3words',
    shape: /(?<![a-zA-Z0-9.@/¤-])[a-z]{4,}\.[a-z]{4,}\.[a-z]{4,}(?![a-zA-Z0-9@/¤-]|\.[a-zA-Z])/dg,
    holds: (mark) =>
      !ENDINGS.test(mark) && !COMMON.test(mark) && new Set(mark.split('.')).size === 3,
  },
  // 51.5N 0.12W · 53.4808° N, 2.2426° W
  place(
    `${START}\\d{1,2}(?:\\.\\d+)? ?${DEG} ?[NS][ ,;/]{1,3}\\d{1,3}(?:\\.\\d+)? ?${DEG} ?[EW]${END}`,
    'dg',
    (mark) => /[.°]/.test(mark),
  ),
  place(
    `${START}\\d{1,2}\\.\\d+ ?${DEG} ?[ns][ ,;/]{1,3}\\d{1,3}\\.\\d+ ?${DEG} ?[ew]${END}`,
    'dg',
  ),
  // N51.4545, W2.5879 · N53 28.123 W002 14.567
  place(
    `${START}[NS] ?\\d{1,2}(?:[ °]{1,2}\\d{1,2})?(?:\\.\\d+)?'?[ ,;/]{1,3}[EW] ?\\d{1,3}(?:[ °]{1,2}\\d{1,2})?(?:\\.\\d+)?'?${END}`,
    'dgi',
    (mark) => /\d[ .°]\d/.test(mark),
  ),
  // 53°28'50"N 2°14'33"W · 51 30 26 N 0 7 39 W
  place(
    `${START}\\d{1,2}[° -] ?\\d{1,2}(?:\\.\\d+)?[' -]? ?(?:\\d{1,2}(?:\\.\\d+)?"?)? ?[NS][ ,;/]{1,3}\\d{1,3}[° -] ?\\d{1,2}(?:\\.\\d+)?[' -]? ?(?:\\d{1,2}(?:\\.\\d+)?"?)? ?[EW]${END}`,
  ),
  // 57 deg 08 min 31 sec N
  place(
    `${START}\\d{1,3}(?:\\.\\d+)? ?d(?:eg(?:ree)?s?)?[ ,]{0,2}\\d{1,2}(?:\\.\\d+)? ?m(?:in(?:ute)?s?)?(?:[ ,]{0,2}\\d{1,2}(?:\\.\\d+)? ?s(?:ec(?:ond)?s?)?)? ?(?:[NSEW]|north|south|east|west)${END}`,
  ),
  // Spoken: fifty three point four one eight, minus two point two three five
  place(`\\bpoint(?: ${FIGURE}){3,}\\b.{0,40}?\\bpoint(?: ${FIGURE}){3,}\\b`),
  // 53.4808, -2.2426
  place(
    `${START}(?:49|5\\d|60|61)\\.\\d{3,}${DEG} ?[,;/ ] ?-?\\d\\.\\d{3,}${DEG}(?![\\d%])`,
    'dg',
    inBritain,
  ),
  place(
    `${START}[-+]?\\d{1,2}\\.\\d{4,}${DEG} ?[,;/] ?[-+]?\\d{1,3}\\.\\d{4,}${DEG}(?![\\d%])`,
    'dg',
  ),
  place(`${GPS}(?<it>-?\\d{1,2}\\.\\d+${DEG} ?(?:[,;/ ]|and) ?-?\\d{1,3}\\.\\d+)${END}`),
  place(
    `\\blat(?:itude)?\\b[\\s:=]*(?:is )?(?<it>-?\\d{1,2}(?:\\.\\d+)?)${END}(?=.{0,20}\\bl(?:on|ng))`,
  ),
  place(`\\b(?:long?(?:itude)?|lng)\\b[\\s:=]*(?:is )?(?<it>-?\\d{1,3}\\.\\d+)${END}`),
  place(`\\beastings?\\b[\\s:=]*(?<it>\\d{3,6})${END}`),
  place(`\\bnorthings?\\b[\\s:=]*(?<it>\\d{3,7})${END}`),
  place(`\\bE[ :=]*\\d{6}[ ,;]+N[ :=]*\\d{6,7}${END}`, 'dg'),
  // The national grid, in figures of six, eight or ten
  place(
    `${START}(?:H[P-Z]|N[A-HJ-Z]|O[V]|S[A-HJ-Z]|T[AFGLMQRV])[ /]?(?:\\d{3}[ /-]?\\d{3}|\\d{4} ?\\d{4}|\\d{5} ?\\d{5})${END}(?! ?[A-D]\\b)`,
    'dg',
    // "Ref SE25047719" is a case's.
    (_, { index, input }) => !CASE.test(input.slice(0, index)),
  ),
  // nz 0512 7734, and "at so 512 964" where it is no word
  place(
    `(?<![a-zA-Z0-9_.£$+-]|\\b(?:${CASES})[\\s.:#]{0,2})(?:h[p-z]|n[a-hj-nprs-z]|s[a-hj-nprsu-z]|t[afglmqrv]|(?<=\\b(?:at|near|by|in|from|point|scene|ref|grid) )(?:so|st)) (?:\\d{3} \\d{3}|\\d{4} \\d{4}|\\d{5} \\d{5})${END}`,
    'dgi',
    (mark) => /^[A-Z]{2}|^[a-z]{2}/.test(mark),
  ),
  // SN9614, the square to the north
  place(
    `${START}(?:h[p-z]|n[a-hj-z]|s[a-hj-z]|t[afglmqrv]) ?(?:\\d{2} ?\\d{2}|\\d{3} ?\\d{3}|\\d{8}|\\d{10})${END}`,
    'dgi',
    (mark, { input }) =>
      !/^(?:no|so|st) /.test(mark) && /\bgrid|\bsquares?\b|\bmap ref|\bordnance/i.test(input),
  ),
  place(
    `\\b(?:(?:grid|map)(?: ref(?:erence)?)?|gr|osgr|ngr|os(?: ref| grid)?|ordnance survey)\\b[\\s:=?]*(?:(?:is|was|at|ref)\\b[\\s:=]*)?(?<it>(?:[a-hj-z]{1,2} ?)?(?:\\d{2} ?\\d{2}|\\d{3} ?\\d{3}|\\d{4} ?\\d{4}|\\d{5} ?\\d{5}))${END}`,
  ),
];

/** Words that end one sentence and begin the next where the space was forgotten. */
const COMMON =
  /(?:^|\.)(?:about|after|also|listen|learn|lead|stop|look|think|share|speak|post|reply|engage|trust|amazing|brilliant|easy|free|getting|great|helpful|popular|quite|really|useful|using|used|being|made|saving|lives|because|been|before|come|done|even|from|good|great|have|here|just|know|like|lots|love|many|maybe|more|much|never|nice|only|really|right|same|some|sorry|still|sure|thank|thanks|that|their|then|there|they|thing|this|time|very|well|were|what|when|where|which|will|with|work|would|year|yeah|your|police|tweet|tweets|people|ever|best|worst)(?:\.|$)/;
