import { useWords } from '@/components/shared/words';
import { sessionSearch } from '@/stores/core/calendar-links';
import { formatDay, type Reader } from '@/stores/core/clock';
import type { PastSession } from '@/stores/schedule-view';

export interface PastChatsProps {
  past: readonly PastSession[];
  hashtag: string;
  reader: Reader;
}

/** The last chats: how much of each is kept, the way to its transcript, and to X's own search for its hour. */
export function PastChats({ past, hashtag, reader }: PastChatsProps) {
  const words = useWords();
  if (past.length === 0) return null;
  return (
    <section data-part="past" aria-labelledby="past">
      <header>
        <h2 id="past">{words('popup_past')}</h2>
      </header>
      <ol>
        {past.map((one) => (
          <PastChat key={one.session.start} {...one} hashtag={hashtag} reader={reader} />
        ))}
      </ol>
    </section>
  );
}

type PastChatProps = PastSession & Omit<PastChatsProps, 'past'>;

function PastChat({ session, posts, hashtag, reader }: PastChatProps) {
  const words = useWords();
  const { start, timeZone, theme } = session;
  const day = formatDay(start, { ...reader, timeZone });
  const moment = new Date(start).toISOString();
  const query = new URLSearchParams({ chat: hashtag, start: String(start) });
  return (
    <li data-start={moment}>
      <time dateTime={moment}>
        <b>{day}</b>
        {posts !== null && (
          <span class="count">
            {posts === 0 ? words('popup_none_kept') : words.count('posts', posts)}
          </span>
        )}
      </time>
      <div class="what">
        <p class={theme === null ? 'unknown' : undefined} dir="auto">
          {theme ?? words('popup_past_unknown')}
        </p>
        <p class="ways">
          {posts !== null && posts > 0 && (
            <a href={`/transcript.html?${query}`} target="_blank" rel="noopener">
              {words('popup_read')}
              <span class="unseen">: {day}</span>
            </a>
          )}
          <a href={sessionSearch(session, hashtag)} target="_blank" rel="noopener noreferrer">
            {words('popup_catch_up')}
            <span class="unseen">: {day}</span>
          </a>
        </p>
      </div>
    </li>
  );
}
