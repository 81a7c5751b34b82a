/** Works out what a host looks back on, from what the background keeps: the record of past hours, and the ideas of the week. */
import type { Chat } from './core/chat';
import { readIdeas } from './core/plan-care';
import { type PastHour, recordHour } from './core/plan-record';
import type { Post } from './core/post';
import type { Session } from './core/schedule';
import { DAY, HOUR, MINUTE } from './core/zone';
import type { Ideas } from './planner';

export interface LookBackDeps {
  chat: Chat;
  now: () => number;
  readSessions: () => Promise<Session[]>;
  readPosts: (from: number, to: number) => Promise<Post[]>;
}

/** Half a year of a weekly chat. */
const MOST = 26;
const WEEK = 7 * DAY;

/** The last hours that have posts, oldest first. */
export async function readRecord(deps: LookBackDeps): Promise<PastHour[]> {
  const sessions = (await deps.readSessions())
    .filter(({ end, allDay }) => end <= deps.now() && !allDay)
    .sort((a, b) => a.start - b.start)
    .slice(-MOST);
  const hours: PastHour[] = [];
  // One after the other: each is threaded, and the page stays usable meanwhile.
  for (const session of sessions) {
    const posts = await deps.readPosts(session.start - HOUR, session.end + HOUR);
    const hour = recordHour(session, posts, deps.chat.hosts);
    if (hour.posts > 0) hours.push(hour);
  }
  return hours;
}

/** What people suggested in the last week, outside of the hours themselves. */
export async function readWeek(deps: LookBackDeps): Promise<Ideas> {
  const at = deps.now();
  const [sessions, posts] = await Promise.all([deps.readSessions(), deps.readPosts(at - WEEK, at)]);
  const hosts = new Set(deps.chat.hosts.map((host) => host.toLowerCase()));
  return readIdeas(
    posts.filter(
      ({ author, state, repostOf, createdAt }) =>
        state === 'present' &&
        repostOf === null &&
        !author.hidden &&
        !hosts.has(author.handle.toLowerCase()) &&
        !sessions.some(
          ({ start, end }) => createdAt > start - 15 * MINUTE && createdAt < end + 15 * MINUTE,
        ),
    ),
  );
}
