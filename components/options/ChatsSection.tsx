import { useRef, useState } from 'preact/hooks';
import { useWords } from '@/components/shared/words';
import type { Chat } from '@/stores/core/chat';
import { MOST } from '@/stores/core/settings-values';
import { AddChat } from './AddChat';
import { ChatCard } from './ChatCard';
import { Locked } from './Field';
import { useSetting } from './options-deps';

/** The chats followed, in the order in which they count. */
export function ChatsSection() {
  const words = useWords();
  const { value: chats, locked, set } = useSetting('chats');
  const [open, setOpen] = useState<string | null>(chats.length === 1 ? keyOf(chats[0]) : null);
  const list = useRef<HTMLOListElement>(null);
  const change = (index: number, chat: Chat) => set(chats.with(index, chat));
  const move = (index: number, by: number) => {
    const moved = [...chats];
    moved.splice(index + by, 0, ...moved.splice(index, 1));
    set(moved);
  };
  const remove = (index: number) => {
    set(chats.toSpliced(index, 1));
    list.current?.focus();
  };
  return (
    <>
      <p class="lead">{words('options_chats_why')}</p>
      {locked && <Locked />}
      {/* The focus comes to the list when the chat that had it goes. */}
      <ol class="chats" ref={list} tabIndex={-1}>
        {chats.map((chat, index) => (
          <ChatCard
            key={keyOf(chat)}
            chat={chat}
            locked={locked}
            isOpen={open === keyOf(chat)}
            isFirst={index === 0}
            isLast={index === chats.length - 1}
            onToggle={() => setOpen(open === keyOf(chat) ? null : keyOf(chat))}
            onChange={(next) => change(index, next)}
            onMove={(by) => move(index, by)}
            onRemove={() => remove(index)}
          />
        ))}
      </ol>
      {!locked && chats.length < MOST.chats && (
        <AddChat
          chats={chats}
          onAdd={(chat) => {
            set([...chats, chat]);
            setOpen(keyOf(chat));
          }}
        />
      )}
    </>
  );
}

function keyOf(chat: Chat | undefined): string {
  return chat?.hashtag.toLowerCase() ?? '';
}
