/** Tells the store while someone points at the list or goes through it by keyboard: then new posts wait even at the live end. */
import { useEffect, useMemo } from 'preact/hooks';
import type { ConversationStore } from '@/stores/conversation';

/** A pointer that has not moved for so long is only lying there. */
const RESTS_MS = 4_000;

export interface EngagedHandlers {
  onPointerMove: (event: PointerEvent) => void;
  onPointerLeave: () => void;
  onFocusIn: (event: FocusEvent) => void;
  onFocusOut: () => void;
}

/** Handlers for the list's element. */
export function useEngaged(store: ConversationStore): EngagedHandlers {
  const watch = useMemo(() => createWatch(store), [store]);
  useEffect(() => watch.stop, [watch]);
  return watch.handlers;
}

function createWatch(store: ConversationStore): { handlers: EngagedHandlers; stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pointing = false;
  let focused = false;
  let told = false;
  const tell = () => {
    const now = pointing || focused;
    if (now !== told) store.engage(now);
    told = now;
  };
  const rest = () => {
    clearTimeout(timer);
    pointing = false;
    tell();
  };
  return {
    stop: () => clearTimeout(timer),
    handlers: {
      onPointerMove(event) {
        if (event.pointerType !== 'mouse') return;
        clearTimeout(timer);
        timer = setTimeout(rest, RESTS_MS);
        pointing = true;
        tell();
      },
      onPointerLeave: rest,
      onFocusIn(event) {
        // A click focuses too, and says nothing about reading on.
        focused = (event.target as HTMLElement).matches(':focus-visible');
        tell();
      },
      onFocusOut() {
        focused = false;
        tell();
      },
    },
  };
}
