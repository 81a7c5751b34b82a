/** Put into pages that search X: notes how much of the time was read; for the time of a chat shows how far, and scrolls on where the person asks for it. */
import { defineUnlistedScript } from '#imports';
import { takeBridge } from '@/stores/bridge';
import { noteCoverage } from './note-coverage';
import { startGather } from './start';

export default defineUnlistedScript(() => {
  const bridge = takeBridge();
  if (!bridge || bridge.parts.gather) return;
  bridge.parts.gather = true;
  noteCoverage(bridge);
  startGather(bridge);
});
