/**
 * Decides which posts are the chat's: those with its hashtag, those in a conversation with one that has it, and
 * those that answer, quote or repost one of the chat's, in whatever order they come.
 */
import { compareIds, mergePosts, withoutText, withState } from './merge';
import type { Post } from './post';
import type { Read } from './x-responses';

export interface KeeperOptions {
  /** Hashtags of the chats followed, without #; at most 30. '' is the chat that every post belongs to. */
  hashtags: readonly string[];
  /** How long a post may wait for what it answers, in ms. */
  waitMs?: number;
  /** How many may wait; the oldest go first. */
  maxWaiting?: number;
}

/** What a reading brought. */
export interface Taken {
  /** Hashtag (lower case) → its posts that are new, or say something new; deleted ones without text. */
  posts: Map<string, Post[]>;
  /** Posts dropped for good: nothing to do with any chat. */
  offTopic: number;
}

export interface Keeper {
  /** Sorts a reading. `now` in ms; readings may come in any order. */
  take(read: Pick<Read, 'posts' | 'deleted' | 'unavailable'>, now: number): Taken;
  /** Posts of a chat known from elsewhere (archive, another tab). Gives what they bring in out of the waiting room, themselves not. */
  learn(hashtag: string, posts: readonly Post[], now: number): Taken;
  /** Drops what has waited too long; to be called once a minute, so that nothing stays longer than promised. Gives how many went. */
  sweep(now: number): number;
  /** Ids of conversations that hold a post with a hashtag, newest first, at most `limit`. */
  conversations(limit?: number): string[];
  /** Every post kept of a chat, as last known, in no order. */
  posts(hashtag: string): Post[];
  /** How many posts are held back now. */
  waiting(): number;
}

const TEN_MINUTES = 600_000;
const MAX_DELETED = 5_000;
/** Chats are bits of one number, which has room for 30. */
const MAX_CHATS = 30;

interface Kept {
  post: Post;
  chats: number;
}

/** Makes a keeper. It holds the chats' posts and the waiting room in memory, and stores nothing. */
export function createKeeper(options: KeeperOptions): Keeper {
  const keeper = new WaitingRoom(options);
  return {
    take: (read, now) => keeper.take(read, now),
    learn: (hashtag, posts, now) => keeper.learn(hashtag, posts, now),
    sweep: (now) => keeper.sweep(now),
    conversations: (limit = 500) => keeper.conversations(limit),
    posts: (hashtag) => keeper.posts(hashtag),
    waiting: () => keeper.held.size,
  };
}

class WaitingRoom {
  /** Posts held back, oldest first, with the moment they came. */
  readonly held = new Map<string, { post: Post; at: number }>();
  private readonly tags: string[];
  private readonly waitMs: number;
  private readonly maxWaiting: number;
  private readonly kept = new Map<string, Kept>();
  /** Conversation id → the chats whose hashtag was used in it. */
  private readonly threads = new Map<string, number>();
  /** Id that is pointed at → ids held back that point at it. */
  private readonly pointing = new Map<string, Set<string>>();
  private readonly deleted = new Set<string>();
  private out: Map<string, Map<string, Post>> = new Map();

  constructor({ hashtags, waitMs = TEN_MINUTES, maxWaiting = 1_000 }: KeeperOptions) {
    this.tags = [...new Set(hashtags.map((tag) => tag.toLowerCase()))].slice(0, MAX_CHATS);
    this.waitMs = waitMs;
    this.maxWaiting = maxWaiting;
  }

  take(read: Pick<Read, 'posts' | 'deleted' | 'unavailable'>, now: number): Taken {
    let offTopic = this.sweep(now);
    this.out = new Map();
    for (const id of read.deleted) this.remember(id);
    for (const post of read.posts) this.sort(post, now);
    for (const id of read.deleted) this.report(id, 'deleted', now);
    for (const id of read.unavailable) this.report(id, 'unavailable', now);
    // One that points nowhere may only have waited for the rest of its own response.
    for (const { id } of read.posts) {
      const waiting = this.held.get(id);
      if (waiting && pointsAt(waiting.post).length === 0 && this.release(id)) offTopic++;
    }
    return { posts: this.flush(), offTopic: offTopic + this.crowd() };
  }

  learn(hashtag: string, posts: readonly Post[], now: number): Taken {
    const offTopic = this.sweep(now);
    const chat = this.chatOf(hashtag);
    this.out = new Map();
    if (chat) for (const post of posts) this.admit(post, chat);
    const known = new Set(posts.map(({ id }) => id));
    const taken = this.flush();
    for (const [tag, found] of taken) {
      taken.set(
        tag,
        found.filter(({ id }) => !known.has(id)),
      );
    }
    return { posts: taken, offTopic };
  }

  sweep(now: number): number {
    let gone = 0;
    for (const [id, { at }] of this.held) {
      if (now - at < this.waitMs) break;
      if (this.release(id)) gone++;
    }
    return gone;
  }

  conversations(limit: number): string[] {
    return [...this.threads.keys()].sort((a, b) => compareIds(b, a)).slice(0, limit);
  }

  posts(hashtag: string): Post[] {
    const chat = this.chatOf(hashtag);
    const posts = new Set<Post>();
    for (const kept of this.kept.values()) if (kept.chats & chat) posts.add(kept.post);
    return [...posts];
  }

  /** The bit of a chat; none where it is not followed. */
  private chatOf(hashtag: string): number {
    const index = this.tags.indexOf(hashtag.toLowerCase());
    return index < 0 ? 0 : 1 << index;
  }

