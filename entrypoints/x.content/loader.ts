/** Puts the scripts that are needed into the page, behind the one that makes the feeds. */
import { type Bridge, offerBridge } from '@/stores/bridge';
import type { PageScript } from '@/stores/page-scripts';
import { send } from './send';

/** Puts a script into the page, once; never rejects. A background that was killed on the way is woken by the next try. */
export function createLoader(bridge: () => Bridge, haveFeeds: () => boolean) {
  const loading = new Map<PageScript, Promise<unknown>>();
  const put = async (script: PageScript) => {
    if (!haveFeeds()) {
      const feeds = loading.get('feeds');
      if (!feeds) {
        const both = send('load', [...new Set<PageScript>(['feeds', script])]);
        loading.set('feeds', both);
        return both;
      }
      await feeds;
    }
    return send('load', [script]);
  };
  return async (script: PageScript): Promise<void> => {
    offerBridge(bridge());
    const coming = loading.get(script) ?? put(script);
    loading.set(script, coming);
    await coming.catch(() => loading.delete(script));
    // It may have met another page of this tab.
    if (!haveFeeds()) loading.clear();
  };
}
