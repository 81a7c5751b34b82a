/** Says in words what is being read, and what is wrong. */
import type { Words } from '@/components/shared/words';
import type { Bridge } from '@/stores/bridge';
import type { StatusLine } from '@/stores/conversation';
import { formatTime } from '@/stores/core/clock';

/** Problems first, then what is being read. Times in `timeZone`. */
export function readStatus(bridge: Bridge, words: Words, timeZone: string): StatusLine[] {
  const reload = { label: words('status_reload'), run: () => location.reload() };
  if (bridge.signal.aborted) {
    return [{ level: 'problem', text: words('status_updated'), action: reload }];
  }
  const late: StatusLine[] = bridge.reading
    ? []
    : [{ level: 'warning', text: words('status_late'), action: reload }];
  const notice: StatusLine[] = bridge.notice ? [{ level: 'warning', text: bridge.notice }] : [];
  return [
    ...notice,
    ...late,
    ...readProblems(bridge, words, timeZone),
    ...readNews(bridge, words, timeZone),
  ];
}

function readProblems(bridge: Bridge, words: Words, timeZone: string): StatusLine[] {
  const { unsaved, saveProblem, refused, rate, skipped, clockOffset } = bridge.feed.health();
  const lines: StatusLine[] = [];
  if (saveProblem) {
    const full = saveProblem.startsWith('QuotaExceeded');
    const reason = full ? words('status_storage_full') : saveProblem;
    lines.push({ level: 'problem', text: words.count('status_unsaved', unsaved, reason) });
  }
  for (const { name } of bridge.saved.get('schedule').problems) {
    lines.push({ level: 'problem', text: words('status_calendar', name) });
  }
  if (refused === 429 && rate) {
    const time = formatTime(rate.reset, timeZone);
    lines.push({ level: 'warning', text: words('status_slow_down', time) });
  } else if (refused) lines.push({ level: 'warning', text: words('status_refused', refused) });
  if (skipped.unreadable) {
    lines.push({ level: 'warning', text: words.count('status_unreadable', skipped.unreadable) });
  }
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

function readNews({ feed, reading }: Bridge, words: Words, timeZone: string): StatusLine[] {
  if (!reading) return [];
  let newest = 0;
  for (const { createdAt } of feed.all()) newest = Math.max(newest, createdAt);
  const text = newest
    ? words('status_reading', formatTime(newest, timeZone))
    : words('status_waiting');
  return [{ level: 'info', text }];
}
