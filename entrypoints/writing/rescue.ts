/** Says that an own post went out without the hashtag, and offers to bring it into the chat or to let it be. */
import type { Words } from '@/components/shared/words';
import type { Bridge, Writing } from '@/stores/bridge';
import { hasHashtag } from '@/stores/core/hashtag';
import type { Post } from '@/stores/core/post';
import { isPosted } from '@/stores/panel-draft';
import type { StatusLine } from '@/stores/panel-state';
import type { Answer } from './answer';
import { createNotice } from './notice';

/** So much of a post is shown again, characters. */
const SHOWN = 60;

export function createRescue(bridge: Bridge, words: Words, answer: Answer): Pick<Writing, 'lost'> {
  const posts = new Map<string, Post>();
  /** Being brought in, and those for which X could not be opened. */
  const busy = new Set<string>();
  const failed = new Set<string>();
  const tag = `#${bridge.chat.hashtag}`;
  const notice = createNotice(bridge);
  const changed = () => {
    bridge.notify(bridge.notice);
    notice.show(lost());
  };
  const leave = (id: string) => {
    posts.delete(id);
    changed();
  };
  const quote = async (post: Post) => {
    if (busy.has(post.id)) return;
    const label = bridge.labelOf?.(post.replyTo ?? post.quoteOf) ?? '';
    busy.add(post.id);
    const isOpen = await answer('quote', post, label).catch(() => false);
    busy.delete(post.id);
    if (isOpen) return leave(post.id);
    failed.add(post.id);
    changed();
  };
  const lost = (): StatusLine[] =>
    [...posts.values()].map((post) => ({
      level: 'warning',
      text: failed.has(post.id)
        ? words('answer_nowhere', tag)
        : words('rescue_lost', tag, shorten(post.text)),
      action: { label: words('rescue_quote', tag), run: () => void quote(post) },
      also: { label: words('rescue_leave'), run: () => leave(post.id) },
    }));
  const hear = (own: readonly Post[]) => {
    const fresh = own.filter((post) => isLost(bridge, post));
    for (const post of fresh) posts.set(post.id, post);
    if (fresh.length > 0) changed();
  };
  bridge.feed.onOwn(hear);
  // What went out while this was on its way.
  hear(bridge.feed.own());
  return { lost };
}

/** An own post that answers the chat, or is what became of the panel's draft, and that the chat will not see. */
function isLost({ chat, feed, draft }: Bridge, post: Post): boolean {
  const tag = chat.hashtag.toLowerCase();
  const isTagged =
    hasHashtag(post.text, tag) || post.hashtags.some((one) => one.toLowerCase() === tag);
  if (isTagged) return false;
  const written = draft?.read()?.draft;
  const isAnswer = [post.replyTo, post.quoteOf].some((id) => id && feed.get(id));
  return isAnswer || (written !== undefined && isPosted(written, post));
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > SHOWN ? `${line.slice(0, SHOWN - 1)}…` : line;
}
