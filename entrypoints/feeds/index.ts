/** Reads what X answers: put into an X page with the first answer that concerns a chat, or before the first script that asks for posts. */
import { defineUnlistedScript } from '#imports';
import { takeBridge } from '@/stores/bridge';
import { feedMaker } from './feed-maker';

export default defineUnlistedScript(() => {
  const bridge = takeBridge();
  bridge?.bringFeeds(feedMaker(bridge));
});
