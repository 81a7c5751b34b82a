import { useWords } from '@/components/shared/words';
import { type PlanTexts, placeSession, type Slot } from '@/stores/core/plan';
import { changeTexts } from '@/stores/core/plan-edit';
import { fillText, PLACES, planPlaces, unknownPlaces } from '@/stores/core/plan-words';
import { weightLeft } from '@/stores/core/weighted-length';
import { useEditing, usePlan, usePlanner } from './planner-deps';

/** Numbers of an hour that has not been yet: as long as most are. */
const SAMPLE = { people: 100, posts: 1000, answers: 10, link: 'https://x.com/search' };

/** The posts that every session has. Braces are filled in when the hour comes. */
export function PlannerTexts() {
  const words = useWords();
  const plan = usePlan();
  const editing = useEditing();
  const first = plan.sessions[0];
  const slot = editing?.slot ?? (first && placeSession(plan, first));
  return (
    <details class="card" data-part="texts">
      <summary>
        <h2>{words('plan_texts')}</h2>
      </summary>
      <p class="note">{words('plan_places', PLACES.map((place) => `{${place}}`).join(' '))}</p>
      <p class="note">{words('plan_link_note')}</p>
      {(['welcome', 'rules', 'wrap'] as const).map((kind) => (
        <Text key={kind} kind={kind} slot={slot} />
      ))}
    </details>
  );
}

function Text({ kind, slot }: { kind: keyof PlanTexts; slot: Slot | undefined }) {
  const words = useWords();
  const { store } = usePlanner();
  const plan = usePlan();
  const text = plan.texts[kind];
  const filled = fillText(text, { ...SAMPLE, ...(slot && planPlaces(plan, slot)) });
  const left = weightLeft(filled.includes('#') ? filled : `${filled} #${plan.hashtag}`);
  const wrong = unknownPlaces(text);
  return (
    <>
      <label class="field">
        {words(`host_${kind}`)}
        <textarea
          name={kind}
          rows={4}
          dir="auto"
          value={text}
          maxLength={2_000}
          onInput={(event) => {
            const { value } = event.currentTarget;
            store.change((before) => changeTexts(before, { [kind]: value }), kind);
          }}
        />
      </label>
      <p class="left" data-few={left < 20 || undefined}>
        {left >= 0 ? words.count('panel_left', left) : words.count('panel_over', -left)}
      </p>
      {wrong.length > 0 && (
        <p class="problem">
          {words('plan_unknown_place', wrong.map((one) => `{${one}}`).join(' '))}
        </p>
      )}
    </>
  );
}
