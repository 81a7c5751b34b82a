/** A row that goes while it has the focus (muted, moved, scrolled far away) leaves it to the row that Tab leads to. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';

/** Handlers for the element that holds the rows. */
export function useKeptFocus(block: RefObject<HTMLElement | null>) {
  const focused = useRef<EventTarget | null>(null);
  useLayoutEffect(() => {
    // Browsers do not agree whether an element that is taken away says that it lost the focus: it is asked itself.
    const had = focused.current as HTMLElement | null;
    if (had === null || had.isConnected) return;
    focused.current = null;
    if (document.activeElement !== document.body) return;
    block.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true });
  });
  return useMemo(
    () => ({
      onFocusIn(event: FocusEvent) {
        focused.current = event.target;
      },
      onFocusOut({ target }: FocusEvent) {
        if ((target as HTMLElement).isConnected) focused.current = null;
      },
    }),
    [],
  );
}
