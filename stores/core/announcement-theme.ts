/** Where in a host's words a theme stands, and what they put around it. */
import { isOff } from './announcement-talk';
import { ANY, FILLER, MASK, SEPARATOR, WAYS } from './announcement-ways';

/** What people put behind a theme, or instead of one. */
const INVITATION = `(?:${[
  `(?:please |do |come and )?join (?:us|me|in|the (?:chat|conversation|discussion)|${MASK.tag})`,
  'see you (?:there|then|at|on|all|later)',
  'be there',
  '(?:all|everyone|everybody)(?: (?:is|are))? welcome',
  'open to all',
  'come along',
  '(?:please|pls|plz) (?:rt|retweet|repost|share|join|come|spread|tell|bring|use)',
  "do(?:n['’]t| not) (?:miss|forget)",
  'save the date',
  'spread the word',
  'pass it on',
  '(?:your )?hosted by',
  'your hosts?\\b',
  '(?:with )?guest hosts?\\b',
  "who(?:['’]?s| is| else is) (?:in|joining|coming|with us)\\b",
  '(?:are you|you) (?:in|joining|coming)\\b',
  'looking forward',
  'hope (?:you|to see)',
  'let us know',
  'use the hashtag',
  'remember to',
  'follow along',
  'same time',
  'usual (?:time|place|rules)',
  'have your say',
  'put it in',
  'pop it in',
  'add (?:it )?to your',
  'anyone (?:can|may) join',
].join('|')})`;
/** The same, of words that may as well be part of a theme: they count only at the beginning of a clause. */
const ASIDE = `(?:${[
  'rts?\\b',
  '(?:more )?(?:info|details|links?)\\b(?: (?:here|below|to follow|soon|later)|:|\\s*$|\\s+[\uE004👇])',
  'hosts?\\b(?=\\s*:|\\s+@)',
  'with @',
  'led by',
  'questions? (?:will|follow|to follow|at|out|from)\\b',
  'starts? (?:at|from)\\b',
  'kick(?:s|ing)? off',
  'we (?:start|begin|kick)',
  'read (?:more|this|up|before|first)\\b',
  'reading\\s*:',
  'sign up',
  'thanks?\\b(?: (?:to|all|for|you|everyone)|\\s*$)',
  'sorry\\b(?: (?:for|about)|\\s*$)',
  'apologies',
  'when\\s*:',
  'where\\s*:',
  'time\\s*:',
  "it['’]s (?:free|open)",
  'new here',
  'first time',
  'never joined',
  'what do you think',
  'tell us\\b',
  'no need to',
  'just (?:use|add)',
  'can you make',
  'tell (?:your|a)\\b',
  'bring your',
  'get your',
  'q1\\b',
].join('|')})`;
const TAIL = new RegExp(
  `(?:\\s*[\\s.!?,;:–—|(-]${INVITATION}|\\s*(?:[.!?,;:|(]\\s*|\\s[–—-]\\s+|${'\uE004'}\\s*)${ASIDE})[^]*$`,
  'iu',
);
const STARTS_WITH_INVITATION = new RegExp(`^[^\\p{L}\\p{N}@]*(?:${INVITATION}|${ASIDE})`, 'iu');
/** A place to look instead of a theme. */
const ELSEWHERE =
  /^(?:(?:it|this|that|you|us|tell us|dm (?:us|me)|get in touch|guess|wait and see|watch this space|soon|later|shortly|news|more|details|announced|revealed|decided|confirmed|chosen|posted|shared|out|up to you|here|below|above|attached|a secret|a surprise|yours|open|in (?:the )?(?:image|picture|graphic|thread|comments|link|replies)|coming (?:soon|later|up)|announced (?:soon|later|tomorrow|shortly)|to follow|on its way|revealed|tbc|tba|tbd|to be (?:announced|confirmed|decided)|live|back|on|open floor|nothing|none|cancelled|canceled|postponed|off)\b(?:[\s.!…]|\p{Extended_Pictographic})*)+$/iu;
