import { useWords } from '@/components/shared/words';
import type { FollowWay } from '@/stores/core/follow';
import type { FollowSource, FollowView } from './follow-source';

/** The way that acts in the person's stead: off until they, or their organisation, say otherwise. */
export function FollowBackground({
  view,
  source,
  open,
}: {
  view: FollowView;
  source: FollowSource;
  open: (way: FollowWay) => Promise<void>;
}) {
  const words = useWords();
  return (
    <section>
      <h4>{words('follow_background')}</h4>
      <p>{words('follow_background_means')}</p>
      <p class="warns">{words('follow_background_warns')}</p>
      {view.locked ? (
        <p>{words(view.mayRefresh ? 'follow_locked_on' : 'follow_locked_off')}</p>
      ) : (
        <label>
          <input
            type="checkbox"
            data-way="allow"
            checked={view.mayRefresh}
            onChange={(event) => source.allow(event.currentTarget.checked)}
          />{' '}
          {words('follow_background_allow')}
        </label>
      )}
      <button
        type="button"
        class="pill"
        data-way="background"
        disabled={!view.mayRefresh}
        onClick={() => void open('background')}
      >
        {words('follow_background_do')}
      </button>
    </section>
  );
}
