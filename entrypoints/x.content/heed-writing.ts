/** While a chat is on, has what helps with writing put into the page, whether the person joined or not. */
import type { Chats, Chatting } from './chats';
import type { ContentScriptContext } from './context';
import { editorOf } from './page/composer';

/**
 * Calls `load` when an editor of X's gets the focus, for the draft check, and when an own post went out, for the rescue; `learn` with each
 * chat that is on, for an answer to a post that this page has not shown. Returns what looks at the focus where no event tells of it.
 */
export function heedWriting(
  ctx: ContentScriptContext,
  { all, feeds }: Pick<Chats, 'all' | 'feeds'>,
  load: () => void,
  learn: (chat: Chatting) => void,
): () => void {
  const heed = () => {
    const on = all().filter(({ clock }) => clock.state === 'live' || clock.state === 'soon');
    on.forEach(learn);
    if (on.length > 0) load();
  };
  const look = (target: EventTarget | null) => editorOf(target) && heed();
  ctx.addEventListener(document, 'focusin', ({ target }) => look(target));
  feeds.each((feed) => feed.onOwn(heed));
  return () => look(document.activeElement);
}
