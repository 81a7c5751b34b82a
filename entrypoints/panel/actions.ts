/** What the panel's buttons do on X: always something that the person then sees and finishes there. */
import type { PanelDeps } from '@/components/panel/panel-deps';
import type { Words } from '@/components/shared/words';
import type { Bridge } from '@/stores/bridge';
import { type Post, postUrl } from '@/stores/core/post';

type Actions = Omit<PanelDeps, 'store' | 'words' | 'parts'>;

const SMALL_WINDOW = 'popup,width=620,height=640';

export function createActions(bridge: Bridge, words: Words): Actions {
  const { chat } = bridge;
  const answer = async (kind: 'reply' | 'quote', post: Post) => {
    await bridge.loadWriting();
    await bridge.writing?.answer(kind, post, bridge.labelOf?.(post.id) ?? '');
  };
  return {
    postOnX: (text) => postOnX(bridge, words, text),
    write(form, written) {
      bridge.written = () => bridge.writing?.draw(form, written);
      if (bridge.writing) bridge.written();
      else void bridge.loadWriting();
    },
    reply: (post) => answer('reply', post),
    quote: (post) => answer('quote', post),
    copyLink: (post) => {
      const said = navigator.clipboard.writeText(postUrl(post)).then(
        () => 'panel_link_copied' as const,
        () => 'panel_copy_refused' as const,
      );
      void said.then((key) => bridge.notify(words(key)));
    },
    openPost: (post) => void window.open(postUrl(post), '_blank', 'noopener'),
    openSearch: () => {
      location.assign(`/search?q=${encodeURIComponent(`#${chat.hashtag}`)}&src=typed_query&f=live`);
    },
    openOptions: () => void bridge.send('openOptions', null),
    several: () => bridge.chats().length > 1,
    join: bridge.join,
    canMute: () => !bridge.saved.get('locked').includes('muted'),
    collapse: bridge.collapse,
    resize: (width, done) => bridge.resize(width, done),
  };
}

/** X's composer in the page, else X's own window for it, else the clipboard, said in words. The draft stays until X has the post. */
async function postOnX(bridge: Bridge, words: Words, text: string): Promise<void> {
  bridge.notice = '';
  await bridge.loadComposer();
  if (await bridge.compose?.(text)) return;
  if (openIntent({ text })) bridge.notify(words('compose_window'));
  else {
    const said = navigator.clipboard.writeText(text).then(
      () => 'compose_clipboard' as const,
      () => 'compose_nowhere' as const,
    );
    bridge.notify(words(await said));
  }
}

function openIntent(values: Record<string, string>): boolean {
  const query = Object.entries(values).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  try {
    return window.open(`/intent/post?${query.join('&')}`, '_blank', SMALL_WINDOW) !== null;
  } catch {
    // Firefox throws where the page may open none.
    return false;
  }
}
