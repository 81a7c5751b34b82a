/** Holds the posts that must be filed anew, oldest first, each once. */
import { compareEntries, type Entry } from './thread-entry';

/** A binary heap over when posts were written: what a post depends on is nearly always older, so it is filed once. */
export class ThreadQueue {
  private heap: Entry[] = [];
  private readonly waiting = new Set<Entry>();

  add(entry: Entry): void {
    if (this.waiting.has(entry)) return;
    this.waiting.add(entry);
    this.heap.push(entry);
    this.rise(this.heap.length - 1);
  }

  /** Everything, given as written: a sorted array is a heap already. */
  addAll(sorted: readonly Entry[]): void {
    this.heap = [...sorted];
    this.waiting.clear();
    for (const entry of sorted) this.waiting.add(entry);
  }

  /** Forgets an entry: another version of its post has come. */
  drop(entry: Entry): void {
    if (!this.waiting.delete(entry)) return;
    this.addAll(this.heap.filter((other) => other !== entry).sort(compareEntries));
  }

  take(): Entry | undefined {
    const { heap } = this;
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined) return undefined;
    if (last !== first) {
      heap[0] = last;
      this.sink();
    }
    this.waiting.delete(first);
    return first;
  }

  private rise(at: number): void {
    const { heap } = this;
    const entry = heap[at] as Entry;
    let child = at;
    while (child > 0) {
      const parent = (child - 1) >> 1;
      const above = heap[parent] as Entry;
      if (compareEntries(above, entry) <= 0) break;
      heap[child] = above;
      child = parent;
    }
    heap[child] = entry;
  }

  private sink(): void {
    const { heap } = this;
    const entry = heap[0] as Entry;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (
        child + 1 < heap.length &&
        compareEntries(heap[child + 1] as Entry, heap[child] as Entry) < 0
      )
        child += 1;
      if (compareEntries(heap[child] as Entry, entry) >= 0) break;
      heap[at] = heap[child] as Entry;
      at = child;
    }
    heap[at] = entry;
  }
}
