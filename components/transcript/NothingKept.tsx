import { useWords } from '@/components/shared/words';
import { sessionSearch } from '@/stores/core/calendar-links';
import { formatStart } from '@/stores/core/clock';
import { Tools } from './Tools';
import { useTranscript, useTranscriptState } from './transcript-context';

/** A session of which nothing is kept: how to get it. */
export function NothingKept() {
  const words = useWords();
  const { store } = useTranscript();
  const session = useTranscriptState((state) => state.session);
  const { hashtag } = useTranscriptState((state) => state.chat);
  if (session === null) return null;
  const reader = { locale: 'en-GB', timeZone: session.timeZone };
  const { day, time } = formatStart(session, words, reader);
  return (
    <main data-part="nothing">
      <p class="chat">#{hashtag}</p>
      <h1 dir="auto">{session.theme ?? words('transcript_nothing')}</h1>
      <p>{words('transcript_nothing_why', day, time)}</p>
      <p>
        <a
          class="button"
          data-part="catch-up"
          href={sessionSearch(session, hashtag)}
          target="_blank"
          rel="noreferrer"
        >
          {words('transcript_catch_up')}
        </a>
      </p>
      <p class="faint">{words('transcript_nothing_how')}</p>
      <Tools />
      <p>
        <button type="button" class="plain" onClick={() => store.open(hashtag, null)}>
          {words('transcript_all')}
        </button>
      </p>
    </main>
  );
}
