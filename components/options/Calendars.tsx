import { CLOSE, Drawing } from '@/components/shared/Icon';
import { useWords, type Words } from '@/components/shared/words';
import type { Chat } from '@/stores/core/chat';
import { formatMoment } from '@/stores/core/clock';
import { MOST } from '@/stores/core/settings-values';
import { type CalendarState, scheduleOf } from '@/stores/saved';
import { CalendarAdd } from './CalendarAdd';
import { useOptions, useOptionsState } from './options-deps';
import { problemWords } from './problem-words';

interface Props {
  chat: Chat;
  locked: boolean;
  onChange: (chat: Chat) => void;
}

/** Where a chat's dates and themes come from, and how reading each went. */
export function Calendars({ chat, locked, onChange }: Props) {
  const words = useWords();
  const { calendars } = chat;
  const set = (next: string[]) => onChange({ ...chat, calendars: next });
  return (
    <fieldset class="calendars">
      <legend>{words('options_calendars')}</legend>
      <p class="why">{words('options_calendars_why')}</p>
      {calendars.length > 0 && (
        <ul>
          {calendars.map((address) => (
            <li key={address} data-address={address}>
              <Calendar chat={chat} address={address} />
              {!locked && (
                <button
                  type="button"
                  class="icon"
                  aria-label={words('options_take_out', nameOf(words, address))}
                  onClick={() => set(calendars.filter((one) => one !== address))}
                >
                  <Drawing path={CLOSE} />
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {!locked && calendars.length < MOST.calendars && (
        <CalendarAdd chat={chat} onAdd={(address) => set([...calendars, address])} />
      )}
    </fieldset>
  );
}

function Calendar({ chat, address }: { chat: Chat; address: string }) {
  const words = useWords();
  const { store } = useOptions();
  const state = useOptionsState(({ schedules }) =>
    scheduleOf(schedules, chat.hashtag).calendars.find((one) => one.address === address),
  );
  return (
    <div>
      <b dir="auto">
        {address === '' ? words('options_calendar_bundled') : (state?.name ?? address)}
      </b>
      {address !== '' && <code>{address}</code>}
      <p class="why">{state && <Reading state={state} />}</p>
      {state?.problem?.code === 'not_allowed' && (
        <p>
          <button type="button" onClick={() => void store.allow(address)}>
            {words('popup_problem_allow')}
          </button>
        </p>
      )}
    </div>
  );
}

function Reading({ state: { problem, readAt } }: { state: CalendarState }) {
  const words = useWords();
  const { reader, now } = useOptions();
  const at = (moment: number) => formatMoment(moment, now(), reader);
  if (problem === null) return <>{readAt > 0 && words('options_calendar_read', at(readAt))}</>;
  return (
    <>
      <span class="wrong">{problemWords(words, problem.code, problem.detail)}</span>{' '}
      {readAt > 0 && words('popup_problem_kept', at(readAt))}
    </>
  );
}

function nameOf(words: Words, address: string): string {
  return address === '' ? words('options_calendar_bundled') : address;
}
