import { useState } from 'preact/hooks';
import { useWords } from '@/components/shared/words';
import { Tools } from './Tools';
import { useTranscript, useTranscriptState } from './transcript-context';

/** The sessions of which something is kept, and the way to forget all of it. */
export function Kept() {
  const words = useWords();
  const { store } = useTranscript();
  const kept = useTranscriptState((state) => state.kept);
  const { hashtag } = useTranscriptState((state) => state.chat);
  const [asking, setAsking] = useState(false);
  return (
    <main data-part="kept">
      <p class="chat">#{hashtag}</p>
      <h1>{words('transcript_kept')}</h1>
      {kept.length === 0 && <p>{words('transcript_kept_none')}</p>}
      <ul class="kept">
        {kept.map(({ start, theme, timeZone, posts }) => (
          <li key={start}>
            <button type="button" class="plain" onClick={() => store.open(hashtag, start)}>
              {new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone }).format(start)}
            </button>
            <span dir="auto">{theme ?? words('schedule_theme_unknown')}</span>
            <span class="faint">{words.count('posts', posts)}</span>
          </li>
        ))}
      </ul>
      <Tools />
      {kept.length > 0 && !asking && (
        <button type="button" class="danger" onClick={() => setAsking(true)}>
          {words('transcript_forget_all')}
        </button>
      )}
      {asking && (
        <p role="alert" data-part="sure">
          {words('transcript_forget_all_sure')}{' '}
          <button type="button" class="danger" onClick={() => store.forget('all')}>
            {words('transcript_forget_yes')}
          </button>{' '}
          <button type="button" onClick={() => setAsking(false)}>
            {words('transcript_forget_no')}
          </button>
        </p>
      )}
    </main>
  );
}
