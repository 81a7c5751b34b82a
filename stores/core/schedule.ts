/** What is on: the sessions of a chat, which of them counts now, and in which state its clock is. */

import { DAY, dayOf, HOUR, MINUTE, zoneOrLondon } from './zone';

/** A numbered question of the plan, known before it is asked. */
export interface PlannedQuestion {
  label: string;
  text: string;
}

/** Where a theme is known from; shown with it, always. */
export interface ThemeSource {
  kind: 'plan' | 'announcement' | 'calendar';
  /** "polchat.ics", "@gmpolice", "Calendar of …": the words to show. */
  name: string;
  /** Where to look it up, https only; null for files of our own. */
  url: string | null;
}

/** One hour of the chat. Times in ms since 1970 UTC; they were wall-clock in `timeZone`. */
export interface Session {
  start: number;
  end: number;
  timeZone: string;
  /** null until it is known. */
  theme: string | null;
  source: ThemeSource | null;
  questions: PlannedQuestion[];
  /** Handles without @. */
  hosts: string[];
  /** Reading beforehand, https only. */
  reading: string | null;
  /** A whole day without times: it names a theme, and is never live. */
  allDay?: boolean;
  /** Other themes that calendars give this session: said, not hidden. */
  others?: { theme: string; source: ThemeSource }[];
}

/** From `start` on, `end` not included, ms. */
export interface Span {
  start: number;
  end: number;
}

/** Whether a session begins within one of the spans. */
export function isWithin({ start }: { start: number }, spans: readonly Span[]): boolean {
  return spans.some((span) => start >= span.start && start < span.end);
}

/** Sessions as one source knows them. */
export interface SessionList {
  kind: ThemeSource['kind'];
  sessions: readonly Session[];
  /** The calendar that comes with Polchat: it counts only where no calendar that someone chose has an hour to come. */
  fallback?: boolean;
  /** Starts, ms, of sessions that the other lists may still have, and which do not take place then. */
  gone?: readonly number[];
  /** Days that a calendar calls off: no calendar has a session on them. */
  off?: readonly Span[];
}

/** How far ahead sessions are worked out, ms: of what comes later nothing is known. */
export const KNOWN_AHEAD = 100 * DAY;
/** How long a session's end is news. */
export const ENDED_FOR = 12 * HOUR;
/** How long before its start a session is counted down to the second. */
export const SOON_BEFORE = 10 * MINUTE;
/** What is further away is on another day, whatever the zone and its clock changes, ms. */
export const FAR = 2 * DAY;
const LAST_FIVE = 5 * MINUTE;

const RANK: Record<ThemeSource['kind'], number> = { plan: 0, announcement: 1, calendar: 2 };

/**
 * One list of sessions by start, each moment once. Of what the lists say about a moment the own plan comes before
 * announcements (of several the later list entry, so pass them oldest first) and these before calendars (the first
 * list that has a theme). What a list says is gone counts in no other list; what a calendar calls off, in no calendar. Themes of other
 * calendars are kept in `others`. A theme given to a whole day goes to that day's sessions that have none; days without a session stay
 * as whole days. What is over at `now` (ms) chooses no calendar.
 */
export function mergeSessions(lists: readonly SessionList[], now: number): Session[] {
  const used = hasChosen(lists, now) ? lists.filter((list) => !list.fallback) : lists;
  const ranked = [...used].sort((a, b) => RANK[a.kind] - RANK[b.kind]);
  const byStart = new Map<number, Session[]>();
  for (const session of ranked.flatMap((list) => standing(list, used))) {
    const same = byStart.get(session.start);
    if (same === undefined) byStart.set(session.start, [session]);
    else same.push(session);
  }
  const merged = [...byStart.values()].map(mergeOne).sort((a, b) => a.start - b.start);
  return giveDayThemes(merged);
}

/** The sessions of a list, of announcements the newest first, that no other list takes out. */
function standing(list: SessionList, lists: readonly SessionList[]): Session[] {
  const sessions = list.kind === 'announcement' ? [...list.sessions].reverse() : list.sessions;
  const gone = new Set(lists.flatMap((other) => (other === list ? [] : (other.gone ?? []))));
  const off = list.kind === 'calendar' ? lists.flatMap((other) => other.off ?? []) : [];
  return sessions.filter((session) => !gone.has(session.start) && !isWithin(session, off));
}

