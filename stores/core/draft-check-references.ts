/** Knows the numbers of cases: crimes, incidents, custody records, exhibits, and the collar numbers of officers. */
import type { Rule } from './draft-check';

const START = '(?<![a-zA-Z0-9_/.£$])';
const END = '(?![a-zA-Z0-9_%])';
const GAP = '(?:[\\s.,:;#=()"\'-]|\\b(?:is|was|reads|ending|of course|the|a|in|my|our)\\b){0,6}?';
const NAMED = '(?:refs?|reference|no|nos|num|number|id|record|report|recorded|log)';

/** A day behind the number: "of 3/11/26", "of 3rd", "of today", "of 12 May". */
const OF_DAY =
  '(?: ?(?:of|on|dated|from) (?:the )?(?:\\d{1,2}[/.-]\\d{1,2}(?:[/.-]\\d{2,4})?|\\d{1,2}(?:st|nd|rd|th)?(?: (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)?|today|yesterday)(?![a-zA-Z0-9]))?';
/** "crime to 911", "log on 24/7": a word before the number is none of it. */
const NO_WORD =
  '(?!(?:to|on|in|at|of|by|for|up|is|was|we|my|or|and|the|a|i|over|from|with|than|just|only|all|last|next|per|some|so|like|past|about|had|has|got|no|out|off|down|it|its|did|do|be|are|as|his|her|our|new|age|top|now|day|week|year|but|if|when|via|more|less|both|each) )';
/** Letters and digits in groups, with digits in them: 06HQ1/12345/26, 0345-031126, GM20261103-1234 */
const TOKEN = `${NO_WORD}(?:[A-Z]{1,4} ?)?\\d[A-Z\\d]*(?:[/*_-][A-Z\\d]+){0,3}`;

const digitsIn = (mark: string) => mark.replace(OF_DAY_AT_END, '').replace(/\D/g, '').length;
const OF_DAY_AT_END = /\s(?:of|on|dated|from)\s.*$/i;
const isYear = (mark: string) => /^(?:19|20)\d\d(?:[/-](?:\d\d|(?:19|20)\d\d))?$/.test(mark);
const isAlways = (mark: string) => /^24[/-]7(?:[/-]365)?$/.test(mark);
const isTime = (mark: string) => /^\d{1,2}(?:am|pm|hrs?)?$/i.test(mark);
const isOrdinal = (mark: string) => /^\d+(?:st|nd|rd|th|k|m|s|x|bn)$/i.test(mark);
const isPlainWord = (mark: string) => isYear(mark) || isAlways(mark) || isOrdinal(mark);

