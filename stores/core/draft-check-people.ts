/** Knows victims, suspects and witnesses beside a name or an address. */
import type { Rule } from './draft-check';
import {
  CAPITAL,
  isGivenName,
  isName,
  isOrdinary,
  isSureName,
  NAME,
  NO_NAME,
} from './draft-check-names';

const END = '(?![a-zA-Z0-9_])';
const ADDRESS_END =
  '(?:street|st|road|rd|avenue|ave|av|lane|ln|drive|drv?|close|cl|court|ct|crescent|cres|place|pl|terrace|terr|gardens|gdns|grove|gr|way|walk|square|sq|row|mews|hill|view|rise|park|green|parade|house|estate|croft|fold|brow|bank|mount|meadows?|boulevard|cottages?|lodge|villas?|wynd|brae|heights|towers?|wharf|quay|manor)';
const ADDRESS =
  `(?:(?:flat|apartment|apt|unit|room) ?\\d{1,4}[a-z]?(?:,? (?:\\d{1,4}[a-z]? )?(?:[a-zA-Z'-]+ ){1,3}${ADDRESS_END}\\b)?|` +
  `\\d{1,4}[a-z]?,? (?:[a-zA-Z'-]+ ){1,3}(?:${ADDRESS_END})\\b(?:, [A-Z][a-z]+)?|\\d{1,3}[a-d]? the [A-Z][a-z]+\\b)`;
/** Lives on Mill Lane: an address without a number. */
const STREET = `(?:(?:[A-Z][a-z']+ ?){1,3}, )?(?:[A-Z][a-z']+ ){1,3}[A-Z][a-z]+`;

/** Whoever must not be named, and the short forms of notebooks. */
const ROLE =
  "(?<!\\b(?:i|i'd|id) )(?:victims?|suspects?|susps?|burglars?|thie(?:f|ves)|robbers?|muggers?|attackers?|assailants?|culprits?|rapists?|stalkers?|abusers?|shoplifters?|arsonists?|fraudsters?|intruders?|witness(?:es)?|complainants?|aggrieved(?: party)?|injured part(?:y|ies)|deceased|wits?(?=[ :]+\\d|:)|offenders?|perpetrators?|perps?|informants?|(?:eye ?)witness(?:es)?|(?<!holocaust |cancer |stroke )survivors?|arrested (?:man|woman|male|female|person|youth)|(?:man|woman|person) arrested|dps?|detained persons?|detainees?|defendants?|accused|ips?|vics?)(?:'s|s')?";
