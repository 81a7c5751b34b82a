import { useWords } from '@/components/shared/words';
import type { Chat } from '@/stores/core/chat';
import { MOST, parseHandle, parseText } from '@/stores/core/settings-values';
import { Calendars } from './Calendars';
import { Check } from './Field';
import { ListEditor } from './ListEditor';
import { useOptions, useSetting } from './options-deps';
import { TextField } from './TextField';
import { TimeZone } from './TimeZone';

interface Props {
  chat: Chat;
  locked: boolean;
  onChange: (chat: Chat) => void;
}

/** Everything about a chat but its hashtag: what is kept of a chat goes by that. */
export function ChatForm({ chat, locked, onChange }: Props) {
  const words = useWords();
  const { openPlanner } = useOptions();
  const hosting = useSetting('hosting');
  const tag = chat.hashtag.toLowerCase();
  const isHost = hosting.value.includes(tag);
  const people = (key: 'hosts' | 'guests') => (
    <ListEditor
      label={words(`options_${key}`)}
      why={words(`options_${key}_why`)}
      items={chat[key]}
      show={(handle) => `@${handle}`}
      locked={locked}
      split={/[\s,;]+/}
      parse={parseHandle}
      wrong={(text) => words('options_handle_wrong', text)}
      most={MOST.people}
      onChange={(handles) => onChange({ ...chat, [key]: handles })}
    />
  );
  return (
    <>
      <TextField
        label={words('options_title')}
        value={chat.title}
        locked={locked}
        longest={MOST.text}
        check={() => null}
        onCommit={(text) => onChange({ ...chat, title: parseText(text) ?? `#${chat.hashtag}` })}
      />
      <Calendars chat={chat} locked={locked} onChange={onChange} />
      {people('hosts')}
      {people('guests')}
      <TimeZone
        value={chat.timeZone}
        locked={locked}
        onChange={(timeZone) => onChange({ ...chat, timeZone })}
      />
      <Check
        label={words('options_hosting')}
        why={words('options_hosting_why')}
        checked={isHost}
        locked={hosting.locked}
        onChange={(now) =>
          hosting.set(now ? [...hosting.value, tag] : hosting.value.filter((one) => one !== tag))
        }
      />
      {isHost && (
        <p>
          <button type="button" class="quiet" onClick={() => openPlanner(tag)}>
            {words('options_planner_open')}
          </button>
        </p>
      )}
    </>
  );
}
