/** Decides what stands for people in a transcript without names, in the posts' texts too. */
import type { Transcript, TranscriptPost } from './transcript';

/** "Person 7", or "A. H." */
type Kind = 'initials' | 'numbers';

const MENTION = /(?<![\w/@.])[@＠](\w{1,20})\b/g;
/** The address of a person or of a post of theirs on X. */
const PROFILE = /https?:\/\/(?:www\.|mobile\.)?(?:x|twitter)\.com\/[^\s"<>]*/gi;
const WORD = /[\p{L}\p{M}][\p{L}\p{M}'’-]*/gu;

/**
 * The transcript with names, handles and what leads to them taken out: author, hosts, mentions and names in texts, addresses on X,
 * and the ids of the posts, which X would turn into their authors. `whole` is the transcript that it is a part of, so that everybody
 * keeps their number in each part.
 *
 * A single word of a name is taken for the name where it has a capital, no other person has it in their name ("PC", "Police"), and
 * nobody writes it in small letters ("Will"): names that are ordinary words stay, and must be looked for by whoever passes it on.
 */
export function withoutNames(part: Transcript, kind: Kind, whole: Transcript = part): Transcript {
  const alias = nameEverybody(whole, kind);
  const clean = createCleaner(whole, alias);
  const ids = numberIds(whole);
  const idOf = (id: string | null) => (id === null ? null : (ids.get(id) ?? null));
  const handleOf = (handle: string) => alias(handle).replace(/[^\w]/g, '').toLowerCase();
  return {
    ...part,
    chat: { ...part.chat, hosts: part.chat.hosts.map(handleOf) },
    session: { ...part.session, theme: part.session.theme && clean(part.session.theme) },
    questions: part.questions.map((question) => ({
      ...question,
      postId: idOf(question.postId) ?? question.postId,
      text: clean(question.text),
    })),
    posts: part.posts.map((post) => ({
      ...post,
      id: idOf(post.id) ?? post.id,
      author: { handle: handleOf(post.author.handle), name: alias(post.author.handle) },
      text: clean(post.text),
      hashtags: post.hashtags.filter((tag) => clean(`#${tag}`) === `#${tag}`),
      url: '',
      replyTo: idOf(post.replyTo),
      quoteOf: idOf(post.quoteOf),
      repostOf: idOf(post.repostOf),
      conversationId: idOf(post.conversationId),
      parent: idOf(post.parent),
      editedIds: [],
    })),
  };
}

/** Everybody who writes or is mentioned, in the order of their first appearance. */
function nameEverybody({ posts, chat }: Transcript, kind: Kind): (handle: string) => string {
  const names = new Map<string, string>();
  const taken = new Map<string, number>();
  const written = new Map(posts.map(({ author }) => [author.handle.toLowerCase(), author.name]));
  const add = (handle: string) => {
    const key = handle.toLowerCase();
    if (names.has(key)) return;
    if (kind === 'numbers') {
      names.set(key, `Person ${names.size + 1}`);
      return;
    }
    const initials = initialsOf(written.get(key) ?? handle);
    const again = (taken.get(initials) ?? 0) + 1;
    taken.set(initials, again);
    names.set(key, again === 1 ? initials : `${initials} ${again}`);
  };
  for (const host of chat.hosts) add(host);
  for (const { author } of posts) add(author.handle);
  for (const { text } of posts) for (const [, handle] of text.matchAll(MENTION)) add(handle ?? '');
  return (handle) => names.get(handle.toLowerCase()) ?? '…';
}

/** "A. H." */
function initialsOf(name: string): string {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  const letters = ends.map(
    (word) => `${String.fromCodePoint(word?.codePointAt(0) ?? 63).toUpperCase()}.`,
  );
  return letters.join(' ') || '?';
}

function createCleaner(whole: Transcript, alias: (handle: string) => string) {
  const people = new Map(whole.posts.map(({ author }) => [author.handle.toLowerCase(), author]));
  const authors = [...people.values()];
  const exact = new Map(wordsOfNames(whole.posts, authors).map(([word, of]) => [word, alias(of)]));
  const loose = new Map(wholeNames(authors).map(([name, of]) => [name, alias(of)]));
  // A host may be named as the chat is.
  loose.delete(whole.chat.hashtag.toLowerCase());
  // The longest first: "Anna Hale" before "Anna".
  const all = [...exact.keys(), ...loose.keys()].sort((a, b) => b.length - a.length);
  const pattern =
    all.length > 0
      ? new RegExp(
          `(?<![\\p{L}\\p{N}_])(?:${all.map(literally).join('|')})(?![\\p{L}\\p{N}_])`,
          'giu',
        )
      : null;
  const replace = (name: string) => exact.get(name) ?? loose.get(name.toLowerCase()) ?? name;
  return (text: string): string => {
    const bare = text
      .replace(PROFILE, '[x.com]')
      .replace(MENTION, (_, handle: string) => `@${alias(handle).replaceAll(' ', '\u00a0')}`);
    return pattern === null ? bare : bare.replace(pattern, replace);
  };
}

type Author = TranscriptPost['author'];
type Named = [name: string, handle: string];

/** Known only as they are written: a name by itself, and each word of one that is no ordinary word. */
function wordsOfNames(posts: readonly TranscriptPost[], authors: readonly Author[]): Named[] {
  const common = commonWords(
    posts,
    authors.map(({ name }) => name),
  );
  const words = authors.flatMap(({ handle, name }) =>
    (name.match(WORD) ?? [])
      .filter((word) => word.length > 2 && !common.has(word.toLowerCase()))
      .map((word): Named => [word, handle]),
  );
  const names = authors.filter(({ name }) => name.length > 2);
  return [...words, ...names.map(({ handle, name }): Named => [name, handle])];
}

/** Known in any capitals, in lower case here: handles, and names of several words, also written as one: "#AnnaHale". */
function wholeNames(authors: readonly Author[]): Named[] {
  const several = authors.filter(({ name }) => /\p{L}\s+\S*\p{L}/u.test(name));
  const handles = authors.filter(({ handle }) => handle.length > 3);
  return [
    ...several.map(({ name, handle }): Named => [name.toLowerCase(), handle]),
    ...several.map(({ name, handle }): Named => [name.toLowerCase().replace(/\s+/g, ''), handle]),
    ...handles.map(({ handle }): Named => [handle.toLowerCase(), handle]),
  ];
}

/** Words that are no names: in several people's names, or written in small letters somewhere. In lower case. */
function commonWords(posts: readonly TranscriptPost[], names: readonly string[]): Set<string> {
  const common = new Set<string>();
  const once = new Set<string>();
  for (const name of new Set(names)) {
    for (const word of new Set((name.match(WORD) ?? []).map((one) => one.toLowerCase()))) {
      if (once.has(word)) common.add(word);
      once.add(word);
    }
  }
  for (const { text } of posts) {
    for (const [word] of text.matchAll(WORD)) if (once.has(word)) common.add(word);
  }
  return common;
}

/** New ids: 1, 2, 3 … in the order written; posts that others point at but are not there come last. */
function numberIds({ posts }: Transcript): Map<string, string> {
  const ids = new Map<string, string>();
  const add = (id: string | null) => {
    if (id !== null && !ids.has(id)) ids.set(id, `${ids.size + 1}`);
  };
  for (const { id } of posts) add(id);
  for (const { replyTo, quoteOf, repostOf, conversationId, parent } of posts) {
    for (const id of [replyTo, quoteOf, repostOf, conversationId, parent]) add(id);
  }
  return ids;
}

function literally(words: string): string {
  return words.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
