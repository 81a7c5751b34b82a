/** Knows of whom X said that they are behind a lock, or blocked or muted by the person: X does not say it with every post. */
import { toldAt } from './merge';
import type { Author, Post } from './post';

export class Accounts {
  /** By account id: the newest word of it, of those alone who are, or were, one of these. */
  readonly #closed = new Map<string, Post>();
  /** The same by handle: the page knows no ids. */
  readonly #named = new Map<string, Post>();

  /** Takes notice of what a post says of its author; true where one proves to be one of these. A repost speaks of others too. */
  note(post: Post): boolean {
    const { author, repostOf } = post;
    if (author.id === null || repostOf !== null || toldAt(post) === 0) return false;
    const known = this.#closed.get(author.id);
    const isClosed = author.protected || author.hidden;
    if (known ? toldAt(known) > toldAt(post) : !isClosed) return false;
    this.#closed.set(author.id, post);
    this.#named.set(author.handle.toLowerCase(), post);
    return isClosed;
  }

  /** The post; where it does not say how its author stands, with what was said before. The page says nothing of blocks and mutes, nor always of locks. */
  complete(post: Post): Post {
    const isUntold = toldAt(post) === 0 || post.source === 'dom';
    const known = isUntold && this.#find(post.author);
    if (!known) return post;
    const { author } = post;
    const closed = author.protected || known.author.protected;
    const hidden = author.hidden || known.author.hidden;
    return { ...post, author: { ...author, protected: closed, hidden } };
  }

  #find({ id, handle }: Author): Post | undefined {
    return id === null ? this.#named.get(handle.toLowerCase()) : this.#closed.get(id);
  }
}
