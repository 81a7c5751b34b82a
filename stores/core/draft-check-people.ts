/** Knows dates of birth beside a name or the word for one, and victims, suspects and witnesses beside a name or an address. */
import type { Rule } from './draft-check';
import { isGivenName, isOrdinary } from './draft-check-names';

const END = '(?![a-zA-Z0-9_])';
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DATE =
  `(?:\\d{1,2} ?[/.\\- ] ?\\d{1,2} ?[/.\\- ] ?(?:\\d{4}|\\d{2})|(?:19|20)\\d{2}[/.-]\\d{1,2}[/.-]\\d{1,2}|` +
  `\\d{1,2}(?:st|nd|rd|th)?[ .-]?(?:of )?${MONTH}[ .,'-]{0,2}(?:\\d{4}|\\d{2})|${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? (?:\\d{4}|\\d{2}))`;
const BIRTH =
  '\\b(?:d ?[./]? ?o ?[./]? ?bs?|dates? of birth|birth ?dates?|birth ?day|b ?/ ?d|born(?: on)?|b(?=[. ]?\\d|\\. )|née?)\\b\\.?';

/** The name of a person as it is written: titles, given names, initials, surnames. */
const TITLE =
  '(?:Mrs?|Ms|Miss|Mx|Dr|Prof|Rev|Sir|Lady|Lord|Cllr|PCSO|PC|PS|DC|DS|DI|DCI|Sgt|Sergeant|Insp|Inspector|Constable|Officer)';
const CAPITAL = "(?:(?:O|D|Mc|Mac)'?)?[A-Z][a-z]+(?:[-'][A-Z][a-z]+)?";
const SURNAMES = `${CAPITAL}(?: (?:${CAPITAL}|[A-Z]\\.?(?= [A-Z]))){0,2}`;
const NAME = `(?:${TITLE}\\.? (?:[A-Z]\\.? ?){0,2}${SURNAMES}|(?:[A-Z]\\.? ?){1,2} ?${CAPITAL}|${CAPITAL}(?: (?:and|&) ${CAPITAL})? ${SURNAMES})`;

const ADDRESS_END =
  '(?:street|st|road|rd|avenue|ave|av|lane|ln|drive|drv?|close|cl|court|ct|crescent|cres|place|pl|terrace|terr|gardens|gdns|grove|gr|way|walk|square|sq|row|mews|hill|view|rise|park|green|parade|house|estate|croft|fold|brow|bank|mount|meadows?|boulevard)';
const ADDRESS =
  `(?:(?:flat|apartment|apt|unit|room) ?\\d{1,4}[a-z]?(?:,? (?:\\d{1,4}[a-z]? )?(?:[a-zA-Z']+ ){1,3}${ADDRESS_END}\\b)?|` +
  `\\d{1,4}[a-z]?,? (?:[a-zA-Z']+ ){0,3}(?:${ADDRESS_END})\\b(?:, [A-Z][a-z]+)?|\\d{1,3}[a-d]? the [A-Z][a-z]+\\b)`;
/** Lives on Mill Lane: an address without a number. */
const STREET = `(?:[A-Z][a-z']+ ){1,3}[A-Z][a-z]+`;

/** Whoever must not be named, and the short forms of notebooks. */
const ROLE =
  "(?:victims?|suspects?|witness(?:es)?|complainants?|aggrieved|injured part(?:y|ies)|offenders?|perpetrators?|perps?|informants?|(?:eye ?)witness(?:es)?|(?<!holocaust |cancer |stroke )survivors?|arrested (?:man|woman|male|female|person|youth)|dps?|detained persons?|detainees?|defendants?|accused|ips?|vics?)(?:'s|s')?";
