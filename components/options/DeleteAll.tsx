import { useRef, useState } from 'preact/hooks';
import { useWords } from '@/components/shared/words';
import { useOptions, useOptionsState } from './options-deps';

/** Asks once more, and says what goes: this cannot be undone. */
export function DeleteAll() {
  const words = useWords();
  const { store } = useOptions();
  const deleting = useOptionsState((state) => state.deleting);
  const dialog = useRef<HTMLDialogElement>(null);
  const [andSettings, setAndSettings] = useState(false);
  const close = () => dialog.current?.close();
  const goes = ['posts', 'plans', 'memory', 'calendars'] as const;
  return (
    <section aria-labelledby="delete-all">
      <h3 id="delete-all">{words('options_delete')}</h3>
      <p class="why">{words('options_delete_why')}</p>
      <p>
        <button
          type="button"
          class="danger"
          disabled={deleting}
          onClick={() => dialog.current?.showModal()}
        >
          {words('options_delete_press')}
        </button>
      </p>
      <dialog ref={dialog} aria-labelledby="delete-sure" onClose={() => setAndSettings(false)}>
        <h3 id="delete-sure">{words('options_delete_sure')}</h3>
        <ul>
          {goes.map((what) => (
            <li key={what}>{words(`options_delete_${what}`)}</li>
          ))}
        </ul>
        <div class="check">
          <input
            type="checkbox"
            id="delete-settings"
            checked={andSettings}
            onChange={(event) => setAndSettings(event.currentTarget.checked)}
          />
          <label for="delete-settings">{words('options_delete_settings')}</label>
        </div>
        <p class="why">{words('options_delete_stays')}</p>
        <p class="end">
          <button type="button" class="quiet" onClick={close}>
            {words('options_cancel')}
          </button>
          <button
            type="button"
            class="danger"
            onClick={() => {
              void store.deleteAll(andSettings);
              close();
            }}
          >
            {words('options_delete_now')}
          </button>
        </p>
      </dialog>
    </section>
  );
}
