/** Where to put a session into a calendar on the web, and what it says there. */
import type { Session } from './schedule';
import { formatDay } from './zone';

/** "#polchat: Getting people to public meetings" */
export function titleOf({ theme }: Session, hashtag: string): string {
  return theme === null ? `#${hashtag}` : `#${hashtag}: ${theme}`;
}

/** X's live search for the hashtag: where the chat is. */
export function placeOf(hashtag: string): string {
  return `https://x.com/search?q=${encodeURIComponent(`#${hashtag}`)}&f=live`;
}

/** What people read in their calendar, and Polchat reads back. */
export function describeSession({ questions, hosts, reading }: Session, hashtag: string): string {
  const lines = questions.map(({ label, text }) => `${label}: ${text}`);
  if (hosts.length > 0) lines.push(`Host: ${hosts.map((host) => `@${host}`).join(', ')}`);
  if (reading !== null) lines.push(`Reading: ${reading}`);
  lines.push(`On X, open to all: post with #${hashtag}. ${placeOf(hashtag)}`);
  return lines.join('\n');
}

/** Addresses beyond that are cut by servers: the words of the event give way. */
const LONGEST_WORDS = 800;

function wordsOf(session: Session, hashtag: string): string {
  const words = describeSession(session, hashtag);
  return words.length > LONGEST_WORDS ? `${words.slice(0, LONGEST_WORDS).toWellFormed()}…` : words;
}

/** Google Calendar's page for a new event, filled. */
export function googleLink(session: Session, hashtag: string): string {
  const { start, end, timeZone, allDay } = session;
  const short = (ms: number) =>
    allDay
      ? formatDay(ms, timeZone).replaceAll('-', '')
      : new Date(ms).toISOString().replace(/[-:]|\.\d+/g, '');
  const query = new URLSearchParams({
    action: 'TEMPLATE',
    text: titleOf(session, hashtag),
    dates: `${short(start)}/${short(end)}`,
    details: wordsOf(session, hashtag),
    location: placeOf(hashtag),
  });
  return `https://calendar.google.com/calendar/render?${query}`;
}

/** The same of Outlook on the web, as organisations have it. */
export function outlookLink(session: Session, hashtag: string): string {
  const { start, end, timeZone, allDay } = session;
  const moment = (ms: number) =>
    allDay ? formatDay(ms, timeZone) : new Date(ms).toISOString().replace(/\.\d+/, '');
  // It takes a plus sign for a plus sign.
  const query = Object.entries({
    path: '/calendar/action/compose',
    rru: 'addevent',
    subject: titleOf(session, hashtag),
    startdt: moment(start),
    enddt: moment(end),
    ...(allDay ? { allday: 'true' } : {}),
    body: wordsOf(session, hashtag),
    location: placeOf(hashtag),
  }).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  return `https://outlook.office.com/calendar/0/deeplink/compose?${query.join('&')}`;
}

/** X's composer, filled with `text`; nothing is posted. */
export function composeLink(text: string): string {
  return `https://x.com/intent/post?text=${encodeURIComponent(text)}`;
}

/** X's search for what was written about a session, from ten minutes before to half an hour after, the newest first. */
export function sessionSearch({ start, end }: Pick<Session, 'start' | 'end'>, hashtag: string) {
  const seconds = (ms: number) => Math.floor(ms / 1000);
  const query = `#${hashtag} since_time:${seconds(start - 600_000)} until_time:${seconds(end + 1_800_000)}`;
  return `https://x.com/search?q=${encodeURIComponent(query)}&f=live`;
}
