import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '@/components/shared/Icon';
import { useWords } from '@/components/shared/words';
import { usePanel } from './panel-deps';
import { useReturnFocus } from './use-return-focus';

/** The title of a screen that lies over the conversation, and the way back. */
export function ScreenHead({ title }: { title: string }) {
  const words = useWords();
  const { store } = usePanel();
  const back = useRef<HTMLButtonElement>(null);
  useReturnFocus(back);
  useLayoutEffect(() => back.current?.focus(), []);
  return (
    <div class="screen-head">
      <button
        type="button"
        ref={back}
        class="round"
        data-part="back"
        aria-label={words('panel_back')}
        title={words('panel_back')}
        onClick={() => store.showScreen({ kind: 'conversation' })}
      >
        <Icon name="back" />
      </button>
      <h3>{title}</h3>
    </div>
  );
}