const OPENING_WORDS =
  /^(?:(?:(?:got (?:any |strong )?(?:views|thoughts|opinions|questions) (?:on|about)|fancy (?:a )?(?:chat|talk)(?:ing)? about|(?:want|ready|time) to (?:talk|chat|hear) about)|a (?:big|good|great|tough|tricky|timely|hot) one\s*[:–—-]|(?:(?:we(?:['’]ll| will|['’]re| are)?|let['’]s|come and) (?:be |going to )*(?:talk(?:ing)? about|discuss(?:ing)?|look(?:ing)? at|chat(?:ting)? about|explor(?:e|ing)|ask(?:ing)?)|will be|about|on|all about|going to be|this time|called|titled|now))\s*[:–—-]?\s+)+/iu;

/** Emoji with what joins and colours them. */
const PICTURE = '(?:\\p{Extended_Pictographic}|\\p{Emoji_Modifier}|\\uFE0F|\\u200D)';
/** Bullets, arrows and emoji before a theme. */
const LEAD = new RegExp(`^(?:${PICTURE}|[\\s•*>→:–—-])*`, 'u');

/** "Thurs 10 Dec - 1pm - " at the beginning of what follows a first dash. */
const HEADER = new RegExp(`^(?:${ANY}(?:${FILLER})*\\s*${SEPARATOR}\\s*)+`, 'iu');

/** A place in the text. */
export interface Place {
  from: number;
  to: number;
}

/** Where a theme may stand. */
export interface Span extends Place {
  /** The words around it call it a theme. */
  isNamed: boolean;
}

/** Where the theme may stand, the surest place first. `hasDay` says whether the post names a day or time. */
export function findThemes(mask: string, hasDay: boolean): Span[] {
  const spans: Span[] = [];
  for (const { pattern, needsDay, needsHead, isNamed } of WAYS) {
    if (needsDay && !hasDay) continue;
    for (const span of matchesOf(mask, pattern)) {
      if (needsHead && !hasHead(mask, span.from)) continue;
      spans.push({ ...trimSpan(mask, span), isNamed });
    }
  }
  spans.push(...findLone(mask).map((span) => ({ ...span, isNamed: false })));
  // The chat's own hashtag in the middle: the words around it are about the chat, not its theme.
  return spans.filter(({ from, to }) => to - from > 2 && !mask.slice(from, to).includes(MASK.tag));
}

/**
 * The first matches, those too that begin inside the theme of an earlier one: "Reminder: #polchat today - join us!
 * Theme: …" has two colons before its own.
 */
function matchesOf(mask: string, pattern: RegExp): Place[] {
  const spans: Place[] = [];
  for (let at = 0; at < mask.length && spans.length < 6; ) {
    pattern.lastIndex = at;
    const match = pattern.exec(mask);
    const span = match?.indices?.groups?.theme;
    if (match === null || span === undefined) break;
    spans.push({ from: span[0], to: span[1] });
    at = Math.max(match.index + 1, span[0]);
  }
  return spans;
}

/** The one sentence or line of a post whose others are all days, times, hashtags and invitations. */
function findLone(mask: string): Place[] {
  const parts = [...mask.matchAll(/(?:[^.!?\n]|[.!?](?![\s”"’')]|$))+[.!?]*/gu)]
    .map((match) => ({ from: match.index, text: match[0] }))
    .filter(({ text }) => text.trim() !== '');
  const isHeader = (text: string) => SMALL.test(text.replace(/[.!?]+$/u, '').trim());
  const rest = parts.filter(
    ({ text }) => !isHeader(text) && !STARTS_WITH_INVITATION.test(text.trim()),
  );
  const named = parts
    .filter((part) => !rest.includes(part))
    .map(({ text }) => text)
    .join('');
  if (!named.includes(MASK.tag) || !named.includes(MASK.day)) return [];
  const [only] = rest;
  if (rest.length !== 1 || only === undefined || only.text.includes(MASK.tag)) return [];
  return [trimSpan(mask, { from: only.from, to: only.from + only.text.length })];
}

const SMALL = new RegExp(
  `^(?:${FILLER}|['’]s|\\p{Extended_Pictographic}|[:–—>→!?-]|\uFE0F|\\b(?:reminder|update|coming up|save the date|up|so|hi|hello|all|discuss|join us|back|when|date|day)\\b)*$`,
  'iu',
);

function hasHead(mask: string, at: number): boolean {
  const before = mask.slice(0, at);
  const start = Math.max(
    ...['. ', '! ', '? ', '\n\n'].map((end) => before.lastIndexOf(end, at - 3) + 1),
  );
  const head = before.slice(start);
  return head.includes(MASK.tag) || SMALL.test(head);
}

/** The theme itself out of a span that may run on: one line, one sentence, nothing of what is put around it. */
export function trimSpan(mask: string, { from, to }: Place): Place {
  let text = mask.slice(from, to);
  const lead = LEAD.exec(text)?.[0].length ?? 0;
  text = text.slice(lead).split('\n', 1)[0] ?? '';
  let start = from + lead;
  const head = HEADER.exec(text)?.[0].length ?? 0;
  start += head;
  text = text.slice(head);
  const opening = OPENING_WORDS.exec(text)?.[0] ?? '';
  start += opening.length;
  text = text.slice(opening.length);
  const quoted = /^["“‘']([^"”\n]{3,200}?)["”’'](?=[\s.,!?)]|$)/u.exec(text);
  if (quoted?.[1] !== undefined) return { from: start + 1, to: start + 1 + quoted[1].length };
  // An opening quotation mark whose partner is not in the span.
  const mark = /^["“‘]/u.test(text) ? 1 : 0;
  start += mark;
  text = text.slice(mark);
  const sentence = /^(?:[^.!?]|[.!?](?![\s”"’')]|$))+(?:\?|$)?/u.exec(text)?.[0] ?? text;
  text = sentence;
  for (let before = ''; before !== text; ) {
    before = text;
    text = dropTail(text);
  }
  // "Fancy a chat about dogs?" asks who comes, not what dogs are.
  if (/^(?:got|fancy|want|ready)\b/iu.test(opening)) text = text.replace(/\?$/u, '');
  return { from: start, to: start + text.length };
}

const TAILS = [
  new RegExp(`\\s*(?:${ANY}|\\s)+$`, 'u'),
  new RegExp(`\\s*${PICTURE}+$`, 'u'),
  // "hoax calls 📞 Thursday at 1"
  new RegExp(`\\s*${PICTURE}+\\s*(?=[^]*${ANY})(?:${FILLER}|\\d{1,2}|${PICTURE})*$`, 'iu'),
  new RegExp(`\\s*\\([^()]*(?:${ANY})[^()]*\\)?$`, 'u'),
  // "mental health at Thursday's #polchat": what led to the hashtag goes with it.
  /[\s,]+(?:at|in|on|for|during|with|over on|this|next|our|the|is|from|and|as|via|using|by)$/iu,
  /[\s,;:=~|»–—-]+$/u,
  /[\s,]+with\s+(?:(?:our|special) )*(?:guests?|hosts?)?\s*@\w+$/iu,
  /,\s+(?:as (?:our|we|the)|because|due to|owing to)\s.*$/iu,
  /[\s,]+(?:in|at|for|during|on)\s+(?:our|the|this)\s+(?:next |weekly )?(?:chat|session)$/iu,
];

function dropTail(text: string): string {
  let rest = text;
  if (!STARTS_WITH_INVITATION.test(rest))
    rest = rest.replace(TAIL, (whole) => (whole.startsWith('?') ? '?' : ''));
  for (const tail of TAILS) rest = rest.replace(tail, '');
  return rest;
}

/** Whether words that stand where a theme would are one. */
export function isTheme(words: string): boolean {
  if ((words.match(/\p{L}/gu) ?? []).length < 3) return false;
  if (STARTS_WITH_INVITATION.test(words) || ELSEWHERE.test(words.trim())) return false;
  if (isOff(words) || /^(?:@\w+(?:[\s,&]|\band\b)*)+$/iu.test(words)) return false;
  if (
    /^\W*(?:the|a|our|this|next|be \w+)\W*$|\b(?:the|a|our|great|new) (?:theme|topic)\b/iu.test(
      words,
    )
  )
    return false;
  if (
    /^(?:the |our )?(?:theme|topic)s?\s+(?:is |are )?(?:tb[acd]|to (?:be|follow)|un\w+)\b/iu.test(
      words,
    )
  )
    return false;
  // "#polchat about dogs is postponed"
  if (/(?:,| is| has been)\s+(?:cancell?ed|called off|postponed)\W*$/iu.test(words)) return false;
  // "#polchat, Thursday" and below it "Theme: to be decided": the word before the colon is no part of a theme.
  if (/^(?:themes?|topics?)\s*[:–—-]/iu.test(words)) return false;
  // Denied, undecided, asked for, or a question of the chat itself.
  return !/^(?:not\b|no\b theme|still\b|yet\b|undecided|up for grabs|yours? (?:to|choice|call)|as (?:planned|usual|ever|always|normal)\b|carried over|postponed|any (?:ideas|thoughts|suggestions|takers)|q\d|a\d\b|every\b|decided by|announced\b|revealed\b|(?:we|i) (?:need|want|would|have no|are looking|will announce)|what should|what would you|you choose|your choice|under wraps)/iu.test(
    words,
  );
}
