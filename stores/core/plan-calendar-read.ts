/** Takes a plan out of the calendar that `plan-calendar.ts` wrote, also after another program wrote it anew. */
import { type CalendarEvent, readEvent } from './calendar-event';
import { type Component, findLine, readLines, readText } from './calendar-lines';
import { readDescription, readOwnTheme } from './calendar-own';
import { createBudget } from './calendar-recur';
import { readHosts, readReading, readTheme } from './calendar-text';
import { createZoneFinder } from './calendar-zone';
import {
  isExtra,
  type Plan,
  type PlanRule,
  type PlanSession,
  type PlanTexts,
  usualWall,
  wallText,
  weekOf,
} from './plan';
import { eventsOf, type Published, printOf, type Told } from './plan-calendar';
import { minutesOf, mondayOf, parsePlan, parseSession, parseTexts } from './plan-parse';
import { weekdayOf } from './plan-weekday';
import { DAY, ianaZone, MINUTE, type Wall, type Zone, zoneOrLondon } from './zone';

export interface ReadPlan {
  plan: Plan;
  published: Published;
}

const HOUR = 60;

/**
 * The plan in a calendar's text, such as storage takes; undefined where it holds no weekly event. What other programs drop is made up for:
 * without our own lines the texts, the questions' rhythm and the words of cancelled sessions are those of `present`, else there
 * are no texts and words, and questions come every nine minutes.
 */
export function readPlan(
  text: string,
  hashtag: string,
  timeZone: string,
  present?: Plan,
): ReadPlan | undefined {
  const file = readLines(text);
  const findZone = createZoneFinder(file.zones, createBudget(20_000));
  const chatZone = zoneOrLondon(timeZone);
  const events = file.events
    .map((component) =>
      readEvent(component, {
        chatZone,
        zoneOf: (name) => findZone(name) ?? chatZone,
        hashtag,
        cancels: file.cancels,
        onBadRule: () => undefined,
      }),
    )
    .filter((event) => event !== undefined);
  const weekly = events.find(({ rules }) => rules.some(({ freq }) => freq === 'WEEKLY'));
  if (weekly === undefined) return undefined;
  const uid = readText(weekly.component, 'uid');
  const plan = readWeekly(weekly, { uid, hashtag, chatZone, present });
  const told: Record<string, Told> = { weekly: readTold(weekly) };
  const sessions = new Map(
    readCancelled(plan, weekly, present).map((session) => [session.id, session]),
  );
  for (const event of events) {
    const id = event === weekly ? undefined : idOf(event, uid, plan.rule);
    if (id === undefined) continue;
    told[id] = readTold(event);
    const before = present?.sessions.find((one) => one.id === id);
    const session = readSession(event, id, plan, before);
    if (session !== undefined) sessions.set(id, session);
  }
  const known = parsePlan({ ...plan, sessions: [...sessions.values()] });
  return known && { plan: known, published: withPrints(known, told) };
}

/** "since" is the Monday of the first instance unless the plan says it itself. */
interface Surroundings {
  uid: string;
  hashtag: string;
  chatZone: Zone;
  present: Plan | undefined;
}

function readWeekly(event: CalendarEvent, { uid, hashtag, chatZone, present }: Surroundings): Plan {
  const { start } = event;
  // A name that the file alone explains ("Customized Time Zone") says nothing anywhere else.
  const isKnown = ianaZone(start.zone.id) !== undefined;
  const zone = isKnown ? start.zone : chatZone;
  const wall = isKnown ? start.wall : chatZone.toWall(start.zone.toInstant(start.wall));
  const own = readOwn(event.component);
  return {
    uid,
    hashtag,
    since: own.since ?? weekOf(wall),
    rule: {
      weekday: weekdayOf(wall),
      time: wallText(wall).slice(11),
      minutes: lengthOf(event) ?? HOUR,
      timeZone: zone.id,
    },
    texts: own.texts ?? present?.texts ?? parseTexts(undefined),
    sessions: [],
  };
}

