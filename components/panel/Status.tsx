import { useWords } from '@/components/shared/words';
import type { StatusLine } from '@/stores/conversation';
import { usePanel, usePanelState } from './panel-deps';

/** What is being read and what is wrong, worst first; said aloud politely when it changes. */
export function Status() {
  const words = useWords();
  const { store } = usePanel();
  const lines = usePanelState((state) => state.status);
  const hidden = usePanelState((state) => state.summary.hidden);
  const showMuted = usePanelState((state) => state.showMuted);
  const canShow = usePanelState(
    (state) => state.muted.people.length + state.muted.words.length > 0,
  );
  return (
    <div class="status">
      <div data-part="status" role="status">
        {[...lines].sort(byLevel).map((line) => (
          <p key={line.text} data-level={line.level}>
            {line.text} <Action action={line.action} /> <Action action={line.also} />
          </p>
        ))}
      </div>
      {(hidden > 0 || showMuted) && (
        <p>
          {words.count('panel_hidden', hidden)}{' '}
          {canShow && (
            <button type="button" class="plain" onClick={() => store.setShowMuted(!showMuted)}>
              {words(showMuted ? 'panel_hide_muted' : 'panel_show_muted')}
            </button>
          )}
        </p>
      )}
    </div>
  );
}

function Action({ action }: { action: StatusLine['action'] }) {
  if (action === undefined) return null;
  return (
    <button type="button" class="plain" onClick={action.run}>
      {action.label}
    </button>
  );
}

const worst = { problem: 0, warning: 1, info: 2 };

function byLevel(a: StatusLine, b: StatusLine): number {
  return worst[a.level] - worst[b.level];
}
