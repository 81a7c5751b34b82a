/** What lies over the page, in `#layers`: modals, menus, sheets, toasts, the lightbox. */

import { Link } from './bits.tsx';
import { usePageState } from './hooks.ts';
import { setState } from './state.ts';

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

function MenuLayer() {
  const { menu } = usePageState();
  if (!menu) return null;
  const close = () => setState({ menu: null });
  return (
    <div className="menu-layer">
      <div className="menu-mask" onClick={close} />
      <div
        role="menu"
        className="menu"
        style={{ left: `${Math.min(menu.x, innerWidth - 260)}px`, top: `${menu.y}px` }}
      >
        <div data-testid="Dropdown">
          {menu.items.map((item) => (
            <div
              key={item.label}
              role="menuitem"
              tabIndex={0}
              data-testid={item.testid}
              className="menu-item bold"
              onClick={() => {
                close();
                item.run();
              }}
            >
              <span>{item.label}</span>
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}

export function Layers() {
  return (
    <div id="layers" style={{ zIndex: 1 }}>
      <MenuLayer />
      <Toasts />
    </div>
  );
}
