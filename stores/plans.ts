/** Keeps the host's plans on this machine, a key a chat; only who plans or works out the programme reads them. */
import type { Plan } from './core/plan';
import type { Published } from './core/plan-calendar';
import { parsePlan } from './core/plan-parse';
import type { StorageArea } from './saved';

export interface StoredPlan {
  plan: Plan;
  /** What calendars were told; no part of what undo brings back. */
  published: Published;
  /** The same of plans that were here before or may come back by undo, by their UID. */
  told?: Readonly<Record<string, Published>>;
}

const PREFIX = 'plan ';

export function planKey(hashtag: string): string {
  return PREFIX + hashtag.toLowerCase();
}

/** The hashtag (lower case) whose plan stands under this key; undefined for other keys. */
export function planOf(key: string): string | undefined {
  return key.startsWith(PREFIX) ? key.slice(PREFIX.length) : undefined;
}

/** Whether all sessions and questions of what stands in storage can be read; what cannot would be gone with the next write. */
export function isWhole(value: unknown): boolean {
  const stored = parseStoredPlan(value);
  if (stored === undefined) return false;
  const given = listIn(Object(value).plan, 'sessions');
  const known = stored.plan.sessions;
  const count = (sessions: readonly unknown[]) =>
    sessions.reduce<number>((sum, session) => sum + listIn(session, 'questions').length, 0);
  return given.length === known.length && count(given) === count(known);
}

function listIn(value: unknown, name: string): unknown[] {
  const list = (Object(value) as Record<string, unknown>)[name];
  return Array.isArray(list) ? list : [];
}

/** What stands in storage as a plan; undefined where it is none. */
export function parseStoredPlan(value: unknown): StoredPlan | undefined {
  const { plan, published, told } = Object(value) as Record<string, unknown>;
  const known = parsePlan(plan);
  if (known === undefined) return undefined;
  return {
    plan: known,
    published: Object(published) as Published,
    told: Object(told) as NonNullable<StoredPlan['told']>,
  };
}

export async function readStoredPlan(
  area: StorageArea,
  hashtag: string,
): Promise<StoredPlan | undefined> {
  return parseStoredPlan(await readKept(area, hashtag));
}

/** What stands in storage under the plan's key, whatever it is; undefined where nothing does. */
export async function readKept(area: StorageArea, hashtag: string): Promise<unknown> {
  const key = planKey(hashtag);
  return (await area.get([key]))[key];
}

/** `writer` names the page that writes, so that it knows its own writes when it hears of them. */
export async function writeStoredPlan(
  area: StorageArea,
  stored: StoredPlan,
  writer = '',
): Promise<void> {
  return area.set({ [planKey(stored.plan.hashtag)]: { ...stored, writer } });
}

/** Who wrote what stands in storage as a plan. */
export function writerOf(value: unknown): unknown {
  return (Object(value) as Record<string, unknown>).writer;
}
