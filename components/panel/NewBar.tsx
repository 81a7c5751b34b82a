import { Icon } from '@/components/shared/Icon';
import { useWords, type Words } from '@/components/shared/words';
import type { Waiting } from '@/stores/core/rows-summary';
import { usePanel, usePanelState } from './panel-deps';
import { sectionName } from './Rail';

/** Named in the bar; the rest is one number. */
const NAMED = 3;

/** What came in while someone was reading: "5 new in Q3 · 2 in Q2". Pressing a part goes there. */
export function NewBar() {
  const words = useWords();
  const { store } = usePanel();
  const waiting = usePanelState((state) => state.summary.waiting);
  if (waiting.length === 0) return null;
  const rest = waiting.slice(NAMED).reduce((sum, one) => sum + one.posts, 0);
  return (
    <div class="new-bar" data-part="new">
      <Icon name="down" />
      {waiting.slice(0, NAMED).map((one, n) => (
        <button type="button" key={one.key} onClick={() => store.showNew(one.key)}>
          {words(n === 0 ? 'panel_new_in' : 'panel_more_new_in', one.posts, nameOf(one, words))}
        </button>
      ))}
      {rest > 0 && (
        <button type="button" onClick={() => store.showNew()}>
          {words('panel_new_elsewhere', rest)}
        </button>
      )}
    </div>
  );
}

function nameOf(waiting: Waiting, words: Words): string {
  return waiting.label !== '' ? waiting.label : sectionName(waiting.kind, words);
}
