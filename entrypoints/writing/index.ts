/** What is said of the words while they are written: put into an X page when the first of them are, in the panel or in X's own composer. */
import { defineUnlistedScript } from '#imports';
import { takeBridge } from '@/stores/bridge';
import { startWriting } from './start';

export default defineUnlistedScript(() => {
  const bridge = takeBridge();
  if (bridge && !bridge.writing) startWriting(bridge);
});
