import { useWords } from '@/components/shared/words';
import { usePanel, usePanelState } from './panel-deps';

/** The ways between conversation and run sheet, for who hosts the chat. */
export function HostTabs() {
  const words = useWords();
  const { store } = usePanel();
  const kind = usePanelState((state) => state.screen.kind);
  return (
    <nav class="tabs" aria-label={words('host_tabs')}>
      <button
        type="button"
        aria-current={kind === 'conversation' || undefined}
        onClick={() => store.showScreen({ kind: 'conversation' })}
      >
        {words('host_tab_conversation')}
      </button>
      <button
        type="button"
        aria-current={kind === 'runSheet' || undefined}
        onClick={() => store.showScreen({ kind: 'runSheet' })}
      >
        {words('host_tab_run')}
      </button>
    </nav>
  );
}
