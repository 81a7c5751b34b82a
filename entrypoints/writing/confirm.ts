/** Lets go of the panel's draft once X has the post, and not before: posted in this tab, in X's small window, in another tab, or before a crash. */
import type { Bridge } from '@/stores/bridge';
import type { Post } from '@/stores/core/post';
import { isPosted } from '@/stores/panel-draft';

export function confirmDrafts(bridge: Bridge): void {
  const look = (posts: readonly Post[]) => {
    const { draft, me } = bridge.draft?.read() ?? {};
    const isMine = ({ author }: Post) => author.handle.toLowerCase() === me?.toLowerCase();
    if (draft && posts.some((post) => isMine(post) && isPosted(draft, post))) bridge.draft?.clear();
  };
  bridge.each((feed) => {
    feed.onOwn(look);
    feed.onPosts(look);
    look(feed.all());
  });
  let shown = bridge.feed;
  // The draft of a chat that is turned to may have been posted while another was shown.
  bridge.onChange(() => {
    if (shown === bridge.feed) return;
    shown = bridge.feed;
    look(shown.all());
  });
}
