/** Says what cannot be read of what X shows, and hands out its structure for whoever can mend it. */
import type { browser } from '#imports';
import type { Bridge } from '@/stores/bridge';
import type { StatusLine } from '@/stores/conversation';
import type { FeedHealth } from '@/stores/feed';

type Key = Parameters<typeof browser.i18n.getMessage>[0];
export type Say = (key: Key, ...values: string[]) => string;

/** One answer may be odd; two in a row are X's new way, as is a page that shows posts and tells nothing of them. */
function isBlind({ barren, responses, page, newest }: FeedHealth): boolean {
  const isPageOdd = page.unreadable > 0 && page.posts === 0 && (responses === 0 || newest === 0);
  return barren >= 2 || isPageOdd;
}

/** Worst first; none where all is read. The button that copies stands in the first, where there is something to copy. */
export function readSight({ feed, notify }: Bridge, report: string, say: Say): StatusLine[] {
  const health = feed.health();
  const lines: StatusLine[] = [];
  if (isBlind(health)) {
    lines.push(
      health.page.posts > 0
        ? { level: 'warning', text: say('status_page_only') }
        : { level: 'problem', text: say('status_blind') },
    );
  }
  const { unreadable } = health.skipped;
  if (unreadable > 0) {
    const key = unreadable === 1 ? 'status_unreadable_one' : 'status_unreadable_other';
    lines.push({ level: 'warning', text: say(key, unreadable.toLocaleString('en-GB')) });
  }
  if (report && lines[0]) {
    lines[0].action = { label: say('status_report'), run: () => void copy(report, notify, say) };
  }
  return lines;
}

async function copy(report: string, notify: Bridge['notify'], say: Say): Promise<void> {
  const copied = navigator.clipboard.writeText(report);
  const key = copied.then(() => 'status_report_copied' as const);
  notify(say(await key.catch(() => 'status_report_refused' as const)));
}
