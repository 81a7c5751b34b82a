/** Reads a post's labels: which question or answer numbers it names, where, and how surely. */
import { isLookalike } from './label-lookalikes';
import { hasAsk, hasPrompt, hasRules, hasTeaser } from './label-phrases';

/** Where a label stands: first, after a greeting or a short opening sentence, last, or amid other words. */
export type LabelPosition = 'start' | 'greeting' | 'end' | 'middle';

export interface Label {
  /** `topic` is the T of "T1", which some chats use for both. */
  kind: 'question' | 'answer' | 'topic';
  /** The question it names, as questions are labelled: "Q1", "Q2.1", "QWrap". */
  names: string;
  /** The same without decimals: "Q2" for "Q2.1". */
  base: string;
  /** The "b" of "Q2b" and "A2b"; the first part of a question is the question itself. */
  part?: string;
  position: LabelPosition;
}

export interface Reading {
  /** In order of writing; empty in rules posts. */
  labels: readonly Label[];
  /** The text asks or answers nothing but explains how to label. */
  rules: boolean;
  /** It names a question that is about to come. */
  teaser: boolean;
  /** A second or later part: "2/2", "A3 cont.". */
  continues: boolean;
  /** Names at the very beginning, lower case, without @. */
  addressed: readonly string[];
  /** An old-style quote, "RT @anna: A3 …": whom, and the labels of the inner text. */
  quoted: { handle: string; labels: readonly Label[]; bare: boolean } | null;
  /** The words alone: labels, leading names, hashtags and addresses taken off. */
  words: string;
}

const WORD_NUMBERS = 'zero one two three four five six seven eight nine ten'.split(' ');
const ORDINALS = ' first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');

/**
 * A label anywhere: q/a/t or a whole word, then a number. Named groups: `letter`, `word`, `number`, `decimal`, `part`.
 * No letter, digit, @, / or & may touch it on the left, and on the right only a capital that begins a word ("A2Teaching").
 */
const CANDIDATE = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}_@&’']|(?<!\d)\/)`,
    String.raw`(?:(?<letter>[qat])(?:\s?[.:#^](?=\d)|\s(?=\d{1,2}(?:[:)\]]|\.\s)))?`,
    String.raw`|(?<word>questions?|answers?|ans|topic)(?:\s?(?:no\.?|number|#|-|:|\.))?\s?)`,
    String.raw`(?<number>\d{1,2}(?!\d)|(?:${WORD_NUMBERS.join('|')})\b)`,
    String.raw`(?:\.(?<decimal>\d)(?![\d%]))?`,
    String.raw`(?<part>[a-h](?![\p{L}\p{N}]))?`,
  ].join(''),
  'giu',
);
const NAMED = /^(?<letter>[qa])[-_ ]?(?<name>wrap|bonus|extra)(?:[- ]?up)?\b(?=\s*[:.)\-–]|\s)/i;
const NAMED_QUESTION = /^(?<name>wrap|bonus|extra)(?:[- ]?up)? question\b(?=\s*[:.)\-–])/i;
const ORDINAL = new RegExp(
  `^(?:(?:and|our|the|so|now|here is|here['’]s) )*(${ORDINALS.slice(1).join('|')}) question\\b`,
  'i',
);

