import { useId, useRef, useState } from 'preact/hooks';
import { useWords } from '@/components/shared/words';
import type { Chat } from '@/stores/core/chat';
import { parseCalendarAddress } from '@/stores/core/settings-values';
import { CalendarPreview } from './CalendarPreview';
import { useOptions, useOptionsState } from './options-deps';

interface Props {
  chat: Chat;
  onAdd: (address: string) => void;
}

/** Adds a calendar by its address, after a look at what it holds. */
export function CalendarAdd({ chat, onAdd }: Props) {
  const words = useWords();
  const { store } = useOptions();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const preview = useOptionsState((state) =>
    state.preview?.tag === chat.hashtag.toLowerCase() ? state.preview : null,
  );
  const look = () => {
    const address = parseCalendarAddress(text);
    if (!address) return setWrong(words('options_address_wrong'));
    if (chat.calendars.includes(address)) return setWrong(words('options_address_known'));
    setWrong(null);
    void store.look(chat, address);
  };
  const close = () => {
    store.forgetPreview();
    setText('');
    input.current?.focus();
  };
  return (
    <div class="field" data-part="add-calendar">
      <label for={id}>{words('options_address')}</label>
      <div class="add">
        <input
          id={id}
          ref={input}
          type="url"
          value={text}
          placeholder="https://"
          aria-invalid={wrong !== null || undefined}
          aria-describedby={`${id}-why`}
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Enter' && look()}
        />
        <button type="button" onClick={look}>
          {words('options_look')}
        </button>
      </div>
      <p class="why" id={`${id}-why`} role={wrong ? 'alert' : undefined}>
        {wrong ? <span class="wrong">{wrong}</span> : words('options_address_why')}
      </p>
      {preview && (
        <CalendarPreview
          preview={preview}
          onAdd={() => {
            onAdd(preview.address);
            close();
          }}
          onClose={close}
        />
      )}
      {!chat.calendars.includes('') && (
        <p>
          <button type="button" class="quiet" onClick={() => onAdd('')}>
            {words('options_calendar_bundled_add')}
          </button>
        </p>
      )}
    </div>
  );
}
