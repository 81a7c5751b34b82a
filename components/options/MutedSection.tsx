import { useWords } from '@/components/shared/words';
import { MOST, parseHandle, parseText } from '@/stores/core/settings-values';
import { Locked } from './Field';
import { ListEditor } from './ListEditor';
import { useSetting } from './options-deps';

/** Whom and what the person does not want to see in the panel. */
export function MutedSection() {
  const words = useWords();
  const { value, locked, set } = useSetting('muted');
  return (
    <>
      <p class="lead">{words('options_muted_why')}</p>
      {locked && <Locked />}
      <ListEditor
        label={words('options_muted_people')}
        items={value.people}
        show={(handle) => `@${handle}`}
        locked={locked}
        split={/[\s,;]+/}
        parse={(text) => parseHandle(text)?.toLowerCase()}
        wrong={(text) => words('options_handle_wrong', text)}
        most={MOST.muted}
        onChange={(people) => set({ ...value, people })}
      />
      <ListEditor
        label={words('options_muted_words')}
        why={words('options_muted_words_why')}
        items={value.words}
        locked={locked}
        split={/\n/}
        parse={parseText}
        wrong={(text) => text}
        most={MOST.muted}
        onChange={(list) => set({ ...value, words: list })}
      />
    </>
  );
}