  private sort(post: Post, now: number): void {
    const chats = this.chatsOf(post);
    if (chats) this.admit(post, chats);
    else this.hold(post, now);
  }

  private chatsOf(post: Post): number {
    let chats = this.tagged(post) | (this.threads.get(post.conversationId ?? '') ?? 0);
    for (const id of [post.id, ...pointsAt(post), ...post.editedIds]) {
      chats |= this.kept.get(id)?.chats ?? 0;
    }
    return chats;
  }

  private tagged({ hashtags }: Post): number {
    let chats = this.chatOf('');
    for (const tag of hashtags) chats |= this.chatOf(tag);
    return chats;
  }

  /** Takes a post in, and after it whatever waited for it. */
  private admit(first: Post, chats: number): void {
    const queue: [Post, number][] = [[first, chats]];
    for (let next = queue.pop(); next; next = queue.pop()) {
      const [post, own] = next;
      const before = this.kept.get(post.id)?.chats ?? 0;
      const after = this.put(post, own);
      if (after === before) continue;
      for (const id of this.followers(post, after)) {
        const waiting = this.held.get(id)?.post ?? this.kept.get(id)?.post;
        this.release(id);
        if (waiting) queue.push([waiting, after]);
      }
    }
  }

  /** Keeps it, merged with what was known, and gives the chats it is now in. */
  private put(next: Post, chats: number): number {
    const known = this.kept.get(next.id) ?? this.olderVersion(next);
    const gone = this.deleted.has(next.id);
    const post = mergePosts(known?.post, gone ? withoutText(next) : next);
    const all = (known?.chats ?? 0) | chats;
    this.release(next.id);
    for (const id of [post.id, ...post.editedIds]) this.kept.set(id, { post, chats: all });
    const thread = post.conversationId ?? (post.replyTo ? null : post.id);
    const tagged = this.tagged(post);
    if (thread && tagged) this.threads.set(thread, (this.threads.get(thread) ?? 0) | tagged);
    if (!known || all !== known.chats || isNews(known.post, post)) this.emit(post, all);
    return all;
  }

  private olderVersion(post: Post): Kept | undefined {
    for (const id of post.editedIds) {
      const known = this.kept.get(id);
      if (known) return known;
    }
    return undefined;
  }

  /** Posts held back that now belong: those that point at it, and its whole conversation where it has the hashtag. */
  private followers(post: Post, chats: number): string[] {
    const ids = [post.id, ...post.editedIds];
    if (this.tagged(post) & chats) ids.push(post.conversationId ?? post.id);
    return ids.flatMap((id) => [
      ...(this.pointing.get(id) ?? []),
      ...(this.held.has(id) ? [id] : []),
    ]);
  }

  private hold(post: Post, at: number): void {
    if (this.deleted.has(post.id)) return;
    const before = this.held.get(post.id);
    if (before) this.unlink(before.post);
    const merged = mergePosts(before?.post, post);
    // Seen again, it keeps its turn and does not wait longer: ten minutes are ten minutes.
    this.held.set(post.id, { post: merged, at: before?.at ?? at });
    for (const id of targets(merged)) {
      const set = this.pointing.get(id) ?? new Set();
      this.pointing.set(id, set.add(post.id));
    }
  }

  private release(id: string): boolean {
    const waiting = this.held.get(id);
    if (!waiting) return false;
    this.held.delete(id);
    this.unlink(waiting.post);
    return true;
  }

  private unlink(post: Post): void {
    for (const target of targets(post)) {
      const set = this.pointing.get(target);
      if (set?.delete(post.id) && set.size === 0) this.pointing.delete(target);
    }
  }

  private crowd(): number {
    let gone = 0;
    for (const id of this.held.keys()) {
      if (this.held.size <= this.maxWaiting) break;
      if (this.release(id)) gone++;
    }
    return gone;
  }

  private remember(id: string): void {
    this.deleted.add(id);
    for (const oldest of this.deleted) {
      if (this.deleted.size <= MAX_DELETED) break;
      this.deleted.delete(oldest);
    }
  }

  private report(id: string, state: 'deleted' | 'unavailable', now: number): void {
    if (state === 'deleted') this.release(id);
    const known = this.kept.get(id);
    if (!known || known.post.state === state || known.post.state === 'deleted') return;
    this.put(withState(known.post, state, now), known.chats);
  }

  private emit(post: Post, chats: number): void {
    this.tags.forEach((tag, index) => {
      if (!(chats & (1 << index))) return;
      const posts = this.out.get(tag) ?? new Map<string, Post>();
      this.out.set(tag, posts.set(post.id, post));
    });
  }

  private flush(): Map<string, Post[]> {
    const posts = new Map<string, Post[]>();
    for (const [tag, found] of this.out) posts.set(tag, [...found.values()]);
    this.out = new Map();
    return posts;
  }
}

function pointsAt({ replyTo, quoteOf, repostOf }: Post): string[] {
  return [replyTo, quoteOf, repostOf].filter((id) => id !== null);
}

/** Ids whose coming would bring this post in. */
function targets(post: Post): string[] {
  const ids = pointsAt(post);
  if (post.conversationId) ids.push(post.conversationId);
  return ids;
}

/** Whether it says more than before; having been seen again is no news. */
function isNews(before: Post, after: Post): boolean {
  const plain = (post: Post): string => JSON.stringify({ ...post, observedAt: 0 });
  return plain(before) !== plain(after);
}
