/** Where the person takes part, beside the page-world composer: the hashtag in X's own composers. */
import { defineUnlistedScript } from '#imports';
import { takeBridge } from '@/stores/bridge';
import { Prefill } from './prefill';

export default defineUnlistedScript(() => {
  const bridge = takeBridge();
  // A second one in the page would put the hashtag in twice.
  if (bridge && !bridge.compose) new Prefill(bridge).start();
});
