/**
 * Decides which posts are the chat's: those with its hashtag, those in a conversation with one that has it, and
 * those that answer, quote or repost one of the chat's, in whatever order they come.
 */

import { Accounts } from './keep-accounts';
import { pointsAt, targets, WaitingRoom } from './keep-waiting';
import { compareIds, isNews, mergePosts, withoutText, withState } from './merge';
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
  /** Sorts a reading. `now` in ms; readings may come in any order, and some time after they were heard. */
  take(read: Pick<Read, 'posts' | 'deleted' | 'unavailable'>, now: number, heardAt?: number): Taken;
  /** Posts of a chat known from elsewhere (archive, another tab). Gives what they bring in out of the waiting room, themselves not. */
  learn(hashtag: string, posts: readonly Post[], now: number): Taken;
  /** Drops what has waited too long; to be called once a minute, so that nothing stays longer than promised. Gives how many went. */
  sweep(now: number): number;
  /** Ids of conversations that hold a post with a hashtag, the 500 newest, newest first. */
  conversations(): string[];
  /** Every post kept of a chat, as last known, in no order. */
  posts(hashtag: string): Post[];
  /** How many posts are held back now. */
  waiting(): number;
}

const TEN_MINUTES = 600_000;
const MAX_DELETED = 5_000;
const MAX_CONVERSATIONS = 500;
/** Chats are bits of one number, which has room for 30. */
const MAX_CHATS = 30;

interface Kept {
  post: Post;
  chats: number;
}

/** Makes a keeper. It holds the chats' posts and the waiting room in memory, and stores nothing. */
export function createKeeper(options: KeeperOptions): Keeper {
  return new ChatKeeper(options);
}

class ChatKeeper implements Keeper {
  readonly #tags: string[];
  readonly #room: WaitingRoom;
  readonly #kept = new Map<string, Kept>();
  /** Conversation id → the chats whose hashtag was used in it. */
  readonly #threads = new Map<string, number>();
  /** The newest of those conversations, newest first. */
  readonly #recent: string[] = [];
  readonly #deleted = new Set<string>();
  readonly #accounts = new Accounts();
  #out: Map<string, Map<string, Post>> = new Map();

  constructor({ hashtags, waitMs = TEN_MINUTES, maxWaiting = 1_000 }: KeeperOptions) {
    this.#tags = [...new Set(hashtags.map((tag) => tag.toLowerCase()))].slice(0, MAX_CHATS);
    this.#room = new WaitingRoom(waitMs, maxWaiting);
  }

