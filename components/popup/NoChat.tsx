import { useWords } from '@/components/shared/words';
import { ChatName, type ChatNameProps } from './ChatName';
import './NextChat.css';

/** What stands there while nothing is planned, or nothing has been read yet. */
export function NoChat({ state, onChoose }: ChatNameProps) {
  const words = useWords();
  const first = state.checkedAt === 0 && state.checking;
  return (
    <section class="next" data-part="next" data-state="none" aria-labelledby="next-chat">
      <header>
        <ChatName state={state} onChoose={onChoose} />
      </header>
      <p class="theme unknown" role="status">
        {words(first ? 'popup_first' : 'popup_empty')}
      </p>
      {!first && <p class="why">{words('popup_empty_why')}</p>}
    </section>
  );
}
