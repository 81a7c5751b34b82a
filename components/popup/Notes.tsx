import { useWords } from '@/components/shared/words';
import type { ScheduleState } from '@/stores/schedule';

export interface NotesProps {
  state: ScheduleState;
  onSettings: () => void;
}

/** What the person should know about what stands above: that their clock is off, or that no host is known who could announce a theme. */
export function Notes({ state, onSettings }: NotesProps) {
  const words = useWords();
  const { offset, hasHost, clock } = state;
  const seconds = Math.abs(Math.round(offset / 1000));
  const asksForHost = !hasHost && clock.session !== null && clock.session.theme === null;
  if (seconds === 0 && !asksForHost) return null;
  return (
    <div class="notes" data-part="notes">
      {seconds > 0 && (
        <p role="status">
          {seconds < 120
            ? words('status_clock', seconds)
            : words('status_clock_minutes', Math.round(seconds / 60))}
        </p>
      )}
      {asksForHost && (
        <p>
          {words('popup_no_host')}{' '}
          <button type="button" class="plain" onClick={onSettings}>
            {words('popup_no_host_name')}
          </button>
        </p>
      )}
    </div>
  );
}
