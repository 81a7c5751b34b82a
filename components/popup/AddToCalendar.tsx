import { useWords } from '@/components/shared/words';
import { googleLink, outlookLink } from '@/stores/core/calendar-links';
import type { ScheduleState } from '@/stores/schedule';

export interface AddToCalendarProps {
  state: ScheduleState;
  /** Gives the person a calendar file: of the session the clock shows, or of all that are known. */
  onSave: (what: 'session' | 'series') => void;
}

/** Ways of the next session, and of all, into the person's own calendar. */
export function AddToCalendar({ state, onSave }: AddToCalendarProps) {
  const words = useWords();
  const { clock, chat, ahead } = state;
  const next = clock.state === 'ended' ? ahead[0] : clock.session;
  if (!next) return <p class="why">{words('popup_empty')}</p>;
  const link = (href: string, label: string) => (
    <li>
      <a href={href} target="_blank" rel="noopener noreferrer">
        {label}
      </a>
    </li>
  );
  return (
    <ul data-part="add-to-calendar">
      <li>
        <button type="button" class="plain" onClick={() => onSave('session')}>
          {words('popup_calendar_one')}
        </button>
      </li>
      {ahead.length > 1 && (
        <li>
          <button type="button" class="plain" onClick={() => onSave('series')}>
            {words('popup_calendar_all')}
          </button>
        </li>
      )}
      {link(googleLink(next, chat.hashtag), words('popup_calendar_google'))}
      {link(outlookLink(next, chat.hashtag), words('popup_calendar_outlook'))}
    </ul>
  );
}
