/** Says in words how following live goes. */
import type { Words } from '@/components/shared/words';
import type { StatusLine } from '@/stores/conversation';
import { formatTime } from '@/stores/core/clock';
import { type Following, LOAD_EVERY, nextLoad } from '@/stores/core/follow';

/** X loads the search of a page that can be seen more often than that, ms. */
const SILENT = 120_000;
const MINUTE = 60_000;

/** What the person should know, most important first; problems are warnings. `now` by this computer's clock. */
export function describeFollowing(
  following: Following,
  words: Words,
  timeZone: string,
  now: number,
): { problems: string[]; news: string[] } {
  const time = (moment: number) => formatTime(moment, timeZone);
  const { way, rate, heardAt, gaps, lost } = following;
  const problems = [
    ...(way === 'window'
      ? windowProblems(following, words, time, now)
      : tabProblems(following, words, time, now)),
    ...(lost ? [words('follow_lost')] : []),
  ];
  const news: string[] = [];
  if (heardAt > 0) news.push(words('follow_read_at', time(heardAt)));
  if (way === 'background' && gaps.length > 0) news.push(words('follow_between'));
  if (rate && rate.reset > now) {
    news.push(words.count('follow_rate', rate.remaining, time(rate.reset)));
  }
  return { problems, news };
}

type Time = (moment: number) => string;

function windowProblems(
  { visible, heardAt, since }: Following,
  words: Words,
  time: Time,
  now: number,
): string[] {
  if (!visible) return [words('follow_covered')];
  const last = Math.max(heardAt, since);
  return now - last > SILENT ? [words('follow_silent_window', time(last))] : [];
}

function tabProblems(following: Following, words: Words, time: Time, now: number): string[] {
  const { refusedUntil, unheard, loadedAt, visible, astray } = following;
  if (astray) return [words('follow_astray')];
  if (refusedUntil > now) return [words('follow_refused', time(refusedUntil))];
  // X itself keeps a tab fresh that the person looks at.
  if (visible) return [];
  if (unheard > 2) return [words('follow_silent_tab')];
  const pause = nextLoad(following).at - loadedAt;
  const isSlower = unheard === 0 && pause > 1.5 * LOAD_EVERY;
  return isSlower ? [words.count('follow_slower', Math.ceil(pause / MINUTE))] : [];
}

/** The same for the status line, which is read aloud: nothing that changes with every load. */
export function followStatus(
  following: Following,
  words: Words,
  timeZone: string,
  now: number,
  action: { show: () => void; stop: () => void },
): StatusLine[] {
  const { problems } = describeFollowing(following, words, timeZone, now);
  const show = {
    label: words(following.way === 'window' ? 'follow_show_window' : 'follow_show_tab'),
    run: action.show,
  };
  const stop = { label: words('follow_stop'), run: action.stop };
  const key = following.way === 'window' ? 'follow_status_window' : 'follow_status_background';
  return [
    ...problems.map((text): StatusLine => ({ level: 'warning', text, action: show })),
    { level: 'info', text: words(key), action: stop },
  ];
}
