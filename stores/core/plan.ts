/** What a host's plan of a chat is, and which sessions it makes on which days. */
import { plainLine, readHandle, readHttps } from './calendar-text';
import type { Session } from './schedule';
import { DAY, dayOf, MINUTE, type Wall, zoneOrLondon } from './zone';

/** When the chat is, week after week. */
export interface PlanRule {
  /** 1 for Monday to 7 for Sunday. */
  weekday: number;
  /** "13:00" on the wall of `timeZone`. */
  time: string;
  minutes: number;
  /** IANA name. */
  timeZone: string;
}

/** Words are kept as typed; `tidySession` says what is made of them. */
export interface PlanQuestion {
  /** Without label and hashtag. */
  text: string;
  /** Minutes after the question before it, for the first one after the start. */
  after: number;
}

export interface PlanSession {
  /** The Monday of its week ("2026-11-30") for what the rule gives; "extra-…" for what stands outside it. */
  id: string;
  /** "2026-12-03T13:00" where it is moved, and for every extra session; null: when the rule says. */
  at: string | null;
  /** null: as long as the rule says. */
  minutes: number | null;
  cancelled: boolean;
  /** '' until it is known. */
  theme: string;
  /** An https address, or ''. */
  reading: string;
  /** Guest hosts: "@anna, @ben". */
  hosts: string;
  questions: PlanQuestion[];
  /** The announcement as the host wrote it; null: as Polchat makes it. It stays on this machine until it is posted. */
  announcement: string | null;
}

/** Posts that every session has; see `plan-texts.ts` for what may stand in braces. */
export interface PlanTexts {
  welcome: string;
  rules: string;
  wrap: string;
}

/** All that a host plans for one chat. Plain data: a change makes a new one. */
export interface Plan {
  /** Names the plan in calendars for good. */
  uid: string;
  /** Without #. */
  hashtag: string;
  /** The Monday of the first week. */
  since: string;
  rule: PlanRule;
  texts: PlanTexts;
  /** Only what was planned or changed, by id; weeks without an entry are as the rule says. */
  sessions: PlanSession[];
}

/** A session of the plan in its place in time. */
export interface Slot {
  session: PlanSession;
  /** ms since 1970. */
  start: number;
  end: number;
  /** Where the rule alone would put it, ms; null for extra sessions. */
  usual: number | null;
}

/** A plan without anything in it, for a chat that meets as `rule` says from the week of `now` on. */
export function createPlan(
  uid: string,
  hashtag: string,
  rule: PlanRule,
  texts: PlanTexts,
  now: number,
): Plan {
  const since = weekOf(zoneOrLondon(rule.timeZone).toWall(now));
  return { uid, hashtag, since, rule, texts, sessions: [] };
}

/** A session of which nothing is known but its id. */
export function blankSession(id: string, at: string | null = null): PlanSession {
  return {
    id,
    at,
    minutes: null,
    cancelled: false,
    theme: '',
    reading: '',
    hosts: '',
    questions: [],
    announcement: null,
  };
}

/** Nothing was planned for it or changed about it that others would see. */
export function isBlank(session: PlanSession): boolean {
  const { at, minutes, cancelled, theme, reading, hosts, questions } = session;
  return (
    at === null &&
    minutes === null &&
    !cancelled &&
    `${theme}${reading}${hosts}` === '' &&
    questions.length === 0
  );
}

export function isExtra({ id }: Pick<PlanSession, 'id'>): boolean {
  return !/^\d{4}-\d\d-\d\d$/.test(id);
}

/** "2026-12-03T13:00" as a reading of the wall; NaN for anything else. */
export function wallOf(at: string): Wall {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(at) ? Date.parse(`${at}:00Z`) : Number.NaN;
}

/** A reading of the wall as "2026-12-03T13:00". */
export function wallText(wall: Wall): string {
  return new Date(wall).toISOString().slice(0, 16);
}

/** The Monday of a reading's week: "2026-11-30". */
export function weekOf(wall: Wall): string {
  const day = dayOf(wall);
  const monday = day - ((new Date(day * DAY).getUTCDay() + 6) % 7);
  return wallText(monday * DAY).slice(0, 10);
}

/** When the rule alone puts the session of a week, on the wall. */
export function usualWall(rule: PlanRule, week: string): Wall {
  return wallOf(`${week}T${rule.time}`) + (rule.weekday - 1) * DAY;
}

/** The place in time of one session of the plan. */
export function placeSession({ rule }: Plan, session: PlanSession): Slot {
  const zone = zoneOrLondon(rule.timeZone);
  const usual = isExtra(session) ? null : zone.toInstant(usualWall(rule, session.id));
  const start = session.at === null ? (usual ?? Number.NaN) : zone.toInstant(wallOf(session.at));
  const minutes = session.minutes ?? rule.minutes;
  return { session, start, end: start + minutes * MINUTE, usual };
}

