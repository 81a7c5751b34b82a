/** Shows the card wherever X's address asks for the time of a chat. */
import { gatherCss } from '@/components/gather/gather-card';
import type { Bridge } from '@/stores/bridge';
import { readSearchUrl } from '@/stores/core/coverage';
import { CatchingUp } from './catching-up';

/** X changes its address without a word to anyone, ms. */
const LOOK_MS = 1_500;

export function startGather(bridge: Bridge): void {
  const style = document.createElement('style');
  style.textContent = gatherCss;
  bridge.root.append(style);
  let shown: { address: string; catching: CatchingUp | undefined } | undefined;
  const check = () => {
    const address = location.href;
    if (bridge.signal.aborted || shown?.address === address) return;
    shown?.catching?.end();
    const searched = bridge.chats().find(({ tag }) => readSearchUrl(address, tag));
    // The panel goes with the search.
    if (searched && searched.tag !== bridge.chat.hashtag.toLowerCase())
      bridge.switchTo(searched.tag);
    const asked = searched && readSearchUrl(address, searched.tag);
    shown = { address, catching: asked && new CatchingUp(bridge, asked) };
  };
  check();
  const timer = setInterval(check, LOOK_MS);
  bridge.signal.addEventListener('abort', () => {
    clearInterval(timer);
    shown?.catching?.end();
  });
}
