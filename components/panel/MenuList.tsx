import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { useWords } from '@/components/shared/words';
import { usePanel } from './panel-deps';
import { leadsElsewhere } from './plain-key';

export interface MenuProps {
  onPressed: () => void;
  onAway: () => void;
}

/** What stands in the menu. */
export function MenuList({ onPressed, onAway }: MenuProps) {
  const words = useWords();
  const { store, openOptions } = usePanel();
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => list.current?.querySelector('button')?.focus(), []);
  useEffect(() => {
    const place = list.current?.parentElement;
    const root = list.current?.ownerDocument;
    const away = (event: Event) => {
      if (place && !event.composedPath().includes(place)) onAway();
    };
    root?.addEventListener('pointerdown', away);
    return () => root?.removeEventListener('pointerdown', away);
  }, [onAway]);
  const items: [string, () => void][] = [
    [words('panel_catch_up'), () => store.showScreen({ kind: 'catchUp' })],
    [words('panel_links'), () => store.showScreen({ kind: 'links' })],
    [words('panel_people_here'), () => store.showScreen({ kind: 'people' })],
    [words('host_menu'), () => store.showScreen({ kind: 'runSheet' })],
    [words('panel_follow'), () => store.showScreen({ kind: 'follow' })],
    [words('panel_options'), openOptions],
  ];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only listens for the panel's keys from the buttons inside.
    <div
      class="menu"
      ref={list}
      onKeyDown={(event) => {
        if (leadsElsewhere(event)) onAway();
      }}
    >
      {items.map(([label, run]) => (
        <button
          type="button"
          key={label}
          onClick={() => {
            onPressed();
            run();
          }}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
