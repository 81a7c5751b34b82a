/** Knows dates of birth: behind the word for one, before it, or beside a name. */
import type { Rule } from './draft-check';
import { CAPITAL, isName, isSureName, LISTED, NAME } from './draft-check-names';

const END = '(?![a-zA-Z0-9_])';
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DATE =
  `(?:\\d{1,2} ?[/.\\-| ] ?\\d{1,2} ?[/.\\-| ] ?(?:\\d{4}|\\d{2})|(?:19|20)\\d{2}[/.-]\\d{1,2}[/.-]\\d{1,2}|` +
  `\\d{1,2}(?:st|nd|rd|th)?[ ./-]?(?:of )?${MONTH}[ .,'/-]{0,2}(?:\\d{4}|\\d{2})|${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? (?:\\d{4}|\\d{2}))`;
const BIRTH =
  "\\b(?:d ?[./]? ?o ?[./]? ?bs?|dates? of birth|birth ?dates?|birth ?day|b'?day|b ?/ ?d|born(?: on)?|b(?=[.:]? ?\\d|\\. )|née?)(?![a-zA-Z_])\\.?";

/** "The force was born on 1 April 1974": what is no person. */
const THING =
  /\b(?:NHS|forces?|services?|constabulary|units?|teams?|charity|scheme|account|chat|hashtag|litter|pup\w*|dogs?|foals?|kittens?|horses?|lambs?|idea|company|club|project|campaign|twitter|met)(?: of \w+)? (?:(?:was|were|is|itself|first|really) ){0,3}$/i;
/** What a text is about that has the date of birth of somebody whose name the list does not know. */
const SOUGHT =
  /\b(?:wanted|missing|misper|recall|warrant|court|bail(?:ed)?|arrest(?:ed)?|charged|custody|circulated|failed|breach|licen[cs]\w+|pnc|markers?)\b/i;

/** Births that are news: nobody born before 1910 or after 2025 is meant. */
const isBirth = (mark: string) => {
  const year = Number(/(?<!\d)(?:19|20)\d{2}(?!\d)/.exec(mark)?.[0] ?? Number.NaN);
  if (/(?<!\d)1[0-8]\d{2}(?!\d)/.test(mark)) return false;
  return Number.isNaN(year) || (year >= 1910 && year <= 2025);
};

export const birthRules: readonly Rule[] = [
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
    // DOB given as 7/1/87, date of birth (self-reported): 07/01/1987, YOB 1987
    kind: 'dob',
    shape: new RegExp(
      `\\b(?:(?:d ?[./]? ?o ?[./]? ?b|dates? of birth|birth ?days?|birth ?dates?)(?![a-zA-Z])[^\\d.!?\\n]{0,24}?(?<![a-zA-Z0-9])(?<it>${DATE})|(?:y\\.?o\\.?b|year of birth)[\\s.:]*(?:is |was )?(?<also>(?:19|20)\\d\\d))${END}`,
      'dgi',
    ),
    holds: (mark) => isBirth(mark) && !/\b(?:20[2-9]\d|2[4-9])$/.test(mark),
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
      `(?<name>${NAME}|${CAPITAL}, (?:${CAPITAL}|[A-Z]\\.?)|${LISTED})[\\s,:;([|/"+-]{1,5}(?:DOB )?(?<it>\\d{1,2}[/.-]\\d{1,2}[/.-](?:\\d{4}|\\d{2})|\\d{1,2}(?:st|nd|rd|th)?[ -](?:of )?(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.?,?[ -](?:\\d{4}|\\d{2})|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \\d{1,2},? \\d{4})${END}`,
      'dg',
    ),
    holds: (mark, { groups, input }) => {
      const name = groups?.name ?? '';
      const year = Number(/\d+$/.exec(mark)?.[0]);
      const isPast = year > 100 ? year >= 1910 && year <= 2015 : year >= 27 || year <= 12;
      return isPast && (isSureName(name) || (isName(name) && SOUGHT.test(input)));
    },
  },
];
