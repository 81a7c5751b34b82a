/** Tells the background what it must know of X's searches while one is followed, and whether this page is the one. */
import { readScreen } from '@/entrypoints/x.content/page/screen';
import type { Bridge } from '@/stores/bridge';
import type { Captured } from '@/stores/core/wire';
import { isSearchOf, readSearchPage, readSearchScreen } from '@/stores/core/x-search';
import type { Protocol } from '@/stores/messages';

/** A background that was killed on the way is woken by the next try, ms. */
const AGAIN = 1_000;

type Heard = Protocol['searchHeard']['takes'];

/** Reports from now on, for as long as anything is followed, what this page hears and whether it can be seen. */
export function reportSearches(bridge: Bridge): void {
  // Each feed hears every answer.
  const { feed, saved, signal, send } = bridge;
  const hashtag = () => saved.get('following')?.hashtag ?? bridge.chat.hashtag;
  let heard: Heard | undefined;
  let asked: number | undefined;

  const report = async (news: Heard) => {
    // At once: in a page that cannot be seen timers may take a minute.
    for (const chat of bridge.chats()) {
      await chat.feed.flush();
      await chat.feed.kept();
    }
    await send('searchHeard', news).catch(() => {
      setTimeout(() => heard === news && !signal.aborted && void report(news), AGAIN);
    });
  };
  const saySight = async (url = location.href) => {
    const visible = document.visibilityState === 'visible' && isSearchOf(hashtag(), url);
    const known = bridge.followed();
    const answer = await send('sightChanged', { visible }).catch(() => known);
    if (answer !== known) bridge.follow(answer);
  };
  const hear = (captured: Captured | undefined) => {
    if (captured?.operation !== 'SearchTimeline') return;
    const { status, rate } = captured;
    const reset = (rate?.reset ?? 0) - feed.health().clockOffset;
    const page = readSearchPage(captured, hashtag()) ?? null;
    heard = { status, page, rate: rate && { ...rate, reset } };
    if (asked !== undefined) void report(heard);
  };
  let isScreenTold = false;
  // What came with the page itself counts like an answer: hidden, the page asks for nothing, and would be loaded ever more seldom.
  const tellScreen = () => {
    if (isScreenTold || !bridge.followed()) return;
    const ids = readScreen();
    const page = ids && readSearchScreen(ids, location.href, hashtag());
    if (!page) return;
    isScreenTold = true;
    heard = { status: page.status, page, rate: null };
    void report(heard);
  };
  const look = () => {
    const tab = saved.get('following')?.tabId;
    if (tab === asked) return;
    asked = tab;
    void saySight();
    // It may have been heard before it was known that it is followed.
    if (tab !== undefined && heard) void report(heard);
  };
  hear(feed.lastSearch());
  feed.onAnswer(hear);
  // Also while the background has not said yet whether this is the page that is followed.
  const seen = () => asked !== undefined && void saySight();
  document.addEventListener('visibilitychange', seen, { signal });
  bridge.pageRead = tellScreen;
  bridge.moved = ({ href }) => {
    if (bridge.followed()) void saySight(href);
  };
  saved.onChange(() => !signal.aborted && look());
  look();
}
