/** Knows telephone numbers, e-mail addresses, postcodes, National Insurance numbers and PNC and CRO numbers. */
import type { Rule } from './draft-check';

const START = '(?<![a-zA-Z0-9_/.-])';
const END = '(?![a-zA-Z0-9_])';

/** Numbers that the police and charities ask everybody to spread. */
const PUBLIC_LINES = new Set([
  '0800555111',
  '0800789321',
  '08001111',
  '116123',
  '116000',
  '116006',
  '08082000247',
  '08081689111',
  '03001232040',
  '0800678321',
  '0800405040',
  '03457909090',
  '18001101',
  '0845606048',
]);
/** What anybody may ring, and is asked to. */
const FREE =
  /\b(?:help ?lines?|freephone|charity|nspcc|samaritans|childline|shelter|rspca|victim support|age uk)\b/i;
const isLine = (mark: string) => {
  const digits = mark.replace(/o/gi, '0').replace(/\D/g, '');
  if (PUBLIC_LINES.has(digits)) return false;
  return digits.length >= 10 && digits.length <= 15;
};

/** What says that a number is a telephone's. */
const RING =
  '\\b(?:t(?:el(?:ephone)?)?|tele?|ph(?:one)?|mob(?:ile)?|mobile no|cell|ring|call|text|txt|fax|landline|whats ?app|dial)\\b';