function readOwn(component: Component): {
  since: string | undefined;
  /** undefined where the file has none. */
  texts: PlanTexts | undefined;
  cancelled: PlanSession[];
} {
  let own: Record<string, unknown> = {};
  try {
    own = Object(JSON.parse(readText(component, 'x-polchat-plan') || '{}'));
  } catch {
    // Cut or changed on the way: what it held is lost, the calendar's own words are not.
  }
  const { since, texts, cancelled } = own;
  return {
    since: typeof since === 'string' ? mondayOf(since) : undefined,
    texts: texts === undefined ? undefined : parseTexts(texts),
    cancelled: (Array.isArray(cancelled) ? cancelled : [])
      .map(parseSession)
      .filter((session) => session !== undefined),
  };
}

/** Instances taken out, with the words that only Polchat keeps. */
function readCancelled(
  { rule }: Plan,
  weekly: CalendarEvent,
  present: Plan | undefined,
): PlanSession[] {
  const known = readOwn(weekly.component).cancelled;
  return weekly.removed.flatMap(({ wall, zone }) => {
    const there = wallIn(rule, zone.toInstant(wall));
    const id = weekOf(there);
    const words =
      known.find((session) => session.id === id) ??
      present?.sessions.find((session) => session.id === id) ??
      parseSession({ id });
    return words === undefined ? [] : [{ ...words, cancelled: true }];
  });
}

function idOf(event: CalendarEvent, uid: string, rule: PlanRule): string | undefined {
  const own = readText(event.component, 'uid');
  if (event.recurrenceId !== null && own === uid) {
    const { wall, date, zone } = event.recurrenceId;
    return weekOf(date ? wall : wallIn(rule, zone.toInstant(wall)));
  }
  const [id] = /^extra-\d+(?=-)/.exec(own) ?? [];
  return id !== undefined && own === `${id}-${uid}` ? id : undefined;
}

/** What the wall of the chat shows; the calendar may say it in another zone. */
function wallIn(rule: PlanRule, instant: number): Wall {
  return zoneOrLondon(rule.timeZone).toWall(instant);
}

/** The session of an event; undefined where the event says nothing, as one that was emptied does. */
function readSession(
  event: CalendarEvent,
  id: string,
  { rule, hashtag }: Plan,
  before: PlanSession | undefined,
) {
  const { component, start } = event;
  const description = readText(component, 'description');
  const { lines, questions } = readDescription(component, description);
  const wall =
    start.zone.id === rule.timeZone ? start.wall : wallIn(rule, start.zone.toInstant(start.wall));
  const isUsual = !isExtra({ id }) && wall === usualWall(rule, id);
  const minutes = lengthOf(event);
  const rhythm = readText(component, 'x-polchat-minutes').split(/\s+/).filter(Boolean);
  const session = parseSession({
    id,
    at: isUsual ? null : wallText(wall),
    minutes: minutes === rule.minutes ? null : minutes,
    cancelled: event.cancelled,
    theme:
      readOwnTheme(component, hashtag) ?? readTheme(readText(component, 'summary'), hashtag) ?? '',
    reading: readReading(readText(component, 'url'), lines) ?? '',
    hosts: readHosts(lines, [])
      .map((handle) => `@${handle}`)
      .join(', '),
    questions: questions.map(({ text }, i) => ({
      text,
      after: minutesOf(rhythm[i] ?? before?.questions[i]?.after),
    })),
    announcement: before?.announcement,
  });
  return session;
}

function lengthOf({ duration }: CalendarEvent): number | null {
  return duration === null ? null : Math.min(Math.round(duration / MINUTE), DAY / MINUTE);
}

function readTold({ component, sequence, stamp }: CalendarEvent): Told {
  const isMissing = findLine(component, 'sequence') === undefined;
  return { sequence: isMissing ? 0 : sequence, at: stamp, print: 0 };
}

/** A print is of our own words, so that a program that wrote them otherwise has not changed the plan. */
function withPrints(plan: Plan, told: Record<string, Told>): Published {
  const prints = new Map(eventsOf(plan, told).map(([id, event]) => [id, printOf(event)]));
  return Object.fromEntries(
    Object.entries(told).map(([id, one]) => [id, { ...one, print: prints.get(id) ?? 0 }]),
  );
}
