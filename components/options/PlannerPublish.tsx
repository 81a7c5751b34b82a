import { useEffect, useState } from 'preact/hooks';
import { useWords } from '@/components/shared/words';
import { type Plan, type Slot, tidySession } from '@/stores/core/plan';
import {
  buildAnnouncement,
  isSame,
  understand,
  understandWeekly,
} from '@/stores/core/plan-announcement';
import { dayInWords, timeInWords } from '@/stores/core/plan-words';
import { weightLeft } from '@/stores/core/weighted-length';
import { zoneOrLondon } from '@/stores/core/zone';
import { useEditing, usePlan, usePlanner, usePlannerState } from './planner-deps';

/** The plan made known: the post that announces the session, and the calendar file with all of them. */
export function PlannerPublish() {
  const words = useWords();
  return (
    <section class="card" aria-labelledby="planner-publish" data-part="publish">
      <h2 id="planner-publish">{words('plan_publish')}</h2>
      <Announcement />
      <Calendar />
    </section>
  );
}

/** The post as it is made, or as the host wrote it; with what other machines will make of it. */
function Announcement() {
  const words = useWords();
  const { compose, copy } = usePlanner();
  const plan = usePlan();
  const now = usePlannerState((state) => state.now);
  const editing = useEditing();
  const made = editing === null ? '' : buildAnnouncement(plan, editing.slot, now).text;
  const text = editing?.session.announcement ?? made;
  const [copied, setCopied] = useState<boolean | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was copied is not what stands there now.
  useEffect(() => setCopied(null), [text]);
  if (editing === null || editing.session.cancelled) return null;
  const { slot, session, set } = editing;
  const left = weightLeft(text);
  return (
    <div class="announcement">
      <label class="field">
        {words('plan_announcement')}
        <textarea
          name="announcement"
          rows={7}
          dir="auto"
          value={text}
          maxLength={2_000}
          onInput={(event) => {
            const { value } = event.currentTarget;
            set({ announcement: value === made ? null : value }, 'announcement');
          }}
        />
      </label>
      {session.announcement !== null && (
        <p class="row">
          <span class="note">{words('plan_announcement_own')}</span>
          <button type="button" class="line" onClick={() => set({ announcement: null }, '')}>
            {words('plan_announcement_made')}
          </button>
        </p>
      )}
      <p class="row">
        <button type="button" class="solid" disabled={left < 0} onClick={() => compose(text)}>
          {words('plan_compose')}
        </button>
        <button
          type="button"
          class="line"
          onClick={() =>
            void copy(text).then(
              () => setCopied(true),
              () => setCopied(false),
            )
          }
        >
          {words(copied ? 'plan_copied' : 'plan_copy')}
        </button>
        <span class="left" data-few={left < 20 || undefined}>
          {left >= 0 ? words.count('panel_left', left) : words.count('panel_over', -left)}
        </span>
      </p>
      {copied === false && (
        <p class="problem" role="alert">
          {words('panel_copy_refused')}
        </p>
      )}
      <Understood plan={plan} slot={slot} text={text} now={now} />
    </div>
  );
}

interface UnderstoodProps {
  plan: Plan;
  slot: Slot;
  text: string;
  now: number;
}

/** What other machines make of the post: those that have the host's calendar, and those that know the weekly time alone. */
function Understood({ plan, slot, text, now }: UnderstoodProps) {
  const words = useWords();
  const { theme } = tidySession(slot.session);
  if (theme === '') return null;
  const read = understand(plan, text, slot, now);
  const weekly = understandWeekly(plan, text, slot, now);
  const fits = read !== null && isSame(read, theme);
  const say = () => {
    if (read === null) return words('plan_not_understood');
    if (!fits) return words('plan_misunderstood', read);
    if (weekly?.start === slot.start) return words('plan_understood');
    if (weekly === null) return words('plan_understood_calendar');
    const wall = zoneOrLondon(plan.rule.timeZone).toWall(weekly.start);
    return words('plan_understood_moved', `${dayInWords(wall)}, ${timeInWords(wall)}`);
  };
  return (
    <p class={fits ? 'note' : 'problem'} role="status">
      {say()}
    </p>
  );
}

/** Out to everybody's calendars, and back in from a file. */
function Calendar() {
  const words = useWords();
  const { store, download } = usePlanner();
  const hashtag = usePlannerState((state) => state.history.now.hashtag);
  const [said, setSaid] = useState('');
  const read = async (file: File | undefined) => {
    if (file === undefined) return;
    const taken = store.importCalendar(await file.text());
    setSaid(words(taken ? 'plan_imported' : 'plan_import_problem'));
  };
  return (
    <div class="calendar-file">
      <p class="row">
        <button
          type="button"
          class="line"
          onClick={() => download(`${hashtag}.ics`, store.exportCalendar())}
        >
          {words('plan_export')}
        </button>
        <label class="file line">
          {words('plan_import')}
          <input
            type="file"
            class="sr"
            accept=".ics,text/calendar"
            onChange={(event) => {
              void read(event.currentTarget.files?.[0]);
              event.currentTarget.value = '';
            }}
          />
        </label>
      </p>
      <p class="note">{words('plan_export_note')}</p>
      <p role="status" class="note">
        {said}
      </p>
    </div>
  );
}
