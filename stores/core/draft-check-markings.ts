/** Knows protective markings, today's and the older ones: by themselves where the form is a marking's, else by the words around them. */
import type { Rule } from './draft-check';

const START = '(?<![a-zA-Z0-9_])';
const END = '(?![a-zA-Z0-9_])';
/** Words that put a marking on something. */
const MARKED =
  '\\b(?:(?:protectively )?mark(?:ed|ing|ings)|class(?:ed|ified|ification)|graded|handling|caveat(?:ed)?|stamped|labell?ed|gsc|gpms|headed|header)\\b[\\s:=“"‘\'(\\[]*(?:(?:as|is|was|says|at|of|still|only|the|up)\\b[\\s:=“"‘\'(\\[]*){0,3}';

export const markingRules: readonly Rule[] = [
  {
    kind: 'marking',
    shape: new RegExp(
      `${START}official(?: ?[-_/:([ ] ?)?sensitive(?:[ ](?:[-:] ?)?(?:commercial|personal|locsen|police|operational))?${END}`,
      'dgi',
    ),
    // "it is official: sensitive topics need a human" and "the official (sensitive) line" are sentences.
    holds: (mark, { index, input }) =>
      mark === mark.toUpperCase() ||
      (!/^o.*[([]/.test(mark) &&
        (!/: /.test(mark) || !/^\s+[a-z]/.test(input.slice(index + mark.length)))),
  },
  {
    kind: 'marking',
    shape: new RegExp(`${START}(?:OFFSEN|OFF-SEN|O-S|O\\(S\\)|OFFICIAL-S|OS-P)${END}`, 'dg'),
  },
  {
    kind: 'marking',
    shape: new RegExp(
      `${START}(?:off ?[-/]?sens?(?:itive)?|official-sens|tlp ?[: -] ?(?:red|amber(?:\\+strict)?)|strictly confidential|private (?:and|&) confidential(?! (?:letters?|mail|post|waste|matters?|conversations?|chats?|info(?:rmation)?|details|stuff|things|messages?|space|room|talks?))|(?:commercial|staff|medical|management)[ -]in[ -]confidence)${END}`,
      'dgi',
    ),
  },
  {
    kind: 'marking',
    shape: new RegExp(
      `(?:${MARKED}|\\b(?:slide|document|doc|docs|briefing|brief|report|paper|file|email|it|this|that|they|all)\\b(?:'s| is| are| was| were) )(?<it>o/s|o-s)${END}(?! (?:the|of|his|her|our|\\d))`,
      'dgi',
    ),
  },
  { kind: 'marking', shape: /(?<=^\s*|[[(]|\n)O\/S(?=\s*[\])\n:-]|\s*$)/dg },
  {
    kind: 'marking',
    shape: new RegExp(
      `${MARKED}(?<it>official|npm|os|o/s|restricted|confidential|secret|top secret|protect(?: - personal)?)${END}`,
      'dgi',
    ),
    holds: (mark, { 0: all }) =>
      !/^official$/i.test(mark) || mark === 'OFFICIAL' || /classif|gsc|gpms|protective/i.test(all),
  },
  // At the head of a line or in brackets, in capitals: a heading, not a sentence.
  {
    kind: 'marking',
    shape:
      /(?:^|\n|(?<=¤\s*)|\b(?:[Ff][Ww]d?|FWD|R[Ee]|[Ss]ubject|[Tt]itle|[Hh]eader|[Ff]ooter)\s?:)[\s"'(*]*(?<it>\[?(?:(?:POLICE|NATO|UK|COMMERCIAL|STAFF) )?(?:TOP SECRET|RESTRICTED|CONFIDENTIAL|SECRET|PROTECT)\]?)(?=["')*]*\s*(?:[:.\-\n/(]|$))/dg,
  },
  {
    kind: 'marking',
    shape: /(?<it>[[(*_](?:TOP SECRET|RESTRICTED|CONFIDENTIAL|SECRET|PROTECT)[\])*_])/dg,
  },
  {
    kind: 'marking',
    shape: new RegExp(
      `${START}(?:TOP SECRET|(?:POLICE|NATO|UK) (?:RESTRICTED|CONFIDENTIAL|SECRET))${END}`,
      'dg',
    ),
  },
  // It says RESTRICTED · SECRET on every page
  {
    kind: 'marking',
    shape:
      /\b(?:(?:says|reads|saying|reading|watermark(?:ed)?)[\s:"']+(?<it>(?:RESTRICTED|CONFIDENTIAL|SECRET|PROTECT))|(?<also>RESTRICTED|CONFIDENTIAL|SECRET|PROTECT)(?= (?:on|across|at|along|in|over) (?:(?:the|every|each|both) )?(?:top|bottom|front|pages?|cover|header|footer|slides?|corner)))\b/dg,
  },
  {
    kind: 'marking',
    shape:
      /\b(?<it>RESTRICTED|CONFIDENTIAL|SECRET)(?= (?:paper|document|doc|brief|briefing|bulletin|intel|material|marking|notice|profile|assessment|report|e-?mail|file|memo|sheet|slide|log)s?\b)/dg,
  },
  {
    kind: 'marking',
    shape: new RegExp(
      `(?:(?:\\b(?:is|was|are|were|old scheme)|'s|'re)\\b:?\\s(?:(?:only|just|still|now|all|an?|the) )?)(?<it>RESTRICTED|CONFIDENTIAL|SECRET|PROTECT(?! (?:work|strand|duty|team|officer|advi[cs])))${END}`,
      'dg',
    ),
  },
  {
    kind: 'marking',
    shape: new RegExp(
      `${START}(?:not protectively marked|uk eyes only|(?:police|law enforcement) (?:eyes|use) only|law enforcement only|(?:for )?(?:police|official) use only|not for (?:public|onward) (?:release|dissemination|disclosure|transmission))${END}`,
      'dgi',
    ),
  },
];
