import { useWords } from '@/components/shared/words';
import { formatStart, type Reader } from '@/stores/core/clock';
import type { Clock, Session } from '@/stores/core/schedule';
import { Reading, Source } from './Source';

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
            isShown={clock.session?.start === session.start}
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
  /** Stands above already, with all that there is to say about its theme. */
  isShown: boolean;
  isNow: boolean;
  reader: Reader;
}

function UpcomingChat({ session, isShown, isNow, reader }: UpcomingChatProps) {
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
      <div class="what">
        <p class={session.theme === null ? 'unknown' : undefined} dir="auto">
          {session.theme ?? words('schedule_theme_unknown')}
        </p>
        {!isShown && <Sources session={session} />}
      </div>
    </li>
  );
}

function Sources({ session: { theme, source, others, reading } }: { session: Session }) {
  const words = useWords();
  if (source === null || theme === null) return null;
  return (
    <>
      <p class="source">
        <Source source={source} />
        <Reading address={reading} />
      </p>
      {others?.map((other) => (
        <p class="others" key={other.source.name} dir="auto">
          {words('schedule_source_others', other.theme)} <Source source={other.source} />
        </p>
      ))}
    </>
  );
}