/** The name follows at once: "victim John Smith", "the suspect was named as …" */
const CLOSE = new RegExp(
  `\\b${ROLE}(?:[\\s,:;=("-]|\\b(?:is|was|are|were|named|called|name|as|an?|the|one|being|believed|thought|to be)\\b)*$`,
  'i',
);
/** What a witness said, and whose it is. */
const STATEMENT = new RegExp(
  `\\b${ROLE} (?:statement|account|interview|details?)s? (?:taken |obtained |is |are )?(?:from|with|by|of) $`,
  'i',
);
/** A few words between, the last of them leading to a name: "the witness, a neighbour called …" */
const NEAR = new RegExp(
  `\\b${ROLE}\\b[^.!?\\n]{0,40}?(?:\\b(?:called|named|name|is|was|are|were|as|an?|mum|mother|dad|father|brother|sister|son|daughter|wife|husband|partner|boyfriend|girlfriend|friend|neighbour|nan|years?[ -]old|yo|y/o|lad|girl|woman|man|boy|lady|bloke|pensioner|resident)\\b[\\s:]*|\\b\\d{1,2},? |[,(:"-]\\s*)$`,
  'i',
);
/** In the middle of a sentence, where a capital can only be a name's. */
const RIGHT_BEHIND = /\b(?:victim|suspect|witness)(?:s|es)? (?:(?:is|was|named|called) )?$/;
const OFFICER =
  /^(?:PCSO|PC|PS|DC|DS|DI|DCI|Sgt|Sergeant|Insp|Inspector|Constable|Officer|Chief|Supt|Superintendent)\b/;

/** Words in capitals beside "victim" and "witness" that make no name. */
const NO_NAME =
  /\b(?:support|care|unit|units|service|services|personal|impact|statements?|commissioner|code|protection|programme|program|week|fund|charter|satisfaction|surveys?|charity|team|teams|first|champions?|police|constabulary|force|council|north|south|east|west|greater|manchester|london|yorkshire|midlands|wales|scotland|england|city|town|county|university|school|hospital|january|february|march|april|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|good|happy|great|new|twitter|facebook|instagram|youtube|the|we|they|he|she|it|this|that|these|those|in|on|at|if|when|please|please|call|contact|anyone|can|do|did|has|have|had|appeal|wanted|arrested|charged|update|breaking|today|tonight|yesterday|question|answer|crown|court|magistrates|high|street|road|justice|law|act|home|office|chief|domestic|violence|abuse|crime|hate|rape|operation|project|blaming|focused|focussed|led)\b/i;

/** Births that are news: nobody born before 1910 or after 2025 is meant. */
const isBirth = (mark: string) => {
  const year = Number(/(?<!\d)(?:19|20)\d{2}(?!\d)/.exec(mark)?.[0] ?? Number.NaN);
  if (/(?<!\d)1[0-8]\d{2}(?!\d)/.test(mark)) return false;
  return Number.isNaN(year) || (year >= 1910 && year <= 2025);
};

const isName = (mark: string) => !NO_NAME.test(mark.replace(/^(?:the|a|our)\s/i, ''));
/** One that is surely a person's: with a title, or begun with a given name. */
const isSureName = (mark: string) => {
  const [first = '', ...others] = mark.split(/\s+/);
  return (
    isName(mark) &&
    (new RegExp(`^${TITLE}\\.?$`).test(first) ||
      isGivenName(first) ||
      others.some((one) => isGivenName(one)))
  );
};

