/** Decides who is here: hosts first, then whoever wrote most. */
import type { Conversation } from './conversation';
import type { Author } from './post';

export interface Person {
  author: Author;
  posts: number;
  host: boolean;
  muted: boolean;
}

/** Everyone who wrote; those hidden on X are left out, those muted here are told apart. Reposts count as theirs. */
export function buildPeople(conversation: Conversation, muted: readonly string[]): Person[] {
  const hosts = new Set(conversation.hosts.map((handle) => handle.toLowerCase()));
  const posts = [...conversation.placed.values()]
    .map(({ post }) => post)
    .filter(({ author }) => !author.hidden);
  const byHandle = Map.groupBy(posts, ({ author }) => author.handle.toLowerCase());
  return [...byHandle]
    .map(([key, own]) => ({
      author: own.reduce((a, b) => (b.observedAt > a.observedAt ? b : a)).author,
      posts: own.length,
      host: hosts.has(key),
      muted: muted.includes(key),
    }))
    .sort(
      (a, b) =>
        Number(b.host) - Number(a.host) ||
        b.posts - a.posts ||
        a.author.handle.localeCompare(b.author.handle),
    );
}
