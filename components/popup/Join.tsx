import { useWords } from '@/components/shared/words';
import type { ScheduleState } from '@/stores/schedule';

export interface JoinProps {
  state: ScheduleState;
  onJoin: () => void;
}

/** The way to X with the panel open; said beforehand what it does. */
export function Join({ state, onJoin }: JoinProps) {
  const words = useWords();
  const { hashtag } = state.chat;
  const over = state.clock.state === 'ended';
  const why = over
    ? words('popup_catch_up_why')
    : words(`popup_${state.joined ? 'joined' : 'join'}_why_${state.prefill}`, hashtag);
  const label = over ? 'popup_catch_up' : state.joined ? 'popup_open' : 'popup_join';
  return (
    <>
      <button
        type="button"
        class="join"
        data-part="join"
        aria-describedby="join-why"
        onClick={onJoin}
      >
        {words(label)}
      </button>
      <p class="why" id="join-why">
        {why}
      </p>
      {state.failed && (
        <p class="failed" role="alert">
          {words('popup_failed')}
        </p>
      )}
    </>
  );
}
