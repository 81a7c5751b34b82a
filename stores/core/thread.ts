/** Threads a chat by question, post by post: the same posts give the same threads in whatever order they come. */
import type { Conversation, PlacedPost, Question, ThreadOptions } from './conversation';
import { type FilingContext, fileEntry, MENTION_REACH, PART_REACH } from './filing';
import { COMMON, HISTORY } from './filing-guess';
import { BelievedLabels } from './filing-labels';
import { comparePosts, type Post } from './post';
import { buildFrame, type Frame, isSameFrame } from './questions';
import { Editions } from './thread-editions';
import { buildEntry, type Entry, isSamePlacing } from './thread-entry';
import { ThreadHosts } from './thread-hosts';
import { insertEntry, placeIn, ThreadIndex } from './thread-index';
import { ThreadQueue } from './thread-queue';
import { ThreadView } from './thread-view';

/** Keeps a chat threaded while its posts come in. */
export interface Threader {
  /** Adds or updates posts in any order and batching; returns the ids whose place changed, new ones included. */
  add(posts: readonly Post[]): ReadonlySet<string>;
  /** New hosts, session bounds or hand moves; returns the ids whose place changed. */
  configure(options: ThreadOptions): ReadonlySet<string>;
  /**
   * The threads as they are now. `placed` and `children` are live: they change in place with the next `add` or `configure`, when
   * this returns a new object with a higher `version`. Costs nothing while nothing changed.
   */
  conversation(): LiveConversation;
}

export interface LiveConversation extends Conversation {
  readonly version: number;
}

/** Starts an empty threader. Posts must be merged versions (post.ts): of two versions of a post the one given last stands. */
export function createThreader(options: ThreadOptions): Threader {
  return new ChatThreader(options);
}

/** Threads posts at once: createThreader, add, conversation. */
export function buildThread(posts: readonly Post[], options: ThreadOptions): LiveConversation {
  const threader = createThreader(options);
  threader.add(posts);
  return threader.conversation();
}

class ChatThreader implements Threader {
  readonly #index = new ThreadIndex();
  readonly #view = new ThreadView();
  readonly #queue = new ThreadQueue();
  readonly #editions = new Editions();
  readonly #believed = new BelievedLabels();
  /** Every post, as written. */
  readonly #all: Entry[] = [];
  readonly #hosts: ThreadHosts;
  #frame: Frame = buildFrame([], () => false, { hosts: [] });
  #options: ThreadOptions;
  #snapshot: LiveConversation | null = null;
  #version = 0;
  #epoch = 0;

  constructor(options: ThreadOptions) {
    this.#options = options;
    this.#hosts = new ThreadHosts(options.hosts);
  }

  add(posts: readonly Post[]): ReadonlySet<string> {
    const changed = new Set<string>();
    let reframe = false;
    // Filing all anew is cheaper than finding what each of so many posts may move.
    if (posts.length > this.#all.length) this.#fileAll();
    // As written: each then goes to the end of its lists.
    for (const given of [...posts].sort(comparePosts)) {
      if (this.#editions.isOld(given.id)) continue;
      for (const old of this.#editions.note(given)) reframe = this.#supersede(old) || reframe;
      reframe = this.#put(this.#editions.pointed(given)) || reframe;
    }
    if (reframe) this.#reframe(false);
    this.#work(changed);
    return changed;
  }

  configure(options: ThreadOptions): ReadonlySet<string> {
    const changed = new Set<string>();
    this.#options = options;
    this.#hosts.configure(options.hosts, this.#all);
    this.#reframe(true);
    this.#work(changed);
    return changed;
  }

  conversation(): LiveConversation {
    if (this.#snapshot !== null) return this.#snapshot;
    const questions = this.#view.questionsWith(this.#frame.questions);
    this.#snapshot = {
      hosts: this.#hosts.names(),
      questions,
      open: openOf(questions, this.#frame),
      placed: this.#view.placed,
      children: this.#view.children,
      version: this.#version,
    };
    return this.#snapshot;
  }

  /** True where the frame must be built anew. */
  #put(post: Post): boolean {
    const before = this.#index.byId.get(post.id);
    if (before?.place && isSamePlacing(before.post, post)) {
      this.#renew(before, before.place, post);
      return false;
    }
    const entry = buildEntry(post, before);
    const reframe = before ? this.#remove(before) : false;
    return this.#insert(entry) || reframe;
  }

  /** Takes out a version that was replaced, and has what points at it point at the newest. */
  #supersede(old: string): boolean {
    const entry = this.#index.byId.get(old);
    let reframe = entry ? this.#remove(entry) : false;
    if (entry?.place) this.#view.drop(entry.place);
    const pointing = this.#all.filter(({ post }) => this.#editions.pointed(post) !== post);
    for (const { post } of pointing) reframe = this.#put(this.#editions.pointed(post)) || reframe;
    this.#touchView();
    return reframe;
  }

  /** A version that cannot change any place: new counts and the like. */
  #renew(entry: Entry, place: PlacedPost, post: Post): void {
    entry.post = post;
    entry.place = { ...place, post };
    this.#view.put(entry.place, place);
    this.#touchView();
  }

  /** True where the frame must be built anew. */
  #insert(entry: Entry): boolean {
    const index = this.#index;
    const backward = index.backwardCount;
    index.add(entry);
    insertEntry(this.#all, entry);
    const circle = index.backwardCount > 0 && index.cutCircle(entry);
    // Only bad data: which posts may decide others has changed, anywhere.
    if (circle || index.backwardCount !== backward) this.#fileAll();
    this.#queue.add(entry);
    this.#touch(entry);
    this.#touchReaders(entry);
    this.#touchLabels(entry);
    return this.#hosts.add(entry, index);
  }

  #remove(entry: Entry): boolean {
    const index = this.#index;
    const bad = index.backwardCount > 0;
    this.#touch(entry);
    this.#touchReaders(entry);
    index.remove(entry);
    this.#touchLabels(entry);
    this.#all.splice(placeIn(this.#all, entry), 1);
    this.#queue.drop(entry);
    if (bad) this.#cutAgain();
    return this.#hosts.remove(entry);
  }

