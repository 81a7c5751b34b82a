/** Decides what of X's answers is the chats', all of them at once: for pages that go before they could read. */
import { createKeeper } from './keep';
import type { Post } from './post';
import type { Captured } from './wire';
import { readResponse } from './x-responses';

/** A chat's posts, and the ids of those that were deleted. */
export interface Answered {
  hashtag: string;
  posts: Post[];
  deleted: string[];
}

/** In the order that the answers came; chats without any are left out. */
export function readAnswers(
  answers: readonly Captured[],
  hashtags: readonly string[],
  now: number,
): Answered[] {
  const good = answers.filter(({ status }) => status === 200);
  const heard = good.map((answer) => {
    const at = answer.heardAt ?? now;
    return { at, ...readResponse(answer, at) };
  });
  // All of them at once: that an account is behind a lock may be said in the last one alone.
  const posts = heard.flatMap((one) => one.posts);
  const deleted = [...new Set(heard.flatMap((one) => one.deleted))];
  return hashtags
    .map((hashtag) => {
      const keeper = createKeeper({ hashtags: [hashtag] });
      keeper.take({ posts, deleted, unavailable: [] }, now);
      for (const { unavailable, at } of heard)
        keeper.take({ posts: [], deleted: [], unavailable }, now, at);
      return { hashtag, posts: keeper.posts(hashtag), deleted };
    })
    .filter(({ posts }) => posts.length + deleted.length > 0);
}
