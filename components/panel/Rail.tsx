import { useEffect, useRef } from 'preact/hooks';
import { useWords, type Words } from '@/components/shared/words';
import type { RailItem } from '@/stores/core/rows-summary';
import { usePanel, usePanelState } from './panel-deps';

/** The questions in a row: how much was said under each, what is new, which one is open; pressing one shows it alone. */
export function Rail() {
  const words = useWords();
  const { store } = usePanel();
  const items = usePanelState((state) => state.summary.rail);
  const group = usePanelState((state) => state.group);
  const rail = useRef<HTMLDivElement>(null);
  const open = items.find((item) => item.open)?.key;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the open question is brought into sight when another one opens, or is pushed out of it.
  useEffect(() => {
    const button = rail.current?.querySelector<HTMLElement>('[data-open]');
    if (button && rail.current) {
      rail.current.scrollLeft = button.offsetLeft - rail.current.clientWidth / 2;
    }
  }, [open, items.length]);
  if (items.length === 0) return <div class="rail" data-part="questions" />;
  return (
    <div
      class="rail"
      data-part="questions"
      role="toolbar"
      aria-label={words('panel_questions')}
      ref={rail}
      onKeyDown={moveAlong}
    >
      {items.map((item) => (
        <RailButton
          key={item.key}
          item={item}
          pressed={item.key === group}
          words={words}
          onPress={() => store.showGroup(item.key === group ? 'all' : item.key)}
        />
      ))}
      <button type="button" aria-pressed={group === 'all'} onClick={() => store.showGroup('all')}>
        {words('panel_all')}
      </button>
    </div>
  );
}

interface ButtonProps {
  item: RailItem;
  pressed: boolean;
  words: Words;
  onPress: () => void;
}

function RailButton({ item, pressed, words, onPress }: ButtonProps) {
  const name = item.label !== '' ? item.label : sectionName(item.kind, words);
  const planned = item.kind === 'planned';
  return (
    <button
      type="button"
      aria-label={spoken(item, name, words)}
      aria-pressed={planned ? undefined : pressed}
      aria-disabled={planned || undefined}
      data-open={item.open || undefined}
      data-unread={item.unread || undefined}
      title={item.text || undefined}
      onClick={planned ? undefined : onPress}
    >
      {name} <span class="count">{planned ? '·' : item.posts}</span>
    </button>
  );
}

/** "Q3, 17 posts, 2 new, open now". */
function spoken(item: RailItem, name: string, words: Words): string {
  if (item.kind === 'planned') return `${name}, ${words('panel_to_come')}`;
  const parts = [name, words.count('posts', item.posts)];
  if (item.unread > 0) parts.push(words('panel_unread', item.unread));
  if (item.open) parts.push(words('panel_open_now'));
  return parts.join(', ');
}

/** The word for what is no question. */
export function sectionName(kind: RailItem['kind'], words: Words): string {
  if (kind === 'introductions') return words('panel_section_introductions');
  return kind === 'after' ? words('panel_section_after') : words('panel_section_before');
}

/** Arrow keys, Home and End go from button to button. */
function moveAlong(event: KeyboardEvent): void {
  const rail = event.currentTarget as HTMLElement;
  const buttons = [...rail.querySelectorAll('button')];
  const at = buttons.indexOf(event.target as HTMLButtonElement);
  const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (to === undefined || at === -1) return;
  event.preventDefault();
  buttons[to]?.focus();
}
