/** What the parts of the panel's store share. */
import type { Conversation, ThreadOptions } from './core/conversation';
import type { Post } from './core/post';
import type { buildFoundRows } from './core/rows-found';
import type { PanelStorage } from './panel-memory';
import type { ConversationState } from './panel-state';

/** What the store needs of the threader (`core/thread.ts`). */
export interface Threading {
  add(posts: readonly Post[]): unknown;
  configure(options: ThreadOptions): unknown;
  conversation(): Conversation;
}

export interface ConversationDeps {
  /** Without #. */
  hashtag: string;
  threader: Threading;
  now: () => number;
  /** Runs the task soon, at most once a frame: `requestAnimationFrame`, or a timer in a hidden tab, where frames never come. */
  schedule: (task: () => void) => void;
  /** Keeps the last-read mark, moves by hand, mutes and the draft. */
  storage: PanelStorage;
  /** What finds posts, once it is there: it comes with the search's own script. */
  found: () => typeof buildFoundRows | undefined;
}

/** Get, set, and set with everything that follows from posts and view worked out anew. */
export interface PanelContext {
  deps: ConversationDeps;
  get(): ConversationState;
  set(part: Partial<ConversationState>): void;
  refresh(part?: Partial<ConversationState>): void;
  /** Ids seen in this visit. */
  seen: Set<string>;
}
