/** The posts of the chat in this tab: from X's responses, from other tabs and from the archive. */
import type { Keeper, Taken } from './core/keep';
import { mergePosts } from './core/merge';
import type { Post, Skipped } from './core/post';
import type { Captured } from './core/wire';
import type { Read } from './core/x-responses';
import { createOutbox, type Outbox, type OutboxDeps } from './outbox';

/** Operations whose answers hold posts whenever they name the hashtag; other lists may have it in somebody's description alone. */
const TIMELINE = /Timeline|Tweets|TweetDetail|adaptive/;
/** What such an answer may hold instead of posts: people, with the hashtag in what they say of themselves, and the like. */
const OTHERS = /"Timeline(?:User|Notification|TwitterList|Community|Trend)"/;
/** So many answers that could not be read are remembered, for a report. */
const REMEMBERED = 3;

/** How reading goes, for the status line. */
export interface FeedHealth {
  /** Responses that concerned the chat. */
  responses: number;
  skipped: Skipped;
  /** Posts that the background has not acknowledged, and why. */
  unsaved: number;
  saveProblem: string;
  /** X's clock less ours in ms; 0 where X never said or agrees. */
  clockOffset: number;
  /** What X still allows of the search, where it said so. */
  rate: Captured['rate'];
  /** HTTP status of X's last refusal since its last good answer, else 0. */
  refused: number;
  /** Answers in a row that should have held posts and of which nothing could be read. */
  barren: number;
  /** What was read off the page: posts of the chat that no answer had brought, and how many it shows now that cannot be read. */
  page: { posts: number; unreadable: number };
  /** When the newest post of the chat was written, ms; 0 before the first. */
  newest: number;
  /** Posts by protected accounts, which are never saved. */
  unkept: number;
}

export interface FeedDeps extends OutboxDeps {
  /** Without #. */
  hashtag: string;
  keeper: Keeper;
  read: (captured: Captured, observedAt: number) => Read;
  /** The chat has other conversations. */
  want: () => void;
  now: () => number;
  /** X's clock less ours, ms. */
  clockOffset: () => number;
}

/** Hears posts; `added` is how many of them were not known before in any version. */
export type PostsListener = (posts: readonly Post[], added: number) => void;
type OwnListener = (posts: readonly Post[]) => void;
type AnswerListener = (captured: Captured) => void;