  #cutAgain(): void {
    for (const entry of this.#all) entry.cut = false;
    for (const entry of this.#all) this.#index.cutCircle(entry);
    this.#fileAll();
  }

  #reframe(refile: boolean): void {
    const moved = this.#hosts.update(this.#all, this.#index);
    const frame = buildFrame(this.#hosts.posts, this.#hosts.isHostName, this.#options);
    const same = isSameFrame(frame, this.#frame);
    this.#frame = frame;
    if (refile || moved || !same) {
      this.#epoch += 1;
      this.#fileAll();
    }
    this.#touchView();
  }

  #fileAll(): void {
    this.#believed.clear();
    this.#queue.addAll(this.#all);
  }

  #touchView(): void {
    this.#version += 1;
    this.#snapshot = null;
  }

  /** Files what waits, oldest first, and what depends on each post that got another place. */
  #work(changed: Set<string>): void {
    const context: FilingContext = {
      index: this.#index,
      frame: this.#frame,
      options: this.#options,
      isHost: this.#hosts.isHost,
      isHostName: this.#hosts.isHostName,
      epoch: this.#epoch,
    };
    for (let entry = this.#queue.take(); entry !== undefined; entry = this.#queue.take()) {
      const before = entry.place;
      const place = fileEntry(entry, context);
      if (before !== null && isSamePlace(before, place) && before.post === place.post) continue;
      entry.place = place;
      this.#view.put(place, before);
      if (before !== null && isSamePlace(before, place)) continue;
      changed.add(entry.id);
      this.#touch(entry);
    }
    if (changed.size > 0) this.#touchView();
  }

  /** Queues every post whose place may depend on the place of this one. */
  #touch(entry: Entry): void {
    const index = this.#index;
    // In sound data whatever depends on a post is later, and waits already where all do.
    if (this.#queue.holdsAll && index.backwardCount === 0) return;
    this.#touchAll(index.byUp.get(entry.id), entry);
    this.#touchAll(index.byConversation.get(entry.id), entry);
    if (entry.up !== null) this.#touchIfFirst(entry, index.byUp.get(entry.up));
    const { conversationId } = entry.post;
    if (conversationId !== null)
      this.#touchIfFirst(entry, index.byConversation.get(conversationId));
    // Whoever speaks to its author means the last post, so those after the next one are another's affair; bad data aside.
    const own = index.byAuthor.get(entry.handle);
    const next = index.backwardCount > 0 ? undefined : own[placeIn(own, entry) + 1];
    const until = next?.at ?? Number.POSITIVE_INFINITY;
    const mentions = Math.min(until, entry.at + MENTION_REACH);
    this.#touchUntil(index.byAddressee.get(entry.handle), entry, mentions);
    this.#touchUntil(own, entry, Math.min(until, entry.at + PART_REACH));
  }

  /** Queues every post whose place may depend on what this one says, as it comes or goes. */
  #touchReaders(entry: Entry): void {
    if (this.#queue.holdsAll) return;
    const index = this.#index;
    const own = index.byAuthor.get(entry.handle);
    const here = placeIn(own, entry);
    this.#touchGuesses(own, here, here + HISTORY + 1);
    for (const word of entry.words) {
      const list = index.byWord.get(word);
      this.#touchGuesses(list, placeIn(list, entry), COMMON + 1);
    }
  }

  /** Guesses alone look at more than what a post hangs under. Those that were never filed are waiting already. */
  #touchGuesses(list: readonly Entry[], after: number, last: number): void {
    for (let i = after + 1; i <= last && i < list.length; i += 1) {
      const other = list[i] as Entry;
      if (other.place?.link === 'time' || other.place?.link === 'mention') this.#queue.add(other);
    }
  }

  /** The same for its labels, once it has come or gone: others with the same label may be believed from now on, or no longer. */
  #touchLabels(entry: Entry): void {
    if (this.#queue.holdsAll) return;
    for (const { base } of entry.reading.labels) {
      if (!this.#believed.changes(base, entry, this.#frame, this.#index)) continue;
      this.#touchAll(this.#index.byLabel.get(base), entry);
      this.#touchAll(this.#index.byLabel.get(`>${base}`), entry);
    }
  }

  #touchAll(list: readonly Entry[], but: Entry): void {
    for (const other of list) if (other !== but) this.#queue.add(other);
  }

  #touchIfFirst(entry: Entry, list: readonly Entry[]): void {
    if (list[0] === entry) this.#touchAll(list, entry);
  }

  #touchUntil(list: readonly Entry[], entry: Entry, until: number): void {
    for (let i = placeIn(list, entry); i < list.length; i += 1) {
      const other = list[i] as Entry;
      if (other.at > until) break;
      if (other !== entry) this.#queue.add(other);
    }
  }
}

function openOf(questions: readonly Question[], frame: Frame): Question | null {
  const last = frame.spans.at(-1);
  return last?.wrapped === Number.POSITIVE_INFINITY ? (questions.at(-1) ?? null) : null;
}

const PLACE = 'parent link guessed question session section badge role movedBy'.split(
  ' ',
) as (keyof PlacedPost)[];

function isSamePlace(a: PlacedPost, b: PlacedPost): boolean {
  return PLACE.every((key) => a[key] === b[key]);
}
