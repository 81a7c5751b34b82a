import { useWords } from '@/components/shared/words';
import type { PlacedPost } from '@/stores/core/conversation';
import { usePanel } from './panel-deps';

/** What is seldom done with a post. */
export function PostMenu({ placed, onMove }: { placed: PlacedPost; onMove: () => void }) {
  const words = useWords();
  const { store, quote, openPost, copyLink, canMute } = usePanel();
  const { post } = placed;
  const mute = () => {
    const { people } = store.getState().muted;
    store.mute({ people: [...people, post.author.handle.toLowerCase()] });
  };
  return (
    <p class="choices">
      <button type="button" class="chip" onClick={() => quote(post)}>
        {words('panel_quote')}
      </button>
      <button type="button" class="chip" onClick={() => openPost(post)}>
        {words('panel_open_post')}
      </button>
      <a
        class="chip"
        href={`https://x.com/${encodeURIComponent(post.author.handle)}`}
        target="_blank"
        rel="noopener noreferrer"
      >
        {words('panel_open_author', `@${post.author.handle}`)}
      </a>
      <button type="button" class="chip" onClick={() => copyLink(post)}>
        {words('panel_copy_link')}
      </button>
      <button
        type="button"
        class="chip"
        onClick={() => store.showScreen({ kind: 'thread', root: post.id })}
      >
        {words('panel_show_thread')}
      </button>
      <button type="button" class="chip" onClick={onMove}>
        {words('panel_move')}
      </button>
      {canMute() && (
        <button type="button" class="chip" onClick={mute}>
          {words('panel_mute', `@${post.author.handle}`)}
        </button>
      )}
    </p>
  );
}
