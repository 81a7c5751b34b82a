import { useEffect, useRef, useState } from 'preact/hooks';
import { useWords } from '@/components/shared/words';
import { usePanel } from './panel-deps';

/** Spoken at most this often, so that a lively chat does not drown a screen reader. */
const EVERY_MS = 10_000;

/** Says to screen readers how many posts came in; seen by nobody. */
export function Announcer() {
  const words = useWords();
  const { store } = usePanel();
  const [text, setText] = useState('');
  const spoken = useRef(store.getState().summary.posts);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const speak = () => {
      timer = undefined;
      const { posts } = store.getState().summary;
      if (posts > spoken.current) setText(words.count('panel_announce', posts - spoken.current));
      spoken.current = posts;
    };
    const stop = store.subscribe(() => {
      if (timer === undefined && store.getState().summary.posts > spoken.current) {
        timer = setTimeout(speak, EVERY_MS);
      }
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [store, words]);
  return (
    <div class="sr" aria-live="polite">
      {text}
    </div>
  );
}
