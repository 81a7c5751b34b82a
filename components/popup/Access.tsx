import { useWords } from '@/components/shared/words';

/** Firefox lets people take the right to read x.com away: said here, and asked for by a press. */
export function Access({ onAllow }: { onAllow: () => void }) {
  const words = useWords();
  return (
    <div class="access" data-part="access" role="status">
      <p>{words('popup_access')}</p>
      <button type="button" onClick={onAllow}>
        {words('popup_access_ask')}
      </button>
    </div>
  );
}
