/** The posts of the chat in this tab: from X's responses, from other tabs and from the archive. */
import type { Keeper, Taken } from './core/keep';
import { mergePosts } from './core/merge';
import type { Post, Skipped } from './core/post';
import type { Captured, Interest } from './core/wire';
import type { Read } from './core/x-responses';
import { createOutbox, type Outbox, type OutboxDeps } from './outbox';

/** The computer's clock is corrected by X's when it is off by more, ms. */
const CLOCK_SLACK = 2_000;

/** How reading goes, for the status line. */
export interface FeedHealth {
  /** Responses that concerned the chat. */
  responses: number;
  skipped: Skipped;
  /** ms since 1970 when X last brought a post; 0 before the first. */
  readAt: number;
  /** Posts that the background has not acknowledged, and why. */
  unsaved: number;
  saveProblem: string;
  /** X's clock less ours in ms; 0 where X never said or agrees. */
  clockOffset: number;
  /** What X still allows of the search, where it said so. */
  rate: Captured['rate'];
  /** HTTP status of X's last refusal since its last good answer, else 0. */
  refused: number;
}

export interface FeedDeps extends OutboxDeps {
  /** Without #. */
  hashtag: string;
  keeper: Keeper;
  read: (captured: Captured, observedAt: number) => Read;
  /** Tells the tap what counts from now on. */
  want: (interest: Interest) => void;
  now: () => number;
}

export type PostsListener = (posts: readonly Post[]) => void;

/** The feed of one chat. Nothing that comes in is lost while this page lives. */
export class Feed {
  private readonly deps: FeedDeps;
  private readonly hashtag: string;
  private readonly outbox: Outbox;
  private readonly posts = new Map<string, Post>();
  private readonly listeners = new Set<PostsListener>();
  private readonly ownListeners = new Set<PostsListener>();
  private wanted = '';
  private readonly counts: Omit<FeedHealth, 'unsaved' | 'saveProblem'> = {
    responses: 0,
    skipped: { unreadable: 0, promoted: 0, offTopic: 0 },
    readAt: 0,
    clockOffset: 0,
    rate: null,
    refused: 0,
  };

  constructor(deps: FeedDeps) {
    this.deps = deps;
    this.hashtag = deps.hashtag.toLowerCase();
    this.outbox = createOutbox(deps);
    deps.want({ hashtags: [this.hashtag], conversations: [] });
  }

  /** A response that the tap handed on. */
  hear(captured: Captured): void {
    const { counts, deps } = this;
    this.hearHeaders(captured);
    if (!captured.text) return;
    counts.responses += 1;
    const read = deps.read(captured, deps.now());
    counts.skipped.unreadable += read.skipped.unreadable;
    counts.skipped.promoted += read.skipped.promoted;
    this.accept(deps.keeper.take(read, deps.now()));
    if (captured.operation.startsWith('Create')) tell(this.ownListeners, read.posts);
  }

  /** Posts that are kept already, from the archive or another tab. */
  readonly learn = (known: readonly Post[]): void => {
    this.admit(known);
    this.accept(this.deps.keeper.learn(this.hashtag, known, this.deps.now()));
    this.want();
  };

  get(id: string): Post | undefined {
    return this.posts.get(id);
  }

  all(): Post[] {
    return [...this.posts.values()];
  }

  /** Hears every batch of new or changed posts from now on. Returns the way to stop. */
  onPosts(listener: PostsListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Hears what the person posts on X in this tab, whether of the chat or not. Returns the way to stop. */
  onOwn(listener: PostsListener): () => void {
    this.ownListeners.add(listener);
    return () => this.ownListeners.delete(listener);
  }

  /** Lets go of what waited ten minutes; to be called once a minute. */
  sweep(): void {
    this.counts.skipped.offTopic += this.deps.keeper.sweep(this.deps.now());
  }

  flush(): Promise<void> {
    return this.outbox.flush();
  }

  health(): FeedHealth {
    return { ...this.counts, ...this.outbox.state() };
  }

  private accept(taken: Taken): void {
    this.counts.skipped.offTopic += taken.offTopic;
    const fresh = taken.posts.get(this.hashtag) ?? [];
    if (fresh.length === 0) return;
    this.counts.readAt = this.deps.now();
    this.outbox.put(this.admit(fresh));
    this.want();
  }

  private admit(fresh: readonly Post[]): Post[] {
    const merged = fresh.map((post) => mergePosts(this.posts.get(post.id), post));
    for (const post of merged) this.posts.set(post.id, post);
    tell(this.listeners, merged);
    return merged;
  }

  private want(): void {
    const conversations = this.deps.keeper.conversations();
    const all = conversations.join();
    if (all === this.wanted) return;
    this.wanted = all;
    this.deps.want({ hashtags: [this.hashtag], conversations });
  }

  private hearHeaders({ status, date, rate, operation }: Captured): void {
    if (date !== null) {
      // The header has whole seconds: on average it is half a second behind.
      const offset = date + 500 - this.deps.now();
      this.counts.clockOffset = Math.abs(offset) > CLOCK_SLACK ? offset : 0;
    }
    if (operation === 'SearchTimeline' && rate) this.counts.rate = rate;
    this.counts.refused = status === 200 ? 0 : status;
  }
}

function tell(listeners: ReadonlySet<PostsListener>, posts: readonly Post[]): void {
  for (const listener of listeners) listener(posts);
}
