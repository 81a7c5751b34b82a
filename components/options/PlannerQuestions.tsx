import { useRef } from 'preact/hooks';
import { useWords } from '@/components/shared/words';
import { LONGEST, type PlanQuestion } from '@/stores/core/plan';
import { moveQuestion } from '@/stores/core/plan-edit';
import { MOST_QUESTIONS, minutesOf } from '@/stores/core/plan-parse';
import { weightLeft } from '@/stores/core/weighted-length';
import { MINUTE } from '@/stores/core/zone';
import { type Editing, usePlan } from './planner-deps';

/** The first question leaves time to say hello, the others time to answer. */
const USUAL = { first: 5, next: 9 };
const FEW = 20;

/** The questions in their order, with the minutes between them and the room that X leaves. */
export function PlannerQuestions({ editing }: { editing: Editing }) {
  const words = useWords();
  const list = useRef<HTMLOListElement>(null);
  const { session, slot, set } = editing;
  const { questions } = session;
  const change = (next: PlanQuestion[], field = '') => set({ questions: next }, field);
  const add = () => {
    change([...questions, { text: '', after: questions.length === 0 ? USUAL.first : USUAL.next }]);
    // Drawn by then: whoever adds a question wants to write it.
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>('li:last-child textarea')?.focus(),
    );
  };
  const last = questions.reduce((sum, { after }) => sum + after, 0);
  const left = Math.round((slot.end - slot.start) / MINUTE) - last;
  return (
    <fieldset class="questions" data-part="plan-questions">
      <legend>{words('plan_questions_title')}</legend>
      <ol ref={list}>
        {questions.map((question, i) => (
          <Question
            // biome-ignore lint/suspicious/noArrayIndexKey: a question is its place; its words move between places.
            key={i}
            place={i}
            question={question}
            count={questions.length}
            onChange={(part, field) =>
              change(
                questions.map((one, at) => (at === i ? { ...one, ...part } : one)),
                field === '' ? '' : `${field} ${i}`,
              )
            }
            onMove={(to) => change(moveQuestion(questions, i, to))}
            onRemove={() => change(questions.filter((_, at) => at !== i))}
          />
        ))}
      </ol>
      <p class="row">
        <button
          type="button"
          class="line"
          disabled={questions.length >= MOST_QUESTIONS}
          onClick={add}
        >
          {words('plan_add_question')}
        </button>
        {questions.length > 0 && (
          <span class={left < 3 ? 'problem' : 'note'}>
            {left < 0 ? words.count('plan_time_over', -left) : words.count('plan_time_left', left)}
          </span>
        )}
      </p>
    </fieldset>
  );
}

interface Props {
  place: number;
  question: PlanQuestion;
  count: number;
  onChange: (part: Partial<PlanQuestion>, field: string) => void;
  onMove: (to: number) => void;
  onRemove: () => void;
}

function Question({ place, question, count, onChange, onMove, onRemove }: Props) {
  const words = useWords();
  const { hashtag } = usePlan();
  const label = `Q${place + 1}`;
  const left = weightLeft(`${label} ${question.text.trim()} #${hashtag}`);
  return (
    <li class="plan-question">
      <label class="words">
        <span class="label">{label}</span>
        <textarea
          rows={2}
          dir="auto"
          value={question.text}
          maxLength={LONGEST.question}
          onInput={(event) =>
            onChange({ text: event.currentTarget.value.replace(/\n/g, ' ') }, 'question')
          }
        />
      </label>
      <p class="row">
        <label class="after">
          <input
            type="number"
            min={0}
            max={180}
            value={question.after}
            onInput={(event) => {
              const after = event.currentTarget.valueAsNumber;
              if (!Number.isNaN(after)) onChange({ after: minutesOf(after) }, 'after');
            }}
          />
          {words(place === 0 ? 'plan_after_start' : 'plan_after', `Q${place}`)}
        </label>
        <span class="left" data-few={left < FEW || undefined}>
          {left >= 0 ? words.count('panel_left', left) : words.count('panel_over', -left)}
        </span>
        <span class="spring" />
        <button
          type="button"
          class="line"
          aria-label={words('plan_up', label)}
          title={words('plan_up', label)}
          disabled={place === 0}
          onClick={() => onMove(place - 1)}
        >
          <span aria-hidden="true">↑</span>
        </button>
        <button
          type="button"
          class="line"
          aria-label={words('plan_down', label)}
          title={words('plan_down', label)}
          disabled={place === count - 1}
          onClick={() => onMove(place + 1)}
        >
          <span aria-hidden="true">↓</span>
        </button>
        <button
          type="button"
          class="line"
          aria-label={words('plan_remove', label)}
          onClick={onRemove}
        >
          {words('plan_remove_short')}
        </button>
      </p>
    </li>
  );
}
