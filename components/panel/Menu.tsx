import { useRef, useState } from 'preact/hooks';
import { Icon } from '@/components/shared/Icon';
import { useWords } from '@/components/shared/words';
import { Later } from './Later';
import { useComing } from './panel-deps';

/** What is needed seldom, behind a button. Escape and a press anywhere else close it. */
export function Menu() {
  const words = useWords();
  const coming = useComing('menu');
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only listens for Escape from the buttons inside.
    <div
      class="menu-place"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.stopPropagation();
        close();
      }}
    >
      <button
        type="button"
        ref={button}
        class="round"
        aria-label={words('panel_menu')}
        title={words('panel_menu')}
        aria-expanded={open}
        {...coming}
        onClick={() => setOpen(!open)}
      >
        <Icon name="menu" />
      </button>
      {open && <Later part="menu" onPressed={close} onAway={() => setOpen(false)} />}
    </div>
  );
}