/** The name follows at once: "victim John Smith", "the suspect was named as …" */
const CLOSE = new RegExp(
  `\\b${ROLE}(?:[\\s,:;=("/\\d-]|\\b(?:is|was|are|were|named|called|name|as|an?|the|one|being|believed|thought|to be|locally|understood|only|now|aka|aged|years?|yrs?|old|little|young|poor)\\b)*$`,
  'i',
);
/** What a witness said, and whose it is. */
const STATEMENT = new RegExp(
  `\\b${ROLE} (?:statement|account|interview|details?)s? (?:taken |obtained |is |are )?(?:from|with|by|of) $`,
  'i',
);
/** A few words between, the last of them leading to a name: "the witness, a neighbour called …" */
const NEAR = new RegExp(
  `\\b${ROLE}\\b[^.!?\\n]{0,40}?(?:\\b(?:called|named|name|is|was|are|were|as|an?|mum|mother|dad|father|brother|sister|son|daughter|wife|husband|partner|boyfriend|girlfriend|friend|neighbour|nan|years?[ -]old|yo|y/o|lad|girl|woman|man|boy|lady|bloke|pensioner|resident|mam|gran|widow(?:er)?|teen(?:ager)?|student)\\b[\\s:]*|\\b\\d{1,2},? |[,(:"-]\\s*)$`,
  'i',
);
/** What leads to a name and nothing else: "an old lady by the name of …" */
const NAMING = new RegExp(
  `\\b${ROLE}\\b[^.!?\\n]{0,50}\\b(?:(?:by the )?name(?: of|:| is| was)?|goes by|(?:known|identified|described|named)(?: locally| today)? as|step forward,) (?:an? )?(?:\\d{1,2}[ -]years?[ -]old )?$`,
  'i',
);
/** In the middle of a sentence, where a capital can only be a name's. */
const RIGHT_BEHIND =
  /(?<!\b(?:[iI]|[iI]'?d) )\b(?:victim|suspect|witness)(?:s|es)? (?:(?:is|was|named|called) )?$/;
const OFFICER =
  /^(?:PCSO|PC|PS|DC|DS|DI|DCI|Sgt|Sergeant|Insp|Inspector|Constable|Officer|Chief|Supt|Superintendent)\b/;

const RULES: readonly Rule[] = [
  {
    // The suspect lives at 12 High Street
    kind: 'victim',
    shape: new RegExp(`(?<![a-zA-Z0-9])${ADDRESS}${END}`, 'dgi'),
    behind: new RegExp(`\\b${ROLE}\\b[^!?\\n]{0,60}$`, 'i'),
    holds: (mark) => !/ the [a-z]+$|^\d+ Crown Court/.test(mark),
  },
  {
    // The victim lives at 14 Heol Fawr
    kind: 'victim',
    shape: new RegExp(
      `(?<![a-zA-Z0-9])\\d{1,4}[a-z]?,? (?:(?:[A-Z][a-z'-]+|yr?|an?|n[ay]n?|the|of|le) ){0,3}[A-Z][a-z'-]+${END}`,
      'dg',
    ),
    behind: new RegExp(
      `\\b${ROLE}(?:\\b[^.!?\\n]{0,30}\\b(?:lives?|living|lived|address|resid(?:es|ing|ent)|home|house|flat|door)\\b(?: is| was)?(?:[,:]| at| on| in)? ?|(?:, of|,? from|,? at) )$`,
      'i',
    ),
    holds: isName,
  },
  {
    // 12 High Street is where the victim lives
    kind: 'victim',
    shape: new RegExp(
      `(?<![a-zA-Z0-9])(?<it>${ADDRESS})${END}(?=[^.!?\\n]{0,30}\\b${ROLE}(?![a-zA-Z]))`,
      'dgi',
    ),
    holds: (mark) => !/ the [a-z]+$/.test(mark),
  },
  {
    // The victim lives on Mill Lane
    kind: 'victim',
    shape: new RegExp(`(?<![a-zA-Z0-9])${STREET}(?![a-zA-Z0-9_])`, 'dg'),
    behind: new RegExp(
      `\\b${ROLE}\\b[^.!?\\n]{0,30}\\b(?:lives?|living|lived|address|resid(?:es|ing|ent)|stays?|staying|from|moved|home)\\b(?: [a-zA-Z' ]{1,25})?(?: on| at| off| down| to| of)? ?$`,
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
    shape: new RegExp(`(?<![a-zA-Z0-9@#])${NAME}(?![a-zA-Z0-9_])`, 'dg'),
    behind: NAMING,
    // "victims identified as Vulnerable Adults"
    holds: (mark) => isSureName(mark) || (isName(mark) && !mark.endsWith('s')),
  },
  {
    // The first victim, Emrys, was fifteen
    kind: 'victim',
    shape: new RegExp(`${CAPITAL}(?=, (?:was|is|who|whose|aged|had|has|said|\\d))`, 'dg'),
    behind: new RegExp(`\\b${ROLE}, $`, 'i'),
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
    // "great to witness Newcastle winning"
    holds: (mark, { index, input }) =>
      mark.length > 2 &&
      isName(mark) &&
      (isGivenName(mark) || !/\b(?:to|we|they|you|never|ever) \w+ $/.test(input.slice(0, index))),
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
    behind: new RegExp(`\\b${ROLE}[\\s,:;(-]+(?:[A-Z][\\w.'-]*,? ){1,6}(?:and|&) $`, 'i'),
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
      `\\b${ROLE}(?:[\\s,:(-]|\\b(?:is|was|named|called|name)\\b){1,6}?(?<it>(?!(?:is|was|named|called|name) )[a-z]{2,} [a-z][a-z'-]{2,})(?![a-zA-Z0-9_])`,
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
      `(?<![a-zA-Z0-9@#])(?<it>${NAME})(?<how>(?:,? (?:aged )?\\d{1,3})?(?:,| is| was|,? who(?: is| was)?,?| as| -|:| \\(| (?=(?:a|the|our) ))| (?:[^.!?,\\n]{1,30} )?(?:is|was|as|remains|being|be)) ?(?:as )?(?:(?:is|was|the|a|an|our|my|another|one of (?:the|our)|alleged|main|key|prime|only|sole|also|still|principal) ){0,4}(?:[a-z]+ )?${ROLE}(?:(?<said>[,)?-]|\\.?$)|(?! (?:support|care|liaison|lead|strategy|champion|officer|worker|code|focus|protection|satisfaction))\\b)`,
      'dg',
    ),
    // A name that the list does not know: "Chidi Nwosu, the victim," and not "In Moss Side, the victim".
    holds: (mark, { groups, index, input }) =>
      !OFFICER.test(mark) &&
      !/\b(?:P[CS]|D[CSI]|PCSO|Constable|Chief|Sgt|Sergeant|Insp(?:ector)?|Supt|Superintendent|Commissioner|[ACD]CC?)\.? $/.test(
        input.slice(0, index),
      ) &&
      (isSureName(mark) ||
        (/[,(]$/.test(groups?.how ?? '') &&
          groups?.said !== undefined &&
          isName(mark) &&
          !/\b(?:in|at|on|near|from|of|around|by|to|for) $/i.test(input.slice(0, index)))),
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
  (rule): Rule => ({
    ...rule,
    holds: (mark, match) => !OLD_YEAR.test(match.input) && (rule.holds?.(mark, match) ?? true),
  }),
);

/** What may follow one name alone: "victim dave was", "witness sue said". */
const FOLLOWS =
  /^(?:was|is|are|has|had|will|and|who|for|not|said|says|can|may|but|did|does|lives?|gets?|rang|saw|from|with|that|this|the|went|came|told|gave|about|when|where|what)$/i;
