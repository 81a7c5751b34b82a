/** Opens X's own reply or quote of a post and writes label and hashtag into it, the caret between them. */
import { openedEditor, openQuote, openReply } from '@/entrypoints/x.content/page/composer';
import type { Bridge } from '@/stores/bridge';
import { type Post, postUrl } from '@/stores/core/post';
import { openIntent } from './hand-over';

/** Says whether X's composer or its window was opened. The hashtag is that of the chat shown, unless another is given. */
export type Answer = (
  kind: 'reply' | 'quote',
  post: Post,
  label: string,
  hashtag?: string,
) => Promise<boolean>;

export function createAnswer(bridge: Bridge): Answer {
  const inPage = async (kind: 'reply' | 'quote', { id }: Post, label: string, hashtag: string) => {
    await bridge.load('prefill');
    if (!(kind === 'reply' ? openReply(id) : await openQuote(id))) return false;
    const editor = await openedEditor();
    if (!editor) return false;
    const front = label && `${label} `;
    // In an answer without label the hashtag comes with the first word; a quote may be sent without any.
    const text = front || kind === 'quote' ? `${front} #${hashtag}` : '';
    bridge.give?.(editor, hashtag, text, front.length);
    return true;
  };
  return async (kind, post, label, hashtag = bridge.chat.hashtag) => {
    if (await inPage(kind, post, label, hashtag)) return true;
    const text = `${label} #${hashtag}`.trim();
    const values = kind === 'reply' ? { in_reply_to: post.id, text } : { text, url: postUrl(post) };
    return openIntent(values);
  };
}
