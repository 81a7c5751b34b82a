/** Draws the toolbar's button, and counts the posts that came while nobody looked at X. */
import { browser } from '#imports';
import type { Archive } from '@/stores/archive/repo';
import { readBadge } from '@/stores/core/badge';
import { formatDay, formatTime } from '@/stores/core/clock';
import type { Moment } from './moment';

/** White on both is readable (WCAG 2.2, 4.5 to 1). */
const COLOURS = { live: '#c8102e', other: '#536471' };
const LOOKED = 'lookedAt';

/** The person sees the chat now: what is there is no longer new. Forgotten with the browser's session. */
export async function noteLook(now: number): Promise<void> {
  await browser.storage.session.set({ [LOOKED]: now });
}

/** Draws the badge; gives when it has to be drawn again, ms by X's clock. */
export async function drawBadge({ clock, chat, now }: Moment, archive: Archive): Promise<number> {
  const { session, state } = clock;
  const isLive = session !== null && chat !== undefined && state === 'live';
  const unseen = isLive ? await countUnseen(archive, chat.hashtag, session.start, now) : 0;
  const badge = readBadge(clock, unseen);
  const text =
    typeof badge.text === 'string' ? badge.text : browser.i18n.getMessage('badge_live') || 'LIVE';
  const { action } = browser;
  // Firefox for Android has a menu instead of a button, and no badge on it.
  await Promise.all([
    action.setBadgeText?.({ text }),
    action.setBadgeBackgroundColor?.({ color: badge.isLive ? COLOURS.live : COLOURS.other }),
    action.setBadgeTextColor?.({ color: '#fff' }),
    action.setTitle({ title: titleOf(clock, chat?.hashtag ?? '') }),
  ]);
  return badge.next;
}

async function countUnseen(archive: Archive, hashtag: string, start: number, now: number) {
  const { [LOOKED]: looked } = await browser.storage.session.get(LOOKED);
  const since = Math.max(start, typeof looked === 'number' ? looked : 0);
  // An archive that cannot be read is no reason to forget the clock.
  return archive.count(hashtag.toLowerCase(), since + 1, now).catch(() => 0);
}

/** Said to whoever hovers, and to screen readers; nothing in it has to tick. */
function titleOf({ session, state }: Moment['clock'], hashtag: string): string {
  const name = browser.i18n.getMessage('name');
  if (session === null || state === 'ended') return name;
  const { start } = session;
  const reader = { locale: 'en-GB', timeZone: Temporal.Now.timeZoneId() };
  const when =
    state === 'live'
      ? browser.i18n.getMessage('badge_live')
      : `${formatDay(start, reader)} ${session.allDay ? '' : formatTime(start, reader.timeZone)}`;
  const theme = session.theme ?? browser.i18n.getMessage('schedule_theme_unknown');
  return `${name}: #${hashtag}, ${when.trim()}. ${theme}`.replace(/\s+/g, ' ');
}
