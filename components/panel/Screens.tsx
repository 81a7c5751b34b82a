import { useRef } from 'preact/hooks';
import { useWords } from '@/components/shared/words';
import { isWhole } from '@/stores/panel-state';
import { Feed } from './Feed';
import { Later } from './Later';
import { usePanelState } from './panel-deps';
import { Rail } from './Rail';
import { ScreenHead } from './ScreenHead';
import type { Place } from './use-feed';

/** Screens that come when they are first asked for. */
const TITLES = {
  catchUp: 'panel_catch_up',
  links: 'panel_links',
  people: 'panel_people_here',
  follow: 'panel_follow',
} as const;

/** The conversation, or what was found in it or opened over it; the conversation is found again where it was left. */
export function Screens() {
  const words = useWords();
  const screen = usePanelState((state) => state.screen);
  const finding = usePanelState((state) => state.finding);
  const under = usePanelState(({ screen, conversation }) =>
    screen.kind === 'thread' ? conversation.placed.get(screen.root)?.question : null,
  );
  const whole = usePanelState(isWhole);
  const place = useRef<Place | null>(null);
  const elsewhere = useRef<Place | null>(null);
  if (whole || screen.kind === 'thread') elsewhere.current = null;
  switch (screen.kind) {
    case 'thread':
      return (
        <>
          <ScreenHead title={under ? words('panel_thread_in', under) : words('panel_thread')} />
          <Feed key={screen.root} place={elsewhere} />
        </>
      );
    case 'runSheet':
      return <Later part="runSheet" key="runSheet" />;
    case 'conversation':
      return (
        <>
          <Rail />
          {finding && <Later part="finder" />}
          <Feed key={whole} place={whole ? place : elsewhere} />
        </>
      );
    default:
      return (
        <>
          <ScreenHead title={words(TITLES[screen.kind])} />
          <Later part={screen.kind} key={screen.kind} />
        </>
      );
  }
}
