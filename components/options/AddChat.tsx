import { useId, useState } from 'preact/hooks';
import { useWords, type WordKey } from '@/components/shared/words';
import { type Chat, POLCHAT } from '@/stores/core/chat';
import { parseChat, parseHashtag } from '@/stores/core/settings-values';

/** Chats that others of the trade hold, to begin with; their hosts and calendars are for the person to fill in. */
const EXAMPLES: { hashtag: string; title: WordKey }[] = [
  { hashtag: POLCHAT.hashtag, title: 'options_example_polchat' },
  { hashtag: 'commschat', title: 'options_example_commschat' },
  { hashtag: 'lgovsm', title: 'options_example_lgovsm' },
];

interface Props {
  chats: readonly Chat[];
  onAdd: (chat: Chat) => void;
}

/** Follows another chat: by its hashtag, or by one press where it is a known one. */
export function AddChat({ chats, onAdd }: Props) {
  const words = useWords();
  const id = useId();
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const isFollowed = (hashtag: string) =>
    chats.some((chat) => chat.hashtag.toLowerCase() === hashtag.toLowerCase());
  const follow = (hashtag: string, title?: string) => {
    const chat = parseChat({ hashtag, title });
    if (chat === undefined) return;
    setText('');
    setWrong(null);
    onAdd(chat);
  };
  const add = () => {
    const hashtag = parseHashtag(text);
    if (hashtag === undefined) setWrong(words('options_hashtag_wrong'));
    else if (isFollowed(hashtag)) setWrong(words('options_hashtag_known', hashtag));
    else follow(hashtag);
  };
  const examples = EXAMPLES.filter(({ hashtag }) => !isFollowed(hashtag));
  return (
    <div class="box" data-part="add-chat">
      <h3>{words('options_follow')}</h3>
      <div class="field">
        <label for={id}>{words('options_hashtag')}</label>
        <div class="add">
          <input
            id={id}
            value={text}
            placeholder="#"
            aria-invalid={wrong !== null || undefined}
            aria-describedby={`${id}-why`}
            onInput={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => event.key === 'Enter' && add()}
          />
          <button type="button" onClick={add}>
            {words('options_follow_press')}
          </button>
        </div>
        <p class="why" id={`${id}-why`} role={wrong ? 'alert' : undefined}>
          {wrong && <span class="wrong">{wrong}</span>}
        </p>
      </div>
      {examples.length > 0 && (
        <>
          <p class="why">{words('options_examples')}</p>
          <ul class="examples">
            {examples.map(({ hashtag, title }) => (
              <li key={hashtag}>
                <button type="button" class="quiet" onClick={() => follow(hashtag, words(title))}>
                  <b>#{hashtag}</b> {words(title)}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
