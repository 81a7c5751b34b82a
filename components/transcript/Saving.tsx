import { useWords } from '@/components/shared/words';
import { FORMATS } from '@/stores/core/transcript-formats';
import type { Selection } from '@/stores/core/transcript-selection';
import { useTranscript, useTranscriptState } from './transcript-context';

/** Saving as a file: which part of it, in which form. Not there where an organisation switched it off, and it says so. */
export function Saving() {
  const words = useWords();
  const { store, actions } = useTranscript();
  const { noReposts, names, only } = useTranscriptState((state) => state.selection);
  const busy = useTranscriptState((state) => state.busy !== null);
  const exports = useTranscriptState((state) => state.exports);
  const me = useTranscriptState((state) => state.me);
  if (!exports) return <p data-part="no-exports">{words('transcript_exports_off')}</p>;
  return (
    <section aria-labelledby="saving-title" data-part="saving">
      <h2 id="saving-title">{words('transcript_save')}</h2>
      <label class="check">
        <input
          type="checkbox"
          checked={noReposts}
          onChange={({ currentTarget }) => store.setSelection({ noReposts: currentTarget.checked })}
        />
        {words('transcript_no_reposts')}
      </label>
      <label>
        {words('transcript_names')}
        <select
          value={names}
          data-part="names"
          onChange={({ currentTarget }) =>
            store.setSelection({ names: currentTarget.value as Selection['names'] })
          }
        >
          <option value="full">{words('transcript_names_full')}</option>
          <option value="initials">{words('transcript_names_initials')}</option>
          <option value="numbers">{words('transcript_names_numbers')}</option>
        </select>
      </label>
      {names !== 'full' && <p class="faint">{words('transcript_names_check')}</p>}
      <label class="check">
        <input
          type="checkbox"
          checked={only !== null}
          data-part="only-mine"
          onChange={({ currentTarget }) =>
            store.setSelection({ only: currentTarget.checked ? me : null })
          }
        />
        {words('transcript_only_mine')}
      </label>
      {only !== null && (
        <label>
          {words('transcript_me')}
          <input
            value={me}
            data-part="me"
            onInput={({ currentTarget }) => store.setMe(currentTarget.value)}
          />
        </label>
      )}
      <p class="buttons">
        {FORMATS.map((format) => (
          <button
            key={format}
            type="button"
            disabled={busy}
            data-format={format}
            onClick={() => store.save(format)}
          >
            {words(`transcript_save_${format}`)}
          </button>
        ))}
        <button type="button" onClick={actions.print}>
          {words('transcript_print')}
        </button>
      </p>
    </section>
  );
}
