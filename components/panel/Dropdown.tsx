import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { leadsElsewhere } from './plain-key';

export interface DropdownItem {
  key: string;
  content: ComponentChildren;
  /** It is the one chosen now. */
  current?: boolean;
  run: () => void;
}

interface Props {
  class?: string;
  items: DropdownItem[];
  onClose: () => void;
}

/** What hangs under a button, beside which it stands in the document. Focus goes into it and comes back; Escape and a press anywhere else close it. */
export function Dropdown({ class: more = '', items, onClose }: Props) {
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const place = menu.current?.parentElement;
    menu.current?.querySelector('button')?.focus();
    const away = (event: Event) => {
      if (place && !event.composedPath().includes(place)) onClose();
    };
    const root = place?.ownerDocument;
    root?.addEventListener('pointerdown', away);
    return () => root?.removeEventListener('pointerdown', away);
  }, [onClose]);
  const close = () => {
    menu.current?.parentElement?.querySelector<HTMLElement>('[aria-expanded]')?.focus();
    onClose();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only listens for Escape from the buttons inside.
    <div
      class={`menu ${more}`}
      ref={menu}
      onKeyDown={(event) => {
        if (leadsElsewhere(event)) onClose();
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    >
      {items.map(({ key, content, current, run }) => (
        <button
          type="button"
          key={key}
          aria-current={current || undefined}
          onClick={() => {
            close();
            run();
          }}
        >
          {content}
        </button>
      ))}
    </div>
  );
}
