import { useWords } from '@/components/shared/words';
import type { PlacedPost } from '@/stores/core/conversation';
import { textDirection } from '@/stores/core/rows-text';
import { usePanel, usePanelState } from './panel-deps';

/** A post in few lines, on screens that gather; pressing it goes to where it stands in the conversation. */
export function ShortPost({ placed }: { placed: PlacedPost }) {
  const words = useWords();
  const { store } = usePanel();
  const { post, question } = placed;
  const hashtag = usePanelState((state) => state.hashtag);
  const host = usePanelState((state) => isOneOf(state.conversation.hosts, post.author.handle));
  const { replies, reposts, likes } = post.counts;
  const counts = [
    replies > 0 ? words.count('panel_replies', replies) : '',
    reposts > 0 ? words.count('panel_reposts', reposts) : '',
    likes > 0 ? words.count('panel_likes', likes) : '',
  ].filter((part) => part !== '');
  return (
    <article class="short" data-post-id={post.id} data-question={question ?? ''}>
      <button type="button" onClick={() => store.showPost(post.id)}>
        <span class="words" dir={textDirection(post.text)}>
          <b>
            <bdi>{post.author.name}</bdi>
          </b>{' '}
          {host && <span class="tag">{words('panel_host_tag')}</span>}{' '}
          {post.state === 'present' ? withoutTag(post.text, hashtag) : words(`panel_${post.state}`)}
        </span>
        {counts.length > 0 && <span class="facts">{counts.join(' · ')}</span>}
      </button>
    </article>
  );
}

/** The chat's own tag at the end says nothing on a screen of this chat. */
function withoutTag(text: string, hashtag: string): string {
  const words = text.trimEnd();
  const tag = `#${hashtag}`.toLowerCase();
  return words.toLowerCase().endsWith(tag) ? words.slice(0, -tag.length).trimEnd() : words;
}

function isOneOf(handles: readonly string[], handle: string): boolean {
  const lower = handle.toLowerCase();
  return handles.some((one) => one.toLowerCase() === lower);
}
