import { useState } from 'preact/hooks';
import { useWords, type Words } from '@/components/shared/words';
import { postText, type RunSheet, type RunStep } from '@/stores/core/plan-run';
import { weightLeft } from '@/stores/core/weighted-length';
import { usePanel, usePanelState, useTimes } from './panel-deps';
import { useHostState, useRunSheetDeps } from './run-sheet-deps';

const MINUTE = 60_000;
/** From so near on minutes are counted rather than the time told, ms. */
const NEAR = 60 * MINUTE;

/** What comes next and when; one press puts it into X's composer, where the host posts it. */
export function RunSheetNext({ sheet: { steps, next, behind, drop } }: { sheet: RunSheet }) {
  const words = useWords();
  const { host } = useRunSheetDeps();
  if (next === null) {
    return (
      <section class="next" aria-label={words('host_next')}>
        <p class="next-text">{words('host_all_said')}</p>
        <Elsewhere steps={steps} />
      </section>
    );
  }
  return (
    <section class="next" aria-label={words('host_next')} data-step={next.key}>
      <p class="next-when">
        <span class="next-name">{nameOf(next, words)}</span> <Due step={next} />
        {behind > 1 && (
          <span class="late" data-part="behind">
            {words.count('host_behind', behind)}
            {drop !== null && (
              <button
                type="button"
                class="chip"
                aria-label={words('host_drop_name', drop.label)}
                onClick={() => host.skip(drop.key, true)}
              >
                {words('host_drop', drop.label)}
              </button>
            )}
          </span>
        )}
      </p>
      <p class="next-text" dir="auto">
        {next.text}
      </p>
      <div class="next-do">
        <Compose step={next} solid>
          {words('host_compose')}
        </Compose>
        <button
          type="button"
          class="line"
          aria-label={words('host_skip_name', nameOf(next, words))}
          onClick={() => host.skip(next.key, true)}
        >
          {words('host_skip')}
        </button>
        <Left step={next} />
      </div>
      <Elsewhere steps={steps} />
    </section>
  );
}

/** "Q3", "Welcome". */
export function nameOf({ kind, label }: RunStep, words: Words): string {
  if (kind === 'welcome' || kind === 'rules' || kind === 'wrap') return words(`host_${kind}`);
  return label === '' ? words('host_improvised') : label;
}

function Due({ step: { due } }: { step: RunStep }) {
  const words = useWords();
  const times = useTimes();
  const now = useHostState((state) => state.now);
  if (due === null) return null;
  const left = Math.ceil((due - now) / MINUTE);
  if (due - now > NEAR) return <span class="facts">{words('host_due_at', times.short(due))}</span>;
  if (left > 0) return <span class="facts">{words.count('host_due_in', left)}</span>;
  if (left === 0) return <strong class="late">{words('host_due_now')}</strong>;
  return <strong class="late">{words.count('host_over', -left)}</strong>;
}

/** How much of X's limit is left; said only where it is short. */
function Left({ step }: { step: RunStep }) {
  const words = useWords();
  const hashtag = usePanelState((state) => state.hashtag);
  const left = weightLeft(postText(step, hashtag));
  if (left >= 20) return null;
  return (
    <span class="facts" data-few>
      {left >= 0 ? words.count('panel_left', left) : words.count('panel_over', -left)}
    </span>
  );
}

interface ComposeProps {
  step: RunStep;
  solid?: boolean;
  name?: string;
  children: string;
}

/** Puts a step's words into X's composer. */
export function Compose({ step, solid = false, name, children }: ComposeProps) {
  const { postOnX } = usePanel();
  const { host } = useRunSheetDeps();
  const hashtag = usePanelState((state) => state.hashtag);
  const [busy, setBusy] = useState(false);
  const compose = async () => {
    setBusy(true);
    // What was skipped is wanted after all.
    if (step.state === 'skipped') host.skip(step.key, false);
    await postOnX(postText(step, hashtag)).catch(() => false);
    host.fill(step.key);
    setBusy(false);
  };
  return (
    <button
      type="button"
      class={solid ? 'solid' : 'plain'}
      aria-label={name}
      disabled={busy}
      onClick={() => void compose()}
    >
      {children}
    </button>
  );
}

/** What became of the words in X's composer: they wait there, or somebody else was faster. */
function Elsewhere({ steps }: { steps: readonly RunStep[] }) {
  const words = useWords();
  const filled = useHostState((state) => state.filled);
  const me = usePanelState((state) => state.me);
  const step = steps.find(({ key }) => key === filled);
  if (step === undefined) return null;
  const by = step.posted?.handle;
  if (by === undefined) {
    return (
      <p class="note" role="status">
        {words('host_in_composer')}
      </p>
    );
  }
  if (me === null || by.toLowerCase() === me.toLowerCase()) return null;
  return (
    <p class="note late" role="status">
      {words(
        step.state === 'outside' ? 'host_asked_outside_elsewhere' : 'host_asked_elsewhere',
        nameOf(step, words),
        `@${by}`,
      )}
    </p>
  );
}
