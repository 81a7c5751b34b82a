/** Keeps what others see of the threads: places, children, questions with their repeats. */
import type { PlacedPost, Question } from './conversation';
import { comparePosts } from './post';
import type { Asked } from './questions';

/** The maps are changed in place; `questionsWith` makes new objects. */
export class ThreadView {
  readonly placed = new Map<string, PlacedPost>();
  readonly children = new Map<string, string[]>();
  /** Posts that ask a question again, by the question's key. */
  readonly #repeats = new Map<string, Set<string>>();

  /** Puts a post in its (new) place. */
  put(place: PlacedPost, before: PlacedPost | null): void {
    const { id } = place.post;
    this.placed.set(id, place);
    if (before?.parent !== place.parent || before?.post.createdAt !== place.post.createdAt) {
      if (before?.parent != null) this.#unhang(before, before.parent);
      if (place.parent !== null) this.#hang(place, place.parent);
    }
    const was = before && repeatKey(before);
    const is = repeatKey(place);
    if (was === is) return;
    if (was != null) this.#repeats.get(was)?.delete(id);
    if (is !== null) this.#repeatsOf(is).add(id);
  }

  /** Takes a post out; what hangs under it is to be put elsewhere. */
  drop(place: PlacedPost): void {
    const { id } = place.post;
    this.placed.delete(id);
    if (place.parent !== null) this.#unhang(place, place.parent);
    const key = repeatKey(place);
    if (key !== null) this.#repeats.get(key)?.delete(id);
  }

  /** The questions with the ids of the posts that ask them again, as written. */
  questionsWith(asked: readonly Asked[]): Question[] {
    return asked.map((one) => ({
      label: one.label,
      session: one.session,
      postId: one.postId,
      askedAt: one.at,
      text: one.text,
      repeatIds: this.#sortedRepeats(one),
    }));
  }

  #sortedRepeats(asked: Asked): string[] {
    const ids = this.#repeats.get(`${asked.session} ${asked.label}`);
    if (ids === undefined) return [];
    const posts = [...ids].flatMap((id) => this.placed.get(id)?.post ?? []);
    return posts
      .filter(
        (post) => this.placed.get(post.id)?.role === 'repeat' || post.repostOf === asked.postId,
      )
      .sort(comparePosts)
      .map((post) => post.id);
  }

  #repeatsOf(key: string): Set<string> {
    let ids = this.#repeats.get(key);
    if (ids === undefined) {
      ids = new Set();
      this.#repeats.set(key, ids);
    }
    return ids;
  }

  #hang(place: PlacedPost, parent: string): void {
    const list = this.children.get(parent);
    if (list === undefined) this.children.set(parent, [place.post.id]);
    else list.splice(this.#placeFor(list, place), 0, place.post.id);
  }

  #unhang(place: PlacedPost, parent: string): void {
    const list = this.children.get(parent);
    const at = list?.lastIndexOf(place.post.id) ?? -1;
    if (at >= 0) list?.splice(at, 1);
    if (list?.length === 0) this.children.delete(parent);
  }

  #placeFor(list: readonly string[], place: PlacedPost): number {
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.placed.get(list[middle] ?? '');
      if (other !== undefined && comparePosts(other.post, place.post) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function repeatKey(place: PlacedPost): string | null {
  if (place.role !== 'repeat' && place.role !== 'repost') return null;
  return place.question === null ? null : `${place.session} ${place.question}`;
}
