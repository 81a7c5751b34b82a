/** Reads a post's labels: which question or answer numbers it names, where, and how surely. */
import { isLookalike } from './label-lookalikes';
import { hasAsk, hasCall, hasRules, TEASER } from './label-phrases';
import { isAbout, type LabelPosition, positionOf } from './label-positions';
import { oldQuote } from './old-quotes';

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
  /** Where it stands, counted from the first that is no name, tag or the like. */
  at: number;
  /** It stands first and may be a thing: "A4 posters in every window". */
  doubtful?: true;
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

const NUMBERS = 'zero|one|two|three|four|five|six|seven|eight|nine|ten';
const ORDINALS = 'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth';
/** A label: q/a/t or a whole word, then a number; "T-10 minutes" is none. Groups: the letter or the word, the number, the decimal, the part. */
const LABEL = String.raw`(?:([qat])(?:\s?[.:#^](?=\d)|(?<!t)\s?[_-](?=\d)|\s(?=\w+\s?[:)\]]|\d+\.\s|\w+\s[-–—]\s(?!a\s|way|side|tier))|(?<=q)\s(?=\d))?|(questions?|answers?|ans|topic|cwestiwn|ateb)(?:\s?(?:no\.?|number|[#.-]))?\s?)(\d{1,2}(?!\d)|(?:${NUMBERS})\b)(?:\.(\d)(?![\d%]))?([a-h](?![\p{L}\p{N}]))?`;
/**
 * The same anywhere: no letter, digit, @, / or & may touch it on the left, and on the right only a capital that begins a word
 * ("A2Teaching").
 */
const CANDIDATE = new RegExp(String.raw`(?<![\p{L}\p{N}_@’']|(?<!\d)[\/&])${LABEL}`, 'giu');
const LEADING_LABEL = new RegExp(
  String.raw`^${LABEL}(?:[&+][qa]?\d\d?|\s?(?:[&+,/]|and)\s?[qa]?\d\d?(?=\s?[:.)–-]))?\s?[.:)\]|\-–—]*\s*`,
  'iu',
);
/** "Topic 3 of the paper", "my question 4 you"; and, of questions, "Question 3 people had". */
const NO_NUMBER = /^(?:q (?!coming|i|on)\p{Ll}[^?]*$|. (?:[io][fn] (?:the|an?)|you)\b)/u;
/** A second number without its letter, which is put in: "A1&2", "A1 and 2:", "A1/2" (but "A2/2" is a second part). */
const SECOND =
  /\b([qa])(?:\d\d?(?:[&+]|(?:\s?[&+,]\s?|\sand\s)(?=\d\d?\s?[:.)–-]))|(?<=a)(?:1\/(?=2)|2\/(?=3)|3\/(?=4)))(?=\d(?!\/))/gi;
const NAMED =
  /^(?:([qa])[-_ ]?|(?=\S+(?: up)? question))(wrap|bonus|extra)(?:[- ]?up)?\b(?: question)?(?=[\s:.)–-])/i;
const ORDINAL = new RegExp(
  `^(?:(?:and|our|the|so|now|here.{2,3}) )*(${ORDINALS}) question\\b`,
  'i',
);

