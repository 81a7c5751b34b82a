/** What the words of a calendar's event say: theme, questions, hosts, reading. All of it is plain text from strangers. */
import type { PlannedQuestion } from './schedule';

const LONGEST_THEME = 200;
const LONGEST_QUESTION = 500;
const LONGEST_URL = 2000;
const MOST_QUESTIONS = 30;
const MOST_HOSTS = 10;

/** Control characters, and marks that turn the direction of writing or have no width: they can make a text look like another. */
const UNSEEN =
  /[\p{Cc}\p{Zl}\p{Zp}\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]+/gu;

/** One line of plain text, of at most `longest` characters: nothing unseen, no towers of accents. */
export function plainLine(text: string, longest: number): string {
  const plain = text
    .slice(0, longest * 8)
    .toWellFormed()
    .normalize('NFC')
    .replace(UNSEEN, ' ')
    .replace(/(\p{M}{3})\p{M}+/gu, '$1')
    .replace(/\s+/gu, ' ')
    .trim();
  const characters = [...plain];
  return characters.length <= longest
    ? plain
    : `${characters
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`;
}

const NO_THEME =
  /^(?:(?:the|this|our|a|weekly|live|twitter|x|tweet|police|chat|session|hour|theme|topic|subject|discussion|tb[acd]|t\.b\.[acd]\.?|to be (?:announced|confirmed|decided|agreed)|to follow|not (?:yet )?known(?: yet)?|none|no theme(?: yet)?|busy|free|tentative|private|private appointment|out of office|soon|thursdays?|every|week|at|1 ?pm|13:00|uk time)\b[\s:.,!?…–—-]*)*$/iu;
const SEPARATOR = '[\\s:|•·–—-]';

const OFF = '(?:cancell?ed|postponed|called off|suspended)';
/** What may stand behind it; "Cancelled events and how we tell people" is a theme. */
const OFF_END =
  '[)\\]]?(?:\\s*(?:$|[.!;:(–—]|-\\s)|\\s+(?:this|today|tomorrow|until|due|because|owing|as|for|sorry|on\\s+\\d)\\b)';
const BREAK = '(?:(?:christmas|easter|summer|winter|half[ -]term|new year)\\s+)?break';

