import { useRef } from 'preact/hooks';
import { useWords } from '@/components/shared/words';
import { CatchUp } from './CatchUp';
import { Feed } from './Feed';
import { Finder } from './Finder';
import { Links } from './Links';
import { People } from './People';
import { usePanelState } from './panel-deps';
import { Rail } from './Rail';
import { ScreenHead } from './ScreenHead';
import type { Place } from './use-feed';

/** The conversation, or what was opened over it; the conversation is found again where it was left. */
export function Screens() {
  const words = useWords();
  const screen = usePanelState((state) => state.screen);
  const place = useRef<Place | null>(null);
  const elsewhere = useRef<Place | null>(null);
  switch (screen.kind) {
    case 'thread':
      elsewhere.current = null;
      return (
        <>
          <ScreenHead title={words('panel_thread')} />
          <Feed key={screen.root} place={elsewhere} />
        </>
      );
    case 'catchUp':
      return (
        <>
          <ScreenHead title={words('panel_catch_up')} />
          <CatchUp />
        </>
      );
    case 'links':
      return (
        <>
          <ScreenHead title={words('panel_links')} />
          <Links />
        </>
      );
    case 'people':
      return (
        <>
          <ScreenHead title={words('panel_people_here')} />
          <People />
        </>
      );
    case 'conversation':
      return (
        <>
          <Rail />
          <Finder />
          <Feed key="conversation" place={place} />
        </>
      );
  }
}
