import { useWords } from '@/components/shared/words';
import { formatDay, type Reader } from '@/stores/core/clock';
import type { Session } from '@/stores/core/schedule';

export interface PastChatsProps {
  sessions: readonly Session[];
  hashtag: string;
  reader: Reader;
}

/** The last chats that had a theme, each with the way to X's own search for that day. */
export function PastChats({ sessions, hashtag, reader }: PastChatsProps) {
  const words = useWords();
  if (sessions.length === 0) return null;
  return (
    <section data-part="past" aria-labelledby="past">
      <header>
        <h2 id="past">{words('popup_past')}</h2>
      </header>
      <ol>
        {sessions.map((session) => {
          const day = formatDay(session.start, { ...reader, timeZone: session.timeZone });
          return (
            <li key={session.start}>
              <time dateTime={new Date(session.start).toISOString()}>
                <b>{day}</b>
              </time>
              <p dir="auto">
                {session.theme}{' '}
                <a href={searchUrl(hashtag, session)} target="_blank" rel="noopener noreferrer">
                  {words('popup_read')}
                  <span class="unseen">: {day}</span>
                </a>
              </p>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** X's public search for the hashtag on the day of the chat; X reckons days in UTC, so the next one is taken in. */
function searchUrl(hashtag: string, session: Session): string {
  const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  const query = `#${hashtag} since:${day(session.start)} until:${day(session.end + 86_400_000)}`;
  return `https://x.com/search?q=${encodeURIComponent(query)}&f=live`;
}
