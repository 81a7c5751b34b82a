// biome-ignore-all lint/a11y: X's own markup, kept as recorded
/** What lies over the page, in `#layers`: modals, menus, sheets, toasts, the lightbox. */
import { useRef, useSyncExternalStore } from 'react';
import { Link } from './bits.tsx';
import { ComposeModal } from './compose-modal.tsx';
import { usePageState } from './hooks.ts';
import { Icon } from './icons.tsx';
import { useEscape, useFocusTrap } from './modal.tsx';
import { getPlace, leaveModal, onNavigate } from './router.ts';
import { type Menu, type Sheet, setState } from './state.ts';
import { allTimelines } from './timeline.ts';

function Toasts() {
  const { toasts } = usePageState();
  if (toasts.length === 0) return null;
  return (
    <div className="toasts">
      {toasts.map((one) => (
        <div key={one.id} role="alert" data-testid="toast" className="toast row">
          <span>{one.text}</span>
          {one.href ? (
            <Link href={one.href} className="toast-link">
              View
            </Link>
          ) : null}
        </div>
      ))}
    </div>
  );
}

function MenuLayer({ menu }: { menu: Menu }) {
  const close = () => setState({ menu: null });
  const box = useRef<HTMLDivElement>(null);
  useFocusTrap(box);
  useEscape(close);
  const left = `${Math.max(8, Math.min(menu.x, innerWidth - 260))}px`;
  return (
    <div className="menu-layer">
      <div className="menu-mask" onClick={close} />
      <div role="menu" ref={box} className="menu" style={{ left, top: `${menu.y}px` }}>
        <div data-testid="Dropdown">
          {menu.items.map((item) => {
            const run = () => {
              close();
              item.run();
            };
            return (
              <div
                key={item.label}
                role="menuitem"
                tabIndex={0}
                data-testid={item.testid}
                className="menu-item bold"
                onClick={run}
                onKeyDown={(event) => {
                  event.stopPropagation();
                  if (event.key === 'Enter') run();
                  if (event.key === 'Escape') close();
                }}
              >
                <span>{item.label}</span>
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

function SheetLayer({ sheet }: { sheet: Sheet }) {
  const box = useRef<HTMLDivElement>(null);
  useFocusTrap(box);
  const choose = (run: () => void) => () => {
    setState({ sheet: null });
    run();
  };
  return (
    <div className="modal-layer">
      <div className="mask sheet-mask" />
      <div
        ref={box}
        role="alertdialog"
        aria-modal="true"
        data-testid="sheetDialog"
        className="sheet"
      >
        <h1 className="heading">
          <span>{sheet.title}</span>
        </h1>
        <div className="quiet">{sheet.text}</div>
        <button
          type="button"
          role="button"
          data-testid="confirmationSheetConfirm"
          className="sheet-button strong-button"
          onClick={choose(sheet.onConfirm)}
        >
          <span>{sheet.confirm}</span>
        </button>
        <button
          type="button"
          role="button"
          data-testid="confirmationSheetCancel"
          className="sheet-button"
          onClick={choose(sheet.onCancel)}
        >
          <span>{sheet.cancel}</span>
        </button>
      </div>
    </div>
  );
}

function photoUrl(id: string): string {
  for (const timeline of allTimelines())
    for (const row of timeline.state.rows)
      if (row.kind === 'post' && row.post.id === id && row.post.photo) return row.post.photo.url;
  return '';
}

/** A photo at full size, at its own address. */
function Lightbox({ id }: { id: string }) {
  const box = useRef<HTMLDivElement>(null);
  useFocusTrap(box);
  useEscape(leaveModal);
  return (
    <div className="modal-layer">
      <div
        ref={box}
        role="dialog"
        aria-modal="true"
        aria-labelledby="modal-header"
        className="lightbox"
        onClick={(event) => event.target === box.current && leaveModal()}
      >
        <h2 id="modal-header" className="hidden-text">
          Image
        </h2>
        <button
          type="button"
          role="button"
          aria-label="Close"
          data-testid="app-bar-close"
          onClick={leaveModal}
        >
          <Icon name="close" size={20} />
        </button>
        <div data-testid="swipe-to-dismiss" className="lightbox-picture">
          <img alt="Image" src={photoUrl(id)} />
        </div>
      </div>
    </div>
  );
}

/** The corner at the bottom right belongs to X's drawers. */
function Drawers() {
  return (
    <div className="drawers">
      <div data-testid="GrokDrawer">
        <div data-testid="GrokDrawerHeader">
          <button type="button" role="button" aria-label="Grok" className="drawer-button">
            <Icon name="globe" size={24} />
          </button>
        </div>
      </div>
      <div data-testid="chat-drawer-root">
        <button type="button" role="button" aria-label="Chat" className="drawer-button">
          <Icon name="mail" size={24} />
        </button>
      </div>
    </div>
  );
}

export function Layers({ mobile }: { mobile: boolean }) {
  const { menu, sheet } = usePageState();
  const { route } = useSyncExternalStore(onNavigate, getPlace);
  return (
    <div id="layers" style={{ zIndex: 1 }}>
      {mobile ? null : <Drawers />}
      <ComposeModal />
      {route.name === 'photo' ? <Lightbox id={route.postId} /> : null}
      {menu ? <MenuLayer menu={menu} /> : null}
      {sheet ? <SheetLayer sheet={sheet} /> : null}
      <Toasts />
    </div>
  );
}
