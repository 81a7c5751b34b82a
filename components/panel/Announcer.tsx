import { useEffect, useState } from 'preact/hooks';
import { useWords } from '@/components/shared/words';
import type { ConversationState } from '@/stores/panel-state';
import { usePanel } from './panel-deps';

/** Spoken at most this often, so that a lively chat does not drown a screen reader. */
const EVERY_MS = 10_000;

/** Says to screen readers how many posts came in; seen by nobody. */
export function Announcer() {
  const words = useWords();
  const { store } = usePanel();
  const [text, setText] = useState('');
  useEffect(() => {
    // What is kept and comes as the panel opens is not new.
    let last: ConversationState | undefined;
    const timer = setInterval(() => {
      const now = store.getState();
      // Nor is what comes out of hiding.
      if (now.muted === last?.muted && now.showMuted === last.showMuted) {
        const n = now.summary.posts - last.summary.posts;
        const said = words.count('panel_announce', n);
        // The same words twice would be no change, and not be spoken.
        if (n > 0) setText((before) => (before === said ? `${said}\u00a0` : said));
      }
      last = now;
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [store, words]);
  return (
    <div class="sr" aria-live="polite">
      {text}
    </div>
  );
}
