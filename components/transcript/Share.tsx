import { useState } from 'preact/hooks';
import { useWords } from '@/components/shared/words';
import { useTranscript, useTranscriptState } from './transcript-context';

/** The transcript as a link: X's own search for the hour, or the page where a host published it. */
export function Share() {
  const words = useWords();
  const { store, actions } = useTranscript();
  const published = useTranscriptState((state) => state.published);
  const [address, setAddress] = useState(published);
  const [said, setSaid] = useState('');
  const isGood = address === '' || /^https:\/\/\S+\.\S+$/.test(address);
  const { url, text } = store.share();
  const copy = () =>
    actions.copy(url).then(
      () => setSaid(words('transcript_copied')),
      () => setSaid(words('transcript_copy_refused')),
    );
  return (
    <section aria-labelledby="share-title" data-part="share">
      <h2 id="share-title">{words('transcript_share')}</h2>
      <p>{published === '' ? words('transcript_share_search') : words('transcript_share_page')}</p>
      <blockquote data-part="share-text">{text}</blockquote>
      <p class="buttons">
        <button
          type="button"
          data-part="share-post"
          onClick={() =>
            actions.openX(`https://x.com/intent/post?text=${encodeURIComponent(text)}`)
          }
        >
          {words('transcript_share_post')}
        </button>
        <button type="button" data-part="share-copy" onClick={copy}>
          {words('transcript_share_copy')}
        </button>
        <span role="status">{said}</span>
      </p>
      <label>
        {words('transcript_published')}
        <input
          type="url"
          inputMode="url"
          placeholder="https://"
          value={address}
          aria-invalid={!isGood}
          data-part="published"
          onInput={({ currentTarget }) => {
            const given = currentTarget.value.trim();
            setAddress(given);
            if (given === '' || /^https:\/\/\S+\.\S+$/.test(given)) store.setPublished(given);
          }}
        />
      </label>
      {!isGood && <p class="problem">{words('transcript_published_bad')}</p>}
    </section>
  );
}
