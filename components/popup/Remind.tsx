import { useWords } from '@/components/shared/words';
import type { ScheduleState } from '@/stores/schedule';

export interface RemindProps {
  state: ScheduleState;
  onRemind: (change: Partial<ScheduleState['reminders']>) => void;
  /** Asks the browser for notifications. */
  onAllow: () => void;
}

const MINUTES = [5, 10, 15, 30, 60];

/** Reminders, for every session of every chat followed. */
export function Remind({ state, onRemind, onAllow }: RemindProps) {
  const words = useWords();
  const { reminders, remindersLocked: locked, canNotify } = state;
  const choices = [...new Set([...MINUTES, reminders.minutes])].sort((a, b) => a - b);
  return (
    <div data-part="remind">
      <fieldset class="remind" disabled={locked}>
        <legend class="unseen">{words('popup_remind')}</legend>
        <label>
          <input
            type="checkbox"
            checked={reminders.on}
            onChange={(event) => onRemind({ on: event.currentTarget.checked })}
          />
          {words('popup_remind_chats')}
        </label>
        <label>
          {words('popup_remind_before')}
          <select
            value={reminders.minutes}
            disabled={!reminders.on}
            onChange={(event) => onRemind({ minutes: Number(event.currentTarget.value) })}
          >
            {choices.map((minutes) => (
              <option key={minutes} value={minutes}>
                {words.count('popup_minutes', minutes)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <input
            type="checkbox"
            checked={reminders.dayBefore}
            disabled={!reminders.on}
            onChange={(event) => onRemind({ dayBefore: event.currentTarget.checked })}
          />
          {words('popup_remind_day')}
        </label>
        {locked && <p class="why">{words('popup_locked')}</p>}
      </fieldset>
      {/* Outside the fieldset: also where the organisation decided, the browser wants the person's own click. */}
      {reminders.on && canNotify === false && (
        <p class="refused" role="status">
          {words('popup_notify')}{' '}
          <button type="button" class="plain" onClick={onAllow}>
            {words('popup_notify_ask')}
          </button>
        </p>
      )}
    </div>
  );
}
