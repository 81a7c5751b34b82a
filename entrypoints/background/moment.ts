/** What the background knows at a moment by X's clock: the chats with their sessions, and the one that counts. */
import { browser } from '#imports';
import type { Chat } from '@/stores/core/chat';
import { offsetAt } from '@/stores/core/clock-offset';
import { type Clock, readClock } from '@/stores/core/schedule';
import { type ChatSchedule, readSaved, type Saved, scheduleOf } from '@/stores/saved';

export interface Moment {
  settings: Saved['settings'];
  chats: (Chat & Pick<ChatSchedule, 'sessions' | 'checkedAt'>)[];
  /** Of the session that is live or next, whichever chat's it is. */
  clock: Clock;
  chat: Chat | undefined;
  /** ms by X's clock; alarms go by the computer's, which is `offset` behind. */
  now: number;
  offset: number;
}

export async function readMoment(): Promise<Moment> {
  const keys = ['settings', 'schedules', 'clock'] as const;
  const { settings, schedules, clock: known } = await readSaved(browser.storage.local, keys);
  const offset = offsetAt(known, Date.now());
  const now = Date.now() + offset;
  const chats = settings.chats.map((chat) => {
    const { sessions, checkedAt } = scheduleOf(schedules, chat.hashtag);
    return { ...chat, sessions, checkedAt };
  });
  const clock = readClock(
    chats.flatMap(({ sessions }) => sessions),
    now,
  );
  const chat = chats.find(({ sessions }) => sessions.some((one) => one === clock.session));
  return { settings, chats, clock, chat, now, offset };
}
