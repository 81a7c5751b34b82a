/** Takes a plan out of anything: storage, a file, a calendar's own words. */
import {
  isExtra,
  type Plan,
  type PlanQuestion,
  type PlanRule,
  type PlanSession,
  type PlanTexts,
  wallOf,
  wallText,
  weekOf,
} from './plan';
import { DAY, ianaZone } from './zone';

/** More is no plan but a mistake. */
const LONGEST_TEXT = 2_000;
export const MOST_QUESTIONS = 30;
const MOST_SESSIONS = 2_000;

type Bag = Record<string, unknown>;

function bag(value: unknown): Bag {
  return typeof value === 'object' && value !== null ? (value as Bag) : {};
}

/** The plan, undefined where it is none; parts that cannot be read are left out. Never throws. */
export function parsePlan(value: unknown): Plan | undefined {
  const { uid, hashtag, since, rule, texts, sessions } = bag(value);
  if (typeof uid !== 'string' || typeof hashtag !== 'string' || hashtag === '') return undefined;
  const known = parseRule(rule);
  const monday = typeof since === 'string' ? mondayOf(since) : undefined;
  if (known === undefined || monday === undefined) return undefined;
  const list = Array.isArray(sessions) ? sessions.slice(-MOST_SESSIONS) : [];
  const byId = new Map(
    list
      .map(parseSession)
      .filter((session) => session !== undefined)
      .map((session) => [session.id, session]),
  );
  return {
    // Never cut: calendars know the plan by all of it.
    uid,
    hashtag,
    since: monday,
    rule: known,
    texts: parseTexts(texts),
    sessions: [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

export function parseRule(value: unknown): PlanRule | undefined {
  const { weekday, time, minutes, timeZone } = bag(value);
  if (typeof weekday !== 'number' || !(weekday >= 1 && weekday <= 7)) return undefined;
  if (typeof time !== 'string' || !/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time)) return undefined;
  if (typeof timeZone !== 'string' || ianaZone(timeZone) === undefined) return undefined;
  return { weekday: Math.floor(weekday), time, minutes: lengthOf(minutes) ?? 60, timeZone };
}

export function parseTexts(value: unknown): PlanTexts {
  const { welcome, rules, wrap } = bag(value);
  return { welcome: textOf(welcome), rules: textOf(rules), wrap: textOf(wrap) };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, LONGEST_TEXT) : '';
}

export function parseSession(value: unknown): PlanSession | undefined {
  const { id, at, minutes, cancelled, theme, reading, hosts, questions, announcement } = bag(value);
  if (typeof id !== 'string' || !(mondayOf(id) === id || /^extra-\d+$/.test(id))) return undefined;
  const moved = typeof at === 'string' && !Number.isNaN(wallOf(at)) ? at : null;
  if (moved === null && isExtra({ id })) return undefined;
  return {
    id,
    at: moved,
    minutes: lengthOf(minutes) ?? null,
    cancelled: cancelled === true,
    theme: textOf(theme),
    reading: textOf(reading),
    hosts: textOf(hosts),
    questions: (Array.isArray(questions) ? questions : [])
      .slice(0, MOST_QUESTIONS)
      .map(parseQuestion),
    announcement: typeof announcement === 'string' ? textOf(announcement) : null,
  };
}

function parseQuestion(value: unknown): PlanQuestion {
  const { text, after } = bag(value);
  return { text: textOf(text), after: minutesOf(after) };
}

/** Minutes between questions: whole, from none to three hours; nine where there is no number, the usual in chats like this. */
export function minutesOf(value: unknown): number {
  const minutes = Math.round(Number(value ?? Number.NaN));
  return Number.isNaN(minutes) ? 9 : Math.min(Math.max(minutes, 0), 180);
}

function lengthOf(value: unknown): number | undefined {
  const minutes = Math.round(Number(value ?? Number.NaN));
  return minutes > 0 ? Math.min(minutes, 1440) : undefined;
}

/** The Monday of the week of "2026-12-03"; undefined where it is no day. */
export function mondayOf(text: string): string | undefined {
  const wall = wallOf(`${text}T00:00`);
  const isDay = !Number.isNaN(wall) && Math.abs(wall) < 4e6 * DAY;
  return isDay && wallText(wall).slice(0, 10) === text ? weekOf(wall) : undefined;
}
