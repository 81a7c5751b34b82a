/** The chat's memory, as everything else sees it. */
import type { Moves } from '@/stores/core/moves';
import type { Post } from '@/stores/core/post';
import type { Session } from '@/stores/core/schedule';
import type { Coverage } from '@/stores/core/transcript';

/** A session of which something is kept, as it was known at the time; `posts` counts those of the hour and the days around it. */
export interface KeptSession extends Session {
  posts: number;
}

/** What one write brings in; all of it is kept, or nothing. */
export interface Parcel {
  posts?: readonly Post[] | undefined;
  /** Ids of posts that their author deleted, kept or not: those that are lose their text. */
  deleted?: readonly string[] | undefined;
  sessions?: readonly Session[];
  /** Sessions as a file has them: one with those that are kept of the same time, whichever came first. */
  imported?: readonly Session[];
  /** Stretches that were read. Those that touch become one. */
  coverage?: readonly Coverage[];
  /** Posts filed by hand. Of two moves of a post the later one stands. */
  moves?: Moves;
}

/** What is known of a stretch of the chat. */
export interface Kept {
  /** As written. */
  posts: Post[];
  sessions: Session[];
  coverage: Coverage[];
  /** Of these posts, by the id each has now, whichever version was moved. */
  moves: Moves;
}

/** Hashtags are without # and in lower case. Times in ms, both ends included. */
export interface Archive {
  /**
   * Merges all of it in; resolves once it is on disk. Twice the same changes nothing. Posts of protected accounts are not kept, and
   * those that were kept before their author went behind the lock go. Gives the posts as they stand there now.
   */
  keep(hashtag: string, parcel: Parcel): Promise<Post[]>;
  /** Posts written from `from` to `to`, oldest first. */
  read(hashtag: string, from: number, to: number): Promise<Post[]>;
  /** How many those are. */
  count(hashtag: string, from: number, to: number): Promise<number>;
  /** The posts with all that is known beside them. */
  readAll(hashtag: string, from: number, to: number): Promise<Kept>;
  /** The stretches that were read, as far as they touch `from` to `to`. */
  coverage(hashtag: string, from: number, to: number): Promise<Coverage[]>;
  /** Every move by hand of a chat's posts. */
  moves(hashtag: string): Promise<Moves>;
  /** Sessions that have posts, the newest first. */
  sessions(hashtag: string): Promise<KeptSession[]>;
  /** Hashtags of which anything is kept. */
  hashtags(): Promise<string[]>;
  /** Forgets all that was written from `from` to `to`, and the sessions that began then. Gives the ids of all versions of what went, and of moves without a post. */
  forget(hashtag: string, from: number, to: number): Promise<string[]>;
  forgetAll(): Promise<void>;
  /** Forgets all chats' posts, sessions and coverage older than `moment`. Gives the same ids. */
  forgetBefore(moment: number): Promise<string[]>;
}
