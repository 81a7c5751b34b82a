import { useWords } from '@/components/shared/words';
import type { ScheduleState } from '@/stores/schedule';

export interface ChatNameProps {
  state: ScheduleState;
  onChoose: (hashtag: string) => void;
}

/** Which chat this is about, and the way to the others where several are followed. */
export function ChatName({ state, onChoose }: ChatNameProps) {
  const words = useWords();
  const { chat, chats } = state;
  if (chats.length < 2) return <h1 id="next-chat">#{chat.hashtag}</h1>;
  return (
    <>
      <h1 id="next-chat" class="unseen">
        #{chat.hashtag}
      </h1>
      <select
        class="chat"
        aria-label={words('popup_chat')}
        value={chat.hashtag}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        {chats.map(({ hashtag }) => (
          <option key={hashtag} value={hashtag}>
            #{hashtag}
          </option>
        ))}
      </select>
    </>
  );
}
