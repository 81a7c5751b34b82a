import { useLayoutEffect, useRef } from 'preact/hooks';
import { useWords } from '@/components/shared/words';
import type { PlacedPost } from '@/stores/core/conversation';
import { usePanel, usePanelState } from './panel-deps';
import { useReturnFocus } from './use-return-focus';

/** Files a post under another question by hand; that holds for good, over all evidence. */
export function MoveMenu({ placed, onClose }: { placed: PlacedPost; onClose: () => void }) {
  const words = useWords();
  const { store } = usePanel();
  const questions = usePanelState((state) => state.conversation.questions);
  const group = useRef<HTMLFieldSetElement>(null);
  useReturnFocus(group);
  useLayoutEffect(() => group.current?.querySelector<HTMLElement>('button')?.focus(), []);
  const labels = [
    ...new Set(questions.filter((one) => one.session === placed.session).map((one) => one.label)),
  ];
  const move = (label: string) => {
    onClose();
    store.move(placed.post.id, label);
  };
  return (
    <fieldset
      class="choices"
      ref={group}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <legend>{words('panel_move_to')}</legend>
      {labels.map((label) => (
        <button
          type="button"
          class="chip"
          key={label}
          aria-pressed={label === placed.question}
          onClick={() => move(label)}
        >
          {label}
        </button>
      ))}
      <button
        type="button"
        class="chip"
        aria-pressed={placed.question === null}
        onClick={() => move('')}
      >
        {words('panel_no_question')}
      </button>
    </fieldset>
  );
}
