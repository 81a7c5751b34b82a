import { useWords } from '@/components/shared/words';
import { usePanel, usePanelState } from './panel-deps';

/** Takes part: offered while the chat is live, once. Reading needs none of it. */
export function Join() {
  const words = useWords();
  const { join, prefill } = usePanel();
  const hashtag = usePanelState((state) => state.hashtag);
  const offered = usePanelState((state) => state.clock.state === 'live' && !state.joined);
  if (!offered) return null;
  return (
    <div class="join">
      <p>{words(`panel_join_why_${prefill()}`, `#${hashtag}`)}</p>
      <button type="button" class="solid" data-part="join" onClick={join}>
        {words('panel_join')}
      </button>
    </div>
  );
}
