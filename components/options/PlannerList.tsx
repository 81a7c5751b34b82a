import { useWords } from '@/components/shared/words';
import { placeSession, type Slot, slotsBetween, tidySession } from '@/stores/core/plan';
import { addExtra } from '@/stores/core/plan-edit';
import { dayInWords, timeInWords } from '@/stores/core/plan-words';
import { DAY, zoneOrLondon } from '@/stores/core/zone';
import { usePlan, usePlanner, usePlannerState } from './planner-deps';

/** The weeks of a quarter of a year ahead, and the last month to look back on. What is planned further on is shown too. */
const SHOWN = { back: 28 * DAY, ahead: 91 * DAY };

/** The sessions to come, what is known of each, and the last ones. */
export function PlannerList() {
  const words = useWords();
  const { store } = usePlanner();
  const plan = usePlan();
  const now = usePlannerState((state) => state.now);
  const slots = slotsBetween(plan, now - SHOWN.back, now + SHOWN.ahead);
  const far = plan.sessions
    .map((session) => placeSession(plan, session))
    .filter(({ start }) => start >= now + SHOWN.ahead)
    .sort((a, b) => a.start - b.start);
  const coming = [...slots.filter(({ end }) => end > now), ...far];
  const past = slots.filter(({ end }) => end <= now).reverse();
  const addOne = () => {
    const { toWall } = zoneOrLondon(plan.rule.timeZone);
    const day = new Date(toWall(now) + 2 * DAY).toISOString().slice(0, 10);
    const { plan: next, id } = addExtra(plan, `${day}T${plan.rule.time}`);
    store.change(() => next, '');
    store.select(id);
  };
  return (
    <nav class="planner-list" aria-label={words('plan_sessions')}>
      <h2>{words('plan_coming')}</h2>
      <ol>
        {coming.map((slot) => (
          <Item key={slot.session.id} slot={slot} />
        ))}
      </ol>
      <button type="button" class="line" onClick={addOne}>
        {words('plan_extra')}
      </button>
      {past.length > 0 && (
        <>
          <h2>{words('plan_past')}</h2>
          <ol>
            {past.map((slot) => (
              <Item key={slot.session.id} slot={slot} />
            ))}
          </ol>
        </>
      )}
    </nav>
  );
}

function Item({ slot }: { slot: Slot }) {
  const words = useWords();
  const { store } = usePlanner();
  const { rule } = usePlan();
  const selected = usePlannerState((state) => state.selected === slot.session.id);
  const { toWall } = zoneOrLondon(rule.timeZone);
  const wall = toWall(slot.start);
  const { id, cancelled, at } = slot.session;
  const { theme, questions } = tidySession(slot.session);
  const kind = cancelled ? 'cancelled' : slot.usual === null ? 'extra' : at === null ? '' : 'moved';
  return (
    <li data-id={id} data-kind={kind || undefined}>
      <button type="button" aria-current={selected || undefined} onClick={() => store.select(id)}>
        <span class="item-day">
          {dayInWords(wall)}, {timeInWords(wall)}
          {kind !== '' && <span class="tag">{words(`plan_kind_${kind}`)}</span>}
        </span>
        <span class="item-theme" data-none={theme === '' || undefined} dir="auto">
          {theme === '' ? words('schedule_theme_unknown') : theme}
        </span>
        {questions.length > 0 && (
          <span class="item-facts">{words.count('plan_questions', questions.length)}</span>
        )}
      </button>
    </li>
  );
}
