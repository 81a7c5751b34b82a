import { useCallback, useState } from 'preact/hooks';
import { Drawing } from '@/components/shared/Icon';
import { useWords, type Words } from '@/components/shared/words';
import type { ClockState } from '@/stores/core/schedule';
import { Dropdown } from './Dropdown';
import { usePanelState } from './panel-deps';

export interface ChatChoice {
  /** Without #. */
  hashtag: string;
  state: ClockState;
  /** "23:10 left", "in 3 days". */
  text: string;
}

interface Props {
  /** All that are followed, the one shown too. */
  read: (words: Words) => ChatChoice[];
  switchTo: (hashtag: string) => void;
}

/** The other chats that are followed, and a dot where one of them is live. */
export function ChatSwitch({ read, switchTo }: Props) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  const hashtag = usePanelState((state) => state.hashtag);
  // Their clocks go on with the one shown.
  usePanelState((state) => state.clock);
  const all = read(words);
  const live = all.find((chat) => chat.state === 'live' && chat.hashtag !== hashtag);
  const label = live ? words('panel_switch_live', live.hashtag) : words('panel_switch');
  return (
    <div class="menu-place">
      <button
        type="button"
        class="round switch"
        aria-label={label}
        title={label}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Drawing path="M6 9l6 6 6-6" />
        {live && <span class="switch-live" />}
      </button>
      {open && (
        <Dropdown
          class="switch-menu"
          onClose={close}
          items={all.map((chat) => ({
            key: chat.hashtag,
            current: chat.hashtag === hashtag,
            run: () => switchTo(chat.hashtag),
            content: (
              <>
                <b>#{chat.hashtag}</b>
                <span class={chat.state}>{chat.text}</span>
              </>
            ),
          }))}
        />
      )}
    </div>
  );
}
