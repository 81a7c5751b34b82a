import { useWords } from '@/components/shared/words';
import { PlannerList } from './PlannerList';
import { PlannerLocked } from './PlannerLocked';
import { PlannerPublish } from './PlannerPublish';
import { PlannerRecord } from './PlannerRecord';
import { PlannerRule } from './PlannerRule';
import { PlannerSession } from './PlannerSession';
import { PlannerTexts } from './PlannerTexts';
import { PlannerContext, type PlannerPageDeps, usePlanner, usePlannerState } from './planner-deps';

/** Where a host plans the coming sessions of a chat. Whatever is typed is kept at once. */
export function Planner(deps: PlannerPageDeps) {
  return (
    <PlannerContext.Provider value={deps}>
      <Page />
    </PlannerContext.Provider>
  );
}

function Page() {
  const words = useWords();
  const { store } = usePlanner();
  const ready = usePlannerState((state) => state.ready);
  const problem = usePlannerState((state) => state.problem);
  const hashtag = usePlannerState((state) => state.history.now.hashtag);
  return (
    <section
      class="planner"
      data-part="planner"
      aria-labelledby="planner-title"
      aria-busy={!ready}
      onKeyDown={(event) => {
        if (!isUndo(event)) return;
        event.preventDefault();
        if (event.shiftKey || event.key.toLowerCase() === 'y') store.redo();
        else store.undo();
      }}
    >
      <header class="planner-head">
        <h1 id="planner-title">{words('plan_title', `#${hashtag}`)}</h1>
        {problem === null && <Bar />}
      </header>
      {problem !== null && <PlannerLocked problem={problem} />}
      {ready && problem === null && (
        <div class="planner-body">
          <PlannerList />
          <div class="planner-main">
            <PlannerSession />
            <PlannerPublish />
            <PlannerTexts />
            <PlannerRule />
            <PlannerRecord />
          </div>
        </div>
      )}
    </section>
  );
}

/** The browser's own undo knows one field only: here it is the plan's. */
function isUndo(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey) && !event.altKey && /^[zy]$/i.test(event.key);
}

function Bar() {
  const words = useWords();
  const { store } = usePlanner();
  const saving = usePlannerState((state) => state.saving);
  const canUndo = usePlannerState((state) => state.history.past.length > 0);
  const canRedo = usePlannerState((state) => state.history.future.length > 0);
  return (
    <p class="planner-bar">
      <span role="status" data-saving={saving}>
        {words(saving === 'failed' ? 'plan_unsaved' : 'plan_saved')}
      </span>
      {saving === 'failed' && (
        <button type="button" class="line" onClick={() => store.tick()}>
          {words('plan_save_again')}
        </button>
      )}
      <button type="button" class="line" disabled={!canUndo} onClick={() => store.undo()}>
        {words('plan_undo')}
      </button>
      <button type="button" class="line" disabled={!canRedo} onClick={() => store.redo()}>
        {words('plan_redo')}
      </button>
    </p>
  );
}
