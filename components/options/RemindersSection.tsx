import { useWords } from '@/components/shared/words';
import { Check, Locked, Select } from './Field';
import { useOptions, useOptionsState, useSetting } from './options-deps';

const MINUTES = [5, 10, 15, 30, 60, 120];

export function RemindersSection() {
  const words = useWords();
  const { store } = useOptions();
  const { value, locked } = useSetting('reminders');
  const canNotify = useOptionsState((state) => state.canNotify);
  const choices = [...new Set([...MINUTES, value.minutes])].sort((a, b) => a - b);
  return (
    <>
      <p class="lead">{words('options_reminders_why')}</p>
      {locked && <Locked />}
      <Check
        label={words('popup_remind_chats')}
        checked={value.on}
        locked={locked}
        onChange={(on) => void store.remind({ on })}
      />
      {value.on && canNotify === false && (
        <p class="wrong" role="status">
          {words('popup_notify')}{' '}
          <button type="button" class="quiet" onClick={() => void store.remind({ on: true })}>
            {words('popup_notify_ask')}
          </button>
        </p>
      )}
      <Select
        label={words('popup_remind_before')}
        value={String(value.minutes)}
        locked={locked || !value.on}
        onChange={(minutes) => void store.remind({ minutes: Number(minutes) })}
      >
        {choices.map((minutes) => (
          <option key={minutes} value={String(minutes)}>
            {words.count('popup_minutes', minutes)}
          </option>
        ))}
      </Select>
      <Check
        label={words('popup_remind_day')}
        checked={value.dayBefore}
        locked={locked || !value.on}
        onChange={(dayBefore) => void store.remind({ dayBefore })}
      />
    </>
  );
}
