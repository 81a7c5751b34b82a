/** Answers of every operation of the simulator, first pages, further pages and polls, without a server. */
import { createApi } from '@/tests/simulator/api';
import { WEEKLY_CHAT } from '@/tests/simulator/chat-script';
import { createClock } from '@/tests/simulator/clock';
import { createDirector, type Director } from '@/tests/simulator/director';
import { ADVERT, seedNoise } from '@/tests/simulator/noise';
import { PostStore } from '@/tests/simulator/store';
import type { Layout, Received, ScriptedChat, Settings } from '@/tests/simulator/types';

// biome-ignore lint/suspicious/noExplicitAny: tests look into X's answers freely
export type Loose = Record<string, any>;

export const START = Date.UTC(2026, 10, 26, 13);

export interface Stage {
  store: PostStore;
  director: Director;
  settings: Settings;
  received: Received;
  /** Body of an operation's answer, parsed. */
  ask(operation: string, variables: Loose): Loose;
  /** The whole answer. */
  answer(operation: string, variables: Loose): ReturnType<ReturnType<typeof createApi>['answer']>;
}

/** The world of the simulator at a minute of the chat, its clock standing still. */
export function stage(
  minute = 58,
  change: Partial<Settings> = {},
  script: ScriptedChat = WEEKLY_CHAT,
): Stage {
  const clock = createClock(START + minute * 60_000, 1);
  clock.pause();
  const settings: Settings = {
    theme: 'light',
    layout: 'C',
    failing: 'none',
    composer: 'draft',
    mobile: false,
    pollMs: null,
    searchBudget: 50,
    rateSpan: 900_000,
    pageSize: 20,
    transport: 'xhr',
    fontSize: 15,
    premium: false,
    windowless: false,
    autoShow: false,
    hostile: '',
    ...change,
  };
  const store = new PostStore(script.people);
  const advert = store.add({ ...ADVERT, createdAt: START - 86_400_000 }, START, true);
  seedNoise(store, START, clock.now());
  const director = createDirector(script, store, clock, START);
  const received: Received = { posts: [], writes: [], requests: [], refused: [] };
  const api = createApi(store, director, settings, received, advert);
  const answer = (operation: string, variables: Loose) => api.answer(operation, variables);
  return {
    store,
    director,
    settings,
    received,
    answer,
    ask: (operation, variables) => JSON.parse(answer(operation, variables).body) as Loose,
  };
}

/** The value of a page's cursor. */
export function cursorOf(answer: Loose, type: string): string {
  const match = new RegExp(
    `"cursorType":"${type}"[^{}]*?(?:\\{[^{}]*\\}[^{}]*?)?"value":"([^"]+)"`,
  );
  return match.exec(JSON.stringify(answer))?.[1] ?? '';
}

/** One of everything that the simulator can send in a layout. */
export function simulatedAnswers(layout: Exclude<Layout, 'xweb'>): Loose[] {
  const { director, ask } = stage(58, { layout });
  const idOf = (key: string) => director.find(key)?.id ?? '';
  const edited = director.publish({ by: 'MegFarrowPR', text: 'Frist #polchat' });
  director.edit(edited, 'First #polchat');
  director.withhold('bye6');
  director.publish({ by: 'FionaNPT', text: 'Who said that? #polchat', replyTo: 'bye6' });
  for (let n = 0; n < 14; n++)
    director.publish({ by: 'OwenSpecials', text: `Reply ${n}`, replyTo: 'q1' });
  for (let n = 0; n < 5; n++)
    director.publish({ by: 'OwenSpecials', text: `More ${n}`, replyTo: 'a1c' });
  const search = { rawQuery: '#polchat', product: 'Latest', count: 20 };
  const first = ask('SearchTimeline', search);
  const home = ask('HomeTimeline', { count: 20 });
  const q1 = ask('TweetDetail', { focalTweetId: idOf('q1') });
  return [
    first,
    ask('SearchTimeline', { ...search, cursor: cursorOf(first, 'Bottom') }),
    ask('SearchTimeline', { ...search, cursor: cursorOf(first, 'Top') }),
    ask('SearchTimeline', { ...search, rawQuery: 'from:MegFarrowPR' }),
    home,
    ask('HomeTimeline', { cursor: cursorOf(home, 'Bottom') }),
    ask('HomeLatestTimeline', { count: 200 }),
    q1,
    ask('TweetDetail', { focalTweetId: idOf('q1'), cursor: cursorOf(q1, 'ShowMoreThreads') }),
    ask('TweetDetail', { focalTweetId: idOf('q1'), cursor: cursorOf(q1, 'ShowMore') }),
    ask('TweetDetail', { focalTweetId: idOf('goner') }),
    ask('TweetDetail', { focalTweetId: idOf('a3k') }),
    ask('TweetDetail', { focalTweetId: idOf('limited') }),
    ask('TweetDetail', { focalTweetId: idOf('a1fr2') }),
    ask('UserTweets', { userId: director.find('q1')?.author.id }),
  ];
}
