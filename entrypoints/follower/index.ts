/** Put into X's pages while a search is followed: reports what it hears of X's searches. */
import { defineUnlistedScript } from '#imports';
import { takeBridge } from '@/stores/bridge';
import { reportSearches } from './searches';

export default defineUnlistedScript(() => {
  const bridge = takeBridge();
  if (!bridge || bridge.moved) return;
  reportSearches(bridge);
});
