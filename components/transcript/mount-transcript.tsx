import { render } from 'preact';
import { type Words, WordsContext } from '@/components/shared/words';
import { TranscriptPage } from './TranscriptPage';
import { TranscriptContext, type TranscriptProps } from './transcript-context';

/** Draws the transcript page into `place`. */
export function mountTranscript(
  place: Element,
  { words, ...props }: TranscriptProps & { words: Words },
) {
  render(
    <WordsContext.Provider value={words}>
      <TranscriptContext.Provider value={props}>
        <TranscriptPage />
      </TranscriptContext.Provider>
    </WordsContext.Provider>,
    place,
  );
}
