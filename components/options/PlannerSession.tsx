import { useWords } from '@/components/shared/words';
import { readHttps } from '@/stores/core/calendar-text';
import { isExtra, LONGEST, wallOf, wallText } from '@/stores/core/plan';
import { takeOver } from '@/stores/core/plan-edit';
import { dayInWords, hourInWords } from '@/stores/core/plan-words';
import { zoneOrLondon } from '@/stores/core/zone';
import { PlannerGuests } from './PlannerGuests';
import { PlannerIdeas } from './PlannerIdeas';
import { PlannerQuestions } from './PlannerQuestions';
import { type Editing, useEditing, usePlan, usePlanner } from './planner-deps';

/** One session: when it is, what it is about, who helps, and what is asked. */
export function PlannerSession() {
  const words = useWords();
  const plan = usePlan();
  const editing = useEditing();
  if (editing === null) return <p class="note">{words('plan_choose')}</p>;
  const { session, slot, set } = editing;
  const { timeZone } = plan.rule;
  const day = dayInWords(zoneOrLondon(timeZone).toWall(slot.start));
  const isLink = session.reading.trim() === '' || readHttps(session.reading) !== null;
  return (
    <section class="card" aria-labelledby="planner-session" key={session.id}>
      <h2 id="planner-session">
        {day}, {hourInWords(slot, timeZone)}
      </h2>
      <label class="field">
        {words('plan_theme')}
        <input
          name="theme"
          dir="auto"
          value={session.theme}
          maxLength={LONGEST.theme}
          disabled={session.cancelled}
          onInput={(event) => set({ theme: event.currentTarget.value }, 'theme')}
        />
      </label>
      <PlannerIdeas />
      <label class="field">
        {words('plan_reading')}
        <input
          name="reading"
          type="url"
          value={session.reading}
          placeholder="https://"
          aria-invalid={!isLink}
          aria-describedby={isLink ? undefined : 'reading-problem'}
          onInput={(event) => set({ reading: event.currentTarget.value }, 'reading')}
        />
      </label>
      {!isLink && (
        <p class="problem" id="reading-problem">
          {words('plan_reading_problem')}
        </p>
      )}
      <PlannerGuests editing={editing} />
      <PlannerQuestions editing={editing} />
      <When editing={editing} />
      <Template editing={editing} />
    </section>
  );
}

/** Moved, longer, cancelled. */
function When({ editing: { session, slot, set } }: { editing: Editing }) {
  const words = useWords();
  const { rule } = usePlan();
  const wall = zoneOrLondon(rule.timeZone).toWall(slot.start);
  const extra = isExtra(session);
  return (
    <fieldset class="row">
      <legend>{words('plan_when')}</legend>
      <label>
        {words('plan_start')}
        <input
          name="at"
          type="datetime-local"
          required
          value={wallText(wall)}
          onInput={(event) => {
            // Half a date is none.
            const at = event.currentTarget.value.slice(0, 16);
            if (!Number.isNaN(wallOf(at))) set({ at }, 'at');
          }}
        />
      </label>
      <label>
        {words('plan_minutes')}
        <input
          name="minutes"
          type="number"
          min={5}
          max={1440}
          value={session.minutes ?? rule.minutes}
          onInput={(event) => {
            const minutes = Math.round(event.currentTarget.valueAsNumber);
            if (minutes > 0 && minutes <= 1440) set({ minutes }, 'minutes');
          }}
        />
      </label>
      {session.at !== null && !extra && (
        <button type="button" class="line" onClick={() => set({ at: null }, '')}>
          {words('plan_usual')}
        </button>
      )}
      <label class="check">
        <input
          name="cancelled"
          type="checkbox"
          checked={session.cancelled}
          onChange={(event) => set({ cancelled: event.currentTarget.checked }, '')}
        />
        {words('plan_cancelled')}
      </label>
    </fieldset>
  );
}

/** Everything but the day, from a session that was planned before. */
function Template({ editing: { session } }: { editing: Editing }) {
  const words = useWords();
  const { store } = usePlanner();
  const plan = usePlan();
  const others = plan.sessions.filter(
    ({ id, theme, questions }) => id !== session.id && (theme !== '' || questions.length > 0),
  );
  if (others.length === 0) return null;
  return (
    <label class="field">
      {words('plan_template')}
      <select
        name="template"
        value=""
        onChange={(event) => {
          const from = others.find(({ id }) => id === event.currentTarget.value);
          event.currentTarget.value = '';
          if (from !== undefined) store.change((before) => takeOver(before, session.id, from), '');
        }}
      >
        <option value="">{words('plan_template_choose')}</option>
        {others.toReversed().map(({ id, theme }) => (
          <option key={id} value={id}>
            {theme === '' ? words('schedule_theme_unknown') : theme}
          </option>
        ))}
      </select>
    </label>
  );
}
