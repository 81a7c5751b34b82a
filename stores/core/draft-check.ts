/**
 * Decides what in a draft might be better left unsaid in public: words of a shape that names a vehicle, a person, a place or a case.
 * It only marks and never judges a whole post; links, hashtags, handles and the chat's own labels are looked past.
 */
import { birthRules } from './draft-check-births';
import { markingRules } from './draft-check-markings';
import { numberRules } from './draft-check-numbers';
import { peopleRules } from './draft-check-people';
import { placeRules } from './draft-check-places';
import { referenceRules } from './draft-check-references';
import { vehicleRules } from './draft-check-vehicles';
import type { DraftKind } from './settings';

/** Words that set the check off, from `from` up to `to` in the draft. */
export interface Finding {
  kind: DraftKind;
  from: number;
  to: number;
  words: string;
}

/** How one shape is known. What the group `it` matched is marked, else all of the match. */
export interface Rule {
  kind: DraftKind;
  shape: RegExp;
  /** What must end right before it. Asked of the last 80 characters, so that no draft takes long. */
  behind?: RegExp;
  /** Says no where the shape alone is too little. `mark` is what would be marked. */
  holds?: (mark: string, match: RegExpExecArray) => boolean;
}

/** How far back a word may stand that says what comes. */
const NEAR = 80;

/** "O/S" is as short as anything that is looked for. */
const SHORTEST = 3;

/** In the order of belief: where two overlap, the earlier stands. */
const RULES: readonly Rule[] = [
  ...numberRules.sure,
  ...placeRules,
  ...referenceRules,
  ...numberRules.phones,
  ...birthRules,
  ...peopleRules,
  ...vehicleRules,
  ...numberRules.rest,
  ...markingRules,
];

/** What sets the check off, in the order of the text. Kinds in `off` do not count. */
export function checkDraft(text: string, off: readonly string[] = []): Finding[] {
  const found: Finding[] = [];
  // An empty composer costs nothing: the first use of the rules takes the browser a tenth of a second.
  if (text.trim().length < SHORTEST) return found;
  const plain = withoutHarmless(text);
  for (const rule of RULES) {
    if (!off.includes(rule.kind)) collect(rule, plain, text, found);
  }
  return found.sort((a, b) => a.from - b.from);
}

function collect(rule: Rule, plain: string, text: string, found: Finding[]): void {
  const { kind, behind, holds } = rule;
  const shape = new RegExp(rule.shape);
  for (let match = shape.exec(plain); match; match = shape.exec(plain)) {
    const [from, to] = match.indices?.groups?.it ?? [match.index, match.index + match[0].length];
    const mark = plain.slice(from, to);
    const isFree = !found.some((other) => from < other.to && other.from < to);
    const isLed = isFree && (!behind || behind.test(plain.slice(Math.max(0, from - NEAR), from)));
    if (isLed && (!holds || holds(mark, match))) {
      found.push({ kind, from, to, words: text.slice(from, to) });
    } else {
      // "Witness Ms P. Okafor": what is no name from its first word may be one from the next.
      shape.lastIndex = match.index + Math.max(1, match[0].search(/(?<=\w)\W/));
    }
  }
}

/** The same words are the same however they are spaced and written. */
export function sameWords({ kind, words }: Pick<Finding, 'kind' | 'words'>): string {
  return `${kind} ${words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')}`;
}

/** Addresses that people write without https://. "SK8 5NN.be careful" is none. */
const BARE_LINK =
  /(?<![a-z0-9@._%+/-]|@ |(?:\bat|@)[\])}>] ?|\w[._\d]\w* at |mail.{0,25} at )(?!\d[a-z]{2}\.\w+(?![\w./]))(?:[a-z0-9-]+\.)+(?:(?:com|org|net|info|io|co|gov|edu|uk|eu|ie|scot|wales|cymru|london|police|app|dev|tv|news)(?![a-z0-9@-])(?:\/\S*)?|(?:me|ly|gl|be)\/\S*)/gi;
const HARMLESS: readonly RegExp[] = [
  /https?:\/\/\S+/gi,
  BARE_LINK,
  // "#1234" is no hashtag.
  /(?<![a-z0-9_&/])#(?=\d*[a-z_])\w+/gi,
  /(?<![\w.+%/-])@\w{1,15}\b(?!\.\w)/g,
  // Labels: at the start, or after what may stand before one.
  // The look back is one class, asked last: nested, it took seconds for "see", a link of 26 letters and A1.
  /[AQT](?=\.?\d)(?<=^\s*(?:¤[¤\s.,:]*)?.)\.?\d{1,2}[a-d]?(?=[\s).:,-])/gi,
];

/** The draft at its full length in plain ASCII, with nothing readable where links, hashtags, handles and labels stood. */
function withoutHarmless(text: string): string {
  return HARMLESS.reduce((rest, shape) => rest.replace(shape, blank), plainly(text));
}

/** Stands for what was taken out: no draft has it. */
const blank = (found: string) => '¤'.repeat(found.length);

/** Typographic signs and the plain ones they are read as. */
const SIGNS: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '′': "'",
  '“': '"',
  '”': '"',
  '″': '"',
  '–': '-',
  '—': '-',
  '−': '-',
  '‑': '-',
  º: '°',
  '˚': '°',
  '°': '°',
  '…': '.',
  '＠': '@',
  '＃': '#',
};

/**
 * Letters without their accents, signs without their typography, each in the place it had. Rules can then do without the classes of
 * Unicode, whose first use takes the browser seconds.
 */
function plainly(text: string): string {
  // A new string of one byte a sign: what was cut from the draft would still take two, and each rule be made ready a second time.
  return Array.from({ length: text.length }, (_, at) =>
    String.fromCharCode(plainCode(text, at)),
  ).join('');
}

function plainCode(text: string, at: number): number {
  const sign = text.charAt(at);
  if (sign <= '~') return sign.charCodeAt(0);
  const plain = SIGNS[sign] ?? (/\s/.test(sign) ? ' ' : (sign.normalize('NFKD')[0] ?? ''));
  if (plain <= '°') return plain.charCodeAt(0);
  // A letter of another script stays a letter.
  return sign.toLowerCase() === sign.toUpperCase() ? '¦'.charCodeAt(0) : 'x'.charCodeAt(0);
}
