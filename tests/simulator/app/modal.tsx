// biome-ignore-all lint/a11y: X's own markup, kept as recorded
/** X's modal: a mask, a dialog, and a trap that pulls focus back when it leaves `#layers`. */
import { useEffect, useRef } from 'react';
import { Icon } from './icons.tsx';

export interface ModalProps {
  close(): void;
  title: string;
  end?: unknown;
  children?: unknown;
  className?: string;
}

const FOCUSABLE = 'a[href], button:not([disabled]), input, [contenteditable=true], [tabindex="0"]';

/** Keeps focus in `#layers` while mounted, and gives it back afterwards. */
export function useFocusTrap(dialog: { current: HTMLElement | null }): void {
  useEffect(() => {
    const opener = document.activeElement;
    let last: HTMLElement | null = null;
    const first = () => dialog.current?.querySelector<HTMLElement>(FOCUSABLE);
    const onFocus = (event: FocusEvent) => {
      const target = event.target as HTMLElement;
      if (document.getElementById('layers')?.contains(target)) last = target;
      else (last?.isConnected ? last : first())?.focus();
    };
    document.addEventListener('focus', onFocus, true);
    if (!dialog.current?.contains(document.activeElement)) first()?.focus();
    return () => {
      document.removeEventListener('focus', onFocus, true);
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, [dialog]);
}

export function useEscape(run: () => void): void {
  const current = useRef(run);
  current.current = run;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // Draft.js prevents the default of every Escape, so that says nothing here.
      if (event.key !== 'Escape') return;
      event.preventDefault();
      current.current();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

export function Modal({ close, title, end, children, className = '' }: ModalProps) {
  const dialog = useRef<HTMLDivElement>(null);
  useFocusTrap(dialog);
  useEscape(close);
  return (
    <div className="css-175oi2r">
      <div className="modal-layer">
        <div className="mask" data-testid="mask" onClick={close} />
        <div
          ref={dialog}
          aria-labelledby="modal-header"
          aria-modal="true"
          role="dialog"
          className={`modal ${className}`}
        >
          <div className="modal-bar row">
            <button
              type="button"
              role="button"
              aria-label="Close"
              data-testid="app-bar-close"
              className="action blue narrow"
              onClick={close}
            >
              <div dir="ltr" className="action-icon">
                <div className="halo" />
                <Icon name="close" size={20} />
              </div>
            </button>
            <h2 id="modal-header" role="heading" className="heading grow">
              <span>{title}</span>
            </h2>
            {end as string}
          </div>
          {children as string}
        </div>
      </div>
    </div>
  );
}
