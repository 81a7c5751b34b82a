import { useWords } from '@/components/shared/words';
import { readGuests } from '@/stores/core/plan';
import type { Editing } from './planner-deps';

/** Who helps to host; under the field stands who was understood, and what is no account. */
export function PlannerGuests({ editing: { session, set } }: { editing: Editing }) {
  const words = useWords();
  const { handles, unread } = readGuests(session.hosts);
  return (
    <>
      <label class="field">
        {words('plan_guests')}
        <input
          name="guests"
          value={session.hosts}
          placeholder="@anna, @ben"
          autocomplete="off"
          aria-invalid={unread.length > 0}
          aria-describedby="guests-read"
          onInput={(event) => set({ hosts: event.currentTarget.value }, 'guests')}
        />
      </label>
      <div id="guests-read">
        {handles.length > 0 && (
          <p class="note">
            {words('plan_guests_read', handles.map((handle) => `@${handle}`).join(', '))}
          </p>
        )}
        {unread.length > 0 && (
          <p class="problem">{words('plan_guests_unread', unread.join(', '))}</p>
        )}
      </div>
    </>
  );
}