  take(read: Pick<Read, 'posts' | 'deleted' | 'unavailable'>, now: number, heardAt = now): Taken {
    let offTopic = this.sweep(now);
    this.#out = new Map();
    for (const id of read.deleted) this.#remember(id);
    this.#noteAuthors(read.posts);
    for (const post of read.posts) this.#sort(post, heardAt);
    for (const id of read.deleted) this.#report(id, 'deleted', heardAt);
    for (const id of read.unavailable) this.#report(id, 'unavailable', heardAt);
    // One that points nowhere may begin a conversation that proves to be the chat's. Of what the page shows, most is nothing of the kind.
    for (const { id } of read.posts) {
      const waiting = this.#room.get(id);
      const isLoose = waiting && waiting.source !== 'response' && !pointsAt(waiting).length;
      if (isLoose && this.#room.release(id)) offTopic++;
    }
    offTopic += this.sweep(now) + this.#room.crowd();
    return { posts: this.#flush(), offTopic };
  }

  learn(hashtag: string, posts: readonly Post[], now: number): Taken {
    const offTopic = this.sweep(now);
    const chat = this.#chatOf(hashtag);
    this.#out = new Map();
    this.#noteAuthors(posts);
    if (chat) for (const post of posts) this.#admit(post, chat);
    // Said back only where it is known to be deleted, or behind a lock, by now.
    const known = new Map(posts.map((post) => [post.id, standing(post)]));
    const taken = new Map<string, Post[]>();
    for (const [tag, found] of this.#flush()) {
      const news = found.filter((post) => known.get(post.id) !== standing(post));
      if (news.length > 0) taken.set(tag, news);
    }
    return { posts: taken, offTopic };
  }

  sweep(now: number): number {
    return this.#room.sweep(now);
  }

  waiting(): number {
    return this.#room.size;
  }

  conversations(): string[] {
    return [...this.#recent];
  }

  posts(hashtag: string): Post[] {
    const chat = this.#chatOf(hashtag);
    const posts = new Set<Post>();
    for (const kept of this.#kept.values()) if (kept.chats & chat) posts.add(kept.post);
    return [...posts];
  }

  /** The bit of a chat; none where it is not followed. */
  #chatOf(hashtag: string): number {
    const index = this.#tags.indexOf(hashtag.toLowerCase());
    return index < 0 ? 0 : 1 << index;
  }

  /** Whoever is told to be behind a lock is so with what was kept of theirs before. */
  #noteAuthors(posts: readonly Post[]): void {
    if (posts.filter((post) => this.#accounts.note(post)).length === 0) return;
    for (const { post, chats } of [...this.#kept.values()]) {
      if (this.#accounts.complete(post) !== post) this.#put(post, chats);
    }
  }

  #sort(post: Post, heardAt: number): void {
    const chats = this.#chatsOf(post);
    if (chats) this.#admit(post, chats);
    else if (this.#isDeleted(post)) this.#forget(post);
    else this.#room.hold(post, heardAt);
  }

  #chatsOf(post: Post): number {
    let chats = this.#tagged(post) | (this.#threads.get(post.conversationId ?? '') ?? 0);
    for (const id of [post.id, ...targets(post), ...post.editedIds]) {
      chats |= this.#kept.get(id)?.chats ?? 0;
    }
    return chats;
  }

  #tagged({ hashtags }: Post): number {
    let chats = this.#chatOf('');
    for (const tag of hashtags) chats |= this.#chatOf(tag);
    return chats;
  }

  /** Takes a post in, and after it whatever waited for it. */
  #admit(first: Post, chats: number): void {
    const queue: [Post, number][] = [[first, chats]];
    for (let next = queue.pop(); next; next = queue.pop()) {
      const [post, own] = next;
      const before = this.#kept.get(post.id)?.chats ?? 0;
      const after = this.#put(post, own);
      if (after === before) continue;
      for (const [id, their] of this.#followers(post, after)) {
        const follower = this.#room.get(id) ?? this.#kept.get(id)?.post;
        this.#room.release(id);
        if (follower) queue.push([follower, their]);
      }
    }
  }

  /** Keeps it, merged with what was known, and gives the chats it is now in. */
  #put(next: Post, chats: number): number {
    const versions = new Set([next.id]);
    let post = this.#accounts.complete(this.#asPassedOn(next));
    let known: Post | undefined;
    let before = 0;
    // It grows as it is walked: a version may lead to others that the first did not know of.
    for (const id of versions) {
      const kept = this.#kept.get(id);
      known ??= kept?.post;
      before |= kept?.chats ?? 0;
      post = mergePosts(kept?.post, this.#deleted.has(id) ? withoutText(post) : post);
      for (const other of [post.id, ...post.editedIds]) versions.add(other);
    }
    const all = before | chats;
    this.#room.release(next.id);
    for (const id of versions) this.#kept.set(id, { post, chats: all });
    const thread = post.conversationId ?? (post.replyTo ? null : post.id);
    const tagged = this.#tagged(post);
    if (thread && tagged) this.#noteThread(thread, tagged);
    // With one chat nothing that is kept can ever be brought in again.
    if (this.#tags.length > 1) this.#room.link(post);
    this.#emit(post, known && !isNews(known, post) ? all & ~before : all);
    if (known?.state !== 'deleted') this.#dropReposts(post);
    return all;
  }

  /** The post; without text where it passes on a deleted one. */
  #asPassedOn(post: Post): Post {
    const id = post.repostOf ?? '';
    const isGone = this.#deleted.has(id) || this.#kept.get(id)?.post.state === 'deleted';
    return isGone ? withoutText(post) : post;
  }

  /** What its author deleted, nobody says for them. */
  #dropReposts({ id, editedIds, state }: Pick<Post, 'id' | 'editedIds' | 'state'>): void {
    if (state !== 'deleted') return;
    const ids: (string | null)[] = [id, ...editedIds];
    for (const { post, chats } of [...this.#kept.values()]) {
      if (ids.includes(post.repostOf) && post.state !== 'deleted') this.#put(post, chats);
    }
  }

  #noteThread(thread: string, tagged: number): void {
    const known = this.#threads.get(thread);
    this.#threads.set(thread, (known ?? 0) | tagged);
    if (known !== undefined) return;
    // Nearly always the first place, for posts come in the order of their ids.
    const place = this.#recent.findIndex((id) => compareIds(id, thread) < 0);
    this.#recent.splice(place < 0 ? MAX_CONVERSATIONS : place, 0, thread);
    this.#recent.length = Math.min(this.#recent.length, MAX_CONVERSATIONS);
  }

  /** Posts that now belong too, with their chats: those that point at it, and its whole conversation where it has the hashtag. */
  #followers(post: Post, chats: number): [string, number][] {
    const pointing = [post.id, ...post.editedIds].flatMap((id) => this.#room.pointingAt(id));
    const tagged = this.#tagged(post);
    const thread = tagged && post.conversationId ? this.#room.pointingAt(post.conversationId) : [];
    return [
      ...pointing.map((id): [string, number] => [id, chats]),
      ...thread.map((id): [string, number] => [id, tagged]),
    ];
  }

  #remember(id: string): void {
    this.#deleted.add(id);
    for (const oldest of this.#deleted) {
      if (this.#deleted.size <= MAX_DELETED) break;
      this.#deleted.delete(oldest);
    }
  }

  #report(id: string, state: 'deleted' | 'unavailable', heardAt: number): void {
    const known = this.#kept.get(id);
    if (state === 'deleted') {
      this.#forget(this.#room.get(id) ?? { id, editedIds: [] });
      if (!known) this.#dropReposts({ id, editedIds: [], state });
    }
    if (!known || known.post.state === state) return;
    this.#put(withState(known.post, state, heardAt), known.chats);
  }

  #isDeleted({ id, editedIds }: Post): boolean {
    return [id, ...editedIds].some((each) => this.#deleted.has(each));
  }

  /** Lets a deleted post go that nothing links to a chat, and knows each of its versions by their ids from now on. */
  #forget({ id, editedIds }: Pick<Post, 'id' | 'editedIds'>): void {
    for (const each of [id, ...editedIds]) {
      this.#room.release(each);
      this.#remember(each);
    }
  }

  #emit(post: Post, chats: number): void {
    this.#tags.forEach((tag, index) => {
      if (!(chats & (1 << index))) return;
      const posts = this.#out.get(tag) ?? new Map<string, Post>();
      this.#out.set(tag, posts.set(post.id, post));
    });
  }

  #flush(): Map<string, Post[]> {
    const posts = new Map<string, Post[]>();
    for (const [tag, found] of this.#out) posts.set(tag, [...found.values()]);
    this.#out = new Map();
    return posts;
  }
}

/** Whether it may be kept whole. */
function standing({ state, author }: Post): string {
  return `${state} ${author.protected}`;
}
