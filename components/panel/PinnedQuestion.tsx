import { useWords } from '@/components/shared/words';
import { isWhole } from '@/stores/panel-state';
import { usePanel, usePanelState, useTimes } from './panel-deps';

/** The question now open, kept in sight while its own row is not. Pressing it goes there. */
export function PinnedQuestion({ topmost }: { topmost: number }) {
  const words = useWords();
  const times = useTimes();
  const { store } = usePanel();
  const open = usePanelState((state) => state.conversation.open);
  const rows = usePanelState((state) => state.rows);
  const whole = usePanelState(isWhole);
  if (open === null || !whole || rows.length < 2) return null;
  const own = rows.findIndex((row) => row.key === open.postId);
  // The rows just below the window's top: the question is in sight there.
  if (own >= topmost && own <= topmost + 2) return null;
  return (
    <button
      type="button"
      class="pinned"
      data-part="open-question"
      aria-keyshortcuts="o"
      onClick={() => store.showOpen()}
    >
      <span class="label">{open.label}</span>
      <span class="asked" dir="auto">
        {open.text}
      </span>
      <time dateTime={new Date(open.askedAt).toISOString()}>{times.short(open.askedAt)}</time>
      <span class="sr">{words('panel_go_to_open')}</span>
    </button>
  );
}
