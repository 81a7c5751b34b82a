/** Zustand's framework-free stores, inside a Preact component. */
import { useLayoutEffect, useReducer, useRef } from 'preact/hooks';

/** What a Zustand vanilla store offers, as far as drawing needs it. */
export interface Readable<S> {
  getState(): S;
  subscribe(listener: () => void): () => void;
}

/** Part of a store's state; the component is drawn again when that part is another one (`Object.is`). */
export function useStore<S, P>(store: Readable<S>, select: (state: S) => P): P {
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const value = select(store.getState());
  const last = useRef({ value, select });
  last.current = { value, select };
  useLayoutEffect(() => {
    const check = () => {
      const now = last.current;
      if (!Object.is(now.select(store.getState()), now.value)) redraw(undefined);
    };
    // What changed between drawing and subscribing is not to be lost.
    check();
    return store.subscribe(check);
  }, [store]);
  return value;
}
