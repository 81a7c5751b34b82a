/** Puts the scripts that are needed into the page, behind the one that makes the feeds. */
import { type Bridge, offerBridge } from '@/stores/bridge';
import type { PageScript } from '@/stores/page-scripts';
import { send } from './send';

/** Puts a script into the page, once; never rejects. A background that was killed on the way is woken by the next try. */
export function createLoader(bridge: () => Bridge, haveFeeds: () => boolean) {
  const loading = new Map<PageScript, Promise<unknown>>();
  const once = async (script: PageScript, coming: Promise<unknown>) => {
    loading.set(script, coming);
    // It may have met another page of this tab.
    const came = await coming.then(haveFeeds, () => false);
    if (!came && loading.get(script) === coming) loading.delete(script);
  };
  const put = async (script: PageScript) => {
    const feeds = loading.get('feeds');
    // Whoever asked for them may have asked in vain.
    if (feeds && !haveFeeds()) await feeds.catch(() => {});
    if (haveFeeds()) return send('load', [script]);
    const both = send('load', [...new Set<PageScript>(['feeds', script])]);
    void once('feeds', both);
    return both;
  };
  return (script: PageScript): Promise<void> => {
    offerBridge(bridge());
    return once(script, loading.get(script) ?? put(script));
  };
}
