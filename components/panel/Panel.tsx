import { useCallback } from 'preact/hooks';
import { useStore } from '@/components/shared/use-store';
import { WordsContext } from '@/components/shared/words';
import { Announcer } from './Announcer';
import { Clock } from './Clock';
import { Composer } from './Composer';
import { Header } from './Header';
import { Join } from './Join';
import { Later } from './Later';
import { NewBar } from './NewBar';
import { PanelContext, type PanelDeps } from './panel-deps';
import { isPlainKey } from './plain-key';
import { ResizeHandle } from './ResizeHandle';
import { Screens } from './Screens';
import { Status } from './Status';
import { Theme } from './Theme';

/** The whole panel, for one chat. */
export function Panel(deps: PanelDeps) {
  const { store, words } = deps;
  const hashtag = useStore(store, (state) => state.hashtag);
  const hosting = useStore(store, (state) => state.hosting);
  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      if (!isPlainKey(event)) return;
      if (event.key === 'o') store.showOpen();
      else if (event.key === '/') store.setFinding(true);
      else if (event.key === 'n')
        (event.currentTarget as Element).querySelector('textarea')?.focus();
      else if (event.key !== 'Escape') return;
      else if (store.getState().screen.kind === 'conversation') store.setFinding(false);
      else store.showScreen({ kind: 'conversation' });
      event.preventDefault();
    },
    [store],
  );
  return (
    <PanelContext.Provider value={deps}>
      <WordsContext.Provider value={words}>
        <aside
          class="panel"
          aria-label={`#${hashtag}`}
          onKeyDown={onKeyDown}
          onPointerDown={() => store.touch()}
        >
          <ResizeHandle />
          <div class="head">
            <Header />
            <Theme />
            <Clock />
          </div>
          {hosting && <Later part="hostTabs" />}
          <Screens />
          <NewBar />
          <Join />
          <Composer />
          <Status />
          <Announcer />
        </aside>
      </WordsContext.Provider>
    </PanelContext.Provider>
  );
}
