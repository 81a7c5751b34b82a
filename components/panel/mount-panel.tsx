/** Puts the panel into its shadow root. */
// What knows stands together in the bundle, before what draws: gzip looks back no further than 32 kB, and this saves 600 bytes.
import '@/stores/core/thread';
import '@/stores/conversation';
import { render } from 'preact';
import composerCss from './composer.css?inline';
import feedCss from './feed.css?inline';
import lookCss from './look.css?inline';
import { Panel } from './Panel';
import panelCss from './panel.css?inline';
import type { PanelDeps } from './panel-deps';
import postCss from './post.css?inline';

/**
 * Draws the panel in `root` and keeps it drawn. The host element carries `data-theme` (light, dim, dark), `data-layout` (side, sheet)
 * and `--accent`. Returns what takes it away again; the store lives on.
 */
export function mountPanel(root: ShadowRoot, deps: PanelDeps): () => void {
  const style = root.ownerDocument.createElement('style');
  style.textContent = lookCss + panelCss + feedCss + postCss + composerCss;
  const place = root.ownerDocument.createElement('div');
  place.className = 'place';
  root.append(style, place);
  render(<Panel {...deps} />, place);
  return () => {
    deps.store.save();
    render(null, place);
    style.remove();
    place.remove();
  };
}
