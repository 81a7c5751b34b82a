import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { useWords } from '@/components/shared/words';

/** Said beside what the organisation set. */
export function Locked() {
  const words = useWords();
  return <p class="locked">{words('options_locked')}</p>;
}

interface CheckProps {
  label: string;
  /** What it means, and what it may cost. */
  why?: string;
  warn?: boolean;
  checked: boolean;
  locked?: boolean;
  onChange: (checked: boolean) => void;
}

export function Check({ label, why, warn = false, checked, locked = false, onChange }: CheckProps) {
  const id = useId();
  return (
    <div class="check">
      <input
        type="checkbox"
        id={id}
        checked={checked}
        disabled={locked}
        aria-describedby={why ? `${id}-why` : undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <div>
        <label for={id}>{label}</label>
        {why && (
          <p class={warn ? 'why warn' : 'why'} id={`${id}-why`}>
            {why}
          </p>
        )}
      </div>
    </div>
  );
}

interface ChoiceProps<T extends string> {
  legend: string;
  options: { value: T; label: string; why?: string }[];
  value: T;
  locked: boolean;
  onChange: (value: T) => void;
}

/** One of a few. */
export function Choice<T extends string>({
  legend,
  options,
  value,
  locked,
  onChange,
}: ChoiceProps<T>) {
  const id = useId();
  return (
    <fieldset class="choice" disabled={locked}>
      <legend>{legend}</legend>
      {locked && <Locked />}
      {options.map((option) => (
        <div class="check" key={option.value}>
          <input
            type="radio"
            id={`${id}-${option.value}`}
            name={id}
            checked={option.value === value}
            aria-describedby={option.why ? `${id}-${option.value}-why` : undefined}
            onChange={() => onChange(option.value)}
          />
          <div>
            <label for={`${id}-${option.value}`}>{option.label}</label>
            {option.why && (
              <p class="why" id={`${id}-${option.value}-why`}>
                {option.why}
              </p>
            )}
          </div>
        </div>
      ))}
    </fieldset>
  );
}

interface SelectProps {
  label: string;
  why?: string;
  value: string;
  locked?: boolean;
  onChange: (value: string) => void;
  children: ComponentChildren;
}

export function Select({ label, why, value, locked = false, onChange, children }: SelectProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value}
        disabled={locked}
        aria-describedby={why ? `${id}-why` : undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {children}
      </select>
      {why && (
        <p class="why" id={`${id}-why`}>
          {why}
        </p>
      )}
    </div>
  );
}
