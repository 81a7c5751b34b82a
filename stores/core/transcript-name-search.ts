/** Decides what in a text names a person of the chat or leads to one, and puts something else there. */
import { isGivenName, isOrdinary } from './draft-check-names';
import { foldText } from './fold';

export interface Person {
  handle: string;
  /** As they were written over time; none of who is only mentioned. */
  names: Set<string>;
}

/** What is put in a name's place. */
interface Aliases {
  /** null for a name that several people have. */
  nameOf(handle: string | null): string;
  handleOf(handle: string): string;
  /** What `nameOf(null)` gives. */
  someone: string;
}

/** An e-mail address, an address of the web with or without https://, a mention, an id of X's. */
const SPECIAL =
  /(?<mail>(?<![^\s"<>@＠/,;:!?()'’”#])[^\s"<>@＠/,;:!?()'’”#]+@[^\s"<>@＠/,;:!?()'’”#.]+(?:\.[^\s"<>@＠/,;:!?()'’”#.]+)+)|(?<web>https?:\/\/[^\s"<>]+|(?<![\w@.-])(?:[a-z\d-]+\.)+[a-z]{2,}\/[^\s"<>]*)|(?<![\w/@.])[@＠](?<mention>\w{1,20})\b|(?<!\d)(?<id>\d{15,20})(?!\d)/gi;
const MENTION = /(?<![\w/@.])[@＠](\w{1,20})\b/g;
const HASHTAG = /[#＃][\p{L}\p{M}\p{N}_]+/gu;
const TOKEN = /[\p{L}\p{M}\p{N}_]+/gu;
/** What may stand inside a name between its words. */
const INSIDE = /^[\s._'’·-]{1,3}$/;
/** Written without spaces between words. */
const UNSPACED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]{2,}$/u;

/** X, the pages that show X's posts under other names, and its shortened links. */
const ON_X =
  /^(?:https?:\/\/)?(?:[\w-]+\.)*(?:x|t|\w*twitter|fixupx|fxbsky|xcancel|nitter|twstalker)\.(?:com|co|net|org)(?:[/:?#]|$)/i;
const POST_PATH = /\/(?:status|statuses|i\/web\/status|profile\/[^/]+\/post)\/|\d{15,}/i;
/** Where other places keep people. */
const PERSON_PATH = /\/(?:@|in\/|profile\/|user\/|users\/|people\/|u\/)[^/]/i;

/** Ranks, titles and bodies: part of many people's names, and nobody's. */
const TITLES = new Set(
  (
    'pc dc ds di dci dcs ps pcso cc acc dcc sc insp inspector sgt sergeant supt superintendent chief constable detective officer special police policing ' +
    'constabulary force council county city borough town district north south east west team comms communications press media office news digital ' +
    'community neighbourhood support fire rescue ambulance service nhs uk gb mr mrs ms miss mx dr prof sir dame rev the and for of in at to from with'
  ).split(' '),
);
/** Words so short that a handle may be one of them. */
const SHORT = new Set(
  (
    'am an as at be by do go he hi if in is it me my no of oh ok on or so to up us we and all any are ask bad big but can day did end few fun get got had has ' +
    'her him his how its job let lot may met new not now off old one our out own pm put say see set she six ten the too top try two use was way who why ' +
    'win yes yet you via for'
  ).split(' '),
);

/** Every handle mentioned. */
export function mentionsIn(text: string): string[] {
  return [...text.matchAll(MENTION)].map(([, handle]) => handle ?? '');
}

/**
 * Puts aliases into texts. A word of somebody's name is taken for the name in any capitals, and where several people have it for
 * someone's, unless it is an ordinary word here: written small more often than large in `texts` (mentions, addresses and hashtags,
 * where everything is small, do not count), and no given name that is nothing else. Ranks and bodies ("PC", "Police") are nobody's.
 * Names of several words and handles are known whatever their words.
 */
export function createNameSearch(
  texts: readonly string[],
  people: ReadonlyMap<string, Person>,
  hashtag: string,
  aliases: Aliases,
): (text: string) => string {
  const names = new NameIndex(texts, people, hashtag);
  const cleanWords = (text: string) => replaceNames(text, names, aliases);
  return (text) => {
    let clean = '';
    let at = 0;
    for (const special of text.matchAll(SPECIAL)) {
      clean += cleanWords(text.slice(at, special.index));
      at = special.index + special[0].length;
      const { mail, web, mention, id } = special.groups ?? {};
      if (mention) clean += `@${aliases.handleOf(mention)}`;
      else if (mail) clean += '[e-mail]';
      else if (id) clean += '[x.com]';
      else
        clean += cleanAddress(web ?? '', (part) => names.isIn(part) || cleanWords(part) !== part);
    }
    return clean + cleanWords(text.slice(at));
  };
}

/** An address that leads to a person goes whole; what ends the sentence is no part of it. */
function cleanAddress(written: string, hasName: (text: string) => boolean): string {
  const [end = ''] = /[.,;:!?'"’”)\]]*$/.exec(written) ?? [];
  const address = written.slice(0, written.length - end.length);
  if (ON_X.test(address) || POST_PATH.test(address)) return `[x.com]${end}`;
  return PERSON_PATH.test(address) || hasName(decode(address)) ? `[link]${end}` : written;
}

function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

function replaceNames(text: string, names: NameIndex, { nameOf, someone }: Aliases): string {
  const tokens = [...text.matchAll(TOKEN)].map(({ 0: word, index }) => ({ word, index }));
  let clean = '';
  let at = 0;
  /** The alias put last, where only what may stand inside a name has followed. */
  let last: string | null = null;
  for (let i = 0; i < tokens.length; ) {
    const found = names.at(text, tokens, i);
    if (!found) {
      i += 1;
      last = null;
      continue;
    }
    const alias = nameOf(found.handle);
    const [first, end] = [tokens[i] as Token, tokens[i + found.length - 1] as Token];
    const between = text.slice(at, first.index);
    const goesOn: boolean = last !== null && INSIDE.test(between);
    // "Sarah Lacey", of whom only one word is hers alone, is one person.
    if (goesOn && last === someone && alias !== someone)
      clean = `${clean.slice(0, -someone.length)}${alias}`;
    else if (!goesOn || (alias !== last && alias !== someone)) clean += between + alias;
    at = end.index + end.word.length;
    last = goesOn && alias === someone ? last : alias;
    i += found.length;
  }
  return names.withoutUnspaced(clean + text.slice(at), nameOf);
}

interface Token {
  word: string;
  index: number;
}

interface Phrase {
  words: string[];
  handle: string | null;
  /** Only where each word has a capital. */
  capital: boolean;
}

/** What names whom; null for several people. */
class NameIndex {
  /** In any capitals, folded. */
  private readonly words = new Map<string, string | null>();
  /** Of words that were met. */
  private readonly owners = new Map<string, string | null | undefined>();
  /** Names of two letters, only as they are written: "Jo", not "jo". */
  private readonly exact = new Map<string, string | null>();
  private readonly phrases = new Map<string, Phrase[]>();
  /** Names in scripts without spaces. */
  private readonly unspaced = new Map<string, string | null>();
  /** Those long enough to be looked for inside other words. */
  private readonly joined: RegExp | null;

  constructor(texts: readonly string[], people: ReadonlyMap<string, Person>, hashtag: string) {
    const ordinary = ordinaryWords(texts, people);
    for (const { handle, names } of people.values()) {
      this.addHandle(handle);
      for (const name of names) this.addName(name, handle, ordinary);
    }
    // A host may be named as the chat is.
    this.words.delete(foldText(hashtag));
    const long = [...this.words.keys()].filter((name) => /^[\p{L}\p{N}]{6,}$/u.test(name));
    this.joined = long.length > 0 ? new RegExp(long.join('|')) : null;
  }

  /** What begins at this token, the longest first. */
  at(text: string, tokens: readonly Token[], i: number) {
    const { word } = tokens[i] as Token;
    const folded = fold(word);
    for (const phrase of this.phrases.get(folded) ?? []) {
      if (isPhrase(phrase, text, tokens, i))
        return { handle: phrase.handle, length: phrase.words.length };
    }
    const handle = this.ownerOf(word, folded);
    return handle === undefined ? null : { handle, length: 1 };
  }

  /** Whether a long name or a handle is part of a longer word. */
  isIn(text: string): boolean {
    const squashed = foldText(text).replace(/[^\p{L}\p{N}]/gu, '');
    return this.joined?.test(squashed) ?? false;
  }

  withoutUnspaced(text: string, nameOf: (handle: string | null) => string): string {
    let clean = text;
    for (const [name, handle] of this.unspaced) clean = clean.replaceAll(name, nameOf(handle));
    return clean;
  }

  private ownerOf(word: string, folded: string): string | null | undefined {
    if (this.owners.has(word)) return this.owners.get(word);
    const forms = [folded, folded.replaceAll('_', ''), folded.replace(/[\d_]+$/, '')];
    const known = forms.find((form) => this.words.has(form));
    const handle = known === undefined ? this.exact.get(word) : this.words.get(known);
    this.owners.set(word, handle);
    return handle;
  }

  private addHandle(handle: string): void {
    const folded = fold(handle);
    if (handle.length < 2 || SHORT.has(folded) || TITLES.has(folded)) return;
    put(this.words, folded, handle);
    this.addJoined(folded, handle);
  }

  private addName(name: string, handle: string, ordinary: ReadonlySet<string>): void {
    const written = name.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
    for (const word of written) this.addWord(word, handle, ordinary);
    const folded = written.map(fold);
    if (folded.length < 2) return;
    this.addPhrase(folded, handle, false);
    this.addJoined(folded.join(''), handle);
    for (const [i, word] of folded.entries()) {
      const next = folded[i + 1];
      if (next === undefined || TITLES.has(word) || TITLES.has(next)) continue;
      this.addPhrase([word, next], handle, true);
      this.addJoined(word + next, handle);
    }
  }

  private addWord(written: string, handle: string, ordinary: ReadonlySet<string>): void {
    const word = fold(written);
    if (UNSPACED.test(written)) put(this.unspaced, written, handle);
    else if (TITLES.has(word) || ordinary.has(word)) return;
    else if (word.length > 2) put(this.words, word, handle);
    else if (/^\p{Lu}\p{Ll}$/u.test(written)) put(this.exact, written, handle);
  }

  private addPhrase(words: string[], handle: string, capital: boolean): void {
    const first = words[0] ?? '';
    const phrases = this.phrases.get(first) ?? [];
    const same = phrases.find((one) => one.words.join(' ') === words.join(' '));
    if (same) {
      if (same.handle !== handle) same.handle = null;
      same.capital &&= capital;
    } else phrases.push({ words, handle, capital });
    phrases.sort((a, b) => b.words.length - a.words.length);
    this.phrases.set(first, phrases);
  }

  private addJoined(name: string, handle: string): void {
    const bare = name.replaceAll('_', '');
    if (bare.length > 4) put(this.words, bare, handle);
  }
}

function put(map: Map<string, string | null>, name: string, handle: string): void {
  const known = map.get(name);
  map.set(name, known === undefined || known === handle ? handle : null);
}

function isPhrase({ words, capital }: Phrase, text: string, tokens: readonly Token[], i: number) {
  return words.every((word, n) => {
    const token = tokens[i + n];
    if (!token || fold(token.word) !== word) return false;
    if (capital && /^\p{Ll}/u.test(token.word)) return false;
    const before = tokens[i + n - 1];
    return (
      n === 0 || (before && INSIDE.test(text.slice(before.index + before.word.length, token.index)))
    );
  });
}

/** Words of names that are ordinary words here. Folded. */
function ordinaryWords(texts: readonly string[], people: ReadonlyMap<string, Person>): Set<string> {
  const names = [...people.values()].flatMap(({ names }) => [...names]);
  /** How much more often it is written small than large. */
  const small = new Map(
    names.flatMap((name) =>
      (name.match(TOKEN) ?? []).map((word): [string, number] => [fold(word), 0]),
    ),
  );
  const words = texts.flatMap(
    (text) => text.replace(SPECIAL, ' ').replace(HASHTAG, ' ').match(TOKEN) ?? [],
  );
  for (const word of words) {
    const count = small.get(fold(word));
    // Only where there are capitals does a small letter mean anything.
    if (count === undefined || word.toLowerCase() === word.toUpperCase()) continue;
    small.set(fold(word), count + (word === word.toLowerCase() ? 1 : -1));
  }
  const isOnlyName = (word: string) => isGivenName(word) && !isOrdinary(word);
  return new Set(
    [...small].filter(([word, more]) => more > 0 && !isOnlyName(word)).map(([word]) => word),
  );
}

/** Nearly every word is plain, and folded in no time. */
function fold(word: string): string {
  return /^\w*$/.test(word) ? word.toLowerCase() : foldText(word);
}
