/** Reads what X answers: put into an X page with the first that there is to take (an answer that concerns a chat, a search, a refusal, what the person posts, posts that are kept already), or before the first script that asks for posts. */
import { defineUnlistedScript } from '#imports';
import { takeBridge } from '@/stores/bridge';
import { feedMaker } from './feed-maker';

export default defineUnlistedScript(() => {
  const bridge = takeBridge();
  bridge?.bringFeeds(feedMaker(bridge));
});
