/** The chat's memory, as everything else sees it. */
import type { Post } from '@/stores/core/post';

export interface Archive {
  /** Merges posts in; resolves once they are on disk. Twice the same changes nothing. Returns what stands there now. */
  keep(hashtag: string, posts: readonly Post[]): Promise<Post[]>;
  /** Posts written from `from` to `to` (ms, both included), oldest first. */
  read(hashtag: string, from: number, to: number): Promise<Post[]>;
  /** How many those are. */
  count(hashtag: string, from: number, to: number): Promise<number>;
}
