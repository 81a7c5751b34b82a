/** The panel, put into an X page when it is opened for the first time. */
import { defineUnlistedScript } from '#imports';
import { takeBridge } from '@/stores/bridge';
import { startPanel } from './start';

export default defineUnlistedScript(() => {
  const bridge = takeBridge();
  if (bridge && !bridge.showPanel) startPanel(bridge);
});
