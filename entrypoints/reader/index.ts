/** Reads the page itself: put into an X page only where X's responses do not tell all that it shows. */
import { defineUnlistedScript } from '#imports';
import { takeBridge } from '@/stores/bridge';
import { startReader } from './start';

export default defineUnlistedScript(() => {
  const bridge = takeBridge();
  if (bridge && !bridge.sight) startReader(bridge);
});
