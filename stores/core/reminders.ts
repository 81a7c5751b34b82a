/** Decides which reminders are due: each session's at most one at a time, none twice, and none that comes too late to be of use. */
import type { Session } from './schedule';
import { DAY, HOUR, MINUTE, zoneOrLondon } from './zone';

/** What the person asked for. */
export interface ReminderChoice {
  on: boolean;
  /** How long before the start. */
  minutes: number;
  dayBefore: boolean;
}

export interface Reminder {
  /** Names it for good; a session that is moved gets a new one. */
  id: string;
  /** As the chat writes it. */
  hashtag: string;
  session: Session;
  kind: 'soon' | 'tomorrow';
}

export interface ReminderPlan {
  due: Reminder[];
  /** When to look again, ms; Infinity for never. */
  next: number;
}

/** Somebody who comes with less than this left has missed it. */
const TOO_LATE = 10 * MINUTE;
/** A reminder of the day before is no longer worth the noise so short a time before the other one. */
const APART = HOUR;

interface Timed extends Reminder {
  at: number;
  until: number;
}

/** The reminders that `choice` wants and that are not `done` (by id): those due at `now`, and when the next one will be. */
export function planReminders(
  chats: readonly { hashtag: string; sessions: readonly Session[] }[],
  choice: ReminderChoice,
  done: Readonly<Record<string, unknown>>,
  now: number,
): ReminderPlan {
  if (!choice.on) return { due: [], next: Number.POSITIVE_INFINITY };
  const wanted = chats
    .flatMap(({ hashtag, sessions }) =>
      sessions.flatMap((session) => remindersOf(hashtag, session, choice)),
    )
    .filter(({ id, until }) => !Object.hasOwn(done, id) && now < until);
  const due = wanted.filter(({ at }) => at <= now).map(({ at: _, until: __, ...one }) => one);
  const ahead = wanted.map(({ at }) => at).filter((at) => at > now);
  return { due, next: Math.min(...ahead, Number.POSITIVE_INFINITY) };
}

/** A whole day has no beginning that anybody could be late for. */
function remindersOf(hashtag: string, session: Session, choice: ReminderChoice): Timed[] {
  const { start, end, timeZone, allDay } = session;
  if (allDay) return [];
  const key = `${hashtag.toLowerCase()} ${start}`;
  const soon = start - choice.minutes * MINUTE;
  const zone = zoneOrLondon(timeZone);
  // The same time on the wall, also over a change of the clocks.
  const tomorrow = zone.toInstant(zone.toWall(start) - DAY);
  const reminders: Timed[] = [
    {
      id: `${key} soon`,
      hashtag,
      session,
      kind: 'soon',
      at: soon,
      until: Math.max(start, end - TOO_LATE),
    },
  ];
  if (choice.dayBefore)
    reminders.push({
      id: `${key} tomorrow`,
      hashtag,
      session,
      kind: 'tomorrow',
      at: tomorrow,
      until: soon - APART,
    });
  return reminders;
}

/** What a reminder's id says. */
export function parseReminderId(
  id: string,
): { hashtag: string; start: number; kind: Reminder['kind'] } | undefined {
  const match = /^(\S+) (\d+) (soon|tomorrow)$/.exec(id);
  if (match?.[1] === undefined) return undefined;
  return { hashtag: match[1], start: Number(match[2]), kind: match[3] as Reminder['kind'] };
}
