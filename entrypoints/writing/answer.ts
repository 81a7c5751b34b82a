/** Opens X's own reply or quote of a post and writes label and hashtag into it, the caret between them. */
import { openedEditor, openQuote, openReply } from '@/entrypoints/x.content/page/composer';
import type { Bridge, Writing } from '@/stores/bridge';

export function createAnswer(bridge: Bridge): Writing['answer'] {
  return async (kind, id, label) => {
    await bridge.loadComposer();
    if (!(kind === 'reply' ? openReply(id) : await openQuote(id))) return false;
    const editor = await openedEditor();
    if (!editor) return false;
    const front = label && `${label} `;
    // In an answer without label the hashtag comes with the first word; a quote may be sent without any.
    const text = front || kind === 'quote' ? `${front} #${bridge.chat.hashtag}` : '';
    bridge.give?.(editor, text, front.length);
    return true;
  };
}
