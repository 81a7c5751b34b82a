/** What the popup shows at a moment, out of what is kept. Pure. */
import { type Chat, POLCHAT } from './core/chat';
import { offsetAt } from './core/clock-offset';
import { type Clock, isSession, pickSession, readClock, type Session } from './core/schedule';
import { type CalendarState, type Saved, scheduleOf } from './saved';

const SHOWN = { upcoming: 8, past: 5 };

/** What of the storage the popup reads. */
export const KEPT = ['schedules', 'joined', 'settings', 'locked', 'clock'] as const;
export type Kept = Pick<Saved, (typeof KEPT)[number]>;

export interface PastSession {
  session: Session;
  /** Posts that are kept of it; null while that is not known. */
  posts: number | null;
}

export interface ScheduleView {
  /** All chats followed, in their order. */
  chats: Chat[];
  /** The one shown: chosen, else the one that is live or next. */
  chat: Chat;
  clock: Clock;
  /** The next eight that are not over, the one on now among them. */
  upcoming: Session[];
  /** All that are known and not over. */
  ahead: Session[];
  /** The last ones, newest first, but for the one the clock shows. */
  past: PastSession[];
  calendars: CalendarState[];
  /** When the calendars were last read, ms; 0 for never. */
  checkedAt: number;
  /** The person takes part in the session that the clock shows. */
  joined: boolean;
  /** X's clock less this computer's, ms; 0 where they agree. */
  offset: number;
  reminders: Saved['settings']['reminders'];
  prefill: Saved['settings']['prefill'];
  /** The person hosts this chat. */
  hosting: boolean;
  /** The organisation decides on reminders. */
  remindersLocked: boolean;
  /** Somebody is known whose announcements count. */
  hasHost: boolean;
}

/** A session as the archive has it. */
export type ArchivedSession = Session & { posts: number };

/** `now` in ms by this computer; `archives` by hashtag, as far as they were read. */
export function viewSchedule(
  kept: Kept,
  now: number,
  chosen: string | null,
  archives: ReadonlyMap<string, readonly ArchivedSession[]>,
): ScheduleView {
  const { settings, schedules, joined, locked, clock: known } = kept;
  const offset = offsetAt(known, now);
  const time = now + offset;
  const chat = pickChat(kept, time, chosen);
  const { sessions, calendars, checkedAt } = scheduleOf(schedules, chat.hashtag);
  const clock = readClock(sessions, time);
  const ahead = sessions.filter(({ end }) => end > time);
  return {
    chats: settings.chats,
    chat,
    clock,
    upcoming: ahead.slice(0, SHOWN.upcoming),
    ahead,
    past: pastOf(sessions, archives.get(chat.hashtag) ?? null, time, clock.session),
    calendars,
    checkedAt,
    joined:
      clock.session !== null && isSession(clock.session, joined[chat.hashtag.toLowerCase()] ?? 0),
    offset,
    reminders: settings.reminders,
    prefill: settings.prefill,
    hosting: settings.hosting.includes(chat.hashtag.toLowerCase()),
    remindersLocked: locked.includes('reminders'),
    hasHost: chat.hosts.length > 0 || ahead.some(({ hosts }) => hosts.length > 0),
  };
}

function pickChat({ settings, schedules }: Kept, now: number, chosen: string | null): Chat {
  const { chats } = settings;
  const wanted = chats.find(({ hashtag }) => hashtag === chosen);
  if (wanted !== undefined) return wanted;
  const all = chats.map(({ hashtag }) => scheduleOf(schedules, hashtag).sessions);
  const { session } = pickSession(all.flat(), now);
  const at = all.findIndex((sessions) => sessions.some((one) => one === session));
  return chats[at] ?? chats[0] ?? POLCHAT;
}

/** Of a session that both know the calendar's words count, unless the archive alone remembers its theme. */
function pastOf(
  sessions: readonly Session[],
  archived: readonly ArchivedSession[] | null,
  now: number,
  shown: Session | null,
): PastSession[] {
  const byStart = new Map<number, PastSession>();
  for (const session of sessions)
    if (!session.allDay)
      byStart.set(session.start, { session, posts: archived === null ? null : 0 });
  for (const { posts, ...session } of archived ?? []) {
    const known = byStart.get(session.start)?.session;
    const best = known !== undefined && known.theme !== null ? known : session;
    byStart.set(session.start, { session: best, posts });
  }
  return [...byStart.values()]
    .filter(({ session }) => session.end <= now && session.start !== shown?.start)
    .sort((a, b) => b.session.start - a.session.start)
    .slice(0, SHOWN.past);
}
