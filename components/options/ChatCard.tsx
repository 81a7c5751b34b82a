import { useId } from 'preact/hooks';
import { Drawing } from '@/components/shared/Icon';
import { useWords } from '@/components/shared/words';
import type { Chat } from '@/stores/core/chat';
import { ChatForm } from './ChatForm';

interface Props {
  chat: Chat;
  locked: boolean;
  isOpen: boolean;
  isFirst: boolean;
  isLast: boolean;
  onToggle: () => void;
  onChange: (chat: Chat) => void;
  onMove: (by: number) => void;
  onRemove: () => void;
}

const UP = 'M12 19V5m-6 6 6-6 6 6';
const DOWN = 'M12 5v14m-6-6 6 6 6-6';

/** A chat in the list: folded it is its name, unfolded all there is to settle about it. */
export function ChatCard(props: Props) {
  const { chat, locked, isOpen, isFirst, isLast, onToggle, onChange, onMove, onRemove } = props;
  const words = useWords();
  const id = useId();
  const tag = `#${chat.hashtag}`;
  const arrow = (by: number, path: string, label: string, isOff: boolean) => (
    <button
      type="button"
      class="icon"
      aria-label={label}
      title={label}
      // Kept in the row, and in the focus, when it comes to an end.
      aria-disabled={isOff}
      onClick={() => !isOff && onMove(by)}
    >
      <Drawing path={path} />
    </button>
  );
  return (
    <li class="chat" data-chat={chat.hashtag.toLowerCase()}>
      <div class="chat-head">
        <h3>
          <button
            type="button"
            class="fold"
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={onToggle}
          >
            <b>{tag}</b>
            {chat.title !== tag && <span dir="auto">{chat.title}</span>}
          </button>
        </h3>
        {!locked && !(isFirst && isLast) && (
          <>
            {arrow(-1, UP, words('options_up', tag), isFirst)}
            {arrow(1, DOWN, words('options_down', tag), isLast)}
          </>
        )}
      </div>
      <div id={id} class="chat-body" hidden={!isOpen}>
        {isOpen && (
          <>
            <ChatForm chat={chat} locked={locked} onChange={onChange} />
            {!locked && (
              <p class="end">
                <button type="button" class="quiet" disabled={isFirst && isLast} onClick={onRemove}>
                  {words('options_unfollow', tag)}
                </button>
                {isFirst && isLast && <span class="why">{words('options_last_chat')}</span>}
              </p>
            )}
          </>
        )}
      </div>
    </li>
  );
}
