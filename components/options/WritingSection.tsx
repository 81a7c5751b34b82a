import { useWords } from '@/components/shared/words';
import { DRAFT_KINDS, type DraftKind, PREFILLS } from '@/stores/core/settings';
import { Check, Choice, Locked } from './Field';
import { useSetting } from './options-deps';

/** What Polchat does while the person writes on X. */
export function WritingSection() {
  const words = useWords();
  const prefill = useSetting('prefill');
  const { value, locked, set } = useSetting('draftCheck');
  const toggle = (kind: DraftKind, on: boolean) =>
    set({ off: on ? value.off.filter((one) => one !== kind) : [...value.off, kind] });
  return (
    <>
      <Choice
        legend={words('options_prefill')}
        options={PREFILLS.map((rule) => ({
          value: rule,
          label: words(`options_prefill_${rule}`),
        }))}
        value={prefill.value}
        locked={prefill.locked}
        onChange={prefill.set}
      />
      <fieldset class="choice">
        <legend>{words('options_draft')}</legend>
        <p class="why">{words('options_draft_why')}</p>
        {locked && <Locked />}
        <div class="columns">
          {DRAFT_KINDS.map((kind) => (
            <Check
              key={kind}
              label={words(`options_draft_${kind}`)}
              checked={!value.off.includes(kind)}
              locked={locked}
              onChange={(on) => toggle(kind, on)}
            />
          ))}
        </div>
      </fieldset>
    </>
  );
}
