import { useWords } from '@/components/shared/words';
import { bestQuestions, type PastHour } from '@/stores/core/plan-record';
import { dayInWords } from '@/stores/core/plan-words';
import { zoneOrLondon } from '@/stores/core/zone';
import { usePlan, usePlannerState } from './planner-deps';

const BEST = 8;
const PICTURE = { width: 560, height: 120, line: 18 };

/** What the host can look back on: who came, week by week, the themes so far, and the questions that worked. */
export function PlannerRecord() {
  const words = useWords();
  const record = usePlannerState((state) => state.record);
  if (record === null || record.length === 0) return null;
  return (
    <details class="card" data-part="record">
      <summary>
        <h2>{words('plan_record')}</h2>
      </summary>
      <p class="note">{words('plan_record_note')}</p>
      <Attendance hours={record} />
      <Hours hours={record} />
      <Best hours={record} />
    </details>
  );
}

/** A bar an hour. The table below has the same numbers. */
function Attendance({ hours }: { hours: readonly PastHour[] }) {
  const words = useWords();
  const most = Math.max(1, ...hours.map(({ people }) => people));
  const step = PICTURE.width / hours.length;
  const height = (people: number) => (people / most) * (PICTURE.height - PICTURE.line);
  return (
    <svg
      class="attendance"
      role="img"
      aria-label={words('plan_attendance', hours.length, most)}
      viewBox={`0 0 ${PICTURE.width} ${PICTURE.height}`}
    >
      {hours.map(({ start, people }, i) => (
        <g key={start}>
          <rect
            x={i * step + step * 0.15}
            y={PICTURE.height - height(people)}
            width={step * 0.7}
            height={height(people)}
          />
          <text x={i * step + step / 2} y={PICTURE.height - height(people) - 5}>
            {people}
          </text>
        </g>
      ))}
    </svg>
  );
}

function Hours({ hours }: { hours: readonly PastHour[] }) {
  const words = useWords();
  const { rule } = usePlan();
  const { toWall } = zoneOrLondon(rule.timeZone);
  return (
    <div class="table">
      <table>
        <caption>{words('plan_themes_so_far')}</caption>
        <thead>
          <tr>
            <th scope="col">{words('plan_col_day')}</th>
            <th scope="col">{words('plan_theme')}</th>
            <th scope="col">{words('plan_col_people')}</th>
            <th scope="col">{words('plan_col_posts')}</th>
          </tr>
        </thead>
        <tbody>
          {hours.toReversed().map(({ start, theme, people, posts }) => (
            <tr key={start}>
              <th scope="row">{dayInWords(toWall(start))}</th>
              <td dir="auto">{theme ?? words('plan_no_theme')}</td>
              <td>{people}</td>
              <td>{posts}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Best({ hours }: { hours: readonly PastHour[] }) {
  const words = useWords();
  const best = bestQuestions(hours, BEST);
  if (best.length === 0) return null;
  return (
    <div class="table">
      <table>
        <caption>{words('plan_best')}</caption>
        <thead>
          <tr>
            <th scope="col">{words('plan_col_question')}</th>
            <th scope="col">{words('plan_col_answers')}</th>
            <th scope="col">{words('plan_col_replies')}</th>
          </tr>
        </thead>
        <tbody>
          {best.map(({ start, text, answers, replies }) => (
            <tr key={`${start} ${text}`}>
              <th scope="row" dir="auto">
                {text}
              </th>
              <td>{answers}</td>
              <td>{replies}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
