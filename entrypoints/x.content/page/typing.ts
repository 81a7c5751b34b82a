/** Hears what is written in X's composers. */
import { editorOf } from './composer';

/** Calls `typed` once an editor's model has taken in what was typed, and not in the middle of a composition (IME). */
export function watchTyping(signal: AbortSignal, typed: (editor: HTMLElement) => void): void {
  let composing = false;
  const later = ({ target }: Event) => {
    const editor = editorOf(target);
    // Draft takes over what the browser typed in a task of its own.
    if (editor) setTimeout(() => !composing && editor.isConnected && typed(editor), 0);
  };
  document.addEventListener(
    'compositionstart',
    () => {
      composing = true;
    },
    { signal, capture: true },
  );
  document.addEventListener(
    'compositionend',
    (event) => {
      composing = false;
      later(event);
    },
    { signal, capture: true },
  );
  for (const kind of ['input', 'keyup', 'paste', 'cut', 'drop']) {
    document.addEventListener(kind, later, { signal, capture: true });
  }
}
