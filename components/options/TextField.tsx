import { useEffect, useId, useState } from 'preact/hooks';

interface Props {
  label: string;
  why?: string;
  value: string;
  locked?: boolean;
  longest: number;
  /** Says what is wrong with it; nothing is kept then. */
  check: (text: string) => string | null;
  onCommit: (text: string) => void;
}

/** A line of text, kept when it is left or Enter is pressed; what cannot be kept stays to be mended. */
export function TextField({ label, why, value, locked = false, longest, check, onCommit }: Props) {
  const id = useId();
  const [text, setText] = useState(value);
  const [wrong, setWrong] = useState<string | null>(null);
  useEffect(() => {
    setText(value);
    setWrong(null);
  }, [value]);
  const commit = () => {
    if (text === value) return setWrong(null);
    const problem = check(text);
    setWrong(problem);
    if (problem === null) onCommit(text);
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        value={text}
        disabled={locked}
        maxLength={longest}
        aria-invalid={wrong !== null || undefined}
        aria-describedby={`${id}-why`}
        onInput={(event) => setText(event.currentTarget.value)}
        onBlur={commit}
        onKeyDown={(event) => event.key === 'Enter' && commit()}
      />
      <p class="why" id={`${id}-why`} role={wrong ? 'alert' : undefined}>
        {wrong ? <span class="wrong">{wrong}</span> : why}
      </p>
    </div>
  );
}
