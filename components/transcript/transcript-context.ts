/** What every part of the transcript page is given: the store, and what only the browser can do. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { useStore } from '@/components/shared/use-store';
import { useWords } from '@/components/shared/words';
import type { Say } from '@/stores/core/transcript-words';
import type { TranscriptState, TranscriptStore } from '@/stores/transcript';

export interface TranscriptActions {
  /** Opens a page of X in a tab of its own. */
  openX(url: string): void;
  copy(text: string): Promise<void>;
  print(): void;
  setTitle(title: string): void;
  /** Has the page's address name what is shown. */
  setPlace(hashtag: string, start: number | null): void;
}

export interface TranscriptProps {
  store: TranscriptStore;
  actions: TranscriptActions;
}

export const TranscriptContext = createContext<TranscriptProps | null>(null);

export function useTranscript(): TranscriptProps {
  const props = useContext(TranscriptContext);
  if (props === null) throw new Error('Outside the transcript page.');
  return props;
}

export function useTranscriptState<P>(select: (state: TranscriptState) => P): P {
  return useStore(useTranscript().store, select);
}

/** The words, as files that are written take them. */
export function useSay(): Say {
  const words = useWords();
  return (key, ...values) => words(key as Parameters<typeof words>[0], ...values);
}
