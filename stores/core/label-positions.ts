/** Decides where in a post a label stands, and so how much it says. */
import { hasAsk } from './label-phrases';

/** Where a label stands: first, after a greeting or a short opening sentence, last, or amid other words. */
export type LabelPosition = 'start' | 'greeting' | 'end' | 'middle';

const TRAILING = /^(?:[^\p{L}\p{N}@#]|@\w+|#[\p{L}\p{N}_]+|\b(?:cc|via|pls|please|lol|x)\b)*$/iu;
/** Words that may come before a label which still opens the post: greetings, and "here's", "reminder of", "re". */
const OPENING =
  ' hi hiya hello helo hey bore prynhawn da pawb bawb croeso diolch evening morning afternoon good all everyone everybody folks team there ' +
  'chat sorry apologies late better than never but my mine oh ah oops phew well here come comes off s is it its ok okay okey so right ' +
  'and now time for to go of on with in re regarding reply response answering answer yes no hm hmm reminder again final last next first second ' +
  'third fourth fifth sixth seventh eighth ninth tenth question questions asks follow following up followup great interesting bonus quick just join ' +
  'joining joiners catching belated moving over onto back going still we repeat repeating recap icymi i am m im as think would say also plus another one more ';
const NO_WORD = /[@#]\w+|\d+(?:[ap]m)?\b/gi;

/** A sentence ends, or an emoji stands where it would. */
const BREAK = /(?:[.!?…:\n–—>→-]|\p{Extended_Pictographic}\p{EMod}?)\s*$/u;
const LAST_BREAK = /^.*(?:[.!?…:–—\n-](?!\d)|\p{Extended_Pictographic})/su;

const ABOUT =
  /^(?:re|regarding|answering|.*\b(?:answer|reply|response|back) to|(?:as )?for|(?:still )?on)\W*$/i;

function isOpening(clause: string): boolean {
  const words = clause
    .replace(NO_WORD, ' ')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  return words?.every((word) => OPENING.includes(` ${word} `)) ?? true;
}

/** A sentence, a greeting or the like, and no more, stands before it. */
function isGreeted(letter: string, said: string, before: string, after: string): boolean {
  const asks = letter === 'q';
  // A host's "Thanks all! Now for Q4": what stands before the last break does not matter, nor how much it is before "Q4:".
  const clause = asks ? said.replace(LAST_BREAK, '') : said;
  if (said.length > 60 && !(asks && clause.length <= 60 && /^\s?[:.)]/.test(after))) return false;
  if (BREAK.test(before.slice(-8))) return true;
  if (isOpening(clause)) return asks || !TRAILING.test(after);
  if (asks) return (said.endsWith(',') || /^(?: now)?\s?:/.test(after)) && hasAsk(after);
  // "Hi Sarah, A1 …", "Home from school, A2: …"
  if (!/^\D*,$/.test(said) || TRAILING.test(after)) return false;
  return after[0] === ':' || isOpening(said.replace(/\W.*/s, ''));
}

/** Where a label stands; `before` and `after` are the text on both sides. */
export function positionOf(letter: string, before: string, after: string): LabelPosition {
  const said = before.trim();
  if (said === '') return 'start';
  if (isGreeted(letter, said, before, after)) return 'greeting';
  if (!TRAILING.test(after)) return 'middle';
  // "Did I miss Q2?" and "Avoid A6" speak of it; "What would you do? Q2" asks one.
  return /[\p{L}\p{N}]$/u.test(said) && (letter === 'q' || !/\s\S+\s/.test(said))
    ? 'middle'
    : 'end';
}

/** "Re Q2: …" and "On Q2, I think …" answer it, whoever writes. */
export function isAbout(before: string, after: string): boolean {
  return ABOUT.test(before) && !hasAsk(after);
}
