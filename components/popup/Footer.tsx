import { useWords } from '@/components/shared/words';
import { formatMoment, type Reader } from '@/stores/core/clock';
import type { ScheduleState } from '@/stores/schedule';

export interface FooterProps {
  state: ScheduleState;
  reader: Reader;
  onSettings: () => void;
  onPlan: () => void;
}

/** How old what stands above is, and the ways to the planner, for hosts, and to the settings. */
export function Footer({ state, reader, onSettings, onPlan }: FooterProps) {
  const words = useWords();
  const { checkedAt, checking, clock, hosting } = state;
  const age = checking
    ? words('popup_checking')
    : words('popup_checked', formatMoment(checkedAt, clock.now, reader));
  return (
    <footer class="age">
      <span>{checkedAt > 0 && age}</span>
      {hosting && (
        <button type="button" class="plain" onClick={onPlan}>
          {words('host_planner')}
        </button>
      )}
      <button type="button" class="plain" onClick={onSettings}>
        {words('panel_options')}
      </button>
    </footer>
  );
}
