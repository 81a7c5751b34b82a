/** Says that an own post went out without the hashtag, and offers to bring it into the chat or to let it be. */
import type { Words } from '@/components/shared/words';
import type { Bridge, Followed, Writing } from '@/stores/bridge';
import { hasHashtag } from '@/stores/core/hashtag';
import type { Post } from '@/stores/core/post';
import { isPosted } from '@/stores/panel-draft';
import type { StatusLine } from '@/stores/panel-state';
import type { Answer } from './answer';
import { createNotice } from './notice';

/** So much of a post is shown again, characters. */
const SHOWN = 60;

interface Lost {
  post: Post;
  /** Of the chat that it answers. */
  hashtag: string;
  /** Being brought in. */
  isBusy?: boolean;
  /** X could not be opened for it. */
  isFailed?: boolean;
}

export function createRescue(bridge: Bridge, words: Words, answer: Answer): Pick<Writing, 'lost'> {
  const posts = new Map<string, Lost>();
  const notice = createNotice(bridge);
  const changed = () => {
    bridge.notify(bridge.notice);
    notice.show(lost());
  };
  const leave = ({ post }: Lost) => {
    posts.delete(post.id);
    changed();
  };
  const quote = async (one: Lost) => {
    if (one.isBusy) return;
    one.isBusy = true;
    const { post, hashtag } = one;
    const label = bridge.labelOf?.(post.replyTo ?? post.quoteOf) ?? '';
    const isOpen = await answer('quote', post, label, hashtag).catch(() => false);
    if (isOpen) return leave(one);
    Object.assign(one, { isBusy: false, isFailed: true });
    changed();
  };
  const lost = (): StatusLine[] =>
    [...posts.values()].map((one) => {
      const tag = `#${one.hashtag}`;
      return {
        level: 'warning',
        text: one.isFailed
          ? words('answer_nowhere', tag)
          : words('rescue_lost', tag, shorten(one.post.text)),
        action: { label: words('rescue_quote', tag), run: () => void quote(one) },
        also: { label: words('rescue_leave'), run: () => leave(one) },
      };
    });
  const hear = (own: readonly Post[]) => {
    // Each chat's feed tells of the same post.
    const fresh = own.filter(({ id }) => !posts.has(id));
    for (const post of fresh) {
      const hashtag = lostTo(bridge, post);
      if (hashtag) posts.set(post.id, { post, hashtag });
    }
    if (fresh.some(({ id }) => posts.has(id))) changed();
  };
  bridge.each((feed) => {
    feed.onOwn(hear);
    // What went out while this was on its way.
    hear(feed.own());
  });
  return { lost };
}

/**
 * The hashtag of the chat that an own post answers, or for which it was written in the panel, and that will not see it; undefined where
 * it carries any chat's hashtag.
 */
function lostTo(bridge: Bridge, post: Post): string | undefined {
  const chats = bridge.chats();
  const isTagged = ({ chat: { hashtag } }: Pick<Followed, 'chat'>) =>
    hasHashtag(post.text, hashtag) ||
    post.hashtags.some((one) => one.toLowerCase() === hashtag.toLowerCase());
  if (chats.some(isTagged)) return undefined;
  const isAnswered = ({ feed }: Pick<Followed, 'feed'>) =>
    [post.replyTo, post.quoteOf].some((id) => id && feed.get(id));
  const answered = [bridge.taking() ?? bridge, bridge, ...chats].find(isAnswered);
  const written = bridge.draft?.read()?.draft;
  const isDraft = written !== undefined && isPosted(written, post);
  return (answered ?? (isDraft ? bridge : undefined))?.chat.hashtag;
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > SHOWN ? `${line.slice(0, SHOWN - 1)}…` : line;
}
