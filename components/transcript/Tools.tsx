import { useRef } from 'preact/hooks';
import { useWords } from '@/components/shared/words';
import { useTranscript, useTranscriptState } from './transcript-context';

/** Taking in what others kept: a colleague's file, or a recording of a browser. */
export function Tools() {
  const words = useWords();
  const { store } = useTranscript();
  const busy = useTranscriptState((state) => state.busy !== null);
  const input = useRef<HTMLInputElement>(null);
  const take = async () => {
    const files = [...(input.current?.files ?? [])];
    await store.take(
      files.map((file) => ({
        name: file.name,
        lastModified: file.lastModified,
        text: piecesOf(file),
      })),
    );
    if (input.current) input.current.value = '';
  };
  return (
    <p class="take">
      <label>
        {words('transcript_take')}
        <input
          ref={input}
          type="file"
          accept=".json,.har,.jsonl,application/json"
          multiple
          disabled={busy}
          data-part="file"
          onChange={take}
        />
      </label>
      <span class="faint">{words('transcript_take_how')}</span>
    </p>
  );
}

/** A file's text in pieces: a recording may be larger than memory. */
async function* piecesOf(file: File): AsyncGenerator<string> {
  const reader = file.stream().pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}