/** Whether the title calls the chat off, as Outlook ("Canceled: …") and people ("No #polchat this week") write it. */
export function isCalledOff(title: string, hashtag: string): boolean {
  // Most titles need no closer look.
  if (!/cancel|postpone|called off|suspended|break|\b(?:no|not|off)\b/iu.test(title)) return false;
  const tag = `#?${escapeRegExp(hashtag)}\\b`;
  // What stands in quotation marks is a theme.
  if (new RegExp(`^${tag}${SEPARATOR}*["“][^"”]+["”]$`, 'iu').test(title.trim())) return false;
  const chat = `(?:${tag}|(?:twitter |x )?(?:chat|session)\\b)`;
  const start = `^(?:${tag}${SEPARATOR}*|sorry,?\\s+)?[([]?`;
  const plain = plainLine(title.replace(/[*_~"“”]+/gu, ' '), 300);
  return [
    `${start}(?:(?:has|have) been |(?:is|was) )?${OFF}(?:${OFF_END}|[)\\]]?\\s+${tag}|\\s+event\\s*:)`,
    `${tag}${SEPARATOR}*[([]?(?:(?:has been|is) )?${OFF}${OFF_END}`,
    `${start}(?:there(?: is|['’]s| will be) )?no ${chat}(?:\\s*(?:$|[.!,;:(–—]|-\\s)|\\s+(?:this|next|today|tomorrow|on|until|due|because|for|in|over|at)\\b)`,
    `${tag}${SEPARATOR}*(?:is )?(?:off|not on|not running)(?:[.!]?$|\\s*[(–—:]|\\s+(?:this|today|until|for|due)\\b)`,
    `^${tag}${SEPARATOR}*${BREAK}[.!]?$`,
  ].some((source) => new RegExp(source, 'iu').test(plain));
}

/** Whether the title names another chat and not this one: "#commschat: Writing". A theme may well begin with "#OurDay" or be about a chat. */
export function isOfOtherChat(title: string, hashtag: string): boolean {
  if (!title.includes('#')) return false;
  return (
    /#(?=\w*(?:chat|hour))\w+["”)\]]?\s*(?:[:|–—]|-\s|$)/iu.test(title) &&
    !new RegExp(`#?\\b${escapeRegExp(hashtag)}\\b`, 'iu').test(title)
  );
}

/** The theme in a title: hashtag and words like "theme:" taken off both ends; null where nothing is left. */
export function readTheme(title: string, hashtag: string): string | null {
  const tag = escapeRegExp(hashtag);
  const prefixes = [
    /^(?:re|fwd?|updated|invitation)\s*:\s*/iu,
    // The bare name is a prefix only in front of a separator: "Polchat matters" is a theme.
    new RegExp(
      `^(?:(?:this|next) (?:week|thursday)(?:['’]s)?\\s+)?(?:#${tag}\\b|${tag}(?=\\s*(?:chat|theme|topic)?\\s*(?:[:|•·–—]|-\\s|$)))(?:\\s+(?:chat|theme|topic|live)\\b)*${SEPARATOR}*`,
      'iu',
    ),
    /^(?:(?:this week|today)['’]s )?(?:theme|topic)\s*[:–—-]\s*/iu,
  ];
  const after = new RegExp(`(?:${SEPARATOR}|[([])*#${tag}\\b[)\\]]?[\\s.!]*$`, 'iu');
  let theme = plainLine(title, LONGEST_THEME + 100);
  for (let before = ''; before !== theme; ) {
    before = theme;
    for (const prefix of prefixes) theme = theme.replace(prefix, '');
  }
  theme = plainLine(theme.replace(after, ''), LONGEST_THEME).replace(
    /^["“‘'](.*)["”’']$/u,
    (whole, inner: string) => (/["“”]/u.test(inner) ? whole : inner),
  );
  return NO_THEME.test(theme) || !/[\p{L}\p{N}]/u.test(theme) ? null : theme;
}

/** Text as a regular expression's plain characters. */
export function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** The lines of a description. Google and Outlook put HTML into it: tags become line breaks or nothing. */
export function descriptionLines(description: string): string[] {
  const text = /<(?:br|p|div|li|ul|ol|span|b|i|a)\b[^>]*>/iu.test(description)
    ? description
        .replace(/<\s*(?:br|\/p|\/div|\/li|p|div|li)\b[^>]*>/giu, '\n')
        .replace(/<[^<>]*>/gu, '')
    : description;
  return text
    .replace(/&(amp|lt|gt|quot|apos|nbsp|#39);/gu, (_, name: string) => ENTITIES[name] ?? "'")
    .split(/\r\n|\n|\r|\u2028|\u2029/u)
    .slice(0, 500);
}

/** `Q1: …`, a line each; "Question 1." and "Q1)" too. A number given twice keeps its first text. */
export function readQuestions(lines: readonly string[]): PlannedQuestion[] {
  const questions = new Map<string, PlannedQuestion>();
  for (const line of lines) {
    const match = /^[\s*•-]*Q(?:uestion)?[\s.]?\s*(\d{1,2}(?:\.\d)?)\s*[:.)–—-]+\s*(\S.*)$/iu.exec(
      line,
    );
    const label = `Q${match?.[1]}`;
    if (match === null || questions.has(label) || questions.size >= MOST_QUESTIONS) continue;
    const text = plainLine(match[2] ?? '', LONGEST_QUESTION);
    if (text !== '') questions.set(label, { label, text });
  }
  return [...questions.values()];
}

const PROFILE = /^https?:\/\/(?:www\.|mobile\.)?(?:x|twitter)\.com\/@?(\w{1,15})\/?(?:[?#].*)?$/iu;

/** The handle in "https://x.com/anna", "@anna" or nothing. */
export function readHandle(text: string): string | null {
  return PROFILE.exec(text.trim())?.[1] ?? /^@(\w{1,15})$/u.exec(text.trim())?.[1] ?? null;
}

/** "Host:", "Guest hosts –", "Hosted by @": the word by itself, and behind it what says that names follow. */
const HOST =
  /^\s*(?:(?:guest|your|our|today['’]s)\s+|co-?)?host(?:s|\(s\)|ed by)?\s*(?:[:–—-]\s*|(?=@)|(?<=ed by\s+))(.*)$/iu;
/** Handles and profiles one after the other, or each behind its name: "Anna Hale (@anna)". */
const RUN =
  /^(?:(?:(?:[\p{L}.'’ -]{1,40}\()?@\w+\)?|https?:\/\/[^\s,;]+)(?:\s*[,;&+/]\s*(?:and\s+)?|\s+and\s+|\s+)?)*/iu;

/**
 * Handles of `Host: @anna, @ben` lines ("Guest host:", "Hosted by" too), those alone that follow directly; then of those
 * invited or organising. Case-blind once each.
 */
export function readHosts(lines: readonly string[], people: readonly string[]): string[] {
  const hosts = new Map<string, string>();
  const add = (handle: string | null | undefined) => {
    if (handle && !hosts.has(handle.toLowerCase()) && hosts.size < MOST_HOSTS)
      hosts.set(handle.toLowerCase(), handle);
  };
  for (const line of lines) {
    const [run = ''] = RUN.exec(HOST.exec(line)?.[1] ?? '') ?? [];
    for (const name of run.match(/@\w+|https?:\/\/[^\s,;]+/gu) ?? [])
      add(readHandle(name.replace(/[.)]+$/u, '')));
  }
  for (const person of people) add(readHandle(person));
  return [...hosts.values()];
}

/** The address if it is https, whole and without a password in it; else null. */
export function readHttps(text: string): string | null {
  const plain = text.trim();
  if (plain.length > LONGEST_URL || !/^https:\/\/[^\s\\]+$/iu.test(plain)) return null;
  try {
    const url = new URL(plain);
    return url.protocol === 'https:' && url.username === '' && url.password === ''
      ? url.href
      : null;
  } catch {
    return null;
  }
}

/** What to read beforehand: the event's URL, else a line `Reading: https://…`. */
export function readReading(url: string, lines: readonly string[]): string | null {
  const direct = readHttps(url);
  if (direct !== null) return direct;
  for (const line of lines) {
    const match = /^\s*(?:reading|read(?: first| beforehand)?|link)\s*:\s*(https:\S+)/iu.exec(line);
    const found = match === null ? null : readHttps(match[1] ?? '');
    if (found !== null) return found;
  }
  return null;
}
