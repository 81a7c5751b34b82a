import { useWords } from '@/components/shared/words';
import type { PlanRule } from '@/stores/core/plan';
import { changeRule } from '@/stores/core/plan-edit';
import { usePlan, usePlanner, usePlannerState } from './planner-deps';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

/** When the chat is, week after week; what is over stays where it was. */
export function PlannerRule() {
  const words = useWords();
  const { store } = usePlanner();
  const { rule } = usePlan();
  const now = usePlannerState((state) => state.now);
  const set = (part: Partial<PlanRule>, field: string) =>
    store.change((before) => changeRule(before, { ...before.rule, ...part }, now), field);
  const names = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' });
  return (
    <details class="card" data-part="rule">
      <summary>
        <h2>{words('plan_rule')}</h2>
      </summary>
      <p class="row">
        <label>
          {words('plan_weekday')}
          <select
            name="weekday"
            value={rule.weekday}
            onChange={(event) => set({ weekday: Number(event.currentTarget.value) }, '')}
          >
            {WEEKDAYS.map((weekday) => (
              <option key={weekday} value={weekday}>
                {/* 4 January 2026 was a Sunday. */}
                {names.format(Date.UTC(2026, 0, 4 + weekday))}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words('plan_start')}
          <input
            name="time"
            type="time"
            required
            value={rule.time}
            onInput={(event) => {
              const time = event.currentTarget.value.slice(0, 5);
              if (/^\d\d:\d\d$/.test(time)) set({ time }, 'time');
            }}
          />
        </label>
        <label>
          {words('plan_minutes')}
          <input
            name="length"
            type="number"
            min={5}
            max={1440}
            value={rule.minutes}
            onInput={(event) => {
              const minutes = Math.round(event.currentTarget.valueAsNumber);
              if (minutes > 0 && minutes <= 1440) set({ minutes }, 'length');
            }}
          />
        </label>
      </p>
      <p class="note">{words('plan_rule_note', rule.timeZone)}</p>
    </details>
  );
}
