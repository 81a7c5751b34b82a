/** What the viewer can do to a post, and X's answers to it. */
import { callRest, callX } from './call-x.ts';
import type { ShownPost } from './read-answers.ts';
import { toast } from './state.ts';
import { allTimelines } from './timeline.ts';

function change(post: ShownPost, to: Partial<ShownPost> | null): void {
  for (const timeline of allTimelines()) timeline.update(post.id, to);
}

export function toggleLike(post: ShownPost): void {
  const liked = !post.liked;
  change(post, {
    liked,
    counts: { ...post.counts, likes: post.counts.likes + (liked ? 1 : -1) },
  });
  void callX(liked ? 'FavoriteTweet' : 'UnfavoriteTweet', { tweet_id: post.id });
}

export function toggleRepost(post: ShownPost): void {
  const reposted = !post.reposted;
  change(post, {
    reposted,
    counts: { ...post.counts, reposts: post.counts.reposts + (reposted ? 1 : -1) },
  });
  if (reposted) void callX('CreateRetweet', { tweet_id: post.id, dark_request: false });
  else void callX('DeleteRetweet', { source_tweet_id: post.id, dark_request: false });
}

export function toggleBookmark(post: ShownPost): void {
  change(post, { bookmarked: !post.bookmarked });
  void callX(post.bookmarked ? 'DeleteBookmark' : 'CreateBookmark', { tweet_id: post.id });
}

export async function deletePost(post: ShownPost): Promise<void> {
  const answer = await callX('DeleteTweet', { tweet_id: post.id, dark_request: false });
  if (answer.status !== 200) return;
  change(post, null);
  toast('Your post was deleted');
}

export function follow(userId: string): void {
  callRest('friendships/create', { user_id: userId });
}

export function block(post: ShownPost): void {
  callRest('blocks/create', { user_id: post.author.id });
  change(post, null);
}

export function mute(post: ShownPost): void {
  callRest('mutes/users/create', { user_id: post.author.id });
  toast(`@${post.author.handle} has been muted`);
}
