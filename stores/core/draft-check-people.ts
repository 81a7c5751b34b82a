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
  "\\b(?:d ?[./]? ?o ?[./]? ?bs?|dates? of birth|birth ?dates?|birth ?day|b'?day|b ?/ ?d|born(?: on)?|b(?=[. ]?\\d|\\. )|née?)(?![a-zA-Z_])\\.?";

/** The name of a person as it is written: titles, given names, initials, surnames. */
const TITLE =
  '(?:Mrs?|Ms|Miss|Mx|Dr|Prof|Rev|Sir|Lady|Lord|Cllr|PCSO|PC|PS|DC|DS|DI|DCI|Sgt|Sergeant|Insp|Inspector|Constable|Officer)';
const CAPITAL = "(?:(?:O|D|Mc|Mac)'?)?[A-Z][a-z]+(?:[-'][A-Z][a-z]+)?";
const SURNAMES = `${CAPITAL}(?: (?:${CAPITAL}|[A-Z]\\.?(?= [A-Z]))){0,2}`;
const NAME = `(?:${TITLE}\\.? (?:[A-Z]\\.? ?){0,2}${SURNAMES}|(?:[A-Z]\\.? ?){1,2} ?${CAPITAL}|${CAPITAL}(?: (?:and|&) ${CAPITAL})? ${SURNAMES})`;

const ADDRESS_END =
  '(?:street|st|road|rd|avenue|ave|av|lane|ln|drive|drv?|close|cl|court|ct|crescent|cres|place|pl|terrace|terr|gardens|gdns|grove|gr|way|walk|square|sq|row|mews|hill|view|rise|park|green|parade|house|estate|croft|fold|brow|bank|mount|meadows?|boulevard|cottages?|lodge|villas?|wynd|brae|heights|towers?|wharf|quay|manor)';
const ADDRESS =
  `(?:(?:flat|apartment|apt|unit|room) ?\\d{1,4}[a-z]?(?:,? (?:\\d{1,4}[a-z]? )?(?:[a-zA-Z'-]+ ){1,3}${ADDRESS_END}\\b)?|` +
  `\\d{1,4}[a-z]?,? (?:[a-zA-Z'-]+ ){1,3}(?:${ADDRESS_END})\\b(?:, [A-Z][a-z]+)?|\\d{1,3}[a-d]? the [A-Z][a-z]+\\b)`;
/** Lives on Mill Lane: an address without a number. */
const STREET = `(?:(?:[A-Z][a-z']+ ?){1,3}, )?(?:[A-Z][a-z']+ ){1,3}[A-Z][a-z]+`;

/** In capitals, as a list has them: KELLY-ANN FOYLE, SMITH, JOHN. */
const LISTED = "[A-Z]{2,}(?:[-'][A-Z]{2,})?,? [A-Z]{2,}(?:[-'][A-Z]{2,})?";

/** Whoever must not be named, and the short forms of notebooks. */
const ROLE =
  "(?<!\\b(?:i|i'd|id) )(?:victims?|suspects?|susps?|burglars?|thie(?:f|ves)|robbers?|muggers?|attackers?|assailants?|culprits?|rapists?|stalkers?|abusers?|shoplifters?|arsonists?|fraudsters?|intruders?|witness(?:es)?|complainants?|aggrieved|injured part(?:y|ies)|offenders?|perpetrators?|perps?|informants?|(?:eye ?)witness(?:es)?|(?<!holocaust |cancer |stroke )survivors?|arrested (?:man|woman|male|female|person|youth)|dps?|detained persons?|detainees?|defendants?|accused|ips?|vics?)(?:'s|s')?";
