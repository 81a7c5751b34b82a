/** Knows of whom X said that they are behind a lock, or blocked or muted by the person: X does not say it with every post. */
import { toldAt } from './merge';
import type { Post } from './post';

export class Accounts {
  /** By account id: the newest word of it, of those alone who are, or were, one of these. */
  readonly #closed = new Map<string, Post>();

  /** Takes notice of what a post says of its author. A repost speaks of others too. */
  note(post: Post): void {
    const { author, repostOf } = post;
    if (author.id === null || repostOf !== null || toldAt(post) === 0) return;
    const known = this.#closed.get(author.id);
    const isClosed = author.protected || author.hidden;
    if (known ? toldAt(known) <= toldAt(post) : isClosed) this.#closed.set(author.id, post);
  }

  /** The post; where it does not say how its author stands, with what was said before. */
  complete(post: Post): Post {
    const known = toldAt(post) === 0 && this.#closed.get(post.author.id ?? '');
    if (!known) return post;
    const { author } = post;
    const closed = author.protected || known.author.protected;
    const hidden = author.hidden || known.author.hidden;
    return { ...post, author: { ...author, protected: closed, hidden } };
  }
}
