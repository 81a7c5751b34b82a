/** Finds posts by what filing asks for: by id, by author, by whom they address, by parent, by conversation, by label, by word. */
import { leads } from './labels';
import { compareEntries, type Entry } from './thread-entry';

/** Lists of entries by key, each as written. */
export class EntryLists {
  readonly #lists = new Map<string, Entry[]>();

  get(key: string): readonly Entry[] {
    return this.#lists.get(key) ?? NO_ENTRIES;
  }

  add(key: string, entry: Entry): void {
    const list = this.#lists.get(key);
    if (list === undefined) this.#lists.set(key, [entry]);
    else insertEntry(list, entry);
  }

  remove(key: string, entry: Entry): void {
    const list = this.#lists.get(key);
    if (list === undefined) return;
    const at = placeIn(list, entry);
    if (list[at] === entry) list.splice(at, 1);
  }
}

const NO_ENTRIES: readonly Entry[] = [];

/** Where an entry stands or would stand in a list as written, from `low` on; at once where that is the end. */
export function placeIn(list: readonly Entry[], entry: Entry, low = 0): number {
  let high = list.length;
  if (high <= low || compareEntries(list[high - 1] as Entry, entry) < 0) return high;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareEntries(list[middle] as Entry, entry) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Inserts as written; cheap for the newest. */
export function insertEntry(list: Entry[], entry: Entry): void {
  const at = placeIn(list, entry);
  if (at === list.length) list.push(entry);
  else list.splice(at, 0, entry);
}

/** The posts and the ways to find them. */
export class ThreadIndex {
  readonly byId = new Map<string, Entry>();
  readonly byAuthor = new EntryLists();
  /** By whom a post speaks to. */
  readonly byAddressee = new EntryLists();
  /** By structural parent, seen or not. */
  readonly byUp = new EntryLists();
  readonly byConversation = new EntryLists();
  /** By each label that leads, "Q3", and, as ">Q3", by those of an old-style quote. */
  readonly byLabel = new EntryLists();
  readonly byWord = new EntryLists();
  /** Posts whose parent is not written before them: only bad data has any. */
  #backward = 0;

  get backwardCount(): number {
    return this.#backward;
  }

  add(entry: Entry): void {
    this.byId.set(entry.id, entry);
    this.#eachKey(entry, 'add');
    this.#backward += this.#countBackward(entry);
  }

  remove(entry: Entry): void {
    this.#backward -= this.#countBackward(entry);
    this.byId.delete(entry.id);
    this.#eachKey(entry, 'remove');
  }

  /** The structural parent, where it was seen and following it does not run in a circle. */
  parentOf(entry: Entry): Entry | undefined {
    return entry.up === null || entry.cut ? undefined : this.byId.get(entry.up);
  }

  /** The top of the tree that an entry stands in; itself where its parent was never seen. */
  rootOf(entry: Entry): Entry {
    let root = entry;
    for (let up = this.parentOf(root); up !== undefined; up = this.parentOf(root)) root = up;
    return root;
  }

  /**
   * True where `source` may decide where `entry` goes: its tree begins before `entry` was written, so no two posts decide each
   * other, whatever the data. In sound data that is so for every earlier post.
   */
  mayDecide(source: Entry, entry: Entry): boolean {
    if (compareEntries(source, entry) >= 0) return false;
    return this.#backward === 0 || compareEntries(this.rootOf(source), entry) < 0;
  }

  /** Marks the earliest post of the circle that `entry` stands in; false where it stands in none. Only bad data holds circles. */
  cutCircle(entry: Entry): boolean {
    const seen = new Set<Entry>();
    let at: Entry | undefined = entry;
    let earliest = entry;
    while (at !== undefined && !seen.has(at)) {
      seen.add(at);
      if (compareEntries(at, earliest) < 0) earliest = at;
      at = this.parentOf(at);
    }
    if (at !== entry) return false;
    earliest.cut = true;
    return true;
  }

  #countBackward(entry: Entry): number {
    let count = 0;
    const parent = entry.up === null ? undefined : this.byId.get(entry.up);
    if (parent !== undefined && compareEntries(parent, entry) >= 0) count += 1;
    for (const child of this.byUp.get(entry.id)) {
      if (child !== entry && compareEntries(entry, child) >= 0) count += 1;
    }
    return count;
  }

  #eachKey(entry: Entry, change: 'add' | 'remove'): void {
    const { handle, addressee, up, post, words, reading } = entry;
    this.byAuthor[change](handle, entry);
    if (addressee !== null) this.byAddressee[change](addressee, entry);
    if (up !== null) this.byUp[change](up, entry);
    if (post.conversationId !== null) this.byConversation[change](post.conversationId, entry);
    // By number: a dozen words for each post, and until it is compiled `for of` makes an object for each.
    for (let i = 0; i < words.length; i += 1) this.byWord[change](words[i] as string, entry);
    for (const label of reading.labels) {
      if (leads(label)) this.byLabel[change](label.base, entry);
    }
    for (const { base } of reading.quoted?.labels ?? []) this.byLabel[change](`>${base}`, entry);
  }
}