const URL = /\b(?:https?:\/\/|pic\.twitter\.com\/)\S+/gi;
/** Names, tags, dots, emoji: what may stand before a label that still stands first. */
const LEADING = /^(?:[^\p{L}\p{N}@#]|@\w+|#(?![qat]\d)[\p{L}\p{N}_]+)+/iu;
/** Behind a leading label, or as one: "A3/2". */
const CONTINUES =
  /^(?:[qat]\d\d?[a-z]?\b)?\W*(?:[2-9]\s?\/\s?[2-9n]\b(?! of)|(?:cont(?:['’]?d|inued)?|ctd|p(?:ar)?t\.? ?[2-9]|(?<!q\d.{0,2})follow[- ]?up(?! (?:to )?q))\b)|^a\d\d?\/[2-9]\b|[\s(][2-9]\/[2-9]\)?\W*(?:#\w+\W*)*$/i;

const NONE: readonly Label[] = [];
const NOBODY: readonly string[] = [];

/** Makes styled digits plain: keycaps (A1️⃣), full width, mathematical bold. */
function plain(text: string): string {
  const bare = text.replace(/[\u20E3\uFE0F\u200B-\u200F\u2060\uFEFF]/g, '');
  return /[\uD835\uFF00-\uFFEF\u2460-\u24FF]/.test(bare) ? bare.normalize('NFKC') : bare;
}

function nameOf(
  letter: string,
  number: string,
  decimal: string | undefined,
): Pick<Label, 'kind' | 'names' | 'base'> {
  const word = NUMBERS.split('|').indexOf(number.toLowerCase());
  const base = `Q${word >= 0 ? word : Number(number)}`;
  const kind = letter === 'a' ? 'answer' : letter === 't' ? 'topic' : 'question';
  return { kind, base, names: decimal === undefined ? base : `${base}.${decimal}` };
}

/** The question that a label names, its part included: "Q2", "Q2.1", "Q2b". */
export function wholeName({ names, part = '' }: Label): string {
  return names + part;
}

/** It opens the post, or stands where it might. */
export function leads({ position }: Label): boolean {
  return position === 'start' || position === 'greeting';
}

/** What may follow the number: nothing of a word, but for a glued capital ("A2Teaching") of a plain letter label. "A14" is a road, "A14:" may be none. */
function endsWell(letter: string, number: string, after: string, glueable: boolean): boolean {
  if (Number(number) > (letter === 'q' || /^\s?[:.)-]/.test(after) ? 20 : 12)) return false;
  return !/^_?[\p{L}\p{N}]/u.test(after) || (glueable && /^\p{Lu}\p{Ll}/u.test(after));
}

/** "Q2a" is what "A2" answers, "Q2b" is another question. */
function partOf(part = 'a'): Pick<Label, 'part'> {
  return /a/i.test(part) ? {} : { part: part.toLowerCase() };
}

/** One candidate of the text as a label, or null. `chained` is the label it is linked to by "and" or the like. */
function readCandidate(match: RegExpExecArray, body: string, chained: Label | null): Label | null {
  const [itself, plainLetter, word = plainLetter ?? '', number = '', decimal, part] = match;
  const letter = word.charAt(0).toLowerCase();
  const before = body.slice(0, match.index);
  const after = body.slice(match.index + itself.length);
  const tagged = before.endsWith('#');
  if (!endsWell(letter, number, after, plainLetter !== undefined && !part && !tagged)) return null;
  const position = chained?.position ?? positionOf(letter, before.replace(/[#*"'“‘]+$/, ''), after);
  // A lower-case "a1" amid words is a slip or a place, no label, and "… #A1" behind a sentence a tag.
  if (
    position === 'middle' ? word !== plainLetter?.toUpperCase() : position === 'greeting' && tagged
  )
    return null;
  if (plainLetter === undefined && (position === 'end' || NO_NUMBER.test(letter + after)))
    return null;
  const alike = !part && position !== 'middle' && isLookalike(letter, before, after, position);
  if (alike === true) return null;
  return {
    ...nameOf(isAbout(before, after) ? 'a' : letter, number, decimal),
    ...partOf(part),
    ...(alike ? { position: 'middle', doubtful: true } : { position }),
    at: match.index,
  };
}

/** Every text comes by: `matchAll` would make a pattern and an iterator for each. */
function readNumbered(text: string): Label[] {
  const body = text.replace(SECOND, '$&$1');
  const labels: Label[] = [];
  let end = -1;
  CANDIDATE.lastIndex = 0;
  // Nobody means so many; each costs as much as the text is long.
  for (let tries = 0; tries < 40; tries += 1) {
    const match = CANDIDATE.exec(body);
    if (match === null) break;
    const link = end >= 0 && /^\)?\s*(?:and|&|\+|,|\/|or)\s*$/i.test(body.slice(end, match.index));
    const label = readCandidate(match, body, link ? (labels.at(-1) ?? null) : null);
    if (label === null) continue;
    labels.push(label);
    end = match.index + match[0].length;
  }
  return labels;
}

function readNamed(body: string): Label | null {
  const [, letter = 'q', name] = NAMED.exec(body.toLowerCase()) ?? [];
  if (name) {
    const names = `Q${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    return { ...nameOf(letter, '', undefined), names, base: names, position: 'start', at: 0 };
  }
  const ordinal = ORDINAL.exec(body)?.[1]?.toLowerCase();
  if (ordinal === undefined) return null;
  return {
    ...nameOf('q', String(1 + ORDINALS.split('|').indexOf(ordinal)), undefined),
    position: 'start',
    at: 0,
  };
}

function labelsOf(body: string): readonly Label[] {
  const numbered = readNumbered(body);
  if (numbered[0] && leads(numbered[0])) return numbered;
  const named = readNamed(body);
  if (named) return [named, ...numbered];
  return numbered.length > 0 ? numbered : NONE;
}

function isTeaser(body: string, labels: readonly Label[], words: string): boolean {
  const at = body.search(TEASER);
  const [label] = labels;
  if (at < 0 || words.split(/\s+/).length > 16) return false;
  if (label === undefined) return /question|ready|start|begin|chat/i.test(words);
  // "Q3: Tell us what is coming up next in your town" asks.
  if (label.position === 'start' && at > 11) return false;
  return labels.some(({ kind }) => kind !== 'answer') && !hasAsk(words) && !hasCall(words);
}

/** The text without what is no words of its author: links, hashtags, leading names, the leading label. */
export function bareWords(text: string): string {
  return wordsIn(plain(text).replace(URL, ' ').replace(LEADING, ''));
}

/** The same of a text without links and leading names. */
function wordsIn(body: string): string {
  return withoutTags(body.replace(LEADING_LABEL, ''));
}

function withoutTags(body: string): string {
  return body
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
  const label = readNumbered(body).find(
    ({ kind, position }) => kind !== 'answer' && position !== 'middle',
  );
  const at = label?.position === 'greeting' ? label.at : 0;
  const rest = bareWords(body.slice(at));
  const isBefore = rest === '' || (hasAsk(body.slice(0, at)) && !hasAsk(rest));
  const words = isBefore ? bareWords(body) : rest;
  // The question is in a picture: "Here's Q2!"
  return /[\p{L}\p{N}]/u.test(words) ? words : withoutTags(body);
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
  const lead = outer.slice(0, outer.length - body.length);
  const found = labelsOf(body);
  const rules = hasRules(outer, found.length, found[0]?.position === 'start');
  const words = wordsIn(body);
  return {
    labels: rules ? NONE : found,
    rules,
    teaser: !rules && isTeaser(body, found, words),
    continues: found.length < 2 && CONTINUES.test(body),
    addressed: lead.match(/@\w{1,20}/g)?.map((name) => name.slice(1).toLowerCase()) ?? NOBODY,
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
