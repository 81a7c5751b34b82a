/** Between the panel and the followed search: what is shown of it, and what the person's presses do. */
import { browser } from '#imports';
import type { FollowSource, FollowView } from '@/components/panel/follow-source';
import type { Words } from '@/components/shared/words';
import { goTo } from '@/entrypoints/x.content/page/go';
import type { Bridge } from '@/stores/bridge';
import { formatTime } from '@/stores/core/clock';
import { searchPath } from '@/stores/core/x-search';
import { changeSettings } from '@/stores/own-settings';
import { describeFollowing } from './follow-words';

const MINUTE = 60_000;
/** Where no session is on, it is followed for so long, ms. */
const HOUR = 60 * MINUTE;
/** What was said before the start is read back so far, ms. */
const EARLY = 15 * MINUTE;

/** Everything that is followed is followed by the background; the panel of any tab may ask it to. */
export function followHere(bridge: Bridge, words: Words): FollowSource {
  const { send } = bridge;
  const zone = () => bridge.clock().session?.timeZone ?? bridge.chat.timeZone;
  return {
    read: () => readView(bridge, words, zone()),
    onChange: bridge.onChange,
    here() {
      const { chat, feed } = bridge;
      goTo(searchPath(chat.hashtag), (done) => {
        const stopHearing = feed.onAnswer(({ operation }) => {
          if (operation !== 'SearchTimeline') return;
          stopHearing();
          done();
        });
      });
    },
    async open(way) {
      const { from, end } = span(bridge);
      const { hashtag } = bridge.chat;
      const opening = send('followLive', { way, hashtag, from, end, around: bounds() });
      return opening.then(
        () => true,
        () => false,
      );
    },
    show: () => void send('showFollowed', null).catch(() => {}),
    stop: () => void send('stopFollowing', null).catch(() => {}),
    allow: (isAllowed) =>
      void changeSettings(browser.storage.local, () => ({
        follow: { background: isAllowed },
      })).catch(() => {}),
  };
}

function readView(bridge: Bridge, words: Words, timeZone: string): FollowView {
  const { saved } = bridge;
  const following = saved.get('following');
  const { problems, news } = following
    ? describeFollowing(following, words, timeZone, Date.now())
    : { problems: [], news: [] };
  return {
    way: following?.way ?? null,
    lines: [...problems, ...news],
    until: formatTime(following?.end ?? span(bridge).end, timeZone),
    mayRefresh: saved.get('settings').follow.background,
    locked: saved.get('locked').includes('follow'),
    hasWindows: !/Android/.test(navigator.userAgent),
  };
}

/** From when it is read back, and when it ends, by this computer's clock: the session's own time where one is on or about to begin. */
function span(bridge: Bridge): { from: number; end: number } {
  const { session, state } = bridge.clock();
  const now = Date.now();
  const ahead = bridge.now() - now;
  if (!session || (state !== 'live' && state !== 'soon')) return { from: now, end: now + HOUR };
  return { from: Math.min(now, session.start - EARLY), end: session.end - ahead };
}

function bounds() {
  // Chrome knows where the screen begins; where it is not said, at 0.
  const {
    availLeft = 0,
    availTop = 0,
    availWidth,
    availHeight,
  } = screen as Screen & {
    availLeft?: number;
    availTop?: number;
  };
  return {
    left: screenX,
    top: screenY,
    width: outerWidth,
    height: outerHeight,
    screen: { left: availLeft, top: availTop, width: availWidth, height: availHeight },
  };
}
