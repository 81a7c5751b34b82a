import { useWords } from '@/components/shared/words';
import type { PlannerState } from '@/stores/planner';
import { usePlanner, usePlannerState } from './planner-deps';

interface Props {
  problem: NonNullable<PlannerState['problem']>;
}

/** Stands in the planner's place where the stored plan could not be read: whoever goes on has it as a file first. */
export function PlannerLocked({ problem }: Props) {
  const words = useWords();
  const { store, download } = usePlanner();
  const hashtag = usePlannerState((state) => state.history.now.hashtag);
  return (
    <section class="card" data-part="locked">
      <p role="alert">{words(`plan_${problem}`)}</p>
      <p class="row">
        <button type="button" class="solid" onClick={() => void store.start()}>
          {words('plan_read_again')}
        </button>
        {problem === 'unreadable' && (
          <button
            type="button"
            class="line"
            onClick={() => download(`${hashtag}-plan.json`, store.goOn())}
          >
            {words('plan_go_on')}
          </button>
        )}
      </p>
    </section>
  );
}
