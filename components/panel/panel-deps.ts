/** What the panel asks of the outside, and its store, for every component in it. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Times, timesIn } from '@/components/shared/times';
import { useStore } from '@/components/shared/use-store';
import type { Words } from '@/components/shared/words';
import type { Written } from '@/stores/bridge';
import type { ConversationState, ConversationStore } from '@/stores/conversation';
import type { Post } from '@/stores/core/post';
import type { Settings } from '@/stores/core/settings';
import type { PartName, PartSource } from './parts';

export interface PanelDeps {
  store: ConversationStore;
  words: Words;
  /** What comes later in scripts of its own. */
  parts: PartSource;
  /** Puts the text into X's own composer; the person posts it there. The draft stays until X has the post. */
  postOnX: (text: string) => Promise<void>;
  /** Has what there is to say of the words drawn in the composer's own places (`data-part` writing, marks and count). */
  write: (form: HTMLFormElement, written: Written) => void;
  /** Opens X's own reply to a post, with label and hashtag. */
  reply: (post: Post) => unknown;
  /** Opens X's own quote of a post, with label and hashtag. */
  quote: (post: Post) => unknown;
  /** Puts the post's address on the clipboard. */
  copyLink: (post: Post) => void;
  /** Opens a post on X, in this tab without a reload where X's router allows. */
  openPost: (post: Post) => void;
  /** Opens X's live search for the hashtag in this tab. */
  openSearch: () => void;
  /** Several chats are followed. */
  several: () => boolean;
  openOptions: () => void;
  join: () => void;
  /** When the hashtag is put into X's composers. */
  prefill: () => Settings['prefill'];
  /** False where the organisation settles who and what is muted. */
  canMute: () => boolean;
  /** To the edge tab. */
  collapse: () => void;
  /** The wished width in px, already within 320 to 520; `done` once the person lets go. */
  resize: (width: number, done: boolean) => void;
}

/** Always provided by `Panel`; a component outside it is a mistake that shows at once. */
export const PanelContext = createContext<PanelDeps | null>(null);

export function usePanel(): PanelDeps {
  const deps = useContext(PanelContext);
  if (deps === null) throw new Error('A component of the panel stands outside it.');
  return deps;
}

/** Part of the conversation's state; drawn again when that part changes. */
export function usePanelState<P>(select: (state: ConversationState) => P): P {
  return useStore(usePanel().store, select);
}

/** Formats of the session's own time zone. */
export function useTimes(): Times {
  return timesIn(usePanelState((state) => state.session?.timeZone ?? 'Europe/London'));
}

/** For what leads to a later part: its script comes when someone is about to press. */
export function useComing(part: PartName) {
  const { parts } = usePanel();
  const come = () => {
    // Asked again, and said in words, once it is pressed.
    parts.load(part).catch(() => undefined);
  };
  return { onPointerEnter: come, onFocus: come };
}
