import { useWords } from '@/components/shared/words';
import type { CalendarWarning } from '@/stores/core/calendar';
import { formatStart } from '@/stores/core/clock';
import type { Preview } from '@/stores/options';
import { useOptions } from './options-deps';
import { problemWords } from './problem-words';

interface Props {
  preview: Preview;
  onAdd: () => void;
  onClose: () => void;
}

/** What a calendar would bring, or what is wrong with it; added only when the person says so. */
export function CalendarPreview({ preview, onAdd, onClose }: Props) {
  const words = useWords();
  const { state, found } = preview;
  const site = URL.parse(preview.address)?.host ?? preview.address;
  const isGood = state === 'read' && found?.problem === null;
  return (
    <div class="box" data-part="preview" role="status">
      {state === 'reading' && <p>{words('options_look_reading', site)}</p>}
      {state === 'refused' && <p class="wrong">{words('options_look_refused', site)}</p>}
      {state === 'failed' && <p class="wrong">{words('schedule_error_other')}</p>}
      {state === 'read' && found?.problem && (
        <p class="wrong">{problemWords(words, found.problem.code, found.problem.detail)}</p>
      )}
      {isGood && found && <Found preview={preview} />}
      <p class="end">
        {isGood && (
          <button type="button" onClick={onAdd}>
            {words('options_calendar_add')}
          </button>
        )}
        <button type="button" class="quiet" onClick={onClose}>
          {words('options_cancel')}
        </button>
      </p>
    </div>
  );
}

function Found({ preview: { found } }: { preview: Preview }) {
  const words = useWords();
  const { reader } = useOptions();
  if (found === null) return null;
  return (
    <>
      <h4 dir="auto">{found.name}</h4>
      {found.sessions.length === 0 && <p>{words('options_look_empty')}</p>}
      <ol class="sessions">
        {found.sessions.map((session) => {
          const { day, time, zone, local } = formatStart(session, words, reader);
          return (
            <li key={session.start}>
              <span class="when">
                {day}, {time} {local !== null && `${zone} · ${words('clock_your_time', local)}`}
              </span>
              <span dir="auto">{session.theme ?? words('schedule_theme_unknown')}</span>
            </li>
          );
        })}
      </ol>
      {found.warnings.map((warning) => (
        <p class="why" key={warning.code}>
          {warningWords(words, warning)}
        </p>
      ))}
    </>
  );
}

function warningWords(
  words: ReturnType<typeof useWords>,
  { code, count }: CalendarWarning,
): string {
  return code === 'too_many' || code === 'cut_off'
    ? words(`schedule_warning_${code}`)
    : words.count(`schedule_warning_${code}`, count);
}
