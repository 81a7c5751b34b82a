import { useWords, type WordKey } from '@/components/shared/words';
import { formatMoment, type Reader } from '@/stores/core/clock';
import type { CalendarProblem } from '@/stores/saved';

export interface ProblemsProps {
  problems: readonly CalendarProblem[];
  reader: Reader;
  now: number;
  /** There are sessions from before. */
  hasKept: boolean;
}

/** Calendars that cannot be read: which, since when, why, and what is shown instead. */
export function Problems({ problems, reader, now, hasKept }: ProblemsProps) {
  const words = useWords();
  if (problems.length === 0) return null;
  return (
    <div class="problems" data-part="problems" role="status">
      {problems.map(({ name, code, since }) => (
        <p key={name}>
          <b>{words('popup_problem', name, formatMoment(since, now, reader))}</b>{' '}
          {reason(words, code)} {hasKept && words('popup_problem_kept')}
        </p>
      ))}
    </div>
  );
}

/** A code that a newer version wrote has no sentence here. */
function reason(words: ReturnType<typeof useWords>, code: string): string {
  const key = `schedule_error_${code}` as WordKey;
  const sentence = words(key);
  return sentence === key ? words('schedule_error_other') : sentence;
}
