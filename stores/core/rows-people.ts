/** Decides who is here: hosts first, then whoever wrote most. */
import type { Conversation } from './conversation';
import type { Author, Post } from './post';

export interface Person {
  author: Author;
  posts: number;
  host: boolean;
  muted: boolean;
}

/** Everyone who wrote; those hidden on X are left out, those muted here are told apart. Reposts count as theirs. */
export function buildPeople(conversation: Conversation, muted: readonly string[]): Person[] {
  const people = new Map<string, Person & { newest: Post }>();
  const hosts = new Set(conversation.hosts.map((handle) => handle.toLowerCase()));
  const out = new Set(muted);
  for (const { post } of conversation.placed.values()) {
    if (post.author.hidden) continue;
    const key = post.author.handle.toLowerCase();
    const known = people.get(key);
    if (known === undefined) {
      const { author } = post;
      people.set(key, {
        author,
        posts: 1,
        host: hosts.has(key),
        muted: out.has(key),
        newest: post,
      });
      continue;
    }
    known.posts += 1;
    if (post.observedAt > known.newest.observedAt) {
      known.newest = post;
      known.author = post.author;
    }
  }
  return [...people.values()]
    .map(({ newest, ...person }) => person)
    .sort(
      (a, b) =>
        Number(b.host) - Number(a.host) ||
        b.posts - a.posts ||
        a.author.handle.localeCompare(b.author.handle),
    );
}
