import { useWords } from '@/components/shared/words';
import { formatStart, type Reader } from '@/stores/core/clock';
import type { Clock, Session } from '@/stores/core/schedule';

export interface UpcomingChatsProps {
  sessions: readonly Session[];
  clock: Clock;
  reader: Reader;
}

/** The programme: a row a session, with the day and time of the chat's own wall first. */
export function UpcomingChats({ sessions, clock, reader }: UpcomingChatsProps) {
  const words = useWords();
  if (sessions.length === 0) return null;
  const zone = zoneOf(sessions, words, reader);
  return (
    <section data-part="upcoming" aria-labelledby="upcoming">
      <header>
        <h2 id="upcoming">{words('popup_upcoming')}</h2>
        {zone !== null && <span class="zone">{zone}</span>}
      </header>
      <ol>
        {sessions.map((session) => (
          <UpcomingChat
            key={session.start}
            session={session}
            isNow={clock.state === 'live' && clock.session?.start === session.start}
            reader={reader}
          />
        ))}
      </ol>
    </section>
  );
}

/** Said once for all rows, and only to readers whose own clock shows something else. */
function zoneOf(
  sessions: readonly Session[],
  words: ReturnType<typeof useWords>,
  reader: Reader,
): string | null {
  const texts = sessions.map((session) => formatStart(session, words, reader));
  const zone = texts.find((text) => text.local !== null)?.zone;
  return zone === undefined ? null : words('popup_zones', zone);
}

interface UpcomingChatProps {
  session: Session;
  isNow: boolean;
  reader: Reader;
}

function UpcomingChat({ session, isNow, reader }: UpcomingChatProps) {
  const words = useWords();
  const { day, time, local } = formatStart(session, words, reader);
  const start = new Date(session.start).toISOString();
  return (
    <li data-start={start} aria-current={isNow ? 'true' : undefined}>
      <time dateTime={start}>
        <b>{day}</b>
        <span class="time">{isNow ? words('popup_now') : time}</span>
        {local !== null && (
          <span class="local">
            {' · '}
            {local}
            <span class="unseen"> {words('popup_yours')}</span>
          </span>
        )}
      </time>
      <p class={session.theme === null ? 'unknown' : undefined} dir="auto">
        {session.theme ?? words('schedule_theme_unknown')}
      </p>
    </li>
  );
}
