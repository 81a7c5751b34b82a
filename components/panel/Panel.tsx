import { useCallback, useRef } from 'preact/hooks';
import { useStore } from '@/components/shared/use-store';
import { WordsContext } from '@/components/shared/words';
import { Announcer } from './Announcer';
import { Clock } from './Clock';
import { Composer } from './Composer';
import { Feed } from './Feed';
import { Header } from './Header';
import { Join } from './Join';
import { NewBar } from './NewBar';
import { PanelContext, type PanelDeps } from './panel-deps';
import { Rail } from './Rail';
import { ResizeHandle } from './ResizeHandle';
import { Status } from './Status';
import { Theme } from './Theme';

/** The whole panel, for one chat. */
export function Panel(deps: PanelDeps) {
  const { store, words } = deps;
  const hashtag = useStore(store, (state) => state.hashtag);
  const aside = useRef<HTMLElement>(null);
  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      if (!isShortcut(event)) return;
      if (event.key === 'o') store.showOpen();
      else if (event.key === '/')
        aside.current?.querySelector<HTMLElement>('.search-open')?.click();
      else return;
      event.preventDefault();
    },
    [store],
  );
  return (
    <PanelContext.Provider value={deps}>
      <WordsContext.Provider value={words}>
        <aside
          ref={aside}
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
          <Rail />
          <Feed />
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

/** A plain key outside of anything one can type in. */
function isShortcut(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false;
  const target = event.target as HTMLElement;
  return target.closest('input, textarea, select') === null;
}