const URL = /\bhttps?:\/\/\S+|\bpic\.twitter\.com\/\S+/gi;
/** Names, tags, dots, emoji: what may stand before a label that still stands first. */
const LEADING = /^(?:[^\p{L}\p{N}@#]|[.]?@\w+[:,]?|#(?![qat]\d)[\p{L}\p{N}_]+)+/iu;
const TRAILING = /^(?:[^\p{L}\p{N}@#]|@\w+|#[\p{L}\p{N}_]+|\b(?:cc|via|pls|please|lol|x)\b)*$/iu;
/** Words that may come before a label which still opens the post: greetings, and "here's", "reminder of", "re". */
const GREETING =
  /^(?:[^\p{L}\p{N}]|@\w+|#\w+|\b(?:hi+|hello|hey|hiya|evening|morning|afternoon|good|all|everyone|everybody|folks|team|there|chat|sorry|late|better|than|never|but|my|mine|our|a|oh|ah|oops|phew|well|here|comes?|off|['’]?s|is|it|its|ok|okay|okey|so|right|and|now|time|for|to|of|on|with|in|re|reply|response|answering|answer|yes|no|hmm+|reminder|again|final|last|next|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|question|questions|asks|\d{1,2}[.:]\d{2}(?:\s?[ap]m)?|\d(?=[^\p{L}\p{N}]*$)|follow|up|followup|great|good|interesting|bonus|quick|just|join(?:ing|ers)|catching|late|belated|moving|over|onto|repeat|repeating|recap|icymi|i|am|i['’]m|im|you|want|from|uk|the|as|think|would|say)\b)*$/iu;

/** A sentence ends, or an emoji stands where it would. */
const BREAK = /(?:[.!?…:\n–—>→-]|\p{Extended_Pictographic}\p{EMod}?)\s*$/u;
const LAST_BREAK = /^.*(?:[.!?…:–—\n-](?!\d)|\p{Extended_Pictographic})/su;

const OLD_QUOTES: readonly RegExp[] = [
  /(?<![\p{L}\p{N}])(?:RT|MT)\s*:?\s+@(?<handle>\w{1,20}):?\s*(?<inner>[\s\S]*)$/u,
  /^\W{0,3}[“"]\s?@(?<handle>\w{1,20}):?\s(?<inner>[^”"]*)(?:[”"](?<rest>[\s\S]*))?$/u,
];

/** Behind a leading label, or as one: "A3/2". */
const CONTINUES =
  /^(?:[qat]\d{1,2}[a-z]?\b)?\W*(?:[2-9]\s?\/\s?[2-9n]\b|\(?(?:cont(?:['’]?d|inued)?|ctd|pt\.? ?[2-9]|part [2-9]|follow[- ]?up(?! (?:to )?q))\b)|^a\d{1,2}\/[2-9]\b|(?:[\s(][2-9]\/[2-9]\)?|\(?\b(?:cont(?:['’]?d|inued)))\W*(?:#\w+\W*)*$/i;

const NONE: readonly Label[] = [];
const NOBODY: readonly string[] = [];

/** Makes styled digits plain: keycaps (A1️⃣), full width, mathematical bold. */
function plain(text: string): string {
  const bare = text.replace(/\u20E3|\uFE0F|[\u200B-\u200F\u2060\uFEFF]/g, '');
  return /[\uD835\uFF00-\uFFEF\u2460-\u24FF]/.test(bare) ? bare.normalize('NFKC') : bare;
}

function nameOf(
  letter: string,
  number: string,
  decimal: string | undefined,
): Pick<Label, 'kind' | 'names' | 'base'> {
  const word = WORD_NUMBERS.indexOf(number.toLowerCase());
  const base = `Q${word >= 0 ? word : Number(number)}`;
  const kind = letter === 'q' ? 'question' : letter === 't' ? 'topic' : 'answer';
  return { kind, base, names: decimal === undefined ? base : `${base}.${decimal}` };
}

/** The question that a label names, its part included: "Q2", "Q2.1", "Q2b". */
export function wholeName({ names, part = '' }: Label): string {
  return names + part;
}

function positionOf(letter: string, before: string, after: string): LabelPosition {
  if (before === '') return 'start';
  // A host's "Thanks all! Now for Q4": what stands before the last break does not matter, nor how much it is before "Q4:".
  const clause = letter === 'q' ? before.replace(LAST_BREAK, '') : before;
  if (before.length <= 60 || (letter === 'q' && clause.length <= 60 && /^\s?[:)]/.test(after))) {
    if (BREAK.test(before) || GREETING.test(clause)) return 'greeting';
  }
  if (!TRAILING.test(after)) return 'middle';
  // "Did I miss Q2?" speaks of a question; "What would you do? Q2" asks one.
  return letter === 'q' && /[\p{L}\p{N}]$/u.test(before) ? 'middle' : 'end';
}

function letterOf(groups: Record<string, string | undefined>): string {
  return (groups.letter ?? groups.word ?? '').charAt(0).toLowerCase();
}

/** What may follow the number: nothing of a word, but for a glued capital ("A2Teaching") of a plain letter label. */
function endsWell(after: string, glueable: boolean): boolean {
  if (!/^[\p{L}\p{N}_]/u.test(after)) return true;
  return glueable && /^\p{Lu}\p{Ll}/u.test(after);
}

/** "Q2a" is what "A2" answers, "Q2b" is another question. */
function partOf(part = 'a'): Pick<Label, 'part'> {
  return /a/i.test(part) ? {} : { part: part.toLowerCase() };
}

/** One candidate of the text as a label, or null. `chained` is the label it is linked to by "and" or the like. */
function readCandidate(match: RegExpExecArray, body: string, chained: Label | null): Label | null {
  const groups = match.groups ?? {};
  const letter = letterOf(groups);
  const number = groups.number ?? '';
  const before = body.slice(0, match.index);
  const after = body.slice(match.index + match[0].length);
  const glueable =
    groups.letter !== undefined && groups.part === undefined && !before.endsWith('#');
  if (Number(number) > 20 || !endsWell(after, glueable)) return null;
  const position =
    chained?.position ?? positionOf(letter, before.replace(/[#*"'“‘]+$/, '').trim(), after);
  const leads = position === 'start' || position === 'greeting';
  if (position === 'greeting' && before.endsWith('#')) return null;
  if (!leads && groups.word !== undefined) return null;
  // A lower-case "a1" amid words is a slip or a place, not a label.
  if (position === 'middle' && groups.letter === groups.letter?.toLowerCase()) return null;
  if (groups.part === undefined && isLookalike(letter, before, after, position)) return null;
  return { ...nameOf(letter, number, groups.decimal), ...partOf(groups.part), position };
}

/** What looks like a label. Every text comes by: `matchAll` would make a pattern and an iterator for each. */
function candidatesIn(body: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  CANDIDATE.lastIndex = 0;
  // Nobody means so many; each costs as much as the text is long.
  while (found.length < 40) {
    const match = CANDIDATE.exec(body);
    if (match === null) break;
    found.push(match);
  }
  return found;
}

function readNumbered(body: string): Label[] {
  const labels: Label[] = [];
  let end = -1;
  for (const match of candidatesIn(body)) {
    const link = end >= 0 && /^\s*(?:and|&|\+|,|\/|or)\s*$/i.test(body.slice(end, match.index));
    const label = readCandidate(match, body, link ? (labels.at(-1) ?? null) : null);
    if (label === null) continue;
    labels.push(label);
    end = match.index + match[0].length;
  }
  return labels;
}

function readNamed(body: string): Label | null {
  const named = NAMED.exec(body) ?? NAMED_QUESTION.exec(body);
  if (named?.groups?.name) {
    const name = named.groups.name.toLowerCase();
    const names = `Q${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    const kind = (named.groups.letter ?? 'q').toLowerCase() === 'a' ? 'answer' : 'question';
    return { kind, names, base: names, position: 'start' };
  }
  const ordinal = ORDINAL.exec(body)?.[1]?.toLowerCase();
  if (ordinal === undefined) return null;
  return { ...nameOf('q', String(ORDINALS.indexOf(ordinal)), undefined), position: 'start' };
}

function labelsOf(body: string): readonly Label[] {
  const numbered = /\d|question|answer|ans|topic/i.test(body) ? readNumbered(body) : [];
  const first = numbered[0]?.position;
  if (first === 'start' || first === 'greeting') return numbered;
  const named = readNamed(body);
  if (named) return [named, ...numbered];
  return numbered.length > 0 ? numbered : NONE;
}

function namesIn(lead: string): readonly string[] {
  return lead.match(/@\w{1,20}/g)?.map((name) => name.slice(1).toLowerCase()) ?? NOBODY;
}

function isTeaser(text: string, labels: readonly Label[], words: string): boolean {
  if (!hasTeaser(text)) return false;
  if (
    labels.length > 0
      ? words.includes('?') || hasPrompt(words)
      : !/question|ready|start|begin|chat/i.test(text)
  )
    return false;
  return words.split(/\s+/).length <= 16;
}

function oldQuote(text: string): { outer: string; handle: string; inner: string } | null {
  if (!/\b[RM]T\b|[“"]\s?@/.test(text)) return null;
  const match = OLD_QUOTES.map((shape) => shape.exec(text)).find((found) => found !== null);
  if (!match?.groups) return null;
  const { handle = '', inner = '', rest = '' } = match.groups;
  return { outer: `${text.slice(0, match.index)} ${rest}`, handle: handle.toLowerCase(), inner };
}

/** The text without what is no words of its author: links, hashtags, leading names, the leading label. */
export function bareWords(text: string): string {
  return wordsIn(plain(text).replace(URL, ' ').replace(LEADING, ''));
}

/** The same of a text without links and leading names. */
function wordsIn(body: string): string {
  return body
    .replace(
      /^(?:[qat]|question|answer|ans|topic)\s?[.:#^]?\s?\d{1,2}(?:\.\d)?(?:[a-z](?![\p{L}\p{N}]))?(?:\/\d{1,2}(?=\s?[:.)]))?\s?[.:)\]\-–—]*\s*/iu,
      '',
    )
    .replace(/#[\p{L}\p{N}_]+/gu, ' ')
    .replace(/\s{2,}|[^\S ]/g, ' ')
    .trim();
}

/**
 * The words of a question: without what stands before its label, as in "Nearly there… Q6. What would you try?", unless that is
 * what asks.
 */
export function questionWords(text: string): string {
  const body = plain(text).replace(URL, ' ').replace(LEADING, '');
  for (const match of candidatesIn(body)) {
    const label = readCandidate(match, body, null);
    if (label === null || label.kind === 'answer' || label.position === 'middle') continue;
    const rest = bareWords(body.slice(match.index));
    const before = body.slice(0, match.index);
    const asksBefore = hasAsk(before) && !hasAsk(rest);
    return label.position !== 'greeting' || rest === '' || asksBefore ? bareWords(text) : rest;
  }
  return bareWords(text);
}

/**
 * Reads one post's text. Promises: never throws, time linear in the text's length but for small constants, and nothing
 * that CHATS 3.3 lists as a look-alike. Whether a label in the middle counts is for the filing to say.
 */
export function readLabels(text: string): Reading {
  const clean = plain(text).replace(URL, ' ');
  const quote = oldQuote(clean);
  const outer = quote ? quote.outer : clean;
  const body = outer.replace(LEADING, '');
  const found = labelsOf(body);
  const distinct = new Set(found.map((label) => label.kind + label.names)).size;
  const rules = hasRules(outer, distinct, found[0]?.position === 'start');
  const words = wordsIn(body);
  return {
    labels: rules ? NONE : found,
    rules,
    teaser: !rules && isTeaser(outer, found, words),
    continues: CONTINUES.test(body),
    addressed: namesIn(outer.slice(0, outer.length - body.length)),
    quoted: quote
      ? {
          handle: quote.handle,
          labels: labelsOf(quote.inner.replace(LEADING, '')),
          bare: words === '',
        }
      : null,
    words,
  };
}