const RULES: readonly Rule[] = [
  {
    kind: 'dob',
    shape: new RegExp(
      `(?:${BIRTH})(?:[\\s.:;=(,/-]|\\b(?:is|was|on|in|the|of|unknown|but|likely|maybe|probably|about|circa|approx)\\b){0,8}?(?<it>${DATE}|(?<!born.*)${MONTH} (?:19|20)\\d{2}|(?<=(?:dobs?|d\\.o\\.b|birth)[\\s.:/-]*(?:is )?)(?:\\d{6}(?:\\d{2})?|(?:19|20)\\d{2}|\\d{1,2}[/.-]\\d{1,2}|\\d{1,2}(?:st|nd|rd|th)? ${MONTH}))${END}`,
      'dgi',
    ),
    // Of a police dog anybody may know.
    holds: (mark, { index, input }) =>
      isBirth(mark) &&
      !/\b(?:PD|dog|pup(?:py)?|horse)\b[^.!?\n]{0,40}$/.test(input.slice(0, index)),
  },
  {
    // John Smith 3/4/87 · O'Brien, Sean (17/03/66)
    kind: 'dob',
    shape: new RegExp(
      `(?<name>${NAME}|${CAPITAL}, ${CAPITAL})[\\s,(-]{1,3}(?:DOB )?(?<it>\\d{1,2}[/.-]\\d{1,2}[/.-](?:\\d{4}|\\d{2})|\\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.?,? (?:\\d{4}|\\d{2})|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \\d{1,2},? \\d{4})${END}`,
      'dg',
    ),
    holds: (mark, { groups }) => {
      const year = Number(/\d+$/.exec(mark)?.[0]);
      const isPast = year > 100 ? year >= 1910 && year <= 2015 : year >= 27 || year <= 12;
      return isPast && isSureName(groups?.name ?? '');
    },
  },
  {
    // The suspect lives at 12 High Street
    kind: 'victim',
    shape: new RegExp(`(?<![a-zA-Z0-9])${ADDRESS}${END}`, 'dgi'),
    behind: new RegExp(`\\b${ROLE}\\b[^!?\\n]{0,60}$`, 'i'),
    holds: (mark) => !/ the [a-z]+$/.test(mark),
  },
  {
    // The victim lives at 14 Heol Fawr
    kind: 'victim',
    shape: new RegExp(
      `(?<![a-zA-Z0-9])\\d{1,4}[a-z]?,? (?:[A-Z][a-z']+ ){0,2}[A-Z][a-z']+${END}`,
      'dg',
    ),
    behind: new RegExp(
      `\\b${ROLE}\\b[^.!?\\n]{0,30}\\b(?:lives?|living|lived|address|resid(?:es|ing|ent)|home)\\b(?: is| was)?(?: at| on| in)? ?$`,
      'i',
    ),
  },
  {
    // 12 High Street is where the victim lives
    kind: 'victim',
    shape: new RegExp(
      `(?<![a-zA-Z0-9])(?<it>${ADDRESS})${END}(?=[^.!?\\n]{0,30}\\b(?:victim|suspect|witness|offender)s?\\b)`,
      'dgi',
    ),
    holds: (mark) => !/ the [a-z]+$/.test(mark),
  },
  {
    // The victim lives on Mill Lane
    kind: 'victim',
    shape: new RegExp(`(?<![a-zA-Z0-9])${STREET}(?![a-zA-Z0-9_])`, 'dg'),
    behind: new RegExp(
      `\\b${ROLE}\\b[^.!?\\n]{0,30}\\b(?:lives?|living|lived|address|resid(?:es|ing|ent)|stays?|staying|from|moved)\\b(?: is| in)?(?: on| at| off| down| to| of)? ?$`,
      'i',
    ),
    holds: (mark) => new RegExp(` ${ADDRESS_END}$`, 'i').test(mark),
  },
  {
    kind: 'victim',
    shape: new RegExp(`(?<![a-zA-Z0-9@#])${NAME}(?![a-zA-Z0-9_])`, 'dg'),
    behind: CLOSE,
    // "Witness the Bolton Wanderers": an article leads to people only where the name says so.
    holds: (mark, { index, input }) =>
      / the $/i.test(input.slice(0, index)) ? isSureName(mark) : isName(mark),
  },
  {
    kind: 'victim',
    shape: new RegExp(`(?<![a-zA-Z0-9@#])${NAME}(?![a-zA-Z0-9_])`, 'dg'),
    behind: STATEMENT,
    holds: isName,
  },
  {
    kind: 'victim',
    shape: new RegExp(`(?<![a-zA-Z0-9@#])(?:${NAME}|${CAPITAL})(?![a-zA-Z0-9_])`, 'dg'),
    behind: NEAR,
    holds: (mark) => isSureName(mark) && !OFFICER.test(mark),
  },
  {
    kind: 'victim',
    shape: new RegExp(`(?<![a-zA-Z0-9@#])${CAPITAL}(?![a-zA-Z0-9_])`, 'dg'),
    behind: RIGHT_BEHIND,
    holds: (mark) => mark.length > 2 && isName(mark),
  },
  {
    kind: 'victim',
    shape: new RegExp(`(?<![a-zA-Z0-9@#])${CAPITAL}(?![a-zA-Z0-9_])`, 'dg'),
    behind: CLOSE,
    holds: (mark) => isName(mark) && isGivenName(mark) && !isOrdinary(mark),
  },
  {
    // … and Jane Smith
    kind: 'victim',
    shape: new RegExp(`(?<![a-zA-Z0-9@#])${NAME}(?![a-zA-Z0-9_])`, 'dg'),
    behind: new RegExp(`\\b${ROLE}[\\s,:;(-]+(?:[A-Za-z][\\w.'-]*\\.? ){1,3}(?:and|&) $`, 'i'),
    holds: (mark) => isName(mark) && !OFFICER.test(mark),
  },
  {
    // Suspect: SMITH, John · VICTIM JOHN SMITH
    kind: 'victim',
    shape:
      /(?<![a-zA-Z0-9@#])[A-Z]{3,}(?:[-'][A-Z]{2,})?(?:,? [A-Z][A-Za-z'-]+)?(?![a-zA-Z0-9_])/dg,
    behind: CLOSE,
    holds: (mark, { input }) =>
      isName(mark) &&
      (mark.split(/[\s,]+/).some((one) => isGivenName(one)) ||
        (mark.length > 3 && input !== input.toUpperCase())),
  },
  {
    // victim john smith, witness mrs jones
    kind: 'victim',
    shape: new RegExp(
      `\\b${ROLE}(?:[\\s,:(-]|\\b(?:is|was|named|called|name)\\b){1,6}?(?<it>(?!(?:is|was|named|called|name) )[a-z]{2,} [a-z]{3,})(?![a-zA-Z0-9_])`,
      'dgi',
    ),
    holds: (mark) => {
      const [first = '', last = ''] = mark.split(' ');
      return (
        (/^(?:mrs?|ms|miss)$/i.test(first) || (isGivenName(first) && !isOrdinary(first))) &&
        !NO_NAME.test(mark) &&
        !FOLLOWS.test(last)
      );
    },
  },
  {
    // Tom Baxter, a witness · Emma Reed was the victim
    kind: 'victim',
    shape: new RegExp(
      `(?<![a-zA-Z0-9@#])(?<it>${NAME})(?:,| is| was|,? who is|,? who was| as| -|:| \\() ?(?:(?:the|a|an|our|my|another|one of (?:the|our)|alleged|main|key|prime|only|sole|also|still) ){0,3}(?:[a-z]+ )?(?:victims?|suspects?|witness(?:es)?|offender|complainant|injured party|IP)\\b`,
      'dg',
    ),
    holds: (mark) => isSureName(mark) && !OFFICER.test(mark),
  },
  {
    // Sarah (victim)
    kind: 'victim',
    shape: new RegExp(
      `(?<![a-zA-Z0-9@#])(?<it>${CAPITAL}) \\((?:the )?(?:victim|suspect|witness|IP|offender)\\b`,
      'dg',
    ),
    holds: isName,
  },
];

/** The victims and suspects of long ago are history; "at 1845" is a time of day. */
const OLD_YEAR = /\b(?:in|of|from|since) (?:1[0-8]\d\d|19[0-3]\d)\b(?! ?h)/;

export const peopleRules = RULES.map(
  (rule): Rule =>
    rule.kind === 'victim'
      ? {
          ...rule,
          holds: (mark, match) =>
            !OLD_YEAR.test(match.input) && (rule.holds?.(mark, match) ?? true),
        }
      : rule,
);

/** What may follow one name alone: "victim dave was", "witness sue said". */
const FOLLOWS =
  /^(?:was|is|are|has|had|will|and|who|for|not|said|says|can|may|but|did|does|lives?|gets?|rang|saw|from|with|that|this|the|went|came|told|gave|about|when|where|what)$/i;
