/** Put into X's search for the time of a chat: shows how far it was read, and scrolls on where the person asks for it. */
import { defineUnlistedScript } from '#imports';
import { takeBridge } from '@/stores/bridge';
import { startGather } from './start';

export default defineUnlistedScript(() => {
  const bridge = takeBridge();
  if (!bridge || bridge.parts.gather) return;
  bridge.parts.gather = true;
  startGather(bridge);
});
