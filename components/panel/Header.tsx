import { Icon } from '@/components/shared/Icon';
import { useWords } from '@/components/shared/words';
import { Later } from './Later';
import { Menu } from './Menu';
import { useComing, usePanel, usePanelState } from './panel-deps';

/** The hashtag, whether it is live, and the ways out of the panel. */
export function Header() {
  const words = useWords();
  const { several, collapse, store } = usePanel();
  const coming = useComing('finder');
  const finding = usePanelState((state) => state.finding);
  const hashtag = usePanelState((state) => state.hashtag);
  const live = usePanelState((state) => state.clock.state === 'live');
  return (
    <header class="bar">
      <h2 class="hashtag">#{hashtag}</h2>
      {several() && <Later part="chats" />}
      {live && (
        <span class="live">
          <span aria-hidden="true">●</span> {words('panel_live')}
        </span>
      )}
      <span class="spring" />
      <button
        type="button"
        class="round"
        aria-label={words('panel_find')}
        title={words('panel_find')}
        aria-expanded={finding}
        {...coming}
        onClick={() => store.setFinding(!finding)}
      >
        <Icon name="search" />
      </button>
      <Menu />
      <button
        type="button"
        class="round"
        aria-label={words('panel_collapse')}
        title={words('panel_collapse')}
        onClick={collapse}
      >
        <Icon name="collapse" />
      </button>
    </header>
  );
}
