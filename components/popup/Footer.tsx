import { useWords } from '@/components/shared/words';
import { formatMoment, type Reader } from '@/stores/core/clock';
import type { ScheduleState } from '@/stores/schedule';

/** How old what stands above is. */
export function Footer({ state, reader }: { state: ScheduleState; reader: Reader }) {
  const words = useWords();
  const { checkedAt, checking, clock } = state;
  if (checkedAt === 0) return null;
  return (
    <footer class="age">
      {checking
        ? words('popup_checking')
        : words('popup_checked', formatMoment(checkedAt, clock.now, reader))}
    </footer>
  );
}
