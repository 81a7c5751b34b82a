/** Decides what stands for people in a transcript without names, in the posts' texts too. */
import type { Nameless, Transcript } from './transcript';
import { createNameSearch, mentionsIn, type Person } from './transcript-name-search';

/** What stands for a person: as their name, and as their handle, which is nobody else's. */
interface Alias {
  name: string;
  handle: string;
}

/** Stands for whoever is not known to be anybody in particular. */
const SOMEONE: Alias = { name: '[someone]', handle: 'someone' };

/**
 * The transcript with names, handles and what leads to them taken out: author, hosts, mentions and names in texts, e-mail addresses,
 * links to people and posts, and the ids of the posts, which X would turn into their authors. `whole` is the transcript that it is a
 * part of, so that everybody keeps their number in each part.
 *
 * Names that are ordinary words here stay ("Will"), and so do nicknames and names of people who did not write: whoever passes it on
 * must look for them. createNameSearch says which words are taken for names.
 */
export function withoutNames(
  part: Transcript,
  kind: Nameless,
  whole: Transcript = part,
): Transcript {
  const people = findPeople(whole);
  const aliases = nameEverybody(people, kind);
  const aliasOf = (handle: string) => aliases.get(handle.toLowerCase()) ?? SOMEONE;
  const clean = createNameSearch(textsOf(whole), people, whole.chat.hashtag, {
    nameOf: (handle) => (handle === null ? SOMEONE : aliasOf(handle)).name,
    handleOf: (handle) => aliasOf(handle).handle,
    someone: SOMEONE.name,
  });
  const ids = numberIds(whole);
  const idOf = (id: string | null) => (id === null ? null : (ids.get(id) ?? null));
  return {
    ...part,
    chat: { ...part.chat, hosts: part.chat.hosts.map((host) => aliasOf(host).handle) },
    session: { ...part.session, theme: part.session.theme && clean(part.session.theme) },
    questions: part.questions.map((question) => ({
      ...question,
      postId: idOf(question.postId) ?? question.postId,
      text: clean(question.text),
    })),
    posts: part.posts.map((post) => ({
      ...post,
      id: idOf(post.id) ?? post.id,
      author: { ...aliasOf(post.author.handle) },
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
    names: kind,
  };
}

function textsOf({ posts, questions, session }: Transcript): string[] {
  return [...posts, ...questions].map(({ text }) => text).concat(session.theme ?? []);
}

/** Hosts, then everybody who writes, then everybody mentioned, each in the order of their first appearance; by handle in lower case. */
function findPeople(whole: Transcript): Map<string, Person> {
  const people = new Map<string, Person>();
  const add = (handle: string, name?: string) => {
    const key = handle.toLowerCase();
    const known = people.get(key) ?? { handle, names: new Set<string>() };
    if (name !== undefined) known.names.add(name);
    people.set(key, known);
  };
  for (const host of whole.chat.hosts) add(host);
  for (const { author } of whole.posts) add(author.handle, author.name);
  for (const text of textsOf(whole)) for (const handle of mentionsIn(text)) add(handle);
  return people;
}

/** Handles are numbered: initials may be the same, or in letters that no handle has. */
function nameEverybody(people: ReadonlyMap<string, Person>, kind: Nameless): Map<string, Alias> {
  const aliases = new Map<string, Alias>();
  const taken = new Map<string, number>();
  for (const [key, { handle, names }] of people) {
    const number = aliases.size + 1;
    if (kind === 'numbers') {
      aliases.set(key, { name: `Person ${number}`, handle: `person${number}` });
      continue;
    }
    const initials = initialsOf([...names].at(-1) ?? handle);
    const again = (taken.get(initials) ?? 0) + 1;
    taken.set(initials, again);
    const letters = initials.toLowerCase().replace(/[^a-z]/g, '');
    aliases.set(key, {
      name: again === 1 ? initials : `${initials} ${again}`,
      handle: `${letters || 'person'}${number}`,
    });
  }
  return aliases;
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
