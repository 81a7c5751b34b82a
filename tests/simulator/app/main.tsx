// biome-ignore-all lint/a11y: X's own markup, kept as recorded
/** X's web app, as the simulator plays it. */
import { useLayoutEffect, useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import { usePageState, useWidth } from './hooks.ts';
import { Layers } from './layers.tsx';
import { BottomBar, SideNav, TopBar } from './nav.tsx';
import { PrimaryColumn } from './pages.tsx';
import { getPlace, onNavigate } from './router.ts';
import { installShortcuts } from './shortcuts.ts';
import { Sidebar } from './sidebar.tsx';
import { wearTheme } from './theme.ts';
import './x.css';

const NO_SIDEBAR = new Set(['messages', 'plain']);

function App() {
  const { settings } = usePageState();
  const { under } = useSyncExternalStore(onNavigate, getPlace);
  const width = useWidth();
  const mobile = settings.mobile || width < 500;
  useLayoutEffect(
    () => wearTheme(settings.theme, settings.fontSize),
    [settings.theme, settings.fontSize],
  );
  // A change of look draws everything anew, as X does.
  return (
    <div className="app" key={settings.theme}>
      <div className="skip">
        <h2 className="hidden-text">To view keyboard shortcuts, press question mark</h2>
      </div>
      <Layers mobile={mobile} />
      <div className={mobile ? 'wrapper mobile' : 'wrapper'}>
        {mobile ? null : <SideNav />}
        <main role="main" className="main">
          <div className="css-175oi2r">
            <div className="css-175oi2r">
              <div className="main-width row">
                {mobile ? <TopBar title="X" /> : null}
                <PrimaryColumn route={under} />
                {!mobile && width >= 1005 && !NO_SIDEBAR.has(under.name) ? (
                  <Sidebar query={under.query} />
                ) : null}
              </div>
            </div>
          </div>
        </main>
        {mobile ? <BottomBar /> : null}
      </div>
    </div>
  );
}

const root = document.getElementById('react-root');
if (root) {
  installShortcuts();
  createRoot(root).render(
    <div className="root">
      <App />
    </div>,
  );
}
