import { useWords } from '@/components/shared/words';
import { formatClock, type Reader } from '@/stores/core/clock';
import type { ClockState } from '@/stores/core/schedule';
import type { ScheduleState } from '@/stores/schedule';
import { ChatName } from './ChatName';
import { Join } from './Join';
import { Progress } from './Progress';
import { Theme } from './Theme';
import './NextChat.css';

export interface NextChatProps {
  state: ScheduleState;
  reader: Reader;
  onJoin: () => void;
  onChoose: (hashtag: string) => void;
}

/** The chat that counts now: theme, time, and the way in. */
export function NextChat({ state, reader, onJoin, onChoose }: NextChatProps) {
  const words = useWords();
  const { clock } = state;
  if (clock.session === null) return null;
  const text = formatClock(clock, words, reader);
  return (
    <section
      class="next"
      data-part="next"
      data-state={clock.state}
      data-last-five={clock.lastFive || undefined}
      aria-labelledby="next-chat"
    >
      <header>
        <ChatName state={state} onChoose={onChoose} />
        <Pill state={clock.state} />
      </header>
      <Theme session={clock.session} />
      <div class="clock" data-part="clock" data-state={clock.state} role="timer">
        <span class="main">{text.main}</span>
        {text.detail !== '' && <span class="detail">{text.detail}</span>}
        {text.local !== null && <span class="local">{text.local}</span>}
      </div>
      <Progress clock={clock} />
      <Join state={state} onJoin={onJoin} />
    </section>
  );
}

/** The state in a word, where it is more than a date. */
function Pill({ state }: { state: ClockState }) {
  const words = useWords();
  if (state === 'live')
    return (
      <span class="pill live">
        <span class="dot" aria-hidden="true" />
        {words('panel_live')}
      </span>
    );
  if (state === 'soon') return <span class="pill soon">{words('popup_soon')}</span>;
  return null;
}
