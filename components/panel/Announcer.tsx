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
      const said = words.count('panel_announce', posts - spoken.current);
      // The same words twice would be no change, and not be spoken.
      if (posts > spoken.current) setText((last) => (last === said ? `${said}\u00a0` : said));
      spoken.current = posts;
    };
    const stop = store.subscribe(({ summary, muted, showMuted }, before) => {
      // Posts that come out of hiding, or go there, are not new.
      if (muted !== before.muted || showMuted !== before.showMuted) {
        spoken.current += summary.posts - before.summary.posts;
      }
      if (timer === undefined && summary.posts > spoken.current) {
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
