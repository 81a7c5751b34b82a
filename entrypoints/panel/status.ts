/** Says in words what is being read and from where, and what is wrong. */
import type { Words } from '@/components/shared/words';
import type { Bridge } from '@/stores/bridge';
import type { StatusLine } from '@/stores/conversation';
import { formatTime } from '@/stores/core/clock';
import type { FeedHealth } from '@/stores/feed';
import { scheduleOf } from '@/stores/saved';

/** Problems first, then what is being read. Times in `timeZone`. */
export function readStatus(bridge: Bridge, words: Words, timeZone: string): StatusLine[] {
  const reload = { label: words('status_reload'), run: () => location.reload() };
  // Asked for while the browser still answers.
  const updated = words('status_updated');
  if (bridge.signal.aborted) return [{ level: 'problem', text: updated, action: reload }];
  const health = bridge.feed.health();
  const lines: StatusLine[] = [];
  if (bridge.notice) lines.push({ level: 'warning', text: bridge.notice });
  if (!bridge.reading) lines.push({ level: 'warning', text: words('status_late'), action: reload });
  return [
    ...(bridge.writing?.lost() ?? []),
    ...lines,
    ...(bridge.sight?.() ?? []),
    ...(bridge.following?.() ?? []),
    ...readProblems(bridge, health, words, timeZone),
    ...readNews(bridge, health, words, timeZone),
  ];
}

function readProblems(
  bridge: Bridge,
  health: FeedHealth,
  words: Words,
  timeZone: string,
): StatusLine[] {
  const { unsaved, saveProblem, refused, rate, clockOffset } = health;
  const lines: StatusLine[] = [];
  if (saveProblem) {
    const full = saveProblem.startsWith('QuotaExceeded');
    const reason = full ? words('status_storage_full') : saveProblem;
    lines.push({ level: 'problem', text: words.count('status_unsaved', unsaved, reason) });
  }
  const { calendars } = scheduleOf(bridge.saved.get('schedules'), bridge.chat.hashtag);
  for (const { name, problem } of calendars) {
    if (problem) lines.push({ level: 'problem', text: words('status_calendar', name) });
  }
  if (refused === 429 && rate) {
    const time = formatTime(rate.reset, timeZone);
    const text = words('status_slow_down', time);
    if (rate.reset > bridge.now()) lines.push({ level: 'warning', text });
  } else if (refused) lines.push({ level: 'warning', text: words('status_refused', refused) });
  if (clockOffset) {
    const seconds = Math.abs(Math.round(clockOffset / 1000));
    const text =
      seconds < 120
        ? words('status_clock', seconds)
        : words('status_clock_minutes', Math.round(seconds / 60));
    lines.push({ level: 'info', text });
  }
  return lines;
}

function readNews(
  bridge: Bridge,
  { newest, rate, refused, unkept }: FeedHealth,
  words: Words,
  timeZone: string,
): StatusLine[] {
  const lines: StatusLine[] = [];
  if (newest > 0) {
    const key = bridge.reading ? 'status_reading' : 'status_reading_page';
    lines.push({ level: 'info', text: words(key, formatTime(newest, timeZone)) });
  } else if (bridge.reading) lines.push({ level: 'info', text: words('status_waiting') });
  // Told when it becomes scarce: a number that sinks with every refresh would be read aloud each time.
  if (rate && !refused && rate.reset > bridge.now() && rate.remaining * 3 <= rate.limit) {
    const time = formatTime(rate.reset, timeZone);
    lines.push({ level: 'info', text: words.count('status_rate', rate.remaining, time) });
  }
  if (unkept > 0) lines.push({ level: 'info', text: words.count('status_protected', unkept) });
  return lines;
}