/** Every session that ends after `from` and begins before `to` (ms), the cancelled ones too, by start. */
export function slotsBetween(plan: Plan, from: number, to: number): Slot[] {
  const zone = zoneOrLondon(plan.rule.timeZone);
  const known = new Set(plan.sessions.map(({ id }) => id));
  const slots = plan.sessions.map((session) => placeSession(plan, session));
  // A week on either side: a Sunday's session may end on Monday.
  const first = Math.max(Date.parse(weekOf(zone.toWall(from) - 7 * DAY)), Date.parse(plan.since));
  for (let monday = first; monday < zone.toWall(to) + 7 * DAY; monday += 7 * DAY) {
    const week = wallText(monday).slice(0, 10);
    if (!known.has(week)) slots.push(placeSession(plan, blankSession(week)));
  }
  return slots
    .filter(({ start, end }) => end > from && start < to)
    .sort((a, b) => a.start - b.start);
}

/** The first session after `start` (ms) that takes place; within the next year. */
export function nextSlot(plan: Plan, start: number): Slot | undefined {
  return slotsBetween(plan, start, start + 366 * DAY).find(
    (slot) => slot.start > start && !slot.session.cancelled,
  );
}

/** What the plan says to a schedule: its sessions, and the moments at which, whatever a calendar says, nothing takes place. */
export interface PlanSchedule {
  /** What was planned. */
  sessions: Session[];
  /** Weeks of which nothing is planned: they are as the rule says, unless a calendar knows better. */
  usual: Session[];
  /** Starts, ms, of sessions that were cancelled or moved away. */
  gone: number[];
}

/** The plan as the first source of the schedule, from `from` to `to` (ms). `name` is shown as where a theme comes from. */
export function planSchedule(plan: Plan, name: string, from: number, to: number): PlanSchedule {
  const slots = slotsBetween(plan, from, to);
  const on = slots.filter(({ session }) => !session.cancelled);
  const starts = new Set(on.map(({ start }) => start));
  // One that was moved far away leaves its usual hour too.
  const gone = plan.sessions
    .map((session) => placeSession(plan, session))
    .map(({ usual, start }) => usual ?? start)
    .filter((moment) => moment >= from && moment < to && !starts.has(moment));
  const [planned, usual] = [false, true].map((blank) =>
    on
      .filter(({ session }) => isBlank(session) === blank)
      .map((slot) => readSlot(plan, slot, name)),
  ) as [Session[], Session[]];
  return {
    sessions: planned,
    usual,
    gone: [...new Set(gone)].sort((a, b) => a - b),
  };
}

/** The longest that calendars and other machines take, in characters. */
export const LONGEST = { theme: 200, question: 500 };
const MOST_HOSTS = 10;

/** The session as it goes to others: single plain lines, a whole https address or none, handles once each, no empty questions. */
export function tidySession(session: PlanSession): PlanSession {
  const { id, at, minutes, cancelled, theme, reading, hosts, questions } = session;
  return {
    id,
    at,
    minutes,
    cancelled,
    theme: plainLine(theme, LONGEST.theme),
    reading: readHttps(reading) ?? '',
    hosts: readHandles(hosts)
      .map((handle) => `@${handle}`)
      .join(', '),
    questions: questions
      .map(({ text, after }) => ({ text: plainLine(text, LONGEST.question), after }))
      .filter(({ text }) => text !== ''),
    announcement: null,
  };
}

/** The handles in "@anna, Ben (@ben) and https://x.com/cat", without @, each once whatever its capitals; plain words are no accounts. */
export function readHandles(text: string): string[] {
  return readGuests(text).handles;
}

/** Whom a list of guest hosts names, and the parts of it that name no account. */
export function readGuests(text: string): { handles: string[]; unread: string[] } {
  const handles = new Map<string, string>();
  const unread: string[] = [];
  // A bracket in the list says who is meant: "Sgt Anna Jones (@anna)".
  for (const part of text.split(/[,;\n]+|\s(?:and|with|&)\s/iu)) {
    const named = handlesIn(part);
    for (const handle of named) {
      const known = handles.get(handle.toLowerCase());
      if (known === undefined && handles.size < MOST_HOSTS)
        handles.set(handle.toLowerCase(), handle);
      else if (known === undefined) unread.push(`@${handle}`);
    }
    if (named.length === 0 && part.trim() !== '') unread.push(plainLine(part, 100));
  }
  return { handles: [...handles.values()], unread };
}

function handlesIn(part: string): string[] {
  const links = part.split(/[\s()<>]+/).map((word) => (/^https?:/i.test(word) ? word : null));
  // Not the middle of an address: "anna@example.org", "@anna@example.social".
  const named = [...part.matchAll(/(?<![\p{L}\p{N}_@/.-])@(\w{1,15})(?![\p{L}\p{N}_@])/gu)];
  return [
    ...named.map(([, handle = '']) => handle),
    ...links.map((link) => link && readHandle(link)).filter((handle) => handle !== null),
  ];
}

/** The questions numbered as they stand. */
export function labelQuestions(questions: readonly PlanQuestion[]): Session['questions'] {
  return questions.map(({ text }, i) => ({ label: `Q${i + 1}`, text }));
}

function readSlot({ rule }: Plan, { session, start, end }: Slot, name: string): Session {
  const { theme, questions, hosts, reading } = tidySession(session);
  return {
    start,
    end,
    timeZone: rule.timeZone,
    theme: theme === '' ? null : theme,
    source: theme === '' ? null : { kind: 'plan', name, url: null },
    questions: labelQuestions(questions),
    hosts: readHandles(hosts),
    reading: reading === '' ? null : reading,
  };
}
