/** Holds the posts that must be filed anew, oldest first, each once. */
import type { Entry } from './thread-entry';
import { placeIn } from './thread-index';

/** What a post depends on is nearly always older, so it is filed once. Nearly all posts come as written, at the end. */
export class ThreadQueue {
  #list: Entry[] = [];
  /** Where those not yet taken begin. */
  #head = 0;
  /** Everything written after the post taken last is waiting. */
  holdsAll = false;

  add(entry: Entry): void {
    if (entry.waiting) return;
    entry.waiting = true;
    const at = placeIn(this.#list, entry, this.#head);
    if (at === this.#list.length) this.#list.push(entry);
    else this.#list.splice(at, 0, entry);
  }

  /** Everything, given as written. */
  addAll(sorted: readonly Entry[]): void {
    this.#list = [...sorted];
    this.#head = 0;
    this.holdsAll = true;
    for (const entry of sorted) entry.waiting = true;
  }

  /** Forgets an entry: another version of its post has come. */
  drop(entry: Entry): void {
    if (entry.waiting) this.#list.splice(this.#list.indexOf(entry, this.#head), 1);
    entry.waiting = false;
  }

  take(): Entry | undefined {
    const entry = this.#list[this.#head];
    if (entry === undefined) {
      this.#list = [];
      this.#head = 0;
      this.holdsAll = false;
      return undefined;
    }
    this.#head += 1;
    entry.waiting = false;
    return entry;
  }
}
