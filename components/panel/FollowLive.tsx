import { useEffect, useState } from 'preact/hooks';
import { useWords } from '@/components/shared/words';
import type { FollowWay } from '@/stores/core/follow';
import { FollowBackground } from './FollowBackground';
import { FollowNow } from './FollowNow';
import type { FollowSource } from './follow-source';
import { usePanel } from './panel-deps';

/** Three ways to have X load the chat's new posts, and how the one that is on goes. */
export function FollowLive({ source }: { source: FollowSource }) {
  const words = useWords();
  const { store } = usePanel();
  const [view, setView] = useState(source.read);
  const [failed, setFailed] = useState(false);
  useEffect(() => source.onChange(() => setView(source.read())), [source]);
  const open = async (way: FollowWay) => {
    const isOpen = await source.open(way);
    setFailed(!isOpen);
    // From here on the status line says it.
    if (isOpen) store.showScreen({ kind: 'conversation' });
  };
  return (
    <div class="sheet follow" data-part="follow">
      {view.way === null ? (
        <p>{words('follow_why', view.until)}</p>
      ) : (
        <FollowNow view={view} source={source} />
      )}
      {failed && <p role="alert">{words('follow_failed')}</p>}
      <section>
        <h4>{words('follow_here')}</h4>
        <p>{words('follow_here_means')}</p>
        <button type="button" class="pill" data-way="here" onClick={source.here}>
          {words('follow_here_do')}
        </button>
      </section>
      {view.hasWindows && view.way !== 'window' && (
        <section>
          <h4>{words('follow_window')}</h4>
          <p>{words('follow_window_means')}</p>
          <button type="button" class="pill" data-way="window" onClick={() => void open('window')}>
            {words('follow_window_do')}
          </button>
        </section>
      )}
      {view.way !== 'background' && <FollowBackground view={view} source={source} open={open} />}
    </div>
  );
}
