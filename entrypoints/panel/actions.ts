/** What the panel's buttons do on X: always something that the person then sees and finishes there. */
import type { PanelDeps } from '@/components/panel/panel-deps';
import type { Words } from '@/components/shared/words';
import type { Bridge } from '@/stores/bridge';
import { type Post, postUrl } from '@/stores/core/post';

type Actions = Omit<PanelDeps, 'store' | 'words' | 'parts'>;

export function createActions(bridge: Bridge, words: Words): Actions {
  const { chat } = bridge;
  const answer = async (kind: 'reply' | 'quote', post: Post) => {
    await bridge.load('writing');
    await bridge.writing?.answer(kind, post, bridge.labelOf?.(post.id) ?? '');
  };
  return {
    postOnX: (text) => postOnX(bridge, text),
    write(form, written) {
      bridge.written = () => bridge.writing?.draw(form, written);
      if (bridge.writing) bridge.written();
      else void bridge.load('writing');
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
    join: () => join(bridge),
    prefill: () => bridge.saved.get('settings').prefill,
    canMute: () => !bridge.saved.get('locked').includes('muted'),
    collapse: bridge.collapse,
    resize(width, done) {
      bridge.setWidth(width);
      if (done) bridge.saved.set('panel', { ...bridge.saved.get('panel'), width });
    },
  };
}

/** For this session of the chat. */
function join({ saved, chat, clock }: Bridge): void {
  const { session } = clock();
  const tag = chat.hashtag.toLowerCase();
  if (session) saved.set('joined', { ...saved.get('joined'), [tag]: session.start });
}

/** X's composer in the page, else where it can be handed over. The draft stays until X has the post. */
async function postOnX(bridge: Bridge, text: string): Promise<void> {
  bridge.notice = '';
  await bridge.load('prefill');
  if (await bridge.compose?.(text)) return;
  await bridge.load('writing');
  await bridge.writing?.handOver(text);
}
