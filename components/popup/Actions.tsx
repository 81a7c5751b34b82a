import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Drawing } from '@/components/shared/Icon';
import { useWords } from '@/components/shared/words';
import type { ScheduleState } from '@/stores/schedule';
import { AddToCalendar, type AddToCalendarProps } from './AddToCalendar';
import { Remind, type RemindProps } from './Remind';
import { Suggest } from './Suggest';
import './Actions.css';

export interface ActionsProps
  extends Pick<RemindProps, 'onRemind' | 'onAllow'>,
    Pick<AddToCalendarProps, 'onSave'> {
  state: ScheduleState;
}

/** On the grid of the shared ones. */
const PICTURES = {
  bell: 'M6 17V11a6 6 0 0 1 12 0v6l1.5 1.5h-15zM10 21.5h4',
  calendar: 'M4 6h16v14H4zM4 10.5h16M8 3v5M16 3v5',
  idea: 'M9 17a6.5 6.5 0 1 1 6 0v1.5H9zM10 21.5h4',
} as const;
type Action = 'remind' | 'calendar' | 'suggest';

interface Look {
  isOn?: boolean;
  /** Longer than what is to be seen, and with it in it. */
  name?: string;
}

/** What can be done before the hour; one at a time is unfolded. */
export function Actions({ state, onRemind, onAllow, onSave }: ActionsProps) {
  const words = useWords();
  const [open, setOpen] = useState<Action | null>(null);
  const button = (action: Action, icon: keyof typeof PICTURES, label: string, more: Look = {}) => (
    <button
      type="button"
      class="action"
      data-on={more.isOn || undefined}
      aria-label={more.name}
      aria-expanded={open === action}
      aria-controls={`action-${action}`}
      onClick={() => setOpen(open === action ? null : action)}
    >
      <Drawing path={PICTURES[icon]} />
      {label}
    </button>
  );
  const unfolded = (action: Action, content: ComponentChildren) => (
    <div class="unfolded" id={`action-${action}`} hidden={open !== action}>
      {open === action && content}
    </div>
  );
  const isOn = state.reminders.on && state.canNotify === true;
  return (
    <div class="actions" data-part="actions">
      <div class="buttons">
        {button('remind', 'bell', words(isOn ? 'popup_remind_on' : 'popup_remind'), { isOn })}
        {button('calendar', 'calendar', words('popup_calendar_short'), {
          name: words('popup_calendar'),
        })}
        {button('suggest', 'idea', words('popup_suggest'))}
      </div>
      {unfolded('remind', <Remind state={state} onRemind={onRemind} onAllow={onAllow} />)}
      {unfolded('calendar', <AddToCalendar state={state} onSave={onSave} />)}
      {unfolded('suggest', <Suggest state={state} />)}
    </div>
  );
}
