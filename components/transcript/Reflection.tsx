import { useWords } from '@/components/shared/words';
import { useTranscript, useTranscriptState } from './transcript-context';

/** One's own thoughts, for a note of what one contributed; there only where such a note is wanted. */
export function Reflection() {
  const words = useWords();
  const { store } = useTranscript();
  const wanted = useTranscriptState((state) => state.selection.only !== null);
  const reflection = useTranscriptState((state) => state.reflection);
  if (!wanted) return null;
  return (
    <section aria-labelledby="reflection-title" class="reflection">
      <h2 id="reflection-title">{words('transcript_reflection')}</h2>
      <textarea
        aria-labelledby="reflection-title"
        rows={6}
        value={reflection}
        data-part="reflection"
        onInput={({ currentTarget }) => store.setReflection(currentTarget.value)}
      />
      <p class="faint">{words('transcript_reflection_why')}</p>
    </section>
  );
}