export const referenceRules: readonly Rule[] = [
  {
    // crime ref 06HQ1/12345/26, custody record GM/1234/26, collar number 12345
    kind: 'reference',
    shape: new RegExp(
      `\\b(?:crimes?|incidents?|inc|log|cad|custody|collar|shoulder|warrant|exhibit|occurrence|case|offence|storm|niche|fwin|urn|chis|chs|detainee|prisoner|report|police|job|epaulettes?|event|occ|investigation|badge|warrant card|staff|payroll|force|employee|prison|id|det|seal|property|ticket|op|fpn|intel(?:ligence)?|crimint|athena|merlin|charge|crris|serial|command|despatch|unit|officer|nominal)[ /,]{0,2}(?:(?:report|record|${NAMED})s?[\\s.:#]*){1,2}${GAP}(?<it>${NO_WORD}(?:[A-Z]{1,5}[/-]){0,3}${TOKEN}${OF_DAY})${END}`,
      'dgi',
    ),
    holds: (mark) => digitsIn(mark) >= 2 && !isPlainWord(mark),
  },
  {
    // CAD 1234 of 3rd, log 234, FWIN 1534, inc 604
    kind: 'reference',
    shape: new RegExp(
      `\\b(?:logs?|cads?|inc|fwin|storm|urn|niche|crn|crr|chis|chs|occurrence|crime|incident|custody|exh(?:ibit)?|collar|shoulder|oel|cris|gd|occ|crimint|merlin|athena|epaulettes?|warrant card|fpn|5x5x5)\\b${GAP}(?<it>(?:[A-Z]{1,5}[/-]){0,3}${TOKEN}${OF_DAY})${END}(?!\\s*(?:per ?cent|likes|views|followers|people|officers|lanes?|years?|days?|hours?|hrs|mins?|minutes|weeks?|months?|times|cars?|vehicles?|[-–]))`,
      'dgi',
    ),
    holds: holdsAlone,
  },
  {
    // our occurrence number for the theft is 2400187734
    kind: 'reference',
    shape: new RegExp(
      `\\b(?:crime|incident|log|cad|custody|occurrence|case|niche|storm|police|our|your|their) (?:ref(?:erence)?|number|no)\\b[^.!?:\\n\\d]{1,40}?(?:\\b(?:is|was|as)|:) (?<it>${TOKEN}${OF_DAY})${END}`,
      'dgi',
    ),
    holds: (mark) => digitsIn(mark) >= 5 && !isPlainWord(mark),
  },
  {
    kind: 'reference',
    shape: new RegExp(`\\bexh(?:ibits?)?\\b${GAP}(?<it>[A-Z]{2,4}[/ -]?\\d{1,4})${END}`, 'dgi'),
  },
  {
    // ref 1234567, our ref: MP/26/00982, quoting 412 of 3rd
    kind: 'reference',
    shape: new RegExp(
      `\\b(?:our |your |the )?(?:refs?|reference|quot(?:e|ing))\\b[\\s.:#]*(?:(?:no|num|number|ref|is|was)\\b[\\s.:#]*){0,2}(?<it>(?:[A-Z]{1,5}[/-]){0,3}${TOKEN}${OF_DAY})${END}`,
      'dgi',
    ),
    holds: (mark) => digitsIn(mark) >= 3 && !isPlainWord(mark),
  },
  {
    // CAD1234
    kind: 'reference',
    shape: new RegExp(
      `(?<![a-zA-Z0-9_])(?:CAD|FWIN|LOG|INC|CRN|PC|PCSO|PS|URN) ?#?\\d{3,12}${END}`,
      'dg',
    ),
    holds: (mark) => !isYear(mark.replace(/^\\D+/, '')),
  },
  {
    // PC Jones 1234, 1234 PC Jones
    kind: 'reference',
    shape: new RegExp(
      `\\b(?:PC|PS|DC|DS|DI|WPC|PCSO|SC|Sgt|Sergeant|Constable|Insp(?:ector)?) [A-Z][a-z'-]+(?: [A-Z][a-z'-]+)?[ ,(#-]{1,3}(?<it>[A-Z]{0,2}\\d{3,6}[A-Z]{0,2})${END}(?!\\)?[ -]?\\d)|(?<![a-zA-Z0-9/])(?<also>\\d{3,6}) (?:PC|PS|DC|PCSO|Sgt) [A-Z][a-z]`,
      'dg',
    ),
    holds: (mark) => !isYear(mark),
  },
  {
    kind: 'reference',
    shape: new RegExp(`\\bofficer (?<it>\\d{4,6})${END}`, 'dgi'),
    holds: (mark) => !isYear(mark),
  },
  {
    // PC 1234, Sgt 4521
    kind: 'reference',
    shape: new RegExp(
      `\\b(?:PC|PS|DC|DS|DI|WPC|PCSO|CSO|SC|DCI|DSU|Sgt|Sergeant|Constable|Insp(?:ector)?|Officer|SPC)[ -]?(?<it>[A-Z]{0,2}\\d{3,6}[A-Z]{0,2})${END}`,
      'dgi',
    ),
    holds: (mark, { 0: all }) => !isYear(mark) && !/^(?:ds|di|sc|officer)/.test(all),
  },
  // 06HQ1/12345/26, 41/12345/26, 06XX/000000/26
  {
    kind: 'reference',
    shape: new RegExp(`${START}\\d{2}[A-Z]{0,3}\\d?/\\d{4,7}/\\d{2}${END}`, 'dgi'),
  },
  // GM/1234/26, CE01/00345/26, MP/26/00982
  {
    kind: 'reference',
    shape: new RegExp(`${START}[A-Z]{2,3}\\d{0,2}/\\d{2,6}/\\d{2,6}${END}`, 'dg'),
  },
  {
    // CRI/06CC/0021847/25, DPP/20250419/0226
    kind: 'reference',
    shape: new RegExp(`${START}[A-Z]{2,4}(?:/[A-Z\\d]{2,8}){2,3}${END}(?!/)`, 'dg'),
    holds: (mark) => digitsIn(mark) >= 6,
  },
  // NFRC240301847215
  { kind: 'reference', shape: new RegExp(`${START}(?!ISBN|ISSN)[A-Z]{2,5}\\d{8,14}${END}`, 'dg') },
  // 0123_i_05032024
  { kind: 'reference', shape: new RegExp(`${START}\\d{1,5}[_-]i[_-]\\d{6,8}${END}`, 'dgi') },
  // 42AB1234524, 42 AB 12345 24: a case at court · A1234BC: somebody in prison
  {
    kind: 'reference',
    shape: new RegExp(
      `${START}(?:\\d{2} ?[A-Z]{2} ?\\d{5,7} ?\\d{2}|[A-Z]\\d{4}[A-Z]{2})${END}`,
      'dg',
    ),
  },
  // BCA-12345-24-4141-IR
  {
    kind: 'reference',
    shape: new RegExp(`${START}[A-Z]{2,4}(?:-[A-Z\\d]{2,7}){3,5}${END}(?!-)`, 'dg'),
    holds: (mark) => digitsIn(mark) >= 6,
  },
  // 25*417702
  { kind: 'reference', shape: new RegExp(`${START}\\d{2}\\*\\d{4,7}${END}`, 'dg') },
  // 50250177364, 5225014478: ten or eleven figures that are no telephone's and no book's
  {
    kind: 'reference',
    shape: new RegExp(
      `${START}(?<![+-]|isbn:? ?)(?:[1-9]\\d{10}|[2-689]\\d{9})${END}(?![.,-]\\d)`,
      'dgi',
    ),
    holds: (_, { index, input }) =>
      !/\b(?:order|account|invoice|tracking|parcel|company|charity)\b.{0,12}$/i.test(
        input.slice(0, index),
      ),
  },
  // CR12345/26 alone, 12345/26
  {
    kind: 'reference',
    shape: new RegExp(`${START}(?:[A-Z]{1,3}\\d{4,7}|\\d{5,7})/\\d{2}(?:\\d{2})?${END}(?!/)`, 'dg'),
  },
  // 0345-031126, 0345-03NOV26: number of the day, and the day
  {
    kind: 'reference',
    shape: new RegExp(
      `${START}\\d{3,4}[-/](?:[0-3]\\d[01]\\d\\d{2}|[0-3]?\\d[A-Z]{3}\\d{2,4})${END}`,
      'dg',
    ),
  },
  // GM20261103-1234, 20261103-0456
  { kind: 'reference', shape: new RegExp(`${START}[A-Z]{0,3}20\\d{6}-\\d{2,5}${END}`, 'dg') },
  {
    // 412 of 3/11/26, 1234 of 3rd November
    kind: 'reference',
    shape: new RegExp(
      `${START}\\d{2,4} of (?:\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?|\\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)${END}`,
      'dgi',
    ),
  },
];

