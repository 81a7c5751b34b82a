import { useWords } from '@/components/shared/words';
import type { FollowSource, FollowView } from './follow-source';

/** What is followed now. */
export function FollowNow({ view, source }: { view: FollowView; source: FollowSource }) {
  const words = useWords();
  return (
    <section class="following" data-part="following">
      <h4>{words(view.way === 'window' ? 'follow_now_window' : 'follow_now_background')}</h4>
      {view.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p>{words('follow_until', view.until)}</p>
      <div class="pair">
        <button type="button" class="pill" data-way="stop" onClick={source.stop}>
          {words('follow_stop')}
        </button>
        <button type="button" class="plain" onClick={source.show}>
          {words(view.way === 'window' ? 'follow_show_window' : 'follow_show_tab')}
        </button>
      </div>
    </section>
  );
}
