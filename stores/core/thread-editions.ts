/** Knows which posts are older versions of one that its author edited: every version has an id, and others may name any of them. */
import { compareIds } from './merge';
import type { Post } from './post';

export class Editions {
  /** Older version → newest version, by id. */
  readonly #newest = new Map<string, string>();

  /** Notes a post's versions; gives the ids that it replaces and that were not known to be replaced, none for nearly all posts. */
  note({ id, editedIds }: Post): string[] {
    if (editedIds.length === 0) return [];
    const older = editedIds.filter((each) => compareIds(each, id) < 0);
    const replaced = older.filter((old) => this.#newest.get(old) !== id);
    for (const old of older) this.#newest.set(old, id);
    return replaced;
  }

  isOld(id: string): boolean {
    return this.#newest.has(id);
  }

  /** The post, speaking of newest versions. */
  pointed(post: Post): Post {
    if (this.#newest.size === 0) return post;
    const [replyTo, quoteOf, repostOf] = [post.replyTo, post.quoteOf, post.repostOf].map(
      (id) => this.#newest.get(id ?? '') ?? id,
    ) as [string | null, string | null, string | null];
    const same = replyTo === post.replyTo && quoteOf === post.quoteOf && repostOf === post.repostOf;
    return same ? post : { ...post, replyTo, quoteOf, repostOf };
  }
}
