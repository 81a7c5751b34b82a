import { useWords } from '@/components/shared/words';
import type { Clock } from '@/stores/core/schedule';

/** How much of the hour is over; the words beside it say the same, so it is not read out. */
export function Progress({ clock }: { clock: Clock }) {
  const words = useWords();
  if (clock.state !== 'live') return null;
  return (
    <>
      <div class="progress" aria-hidden="true">
        <span style={{ width: `${Math.round(clock.progress * 1000) / 10}%` }} />
      </div>
      {clock.lastFive && (
        <p class="last-five" role="status">
          {words('clock_last_five')}
        </p>
      )}
    </>
  );
}