/** Behind a bare word a number must look like more than a count or a time of day. */
function holdsAlone(mark: string, match: RegExpExecArray): boolean {
  const word = /^[a-z]+/i.exec(match[0])?.[0].toLowerCase() ?? '';
  const bare = mark.replace(OF_DAY_AT_END, '');
  if (isPlainWord(bare) || /^[12]$/.test(bare) || bare === '101' || bare === '999') return false;
  if (bare !== mark) return digitsIn(mark) >= 1;
  if (/^(?:crime|incident|custody|exh|exhibit|collar|shoulder|gd)$/.test(word)) {
    return /[/-]/.test(bare) ? digitsIn(bare) >= 4 : digitsIn(bare) >= 3 && !isTime(bare);
  }
  if (/^(?:cads?|fwin|crn|cris)$/.test(word)) return digitsIn(bare) >= 2;
  // "log 55 refers", and not "log 10 hours".
  return digitsIn(bare) >= 3 || (digitsIn(bare) === 2 && ENDS.test(after(match)));
}

const after = ({ 0: all, index, input }: RegExpExecArray) => input.slice(index + all.length);
const ENDS =
  /^\s*(?:$|[.,;:!?)]|(?:of|shows?|refers?|from|has|is|was|re|for|please|if|when)\b|\d{1,2}\/\d{1,2})/i;
