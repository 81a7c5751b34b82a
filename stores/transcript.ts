/** Owns what the transcript page shows: a session read from the archive, what of it is looked at, what is handed out, taken in or forgotten. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Chat, POLCHAT } from './core/chat';
import type { Session } from './core/schedule';
import type { Article } from './core/transcript-article';
import type { Format } from './core/transcript-formats';
import { type Selection, WHOLE } from './core/transcript-selection';
import { type Saved, transcriptKey } from './saved';
import { createHandling, type Handling } from './transcript-handling';
import { createLoading, type Loaded, type TranscriptDeps } from './transcript-loading';

export type { TranscriptDeps } from './transcript-loading';

export interface TranscriptState {
  status: 'loading' | 'list' | 'unknown' | 'ready' | 'failed';
  /** What went wrong, in the browser's words. */
  problem: string;
  chat: Chat;
  /** The session shown; null for the list. */
  session: Session | null;
  article: Article | null;
  /** What goes on paper: the selected part of the article; null but while it is printed. */
  printed: Article | null;
  /** Sessions of which something is kept, the newest first. */
  kept: (Session & { posts: number })[];
  /** What is looked for in the posts, and whose alone are shown; '' for all. */
  find: string;
  person: string;
  selection: Selection;
  /** One's own handle, '' where it was never given. */
  me: string;
  reflection: string;
  /** What is being done, with how far it is; null for nothing. */
  busy: { doing: 'export' | 'import'; format: Format | null; done: number } | null;
  /** What the person should know of their last press: a key of the words with its values, '' for nothing. */
  notice: { key: string; values: (string | number)[]; level: 'info' | 'problem' } | null;
  /** Saving is allowed; an organisation may have switched it off. */
  exports: boolean;
  /** Where the host published this transcript, '' where it is not. */
  published: string;
}

export interface TranscriptStore
  extends Pick<StoreApi<TranscriptState>, 'getState' | 'subscribe'>,
    Handling {
  /** Reads a session, or without a start the list of them. Never rejects. */
  open(hashtag: string, start: number | null): Promise<void>;
  setFind(find: string): void;
  setPerson(handle: string): void;
  setSelection(part: Partial<Selection>): void;
  setMe(handle: string): void;
  setReflection(words: string): void;
  /** The address of the host's own page, https; '' takes it back. */
  setPublished(address: string): void;
}

/** The page's store. Everything it touches comes with `deps`. */
export function createTranscriptStore(deps: TranscriptDeps): TranscriptStore {
  const store = createStore<TranscriptState>()(() => initialState());
  const loading = createLoading(deps);
  const set = (part: Partial<TranscriptState>) => store.setState(part);
  let transcripts: Saved['transcripts'] = { me: '', published: {} };
  const keyOf = ({ chat, session }: TranscriptState) =>
    transcriptKey(chat.hashtag, session?.start ?? 0);
  const save = (part: Partial<Saved['transcripts']>) => {
    transcripts = { ...transcripts, ...part };
    deps.save('transcripts', transcripts).catch(() => undefined);
  };
  const show = (loaded: Loaded) => {
    transcripts = loaded.transcripts;
    set({ ...loaded.state, me: transcripts.me });
    set({ published: transcripts.published[keyOf(store.getState())] ?? '' });
  };
  const open = async (hashtag: string, start: number | null) => {
    set({ status: 'loading', notice: store.getState().notice });
    try {
      show(await loading(hashtag, start));
    } catch (error) {
      set({ status: 'failed', problem: error instanceof Error ? error.message : String(error) });
    }
  };
  return {
    getState: store.getState,
    subscribe: store.subscribe,
    open,
    setFind: (find) => set({ find }),
    setPerson: (person) => set({ person }),
    setSelection: (part) => set({ selection: { ...store.getState().selection, ...part } }),
    setMe(handle) {
      const me = handle.trim().replace(/^@/, '');
      const { selection } = store.getState();
      set({ me, selection: { ...selection, only: selection.only === null ? null : me } });
      save({ me });
    },
    setReflection: (reflection) => set({ reflection }),
    setPublished(address) {
      const { [keyOf(store.getState())]: _, ...others } = transcripts.published;
      set({ published: address });
      save({
        published: address === '' ? others : { ...others, [keyOf(store.getState())]: address },
      });
    },
    ...createHandling(deps, store.getState, set, open),
  };
}

function initialState(): TranscriptState {
  return {
    status: 'loading',
    problem: '',
    chat: POLCHAT,
    session: null,
    article: null,
    printed: null,
    kept: [],
    find: '',
    person: '',
    selection: WHOLE,
    me: '',
    reflection: '',
    busy: null,
    notice: null,
    exports: true,
    published: '',
  };
}