/** Whether a calendar that someone chose says when the chat is: whole days and what is over do not. */
export function hasChosen(lists: readonly SessionList[], now: number): boolean {
  return lists.some(
    ({ kind, fallback, sessions }) =>
      kind === 'calendar' && !fallback && sessions.some((s) => !s.allDay && s.end > now),
  );
}

/** All that is known of one moment, the most believed first. */
function mergeOne(known: readonly Session[]): Session {
  // A plan or an announcement knows the start; a calendar's times, where there are any, know the end too.
  const timed = known.find((s) => !s.allDay) ?? known[0];
  const themed = known.find((s) => s.theme !== null);
  const filled = <T>(pick: (s: Session) => readonly T[]): T[] => [
    ...pick(known.find((s) => pick(s).length > 0) ?? (timed as Session)),
  ];
  const { allDay: _, others: __, ...base } = timed as Session;
  const merged: Session = {
    ...base,
    theme: themed?.theme ?? null,
    source: themed?.source ?? null,
    questions: filled((s) => s.questions),
    hosts: filled((s) => s.hosts),
    reading: known.find((s) => s.reading !== null)?.reading ?? null,
  };
  const others = known
    .filter((s) => s.source?.kind === 'calendar' && s.theme !== null && s.theme !== merged.theme)
    .map((s) => ({ theme: s.theme as string, source: s.source as ThemeSource }));
  // Against a plan or an announcement a calendar is not in disagreement, only older.
  if (others.length > 0 && merged.source?.kind === 'calendar') merged.others = others;
  if (known.every((s) => s.allDay)) merged.allDay = true;
  return merged;
}

/** Whole days lend their theme to the sessions within them, and stand by themselves only where there is none. */
function giveDayThemes(sessions: Session[]): Session[] {
  const days = sessions.filter((s) => s.allDay);
  if (days.length === 0) return sessions;
  const timed = sessions.filter((s) => !s.allDay);
  const within = (day: Session, s: Session) => isWithin(s, [day]);
  const themed = timed.map((s) => {
    const day = s.theme === null ? days.find((d) => d.theme !== null && within(d, s)) : undefined;
    if (day === undefined) return s;
    const questions = s.questions.length > 0 ? s.questions : day.questions;
    const hosts = s.hosts.length > 0 ? s.hosts : day.hosts;
    return { ...s, theme: day.theme, source: day.source, questions, hosts };
  });
  const alone = days.filter((d) => !timed.some((s) => within(d, s)));
  return [...themed, ...alone].sort((a, b) => a.start - b.start);
}

export type ClockState = 'upcoming' | 'today' | 'soon' | 'live' | 'ended' | 'none';

/** What the clock of a chat shows at a moment. */
export interface Clock {
  state: ClockState;
  session: Session | null;
  /** The moment, ms. */
  now: number;
  /** When anything shown changes next, ms; Infinity where nothing will. Set one timer for it. */
  nextChange: number;
  /** Midnights in the chat's zone between now and the start; 0 today and afterwards. */
  days: number;
  /** Whole seconds to the start (soon) or to the end (live), counted so that 0 is never shown; else 0. */
  seconds: number;
  /** Part of the hour that is over, 0 to 1. */
  progress: number;
  /** The last five minutes have begun. */
  lastFive: boolean;
}

/** State of one session at a moment; undefined where it is over for more than twelve hours. */
export function stateOf(session: Session, now: number): Exclude<ClockState, 'none'> | undefined {
  const { start, end } = session;
  if (now >= end) return now < end + ENDED_FOR && !session.allDay ? 'ended' : undefined;
  // A whole day is on all day, but nobody can be late for it.
  if (session.allDay) return now >= start || daysUntil(session, now) === 0 ? 'today' : 'upcoming';
  if (now >= start) return 'live';
  if (now >= start - SOON_BEFORE) return 'soon';
  // Most of the week: the zone need not be asked, which takes a browser a while the first time.
  if (start - now > FAR) return 'upcoming';
  return daysUntil(session, now) === 0 ? 'today' : 'upcoming';
}

