/** Decides who hosts: those configured, else those who ask numbered questions that others answer. */
import { opensNumber } from './question-facts';
import type { Entry } from './thread-entry';
import { insertEntry, placeIn, type ThreadIndex } from './thread-index';
import { likeness } from './words';

const ANSWER_REACH = 30 * 60_000;
/** An earlier post with the same number, this long before, makes a later one a repeat. */
const FIRST_REACH = 60 * 60_000;

/**
 * Hosts by what they do: the first to ask a number (Q1 …), if two others then answer it by label, reply or quote; those who asked most
 * come first. Not who only came before one of these: where such a host asked the same number in other words, the answers were not theirs.
 * `asking` holds the posts that could open a question, as written.
 */
export function recogniseHosts(asking: readonly Entry[], index: ThreadIndex): Set<string> {
  /** Each number's first asker, and those who asked it after them. */
  const latest = new Map<string, [Entry, ...Entry[]]>();
  const answered: [Entry, ...Entry[]][] = [];
  for (const entry of asking) {
    const number = opensNumber(entry);
    if (number === undefined || entry.reading.addressed.length > 0 || entry.post.replyTo !== null)
      continue;
    const last = latest.get(number);
    if (last && last[0].handle !== entry.handle && entry.at - last[0].at <= FIRST_REACH) {
      last.push(entry);
      continue;
    }
    const claim: [Entry] = [entry];
    latest.set(number, claim);
    if (isAnswered(entry, number, index)) answered.push(claim);
  }
  const own = Map.groupBy(answered, ([{ handle }]) => handle);
  const count = ({ handle }: Entry) => own.get(handle)?.length ?? 0;
  const hosts = new Set<string>();
  for (const [first, ...rivals] of answered.toSorted(([a], [b]) => count(b) - count(a))) {
    const isBefore = ({ handle, words }: Entry) =>
      hosts.has(handle) && likeness(words, first.words) < 0.5;
    if (!rivals.some(isBefore)) hosts.add(first.handle);
  }
  return hosts;
}

function isAnswered(question: Entry, number: string, index: ThreadIndex): boolean {
  const authors = new Set<string>();
  for (const list of [index.byLabel.get(number), index.byUp.get(question.id)]) {
    for (const entry of list) {
      const late = entry.at < question.at || entry.at - question.at > ANSWER_REACH;
      if (late || entry.handle === question.handle || entry.upKind === 'repost') continue;
      authors.add(entry.handle);
      if (authors.size >= 2) return true;
    }
  }
  return false;
}

/** Keeps the hosts and their posts while posts come in. */
export class ThreadHosts {
  /** The hosts' posts, as written. */
  posts: Entry[] = [];
  #configured: ReadonlySet<string> = new Set();
  #given: readonly string[] = [];
  /** Ids of the configured accounts: an account that changed its handle is still the host. */
  #ids = new Set<string>();
  #recognised: ReadonlySet<string> = new Set();
  /** Posts that would open a number if their author were a host; looked at only where none is configured. */
  #asking: Entry[] = [];
  #stale = false;

  constructor(hosts: readonly string[]) {
    this.#take(hosts);
  }

  readonly isHost = (entry: Entry): boolean => {
    if (this.isHostName(entry.handle)) return true;
    return entry.post.author.id !== null && this.#ids.has(entry.post.author.id);
  };

  readonly isHostName = (handle: string): boolean =>
    this.#configured.has(handle) || this.#recognised.has(handle);

  names(): readonly string[] {
    if (this.#configured.size > 0) return this.#given;
    const names = new Map(this.posts.map((entry) => [entry.handle, entry.post.author.handle]));
    return [...names.values()];
  }

  configure(hosts: readonly string[], all: readonly Entry[]): void {
    this.#take(hosts);
    for (const entry of all) this.#learn(entry);
    this.#stale = true;
  }

  /** True where the frame may change with this post. */
  add(entry: Entry, index: ThreadIndex): boolean {
    if (this.#learn(entry)) this.#stale = true;
    const hosts = this.isHost(entry);
    if (hosts) insertEntry(this.posts, entry);
    if (hosts || this.#configured.size > 0) return hosts || this.#stale;
    // Whoever asks or answers may make a host; all that ask have a label.
    const answers =
      entry.reading.labels.length > 0 || (entry.up !== null && index.byId.has(entry.up));
    return answers || index.byUp.get(entry.id).length > 0;
  }

  remove(entry: Entry): boolean {
    for (const list of [this.posts, this.#asking]) {
      const at = placeIn(list, entry);
      if (list[at] === entry) list.splice(at, 1);
    }
    return true;
  }

  /** Brings the hosts up to date; true where they changed. */
  update(all: readonly Entry[], index: ThreadIndex): boolean {
    const before = this.#recognised;
    this.#recognised = this.#configured.size > 0 ? new Set() : recogniseHosts(this.#asking, index);
    if ([...before].join() === [...this.#recognised].join() && !this.#stale) return false;
    this.#stale = false;
    this.posts = all.filter(this.isHost);
    return true;
  }

  #take(hosts: readonly string[]): void {
    this.#given = hosts;
    this.#configured = new Set(hosts.map((handle) => handle.replace(/^@/, '').toLowerCase()));
    this.#ids = new Set();
  }

  /** Takes up what a post says of who is who; true where a host's id is new. */
  #learn(entry: Entry): boolean {
    if (opensNumber(entry) !== undefined) {
      const at = placeIn(this.#asking, entry);
      if (this.#asking[at] !== entry) this.#asking.splice(at, 0, entry);
    }
    const { id } = entry.post.author;
    if (id === null || !this.#configured.has(entry.handle) || this.#ids.has(id)) return false;
    this.#ids.add(id);
    return true;
  }
}
