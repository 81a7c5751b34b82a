import { useRef } from 'preact/hooks';
import { useWords } from '@/components/shared/words';
import { DeleteAll } from './DeleteAll';
import { Check, Locked, Select } from './Field';
import { useOptions, useSetting } from './options-deps';

const MONTHS = [1, 3, 6, 12, 24, 60, 0];
const FILE = 'polchat-settings.json';

/** What is kept on this machine, for how long, and how it goes. */
export function DataSection() {
  const words = useWords();
  const { store, download } = useOptions();
  const keep = useSetting('keepMonths');
  const exports = useSetting('exports');
  const file = useRef<HTMLInputElement>(null);
  const choices = [...new Set([...MONTHS, keep.value])].sort((a, b) => (a || 999) - (b || 999));
  const read = async (chosen: File | undefined) => {
    if (chosen) await store.read(await chosen.text());
    // The same file may be chosen again once it is mended.
    if (file.current) file.current.value = '';
  };
  return (
    <>
      <p class="lead">{words('options_data_why')}</p>
      <Select
        label={words('options_keep')}
        why={words('options_keep_why')}
        value={String(keep.value)}
        locked={keep.locked}
        onChange={(months) => keep.set(Number(months))}
      >
        {choices.map((months) => (
          <option key={months} value={String(months)}>
            {months === 0 ? words('options_keep_always') : words.count('options_months', months)}
          </option>
        ))}
      </Select>
      {keep.locked && <Locked />}
      <Check
        label={words('options_exports')}
        why={words('options_exports_why')}
        checked={exports.value}
        locked={exports.locked}
        onChange={exports.set}
      />
      {exports.locked && <Locked />}
      <section aria-labelledby="settings-file">
        <h3 id="settings-file">{words('options_file')}</h3>
        <p class="why">{words('options_file_why')}</p>
        <p class="end">
          <button type="button" onClick={() => download(FILE, store.write())}>
            {words('options_file_save')}
          </button>
          <button type="button" class="quiet" onClick={() => file.current?.click()}>
            {words('options_file_open')}
          </button>
          <input
            ref={file}
            type="file"
            accept=".json,application/json"
            aria-label={words('options_file_open')}
            hidden
            onChange={(event) => void read(event.currentTarget.files?.[0])}
          />
        </p>
      </section>
      <DeleteAll />
    </>
  );
}
