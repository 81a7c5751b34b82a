import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '@/components/shared/Icon';
import { useWords } from '@/components/shared/words';
import { useComing, usePanel } from './panel-deps';

/** What is needed seldom. Escape and a press anywhere else close it. */
export function Menu() {
  const words = useWords();
  const { store, openOptions } = usePanel();
  const coming = useComing('links');
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return undefined;
    place.current?.querySelector<HTMLElement>('.menu button')?.focus();
    const away = (event: Event) => {
      if (place.current && !event.composedPath().includes(place.current)) setOpen(false);
    };
    const root = place.current?.ownerDocument;
    root?.addEventListener('pointerdown', away);
    return () => root?.removeEventListener('pointerdown', away);
  }, [open]);
  const close = () => {
    setOpen(false);
    place.current?.querySelector<HTMLElement>('[aria-expanded]')?.focus();
  };
  const items: [string, () => void][] = [
    [words('panel_catch_up'), () => store.showScreen({ kind: 'catchUp' })],
    [words('panel_links'), () => store.showScreen({ kind: 'links' })],
    [words('panel_people_here'), () => store.showScreen({ kind: 'people' })],
    [words('host_menu'), () => store.showScreen({ kind: 'runSheet' })],
    [words('panel_follow'), () => store.showScreen({ kind: 'follow' })],
  ];
  if (openOptions !== undefined) items.push([words('panel_options'), openOptions]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only listens for Escape from the buttons inside.
    <div
      class="menu-place"
      ref={place}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.stopPropagation();
        close();
      }}
    >
      <button
        type="button"
        class="round"
        aria-label={words('panel_menu')}
        title={words('panel_menu')}
        aria-expanded={open}
        {...coming}
        onClick={() => setOpen(!open)}
      >
        <Icon name="menu" />
      </button>
      {open && (
        <div class="menu">
          {items.map(([label, run]) => (
            <button
              type="button"
              key={label}
              onClick={() => {
                close();
                run();
              }}
            >
              {label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
