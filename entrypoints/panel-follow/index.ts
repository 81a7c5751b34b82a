/** Follow live: its screen, and what the status line says of it. Put into a page when it is asked for, or while a search is followed. */
import { browser, defineUnlistedScript } from '#imports';
import { bringParts, standAlone } from '@/components/panel/bring-parts';
import { FollowLive } from '@/components/panel/FollowLive';
import followCss from '@/components/panel/follow.css?inline';
import { createWords } from '@/components/shared/words';
import { takeBridge } from '@/stores/bridge';
import { followHere } from './follow-here';
import { followStatus } from './follow-words';

const words = createWords((key, substitutions) => {
  try {
    return browser.i18n.getMessage(
      key as Parameters<typeof browser.i18n.getMessage>[0],
      substitutions,
    );
  } catch {
    // After an update the panel says nothing but that.
    return '';
  }
});

export default defineUnlistedScript(() => {
  const bridge = takeBridge();
  if (!bridge || bridge.parts.follow) return;
  const source = followHere(bridge, words);
  bringParts(bridge, { follow: standAlone(FollowLive, { source }) }, followCss);
  bridge.following = () => {
    const following = bridge.saved.get('following');
    if (!following) return [];
    const { session } = bridge.clock();
    const timeZone = session?.timeZone ?? bridge.chat.timeZone;
    return followStatus(following, words, timeZone, Date.now(), source);
  };
  bridge.notify(bridge.notice);
});