/** The feed of one chat. Nothing that comes in is lost while this page lives. */
export class Feed {
  readonly #deps: FeedDeps;
  readonly #hashtag: string;
  readonly #outbox: Outbox;
  /** By the id of each of its versions: the newest version. */
  readonly #posts = new Map<string, Post>();
  #unread: Captured[] = [];
  #searched: Captured | undefined;
  #own: Post[] = [];
  readonly #unreadListeners = new Set<() => void>();
  readonly #listeners = new Set<PostsListener>();
  readonly #ownListeners = new Set<OwnListener>();
  readonly #answerListeners = new Set<AnswerListener>();
  #wanted = '';
  /** When the newest answer was heard. */
  #heardAt = 0;
  readonly #counts: Omit<FeedHealth, 'unsaved' | 'saveProblem' | 'clockOffset'> = {
    responses: 0,
    skipped: { unreadable: 0, promoted: 0, offTopic: 0 },
    rate: null,
    refused: 0,
    barren: 0,
    page: { posts: 0, unreadable: 0 },
    newest: 0,
    unkept: 0,
  };

  constructor(deps: FeedDeps) {
    this.#deps = deps;
    this.#hashtag = deps.hashtag.toLowerCase();
    this.#outbox = createOutbox(deps);
  }

  /** A response that the tap handed on. */
  hear(captured: Captured): void {
    this.#hearHeaders(captured);
    // What X refused holds no posts, and none that could not be read; nor was anything posted.
    if (captured.text.length > 1 && captured.status === 200) this.#take(captured);
    if (captured.operation === 'SearchTimeline') this.#searched = captured;
    for (const listener of this.#answerListeners) listener(captured);
  }

  #take(captured: Captured): void {
    const counts = this.#counts;
    const deps = this.#deps;
    counts.responses += 1;
    // What waited is as old as X's answer.
    const read = deps.read(captured, captured.heardAt ?? deps.now());
    counts.skipped.unreadable += read.skipped.unreadable;
    counts.skipped.promoted += read.skipped.promoted;
    this.#accept(deps.keeper.take(read, deps.now(), captured.heardAt));
    // Another tab, or an earlier day, may know what this one does not.
    this.#outbox.drop(read.deleted);
    // X may refuse a post with status 200, or drop it without a word: then the answer has none.
    // The one posted is the last; before it stands what it quotes, which may be somebody else's.
    const own = captured.operation.startsWith('Create') ? read.posts.slice(-1) : [];
    if (own.length > 0) {
      this.#own.push(...own);
      for (const listener of this.#ownListeners) listener(own);
    }
    this.#judge(captured, read);
  }

  /** Posts that the page shows, where answers do not tell; `unreadable` of those it shows now could not be read. */
  see(posts: Post[], unreadable: number): void {
    const { page, skipped } = this.#counts;
    skipped.unreadable += Math.max(0, unreadable - page.unreadable);
    page.unreadable = unreadable;
    const read = { posts, deleted: [], unavailable: [] };
    page.posts += this.#accept(this.#deps.keeper.take(read, this.#deps.now()));
  }

  /** Posts that are kept already, from the archive or another tab. */
  learn(known: readonly Post[]): void {
    this.#admit(known);
    this.#accept(this.#deps.keeper.learn(this.#hashtag, known, this.#deps.now()));
    this.#want();
  }

  get(id: string): Post | undefined {
    return this.#posts.get(id);
  }

  all(): Post[] {
    return [...new Set(this.#posts.values())];
  }

  /** Those by protected accounts, written from `from` to `to` (ms): whoever opens later finds them in no archive. */
  closed(from: number, to: number): Post[] {
    return this.all().filter(
      ({ author, createdAt }) => author.protected && createdAt >= from && createdAt <= to,
    );
  }

  /** Hears every batch of new or changed posts from now on. Returns the way to stop. */
  onPosts(listener: PostsListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Hears what the person posts on X in this tab, whether of the chat or not. Returns the way to stop. */
  onOwn(listener: OwnListener): () => void {
    this.#ownListeners.add(listener);
    return () => this.#ownListeners.delete(listener);
  }

  /** Hears of every answer of X once its posts are taken, of those too that do not concern the chat. Returns the way to stop. */
  onAnswer(listener: AnswerListener): () => void {
    this.#answerListeners.add(listener);
    return () => this.#answerListeners.delete(listener);
  }

  /** What the person posted in this tab in the last minute. */
  own(): readonly Post[] {
    return this.#own;
  }

  /** X's last answer to a search, for a minute. */
  lastSearch(): Captured | undefined {
    return this.#searched;
  }

  /** Told when an answer could not be read, and at once where there was one. */
  onUnread(listener: () => void): void {
    this.#unreadListeners.add(listener);
    if (this.#unread.length > 0) listener();
  }

  /** The last answers that could not be read, one of an operation; they are not held here any longer. */
  takeUnread(): Captured[] {
    return this.#unread.splice(0);
  }

  /** Lets go of what waited ten minutes, and of what nobody asked for; to be called once a minute. */
  sweep(): void {
    this.#unread = [];
    this.#searched = undefined;
    this.#own = [];
    this.#counts.skipped.offTopic += this.#deps.keeper.sweep(this.#deps.now());
  }

  flush(): Promise<void> {
    return this.#outbox.flush();
  }

  /** Resolves once all that came so far is on disk. */
  kept(): Promise<void> {
    return this.#outbox.empty();
  }

  health(): FeedHealth {
    const clockOffset = this.#deps.clockOffset();
    return { ...this.#counts, clockOffset, ...this.#outbox.state() };
  }

  /** Ids of the conversations that hold a post of the chat. */
  conversations(): string[] {
    return this.#deps.keeper.conversations();
  }

  /** Whether an answer could be read; one that could not is remembered until somebody asks. */
  #judge(captured: Captured, { posts, deleted, unavailable, skipped }: Read): void {
    const { operation, status, request } = captured;
    const isTimeline = status === 200 && TIMELINE.test(operation) && !request.includes('People');
    const found = posts.length + deleted.length + unavailable.length;
    const isBarren = isTimeline && found === 0 && !OTHERS.test(captured.text);
    if (posts.length > 0) this.#counts.barren = 0;
    else if (isBarren) this.#counts.barren += 1;
    if (!isBarren && skipped.unreadable === 0) return;
    const others = this.#unread.filter((one) => one.operation !== operation);
    this.#unread = [...others, captured].slice(-REMEMBERED);
    for (const listener of this.#unreadListeners) listener();
  }

  #accept(taken: Taken): number {
    this.#counts.skipped.offTopic += taken.offTopic;
    const fresh = taken.posts.get(this.#hashtag) ?? [];
    if (fresh.length === 0) return 0;
    const { posts, added } = this.#admit(fresh);
    this.#outbox.put(posts);
    this.#want();
    return added;
  }

  #admit(fresh: readonly Post[]): { posts: Post[]; added: number } {
    const counts = this.#counts;
    const merged = new Map<string, Post>();
    let added = 0;
    for (const next of fresh) {
      let post = next;
      let known: Post | undefined;
      for (const id of [next.id, ...next.editedIds]) {
        known = this.#posts.get(id) ?? known;
        post = mergePosts(this.#posts.get(id), post);
      }
      for (const id of [next.id, post.id, ...post.editedIds]) {
        this.#posts.set(id, post);
        merged.delete(id);
      }
      merged.set(post.id, post);
      counts.newest = Math.max(counts.newest, post.createdAt);
      if (known) continue;
      added += 1;
      if (post.author.protected) counts.unkept += 1;
    }
    const posts = [...merged.values()];
    for (const listener of this.#listeners) listener(posts, added);
    return { posts, added };
  }

  #want(): void {
    const all = this.conversations().join();
    if (all === this.#wanted) return;
    this.#wanted = all;
    this.#deps.want();
  }

  #hearHeaders({ status, rate, operation, heardAt = this.#deps.now() }: Captured): void {
    // A text that was held back comes with what X said long before.
    if (heardAt < this.#heardAt) return;
    this.#heardAt = heardAt;
    if (operation === 'SearchTimeline' && rate) this.#counts.rate = rate;
    this.#counts.refused = status === 200 ? 0 : status;
  }
}
