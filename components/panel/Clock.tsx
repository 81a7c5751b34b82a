import { useWords } from '@/components/shared/words';
import { useComing, usePanel, usePanelState } from './panel-deps';

/** How much time is left, and who is here. */
export function Clock() {
  const words = useWords();
  const { store } = usePanel();
  const clock = usePanelState((state) => state.clock);
  const asked = usePanelState((state) => state.conversation.questions.length > 0);
  const coming = useComing('catchUp');
  const { state, text, detail, progress, lastFive } = clock;
  return (
    <>
      <div class="clock-line">
        <div
          class="clock"
          data-part="clock"
          data-state={state}
          data-last-five={lastFive || undefined}
          role="timer"
        >
          <span>
            <b>{text}</b>
            {detail !== '' && ` · ${detail}`}
          </span>
          {progress !== null && (
            <span class="progress" aria-hidden="true">
              <span style={{ width: `${progress * 100}%` }} />
            </span>
          )}
        </div>
        {asked && (
          <button
            type="button"
            class="chip"
            data-part="catch-up-open"
            {...coming}
            onClick={() => store.showScreen({ kind: 'catchUp' })}
          >
            {words('panel_catch_up')}
          </button>
        )}
      </div>
      <Company />
    </>
  );
}

function Company() {
  const words = useWords();
  const { store } = usePanel();
  const hosts = usePanelState((state) => hostsOf(state.conversation.hosts, state.session?.hosts));
  const people = usePanelState((state) => state.summary.people);
  const posts = usePanelState((state) => state.summary.posts);
  return (
    <p class="company">
      {hosts !== '' && (
        <span>{words(hosts.includes(' ') ? 'panel_hosts' : 'panel_host', hosts)}</span>
      )}
      {posts > 0 && (
        <>
          <button type="button" class="plain" onClick={() => store.showScreen({ kind: 'people' })}>
            {words.count('panel_people', people)}
          </button>
          <span>{words.count('posts', posts)}</span>
        </>
      )}
    </p>
  );
}

/** As one string, so that nothing is drawn again while it stays the same. */
function hostsOf(known: readonly string[], planned: readonly string[] = []): string {
  const hosts = known.length > 0 ? known : planned;
  return hosts
    .slice(0, 3)
    .map((handle) => `@${handle}`)
    .join(' ');
}