const phones: readonly Rule[] = [
  {
    kind: 'phone',
    shape: new RegExp(
      `(?:(?<![a-zA-Z0-9_/.])|(?<=\\b(?:mob|tel|phone|ph|[mMtT]|Mob|Tel|Phone)))\\(?(?:(?:\\+|00) ?44 ?(?:\\(0\\) ?)?|\\(?[0Oo])\\)?(?:[ .()/-]{0,2}[\\dOo]){8,10}(?!\\d)${END}`,
      'dg',
    ),
    holds: (mark, { index, input }) =>
      isLine(mark) &&
      !/^\(?[0o]\d[/.-]\d\d[/.-]/i.test(mark) &&
      !/\b(?:is[bs]n|barcode)\b.{0,12}$|97[89][ -]$/i.test(input.slice(0, index)) &&
      !(/^\(?0[38]0/.test(mark) && FREE.test(input)),
  },
  {
    // Numbers of other countries.
    kind: 'phone',
    shape: new RegExp(`(?<![a-zA-Z0-9_/.])(?:\\+|00)[1-9](?:[ .()-]{0,2}\\d){8,13}${END}`, 'dg'),
    holds: isLine,
  },
  {
    kind: 'phone',
    shape: new RegExp(
      `${RING}[^a-zA-Z0-9]{0,3}(?:(?:me|us|him|her|them|no|number|on|is|at|or|the [a-z]+)[\\s.:]+){0,3}(?<it>\\(?\\d{3,5}\\)?[ -]?\\d{3,4}(?:[ -]?\\d{3,4})?)${END}(?! ?(?:of|/)\\b)`,
      'dgi',
    ),
    holds: (mark) => {
      const digits = mark.replace(/\D/g, '');
      return digits.length >= 6 && digits.length <= 11 && !PUBLIC_LINES.has(digits);
    },
  },
  // 7700 900123 without its nought
  { kind: 'phone', shape: new RegExp(`${START}(?<!\\+)7\\d{3}[ -]?\\d{3}[ -]?\\d{3}${END}`, 'dg') },
  {
    // Extensions
    kind: 'phone',
    shape: new RegExp(
      `\\bext(?:n|ension)?\\b[\\s.:#]*(?:(?:no|number|is)[\\s.:]+){0,2}(?<it>x ?\\d{3,7}|\\d{3,7})${END}`,
      'dgi',
    ),
  },
  {
    // 01632 960555 x2345
    kind: 'phone',
    shape: new RegExp(
      `(?<=\\d{3}[ -]?\\d{3,4}[ ,]{1,2}|(?:switchboard|internal)[ ,]{0,2}|\\b101[ ,]{0,2})x ?\\d{3,6}${END}`,
      'dgi',
    ),
  },
];

const DOT = '(?: ?(?:\\.|\\bdot\\b|\\[dot\\]|\\(dot\\)) ?)';

const sure: readonly Rule[] = [
  {
    kind: 'email',
    shape:
      /(?<![a-zA-Z0-9._%+'’-])[a-zA-Z0-9_](?:[a-zA-Z0-9._%+'’-]*[a-zA-Z0-9_%+])?@[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9-]+)*\.[a-zA-Z]{2,}/dg,
  },
  {
    // jane.smith [at] example.police.uk, jane @ example.org
    kind: 'email',
    shape: new RegExp(
      `(?<![a-zA-Z0-9._%+-])[\\w.%+-]+ ?(?:[[({<] ?(?:at|@) ?[\\])}>]| @ ?|@ ) ?[a-z0-9-]+(?:${DOT}[a-z0-9-]+)*${DOT}(?:com|org|net|info|co|uk|gov|police|scot|wales|eu|me|example)\\b(?:\\.[a-z]{2,})?`,
      'dgi',
    ),
  },
  {
    // tom at example.com
    kind: 'email',
    shape:
      /(?<![\w.%+-])[\w.%+-]+ at (?:[a-z0-9-]+\.)+(?:com|org|net|info|uk|scot|wales|cymru|eu|me|gov|police|ie)(?![a-z0-9])/dgi,
    holds: (mark) => !/^(?:me|us|is|am|are|it|here|home|look|live|see|team)\b/i.test(mark),
  },
  {
    // tom at example dot com
    kind: 'email',
    shape:
      /(?<![a-zA-Z0-9._%+-])[\w%+-]+(?:(?: dot |\.)[\w%+-]+)* at [a-z0-9-]+(?: dot [a-z0-9-]+)* dot (?:com|org|net|info|uk|scot|wales|eu|me|gov)\b/dgi,
    holds: (mark) => !/^(?:me|us|is|am|are|it|here|home)\b/i.test(mark),
  },
  {
    kind: 'nino',
    shape: new RegExp(
      `${START}(?:[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]|QQ)(?:[ .,/-]?\\d){6}[ .,/-]?[A-DFMP]${END}`,
      'dgi',
    ),
  },
  {
    kind: 'nino',
    shape: new RegExp(
      `\\b(?:n\\.?i\\.?|nino|nat(?:ional|\\.)? ?ins(?:urance)?)\\b(?:[\\s.:#=(]|\\b(?:no|num|number|is|was|card)\\b)*(?<it>[a-z]{2}[ .-]?\\d{2}[ .-]?\\d{2}[ .-]?\\d{2}(?:[ .-]?[a-z])?)${END}`,
      'dgi',
    ),
  },
  {
    kind: 'pnc',
    shape: new RegExp(`${START}(?:19|20)?\\d{2} ?/ ?\\d{1,7} ?[A-HJ-NP-RT-Z]${END}`, 'dgi'),
    holds: (mark) => !/^\d{2}\/\d{1,2}[ap]$/i.test(mark) && !/\/\d{1,3} [a-z]$/i.test(mark),
  },
  {
    // CRO: number/year and a letter
    kind: 'pnc',
    shape: new RegExp(`${START}\\d{3,6}/\\d{2} ?[A-HJ-NP-RT-Z]${END}`, 'dgi'),
    holds: (mark) => !/ [a-z]$/.test(mark) && !/^(?:19|20)\d\d\//.test(mark),
  },
  { kind: 'pnc', shape: new RegExp(`${START}(?:19|20)?\\d{2}/\\d{4,7}[A-Z]${END}`, 'dgi') },
  { kind: 'pnc', shape: new RegExp(`${START}SF ?\\d{2}/\\d{1,6} ?[A-Z]${END}`, 'dgi') },
  {
    kind: 'pnc',
    shape: new RegExp(
      `\\b(?:pnc(?:[ /-]?id)?|c\\.?r\\.?o|police national computer)(?![a-zA-Z])(?:[\\s.:#=(/]|\\b(?:id|no|num|number|ref|is|was)\\b)*(?<it>(?:sf? ?)?\\d{1,6} ?[\\\\/ -] ?\\d{1,7}(?: ?[a-z])?)${END}`,
      'dgi',
    ),
    holds: (mark) => !/^24\/7$/.test(mark),
  },
];

/** The letters that British postcodes begin with. */
const AREAS = new Set(
  (
    'AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV ' +
    'JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR ' +
    'TS TW UB W WA WC WD WF WN WR WS WV YO ZE'
  ).split(' '),
);
/** "1st", "2hr": units that end like a postcode. */
const UNIT = /\d(?:st|nd|rd|th|hr|yr|ft|lb|pt|wk|hd|st|ly|gb|tb|bn)$/;

const rest: readonly Rule[] = [
  {
    kind: 'postcode',
    shape: new RegExp(
      `(?<![a-zA-Z0-9_.])(?:[A-Z]{1,2}\\d[A-Z\\d]?[ -]{0,2}\\d[ABD-HJLNP-UW-Z]{2}|GIR ?0AA)${END}(?!/\\d)`,
      'dgi',
    ),
    holds: (mark) => {
      const area = /^[a-z]+/i.exec(mark)?.[0].toUpperCase() ?? '';
      return (area === 'GIR' || AREAS.has(area)) && !UNIT.test(mark);
    },
  },
  {
    // Hd2 1 ur
    kind: 'postcode',
    shape: new RegExp(
      `(?<![a-zA-Z0-9_.])[A-Z]{2}\\d[A-Z\\d]? \\d (?!at|as|us|he|we|be|by|ta|ex|yr|ft|lb|hr|st|nd|rd|th|pt|wk)[ABD-HJLNP-UW-Z]{2}${END}`,
      'dgi',
    ),
    holds: (mark) => AREAS.has(mark.slice(0, 2).toUpperCase()),
  },
];

export const numberRules = { sure, phones, rest };
