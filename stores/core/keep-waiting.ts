/** Decides how long a post that may yet prove to be the chat's is held back, in memory only. */
import { mergePosts } from './merge';
import type { Post } from './post';

/** The waiting room: bounded in time and number, and searched by what its posts point at. */
export class WaitingRoom {
  /** In the order they came, with the moment they were heard, which may be earlier. */
  readonly #held = new Map<string, { post: Post; at: number }>();
  /** Id that is pointed at → ids that point at it. */
  readonly #pointing = new Map<string, Set<string>>();
  readonly #waitMs: number;
  readonly #maxWaiting: number;

  constructor(waitMs: number, maxWaiting: number) {
    this.#waitMs = waitMs;
    this.#maxWaiting = maxWaiting;
  }

  get size(): number {
    return this.#held.size;
  }

  get(id: string): Post | undefined {
    return this.#held.get(id)?.post;
  }

  /** Holds a post back. Seen again, it keeps its turn and does not wait longer: ten minutes are ten minutes. */
  hold(post: Post, at: number): void {
    const before = this.#held.get(post.id);
    if (before) this.#unlink(before.post);
    const merged = mergePosts(before?.post, post);
    this.#held.set(post.id, { post: merged, at: Math.min(before?.at ?? at, at) });
    this.link(merged);
  }

  /** Lets a post go; false where it was not held. */
  release(id: string): boolean {
    const waiting = this.#held.get(id);
    if (!waiting) return false;
    this.#held.delete(id);
    this.#unlink(waiting.post);
    return true;
  }

  /** Lets go of those that waited too long, and says how many. */
  sweep(now: number): number {
    let gone = 0;
    for (const [id, { at }] of this.#held) {
      if (now - at >= this.#waitMs && this.release(id)) gone++;
    }
    return gone;
  }

  /** Lets go of the oldest where there are too many, and says how many. */
  crowd(): number {
    let gone = 0;
    for (const id of this.#held.keys()) {
      if (this.#held.size <= this.#maxWaiting) break;
      if (this.release(id)) gone++;
    }
    return gone;
  }

  /** Notes what a post points at, so that it is found by it; also of one that is not held. */
  link(post: Post): void {
    for (const id of targets(post)) {
      const set = this.#pointing.get(id) ?? new Set();
      this.#pointing.set(id, set.add(post.id));
    }
  }

  /** Ids that the coming of this one concerns: those that point at it, and itself where it is held. */
  pointingAt(id: string): string[] {
    const ids = [...(this.#pointing.get(id) ?? [])];
    return this.#held.has(id) ? [...ids, id] : ids;
  }

  #unlink(post: Post): void {
    for (const target of targets(post)) {
      const set = this.#pointing.get(target);
      if (set?.delete(post.id) && set.size === 0) this.#pointing.delete(target);
    }
  }
}

/** What it answers, quotes or passes on. */
export function pointsAt({ replyTo, quoteOf, repostOf }: Post): string[] {
  return [replyTo, quoteOf, repostOf].filter((id) => id !== null);
}

/** Ids whose coming brings this post in: what it points at, the root of its conversation, and its other versions. */
export function targets(post: Post): string[] {
  const ids = [...pointsAt(post), ...post.editedIds.filter((id) => id !== post.id)];
  if (post.conversationId) ids.push(post.conversationId);
  return ids;
}
