import { useId, useRef, useState } from 'preact/hooks';
import { CLOSE, Drawing } from '@/components/shared/Icon';
import { useWords } from '@/components/shared/words';

interface Props {
  label: string;
  why?: string;
  items: readonly string[];
  /** How an item is shown: with its @ or #. */
  show?: (item: string) => string;
  locked: boolean;
  /** Cuts what was typed or pasted into items. */
  split: RegExp;
  /** The item as it is kept; undefined where it cannot be. */
  parse: (text: string) => string | undefined;
  /** Says why the text is no item. */
  wrong: (text: string) => string;
  most: number;
  onChange: (items: string[]) => void;
}

/** A list of short texts: each can be taken out, and several can be put in at once. */
export function ListEditor(props: Props) {
  const {
    label,
    why,
    items,
    show = (item) => item,
    locked,
    split,
    parse,
    wrong,
    most,
    onChange,
  } = props;
  const words = useWords();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);

  const add = () => {
    const parts = text.split(split).filter((part) => part.trim() !== '');
    if (parts.length === 0) return;
    const bad = parts.find((part) => parse(part) === undefined);
    if (bad !== undefined) return setProblem(wrong(bad.trim()));
    const known = new Set(items.map((item) => item.toLowerCase()));
    const fresh = parts
      .map((part) => parse(part) as string)
      .filter((item) => !known.has(item.toLowerCase()));
    if (items.length + fresh.length > most) return setProblem(words('options_list_full', most));
    setProblem(null);
    setText('');
    if (fresh.length > 0) onChange([...items, ...fresh]);
    input.current?.focus();
  };
  const remove = (item: string) => {
    onChange(items.filter((one) => one !== item));
    // The button goes away under the finger.
    input.current?.focus();
  };
  return (
    <fieldset class="list" disabled={locked}>
      <legend>{label}</legend>
      {items.length > 0 && (
        <ul>
          {items.map((item) => (
            <li key={item}>
              <span dir="auto">{show(item)}</span>
              {!locked && (
                <button
                  type="button"
                  class="icon"
                  aria-label={words('options_take_out', show(item))}
                  onClick={() => remove(item)}
                >
                  <Drawing path={CLOSE} />
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {!locked && (
        <div class="add">
          <input
            ref={input}
            value={text}
            aria-label={words('options_add_to', label)}
            aria-invalid={problem !== null || undefined}
            aria-describedby={`${id}-why`}
            onInput={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => event.key === 'Enter' && add()}
          />
          <button type="button" onClick={add}>
            {words('options_add')}
          </button>
        </div>
      )}
      <p class="why" id={`${id}-why`} role={problem ? 'alert' : undefined}>
        {problem ? <span class="wrong">{problem}</span> : why}
      </p>
    </fieldset>
  );
}
