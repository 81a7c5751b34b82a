import { Icon } from '@/components/shared/Icon';
import { useWords } from '@/components/shared/words';
import { Menu } from './Menu';
import { usePanel, usePanelState } from './panel-deps';

/** The hashtag, whether it is live, and the ways out of the panel. */
export function Header() {
  const words = useWords();
  const { collapse } = usePanel();
  const hashtag = usePanelState((state) => state.hashtag);
  const live = usePanelState((state) => state.clock.state === 'live');
  return (
    <header class="bar">
      <h2 class="hashtag">#{hashtag}</h2>
      {live && (
        <span class="live">
          <span aria-hidden="true">●</span> {words('panel_live')}
        </span>
      )}
      <span class="spring" />
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
