import { useWords } from '@/components/shared/words';
import { formatMoment, type Reader } from '@/stores/core/clock';
import type { ScheduleState } from '@/stores/schedule';

export interface FooterProps {
  state: ScheduleState;
  reader: Reader;
  onSettings: () => void;
}

/** How old what stands above is, and the way to the settings. */
export function Footer({ state, reader, onSettings }: FooterProps) {
  const words = useWords();
  const { checkedAt, checking, clock } = state;
  const age = checking
    ? words('popup_checking')
    : words('popup_checked', formatMoment(checkedAt, clock.now, reader));
  return (
    <footer class="age">
      <span>{checkedAt > 0 && age}</span>
      <button type="button" class="plain" onClick={onSettings}>
        {words('panel_options')}
      </button>
    </footer>
  );
}
