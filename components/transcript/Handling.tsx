import { useState } from 'preact/hooks';
import { useWords } from '@/components/shared/words';
import { Saving } from './Saving';
import { Share } from './Share';
import { Tools } from './Tools';
import { useTranscript, useTranscriptState } from './transcript-context';

/** What can be done with a transcript: saved, shared, added to, forgotten. */
export function Handling() {
  const words = useWords();
  const { store } = useTranscript();
  const { hashtag } = useTranscriptState((state) => state.chat);
  const posts = useTranscriptState((state) => state.article?.transcript.posts.length ?? 0);
  const [asking, setAsking] = useState(false);
  return (
    <aside class="handling" aria-label={words('transcript_handling')}>
      <Saving />
      <Share />
      <section aria-labelledby="more-title">
        <h2 id="more-title">{words('transcript_more')}</h2>
        <Tools />
        <p class="buttons">
          <button type="button" onClick={() => store.open(hashtag, null)}>
            {words('transcript_all')}
          </button>
          {!asking && (
            <button type="button" class="danger" data-part="forget" onClick={() => setAsking(true)}>
              {words('transcript_forget')}
            </button>
          )}
        </p>
        {asking && (
          <p role="alert" data-part="sure">
            {words('transcript_forget_sure', posts)}{' '}
            <button type="button" class="danger" onClick={() => store.forget('session')}>
              {words('transcript_forget_yes')}
            </button>{' '}
            <button type="button" onClick={() => setAsking(false)}>
              {words('transcript_forget_no')}
            </button>
          </p>
        )}
      </section>
    </aside>
  );
}
