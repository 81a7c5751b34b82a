import { useState } from 'preact/hooks';
import { useWords } from '@/components/shared/words';
import { foldText } from '@/stores/core/fold';
import { usePanel, usePanelState } from './panel-deps';

/** Words that keep posts out of sight in this panel, and nowhere else. */
export function MutedWords() {
  const words = useWords();
  const { store, canMute } = usePanel();
  const muted = usePanelState((state) => state.muted.words);
  const [draft, setDraft] = useState('');
  const word = draft.trim();
  const add = (event: Event) => {
    event.preventDefault();
    setDraft('');
    const known = muted.some((one) => foldText(one) === foldText(word));
    if (foldText(word) !== '' && !known) store.mute({ words: [...muted, word] });
  };
  if (!canMute()) return <p class="sheet-note">{words('panel_mute_locked')}</p>;
  return (
    <details class="muted-words">
      <summary>
        {words('panel_mute_words')} {muted.length > 0 && `(${muted.length})`}
      </summary>
      <form onSubmit={add}>
        <input
          value={draft}
          maxLength={60}
          dir="auto"
          aria-label={words('panel_mute_words')}
          onInput={(event) => setDraft(event.currentTarget.value)}
        />
        <button type="submit" class="line" disabled={word === ''}>
          {words('panel_mute_short')}
        </button>
      </form>
      <p class="choices">
        {muted.map((one) => (
          <button
            type="button"
            class="chip"
            key={one}
            aria-label={words('panel_unmute', one)}
            onClick={() => store.mute({ words: muted.filter((other) => other !== one) })}
          >
            <bdi>{one}</bdi> <span aria-hidden="true">×</span>
          </button>
        ))}
      </p>
    </details>
  );
}
