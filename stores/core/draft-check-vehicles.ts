/** Knows UK registrations: the current form by itself, older ones by their form or by the words before them, the shortest by those words alone. */
import type { Rule } from './draft-check';

/** Words that say a registration follows, and what may stand between. */
const SAYS =
  /\b(?:reg(?:istration|d|no)?s?|vrms?|vrns?|index|(?:number[ -]?)?plates?|cherished|personalised|vehicles?|cars?|vans?|lorry|truck|motorbike|moped|motorcycle|taxi|transit|rover|audi|bmw|merc(?:edes)?|ford|fiesta|focus|corsa|astra|golf|polo|passat|vw|vauxhall|vectra|zafira|nissan|qashqai|toyota|honda|kia|seat|skoda|tesla|bentley|jaguar|jag|mini|clio|renault|peugeot|citroen|volvo|fiat|mazda|hyundai|suzuki|yamaha|kawasaki|capri|mondeo|insignia|micra|hilux|civic|octavia|fabia|sprinter|vivaro|defender|freelander|lexus|jeep|porsche|pick-?up|caravan|trailer|tractor|quad)\b(?:[\s.:=#(,"'[-]+(?:is|was|reads?|shows?|showing|displaying|starts?|starting|begins?|beginning|ends?|ending|in|partial(?:ly)?|no|num|number|mark|index|plates?|reg|the|a|an|on|with|of|blue|black|white|silver|red|grey|gray|green|gold|old)\b){0,4}[\s.:=#(,"'[-]+$/i;

/** A make right before letters and figures without a space: mostly a model, "Volvo V90". */
const MAKE =
  /\b(?:rover|audi|bmw|merc(?:edes)?|ford|sierra|vauxhall|nissan|toyota|honda|kia|seat|skoda|jaguar|jag|renault|peugeot|citroen|volvo|fiat|mazda|hyundai|suzuki|yamaha|kawasaki) $/i;

/** Words that say it is a registration, whatever it looks like. */
const REGISTERED = /\b(?:reg(?:istration|d|no)?|vrm|vrn|index|plates?|cherished)\b.{0,20}$/i;
/** Words that make a letter and figures a car rather than a road. */
const TALKS =
  /\b(?:reg|vrm|plates?|clocked|stopped|speeding|driver|driving|seized|stolen|anpr|uninsured|owners?|keepers?|parked)\b/i;

const NOT_WORD = '(?<![a-zA-Z0-9/])';
const END = '(?![a-zA-Z0-9/])';
/** "white transit/ML09 BCF", "PF65 RTU/grey van": a stroke between words, and none of a case's number. */
const BESIDE = '(?<![a-zA-Z0-9]|[\\d/.]/)';
const ASIDE = '(?![a-zA-Z0-9]|/\\d)';
/** The years a current registration can be of: 02 to 29, and 51 to 79. */
const AGE = '(?:0[2-9]|[12]\\d|5[1-9]|[67]\\d)';

/** Three letters that are a word, a rank or an office: "CO19 and", "M25 RTC". */
const WORDS = new Set(
  (
    'abh act add age ago aid aim air all also amb amg and anpr any apr are arm art asb ask ate aug bad bag ban bar bat bbc bed bet bid big bin bit box boy ' +
    'bst btp btw bus but buy can cap car cctv cid cop cow cps cry cup cut dad day dec did doc dog don dot dry due dvla eat egg end era eye fan far feb fee ' +
    'few fire fit fix fly for fri fun fur gap gas gbh get gif gmp gmt god got gps gti gun guy gym had has hat her hgv him his hit hmo hmp hop hot how hrs ' +
    'ice ill int iopc ipcc its itv jam jar jct jet jnc job joy jpg jul jun key kid kph lad law lay led leg let lgv lie lit log lot low lte mad man map mar ' +
    'may men met mha min mix mob mod mon mp3 mp4 mph mps mum nca new nhs nor not nov now npas npcc npt nut oct odd off oil old one our out owe own pan pay ' +
    'pcs pdf pen per pet pie pin pit pls png poa pop pot psni pub put ran raw red rid rip rnli rob rod row rta rtc rti rub rug run sad sat saw say sea sec ' +
    'see sep set sgt she sir sit six ski sky son spy sue sum sun suv tap tax tbh tdi tea ten that the this thu tie tip toe ton too top toy try tue two usb ' +
    'use utc van vet via war was way wed wet who why wig win with yes yet you yrs'
  ).split(' '),
);
const isWord = (letters: string) => WORDS.has(letters.toLowerCase());
const lettersAt = (mark: string, end: 'start' | 'end') =>
  (end === 'end' ? /[a-z]+$/i : /^[a-z]+/i).exec(mark)?.[0] ?? '';
/** Registrations are written in capitals or without any: "CO19 and" mixes them. */
const isEven = (mark: string) =>
  mark === mark.toUpperCase() ||
  mark === mark.toLowerCase() ||
  /^[A-Z][a-z][ .-]?\d\d[ .-]?[A-Z][a-z]{2}$/.test(mark);

/** Letters that make no word. */
const MUTE = '[b-df-hj-np-tv-xz]';
/** "CO19 NOT involved", "AC12 FAN" */
const isUnit = (mark: string) => /^(?:CO|SO|AC|CT|SCO|NE|NW|SE|SW|HM|OP)/.test(mark);

export const vehicleRules: readonly Rule[] = [
  {
    kind: 'vehicle',
    shape: new RegExp(`${NOT_WORD}[a-z]{2}[ .-]?\\d{2}[ .-]?[a-z]{3}${END}`, 'dgi'),
    behind: SAYS,
  },
  {
    // AB12 CDE
    kind: 'vehicle',
    shape: new RegExp(
      `${BESIDE}(?:[A-Z]{2} ?[O0-9]\\d[ .-]{0,2}[A-Z]{3}|[a-z]{2}[o0-9]\\d[ .-]?[a-z]{3})${ASIDE}`,
      'dg',
    ),
    holds: (mark) => !isWord(lettersAt(mark, 'end')),
  },
  {
    // "the owner of PF65 WHY": a word, but of a form and in a place where only a registration stands
    kind: 'vehicle',
    shape: new RegExp(`${NOT_WORD}[A-HJ-PR-Y]{2}${AGE} [A-Z]{3}${END}`, 'dg'),
    holds: (mark, { input }) => TALKS.test(input) && /[a-z]{3}/.test(input) && !isUnit(mark),
  },
  {
    // AB 12 CDE, Ab12 cde
    kind: 'vehicle',
    shape: new RegExp(
      `${NOT_WORD}[a-hj-pr-y][a-pr-y] ?\\d{2}[ .-]{0,2}[a-hj-pr-z]{3}${END}`,
      'dgi',
    ),
    holds: (mark, { index, input }) =>
      // A telephone writes the first letter of a sentence large: "Ky21 ope"
      (isEven(mark) ||
        (/^[A-Z][a-z]\d\d ?[a-z]+$/.test(mark) &&
          /(?:^|[.!?¤\n])\s*$/.test(input.slice(0, index)))) &&
      /^..\d\d|^[A-Z]/.test(mark) &&
      !isWord(lettersAt(mark, 'end')) &&
      !isWord(lettersAt(mark, 'start')),
  },
  {
    // P123 ABC
    kind: 'vehicle',
    shape: new RegExp(
      `${NOT_WORD}(?:[A-HJ-NPR-TV-Y]\\d{3} ?|[A-HJ-NPR-TV-Y] \\d{2,3} )[A-Z]{3}${END}`,
      'dgi',
    ),
    holds: (mark) => isEven(mark) && !isWord(lettersAt(mark, 'end')),
  },
  {
    // M9DVL, and T77 BOY where nothing makes it a road
    kind: 'vehicle',
    shape: new RegExp(`${NOT_WORD}[A-HJ-NPR-TV-Y]\\d{1,2} ?[A-HJ-PR-Y][A-PR-Z]{2}${END}`, 'dg'),
    holds: (mark, { input }) =>
      !isWord(lettersAt(mark, 'end')) && (!/^[ABEM]\d+ /.test(mark) || TALKS.test(input)),
  },
  {
    // r88 tnw: without capitals only where it can neither be spoken nor be a road
    kind: 'vehicle',
    shape: new RegExp(
      `${NOT_WORD}(?:[cdf-hj-lnpr-tv-y]\\d{2} ?${MUTE}{3}|${MUTE}{3} ?\\d{2}[abejnrtuvwy])${END}`,
      'dg',
    ),
    holds: (mark) => !isWord(lettersAt(mark, 'end')) && !isWord(lettersAt(mark, 'start')),
  },
  {
    // PTY 245 X
    kind: 'vehicle',
    shape: new RegExp(
      `${NOT_WORD}(?:[A-HJ-PR-Y]{3} \\d{2,3} [B-HJ-NPR-TV-Y]|${MUTE}{3} \\d{3} [b-hj-npr-tvwy])${END}`,
      'dg',
    ),
    holds: (mark) => !isWord(/^[a-z]+/i.exec(mark)?.[0] ?? ''),
  },
  {
    // ABC 123D
    kind: 'vehicle',
    shape: new RegExp(`${NOT_WORD}[A-HJ-PR-Y][A-PR-Y]{2} ?\\d{1,3}[A-HJ-NPR-TV-Y]${END}`, 'dg'),
    holds: (mark) => !isWord(lettersAt(mark, 'start')) && !/^(?:PC|PS|DC|DS|GMP|MPS)/.test(mark),
  },
  {
    // abc 123d: without capitals only where nothing of it is a word
    kind: 'vehicle',
    shape: new RegExp(`${NOT_WORD}[a-hj-pr-y][a-pr-y]{2} ?\\d{3}[a-hln-or-rt-vy]${END}`, 'dg'),
    holds: (mark) => !isWord(lettersAt(mark, 'start')),
  },
  {
    // JFZ 4418, of Northern Ireland: the county's two letters hold an I or a Z
    kind: 'vehicle',
    shape: new RegExp(
      `${NOT_WORD}[A-Z](?:[A-Z]Z|I[ABJLW]|[JUOX]I) ?(?!(?:19|20)\\d\\d)\\d{4}${END}`,
      'dg',
    ),
  },
  {
    // All older forms, and the dateless ones, behind a word that says so.
    kind: 'vehicle',
    shape: new RegExp(
      `${NOT_WORD}(?:[a-z][ .-]?\\d{1,3}[ .-]?[a-z]{3}|[a-z]{3}[ .-]?\\d{1,3}[a-z]|[a-z]{1,3}[ .-]?\\d{1,4}|\\d{1,4}[ .-]?[a-z]{1,3}|\\d{3} ?[dx] ?\\d{3})${END}`,
      'dgi',
    ),
    behind: SAYS,
    // "Golf GTI 1990" is a model and its year.
    holds: (mark, { index, input }) =>
      holdsDateless(mark) &&
      (!/^[a-z]\d{1,2}$/i.test(mark) || REGISTERED.test(input.slice(0, index))) &&
      (!/(?:19|20)\d\d$/.test(mark) || REGISTERED.test(input.slice(0, index))) &&
      (!/^[a-z]{1,3}\d+$/i.test(mark) || !MAKE.test(input.slice(0, index)) || TALKS.test(input)),
  },
  {
    // T77 BOY reg, 1 BOS plate
    kind: 'vehicle',
    shape: new RegExp(
      `${NOT_WORD}(?<it>[A-Z]\\d{1,3} ?[A-Z]{3}|[A-Z]{3} ?\\d{1,3}[A-Z]|[A-Z]{1,3} ?\\d{1,4}|\\d{1,4} ?[A-Z]{1,3})${END}(?= (?:reg|vrm|plates?|number plates?)\\b)`,
      'dg',
    ),
    holds: holdsDateless,
  },
];

/** Measures, times of day and small words have the same shape: "cars 20 MPH", "vehicle 5 min", "van 2 at". */
const MEASURE =
  /^(?:am|pm|k|m|km|mi|st|nd|rd|th|s|in|on|at|to|of|or|x|hr|hrs|yrs?|min|mins|sec|mph|kph|hp|cc|l|p|a|b|no|is|by|up|i|u|q|e|ev|and|the|for|was|are|had|has|gmt|bst|rtc|rta|jct|jnc)$/i;

function holdsDateless(mark: string): boolean {
  const groups = mark.match(/[a-z]+/gi) ?? [];
  if (groups.some((letters) => MEASURE.test(letters) && letters.length > 1)) return false;
  const isShort = /^(?:[a-z]{1,3}[ .-]?\d{1,4}|\d{1,4}[ .-]?[a-z]{1,3})$/i.test(mark);
  return !isShort || (mark === mark.toUpperCase() && !MEASURE.test(groups[0] ?? ''));
}