/** The name follows at once: "victim John Smith", "the suspect was named as …" */
const CLOSE = new RegExp(
  `\\b${ROLE}(?:[\\s,:;=("\\d-]|\\b(?:is|was|are|were|named|called|name|as|an?|the|one|being|believed|thought|to be|locally|identified|known|understood|only|now|aka)\\b)*$`,
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
  `\\b${ROLE}\\b[^.!?\\n]{0,50}\\b(?:(?:by the )?name(?: of|:| is| was)?|goes by|known as|identified as|step forward,) $`,
  'i',
);
/** In the middle of a sentence, where a capital can only be a name's. */
const RIGHT_BEHIND =
  /(?<!\b(?:[iI]|[iI]'?d) )\b(?:victim|suspect|witness)(?:s|es)? (?:(?:is|was|named|called) )?$/;
const OFFICER =
  /^(?:PCSO|PC|PS|DC|DS|DI|DCI|Sgt|Sergeant|Insp|Inspector|Constable|Officer|Chief|Supt|Superintendent)\b/;

/** Words in capitals beside "victim" and "witness" that make no name. */
const NO_NAME =
  /\b(?:support|care|unit|units|service|services|personal|impact|statements?|commissioner|code|protection|programme|program|week|fund|charter|satisfaction|surveys?|charity|team|teams|first|champions?|police|constabulary|force|council|north|south|east|west|greater|manchester|london|yorkshire|midlands|wales|scotland|england|city|town|county|university|school|hospital|january|february|march|april|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|good|happy|great|new|twitter|facebook|instagram|youtube|the|we|they|he|she|it|this|that|these|those|in|on|at|if|when|please|please|call|contact|anyone|can|do|did|has|have|had|appeal|wanted|arrested|charged|update|breaking|today|tonight|yesterday|question|answer|crown|court|magistrates|high|street|road|justice|law|act|home|office|chief|domestic|violence|abuse|crime|hate|rape|operation|project|blaming|focused|focussed|led|scheme|disclosure|management|register|awareness|panel|forum|review|report|trust|academy|college|foundation|initiative|strategy|guidance|rights|hub|league|cup)\b/i;

/** "The force was born on 1 April 1974": what is no person. */
const THING =
  /\b(?:NHS|forces?|services?|constabulary|police|units?|teams?|charity|scheme|account|chat|hashtag|page|litter|pups?|puppy|puppies|dogs?|foals?|kittens?|cats?|horses?|cal(?:f|ves)|lambs?|idea|department|college|company|club|programme|project|campaign|twitter|internet|met|council)(?: of \w+)? (?:(?:was|were|is|itself|first|really) ){0,3}$/i;
/** What a text is about that has the date of birth of somebody whose name the list does not know. */
const SOUGHT =
  /\b(?:wanted|missing|misper|recall(?:ed)?|warrant|courts?|bail(?:ed)?|arrest(?:ed)?|charged|convicted|sentenced|custody|circulated|failed|breach|licen[cs]e|licensing|pnc|nominal|markers?|outstanding|located)\b/i;

/** Births that are news: nobody born before 1910 or after 2025 is meant. */
const isBirth = (mark: string) => {
  const year = Number(/(?<!\d)(?:19|20)\d{2}(?!\d)/.exec(mark)?.[0] ?? Number.NaN);
  if (/(?<!\d)1[0-8]\d{2}(?!\d)/.test(mark)) return false;
  return Number.isNaN(year) || (year >= 1910 && year <= 2025);
};

const isName = (mark: string) => !NO_NAME.test(mark.replace(/^(?:the|a|our)\s/i, ''));
/** One that is surely a person's: with a title, or begun with a given name. */
const isSureName = (mark: string) => {
  const [first = '', ...others] = mark.split(/[\s,-]+/);
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
      `(?:${BIRTH})(?:[\\s.:;=(,/-]|\\b(?:is|was|on|in|the|of|unknown|but|likely|maybe|probably|about|circa|approx)\\b|\\bin [a-z'-]{3,}(?: [a-z'-]{3,})?){0,8}?(?<it>${DATE}|(?:19|20)\\d\\d[01]\\d[0-3]\\d|(?<!born.*)${MONTH} (?:19|20)\\d{2}|(?<=(?:dobs?|d\\.o\\.b|birth)[\\s.:/-]*(?:is )?)(?:\\d{6}(?:\\d{2})?|(?:19|20)\\d{2}|\\d{1,2}[/.-]\\d{1,2}|\\d{1,2}(?:st|nd|rd|th)? ${MONTH}))${END}`,
      'dgi',
    ),
    // Of a police dog anybody may know.
    holds: (mark, { index, input }) =>
      isBirth(mark) &&
      !THING.test(input.slice(0, index)) &&
      !/\b(?:PD|dog|pup(?:py)?|horse)\b[^.!?\n]{0,40}$/.test(input.slice(0, index)),
  },
  {
    // 24/06/1983 DOB, "05/11/2002" (date of birth)
    kind: 'dob',
    shape: new RegExp(
      `(?<![\\d/.-])(?<it>${DATE})[\\s"'),]{1,4}\\(?(?:as |is |was )?(?:(?:his|her|their|the|a) )?(?:d\\.?o\\.?b|date of birth)(?![a-zA-Z])`,
      'dgi',
    ),
    holds: isBirth,
  },
  {
    // John Smith 3/4/87 · O'Brien, Sean (17/03/66)
    kind: 'dob',
    shape: new RegExp(
      `(?<name>${NAME}|${CAPITAL}, ${CAPITAL}|${LISTED})[\\s,:;("+-]{1,5}(?:DOB )?(?<it>\\d{1,2}[/.-]\\d{1,2}[/.-](?:\\d{4}|\\d{2})|\\d{1,2}(?:st|nd|rd|th)?[ -](?:of )?(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.?,?[ -](?:\\d{4}|\\d{2})|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \\d{1,2},? \\d{4})${END}`,
      'dg',
    ),
    holds: (mark, { groups, input }) => {
      const year = Number(/\d+$/.exec(mark)?.[0]);
      const isPast = year > 100 ? year >= 1910 && year <= 2015 : year >= 27 || year <= 12;
      const name = groups?.name ?? '';
      return isPast && (isSureName(name) || (isName(name) && SOUGHT.test(input)));
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
    shape: new RegExp(`(?<![a-zA-Z0-9@#])${NAME}(?![a-zA-Z0-9_])`, 'dg'),
    behind: NAMING,
    holds: isName,
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
      `(?<![a-zA-Z0-9@#])(?<it>${NAME})(?<how>,| is| was|,? who(?: is| was)?,?| as| -|:| \\(| (?=(?:a|the|our) )) ?(?:as )?(?:(?:the|a|an|our|my|another|one of (?:the|our)|alleged|main|key|prime|only|sole|also|still|principal) ){0,3}(?:[a-z]+ )?${ROLE}(?:(?<said>[,)?-]|\\.?$)|(?! (?:support|care|liaison|lead|strategy|champion|officer|worker|code|focus|protection|satisfaction))\\b)`,
      'dg',
    ),
    // A name that the list does not know: "Chidi Nwosu, the victim," and not "In Moss Side, the victim".
    holds: (mark, { groups, index, input }) =>
      !OFFICER.test(mark) &&
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
