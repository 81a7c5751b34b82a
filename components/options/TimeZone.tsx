import { useWords } from '@/components/shared/words';
import { Select } from './Field';

interface Props {
  value: string;
  locked: boolean;
  onChange: (timeZone: string) => void;
}

/** All that the browser knows, by continent; a name it knows by another word stands as it is. */
const ZONES = Map.groupBy(Intl.supportedValuesOf('timeZone'), (id) => id.split('/')[0] ?? id);

/** Whose wall clock the chat keeps. */
export function TimeZone({ value, locked, onChange }: Props) {
  const words = useWords();
  const isListed = ZONES.get(value.split('/')[0] ?? '')?.includes(value);
  return (
    <Select
      label={words('options_zone')}
      why={words('options_zone_why')}
      value={value}
      locked={locked}
      onChange={onChange}
    >
      {!isListed && <option value={value}>{value}</option>}
      {[...ZONES].map(([region, ids]) => (
        <optgroup label={region} key={region}>
          {ids.map((id) => (
            <option value={id} key={id}>
              {id.replace(/^[^/]+\//, '').replaceAll('_', ' ')}
            </option>
          ))}
        </optgroup>
      ))}
    </Select>
  );
}
