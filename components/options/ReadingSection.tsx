import { useWords } from '@/components/shared/words';
import { LOOKS } from '@/stores/core/settings';
import { Check, Choice, Locked } from './Field';
import { useSetting } from './options-deps';

/** How the panel looks, and what may act on X in the person's stead. */
export function ReadingSection() {
  const words = useWords();
  const look = useSetting('look');
  const follow = useSetting('follow');
  const gather = useSetting('gather');
  return (
    <>
      <Choice
        legend={words('options_look_panel')}
        options={LOOKS.map((one) => ({ value: one, label: words(`options_look_${one}`) }))}
        value={look.value}
        locked={look.locked}
        onChange={look.set}
      />
      <fieldset class="choice">
        <legend>{words('options_acting')}</legend>
        <p class="why">{words('options_acting_why')}</p>
        <Check
          label={words('options_background')}
          why={words('options_background_why')}
          warn
          checked={follow.value.background}
          locked={follow.locked}
          onChange={(background) => follow.set({ ...follow.value, background })}
        />
        {follow.locked && <Locked />}
        <Check
          label={words('options_gather')}
          why={words('options_gather_why')}
          warn
          checked={gather.value}
          locked={gather.locked}
          onChange={gather.set}
        />
        {gather.locked && <Locked />}
      </fieldset>
    </>
  );
}
