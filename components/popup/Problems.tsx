import { useWords, type WordKey } from '@/components/shared/words';
import { formatMoment, type Reader } from '@/stores/core/clock';
import type { CalendarState } from '@/stores/saved';

export interface ProblemsProps {
  calendars: readonly CalendarState[];
  reader: Reader;
  now: number;
  /** Asks the browser for a calendar's site. */
  onAllow: (address: string) => void;
}

/** Calendars that cannot be read: which, since when, why, and what is shown instead. */
export function Problems({ calendars, reader, now, onAllow }: ProblemsProps) {
  const words = useWords();
  const problems = calendars.flatMap(({ problem, ...calendar }) =>
    problem === null ? [] : [{ ...calendar, ...problem }],
  );
  if (problems.length === 0) return null;
  return (
    <div class="problems" data-part="problems" role="status">
      {problems.map(({ address, name, code, detail, since, readAt }) => (
        <p key={address}>
          <b>{words('popup_problem', name, formatMoment(since, now, reader))}</b>{' '}
          {reason(words, code, detail)}{' '}
          {readAt > 0 && words('popup_problem_kept', formatMoment(readAt, now, reader))}
          {code === 'not_allowed' && (
            <button type="button" onClick={() => onAllow(address)}>
              {words('popup_problem_allow')}
            </button>
          )}
        </p>
      ))}
    </div>
  );
}

/** A code that a newer version wrote has no sentence here. */
function reason(words: ReturnType<typeof useWords>, code: string, detail: string): string {
  const key = `schedule_error_${code}` as WordKey;
  const sentence = words(key, detail);
  return sentence === key ? words('schedule_error_other') : sentence;
}