function daysUntil(session: Session, now: number): number {
  const zone = zoneOrLondon(session.timeZone);
  return Math.max(0, dayOf(zone.toWall(session.start)) - dayOf(zone.toWall(now)));
}

/** Of two live ones the one begun last, of two ended ones the one ended last, of two to come the first; Infinity for what is over. */
function orderOf({ start, end, allDay }: Session, now: number): number {
  if (now >= end) return now < end + ENDED_FOR && !allDay ? 2e15 - end : Number.POSITIVE_INFINITY;
  if (allDay || now < start - SOON_BEFORE) return 3e15 + start;
  return now < start ? 1e15 + start : -start;
}

/** The session that counts now: live, else soon, else ended at most twelve hours ago, else the next; with its state. */
export function pickSession(
  sessions: readonly Session[],
  now: number,
): { session: Session | null; state: ClockState } {
  let best: Session | undefined;
  let first = Number.POSITIVE_INFINITY;
  for (const session of sessions) {
    const order = orderOf(session, now);
    if (order >= first) continue;
    best = session;
    first = order;
  }
  const state = best && stateOf(best, now);
  return best && state ? { session: best, state } : { session: null, state: 'none' };
}

/** What to show at `now`, and when to look again. `sessions` may be in any order. */
export function readClock(sessions: readonly Session[], now: number): Clock {
  const { session, state } = pickSession(sessions, now);
  const until = { soon: session?.start, live: session?.end }[state as 'live'] ?? 0;
  const isAhead = session !== null && (state === 'upcoming' || state === 'today');
  const clock = {
    state,
    session,
    now,
    // Worked out when they are asked for: they need the zone, and X's pages seldom need them.
    get nextChange() {
      const boundary = nextBoundary(sessions, now);
      if (isAhead) return Math.min(boundary, midnightAfter(session, now));
      // The seconds that are left change once a second.
      return until ? Math.min(boundary, until - (clock.seconds - 1) * 1000) : boundary;
    },
    get days() {
      return isAhead ? daysUntil(session, now) : 0;
    },
    seconds: until && Math.ceil((until - now) / 1000),
    progress: state === 'ended' ? 1 : 0,
    lastFive: false,
  };
  if (session === null) return clock;
  if (state === 'live') {
    clock.progress = (now - session.start) / (session.end - session.start);
    clock.lastFive = session.end - now <= LAST_FIVE;
  }
  return clock;
}

function midnightAfter({ timeZone }: Session, now: number): number {
  const zone = zoneOrLondon(timeZone);
  return zone.toInstant((dayOf(zone.toWall(now)) + 1) * DAY);
}

/** The next moment at which some session's state changes; Infinity where none will. */
export function nextBoundary(sessions: readonly Session[], now: number): number {
  let next = Number.POSITIVE_INFINITY;
  for (const { start, end, allDay } of sessions) {
    const moments = allDay ? [start, end] : [start - SOON_BEFORE, start, end, end + ENDED_FOR];
    for (const moment of moments) if (moment > now && moment < next) next = moment;
  }
  return next;
}

/**
 * Is this the session that began at `start` (ms) when it was joined or written in? It may have been moved since: by less than it is
 * long, and by less than an hour in any case.
 */
export function isSession(session: Session, start: number): boolean {
  return Math.abs(session.start - start) < Math.max(session.end - session.start, HOUR);
}

/** What was written up to six days before belongs to the session (the announcement, the talk about it), and a day after it. */
export const AROUND = { before: 6 * DAY, after: DAY };

/** The time whose posts are shown: the session's that counts with the days around it, or the last week where none is known. ms. */
export function timeShown({ session, now }: Pick<Clock, 'session' | 'now'>): {
  from: number;
  to: number;
} {
  const { start, end } = session ?? { start: now - DAY, end: now - DAY };
  return { from: start - AROUND.before, to: end + AROUND.after };
}

/** Does a post written at `moment` (ms) belong to this session or the days around it? */
export function covers({ start, end }: Session, moment: number): boolean {
  return moment >= start - AROUND.before && moment <= end + AROUND.after;
}
