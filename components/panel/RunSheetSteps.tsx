import { useWords } from '@/components/shared/words';
import type { RunStep } from '@/stores/core/plan-run';
import { usePanel, usePanelState, useTimes } from './panel-deps';
import { Compose, nameOf } from './RunSheetNext';
import { useRunSheetDeps } from './run-sheet-deps';

/** Every post of the hour: what was posted, when the rest is due, and the ways out of the plan. */
export function RunSheetSteps({ steps }: { steps: readonly RunStep[] }) {
  const words = useWords();
  return (
    <section class="run-steps" aria-labelledby="run-steps">
      <h3 id="run-steps">{words('host_steps')}</h3>
      <ol>
        {steps.map((step) => (
          <Step key={step.key} step={step} />
        ))}
      </ol>
    </section>
  );
}

function Step({ step }: { step: RunStep }) {
  const words = useWords();
  return (
    <li class="run-step" data-state={step.state} data-kind={step.kind} data-label={step.label}>
      <p class="run-head">
        <b>{nameOf(step, words)}</b> <State step={step} />
        <span class="spring" />
        <Actions step={step} />
      </p>
      <p class="run-text" dir="auto">
        {step.text}
      </p>
    </li>
  );
}

function State({ step: { kind, state, posted, due } }: { step: RunStep }) {
  const words = useWords();
  const times = useTimes();
  const { store } = usePanel();
  if (posted !== null && state !== 'skipped') {
    const said = [times.short(posted.at), `@${posted.handle}`] as const;
    return (
      <span class="facts">
        <button type="button" class="plain" onClick={() => store.showPost(posted.postId)}>
          {state === 'outside'
            ? words('host_asked_outside', ...said)
            : words('host_posted_by', ...said)}
        </button>
        {posted.deleted && <span>{words('host_deleted')}</span>}
        {kind === 'improvised' && <span>{words('host_improvised')}</span>}
        {kind === 'question' && <NewHost handle={posted.handle} />}
        {posted.repeats > 0 && <span>{words.count('host_repeats', posted.repeats)}</span>}
      </span>
    );
  }
  if (state === 'skipped' || state === 'passed')
    return <span class="facts">{words(`host_${state}`)}</span>;
  return due === null ? null : (
    <span class="facts">
      <time dateTime={new Date(due).toISOString()}>{times.short(due)}</time>
    </span>
  );
}

/** Asked a planned question, and nobody named that account: its questions open no threads until it is known for a host. */
function NewHost({ handle }: { handle: string }) {
  const words = useWords();
  const { addHost } = useRunSheetDeps();
  const known = usePanelState((state) =>
    state.conversation.hosts.some((host) => host.toLowerCase() === handle.toLowerCase()),
  );
  if (known) return null;
  return (
    <button type="button" class="chip" onClick={() => void addHost(handle)}>
      {words('host_add', `@${handle}`)}
    </button>
  );
}

function Actions({ step }: { step: RunStep }) {
  const words = useWords();
  const { host } = useRunSheetDeps();
  const name = nameOf(step, words);
  switch (step.state) {
    case 'posted':
      return step.kind === 'question' || step.kind === 'improvised' ? (
        <Compose step={step} name={words('host_again_name', name)}>
          {words('host_again')}
        </Compose>
      ) : null;
    case 'skipped':
      return (
        <button
          type="button"
          class="plain"
          aria-label={words('host_unskip_name', name)}
          onClick={() => host.skip(step.key, false)}
        >
          {words('host_unskip')}
        </button>
      );
    case 'next':
      return null;
    default:
      return (
        <>
          <Compose step={step} name={words('host_ask_now_name', name)}>
            {words('host_ask_now')}
          </Compose>
          <button
            type="button"
            class="plain"
            aria-label={words('host_skip_name', name)}
            onClick={() => host.skip(step.key, true)}
          >
            {words('host_skip')}
          </button>
        </>
      );
  }
}
