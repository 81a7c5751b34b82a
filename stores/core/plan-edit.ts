/** What a host can change in a plan: each change takes a plan and gives the next one. */
import {
  blankSession,
  isBlank,
  isExtra,
  type Plan,
  type PlanQuestion,
  type PlanRule,
  type PlanSession,
  type PlanTexts,
  placeSession,
  usualWall,
  wallOf,
  wallText,
} from './plan';
import { zoneOrLondon } from './zone';

/** The plan with this session changed; a week of which nothing is planned any more has no entry. */
export function changeSession(
  plan: Plan,
  id: string,
  part: Partial<Omit<PlanSession, 'id'>>,
): Plan {
  const before = plan.sessions.find((session) => session.id === id) ?? blankSession(id);
  const changed = onWeek(plan.rule, { ...before, ...part });
  const others = plan.sessions.filter((session) => session.id !== id);
  const isEmpty = isBlank(changed) && changed.announcement === null && !isExtra(changed);
  const kept = isEmpty ? others : [...others, changed];
  return { ...plan, sessions: kept.sort(byId) };
}

function byId(a: PlanSession, b: PlanSession): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** Moved to where the rule has it anyway is not moved, and as long as always is no length of its own. */
function onWeek(rule: PlanRule, session: PlanSession): PlanSession {
  const minutes = session.minutes === rule.minutes ? null : session.minutes;
  const isUsual =
    !isExtra(session) && session.at !== null && wallOf(session.at) === usualWall(rule, session.id);
  return { ...session, minutes, at: isUsual ? null : session.at };
}

/** A session outside the weekly rule, at "2026-12-08T19:00" on the chat's wall. */
export function addExtra(plan: Plan, at: string): { plan: Plan; id: string } {
  const numbers = plan.sessions.map(({ id }) => Number(/^extra-(\d+)$/.exec(id)?.[1] ?? 0));
  // Numbers are not used again, as calendars may still know what had them.
  const id = `extra-${Math.max(0, ...numbers) + 1}`;
  return { plan: { ...plan, sessions: [...plan.sessions, blankSession(id, at)].sort(byId) }, id };
}

/** What can be taken over from another session: everything but when it is. */
export function takeOver(plan: Plan, id: string, from: PlanSession): Plan {
  const { theme, reading, hosts, questions } = from;
  return changeSession(plan, id, {
    theme,
    reading,
    hosts,
    questions: questions.map((question) => ({ ...question })),
  });
}

/** Puts the question at `from` where the one at `to` stands. The minutes stay with the places: they are the hour's rhythm. */
export function moveQuestion(
  questions: readonly PlanQuestion[],
  from: number,
  to: number,
): PlanQuestion[] {
  const texts = questions.map(({ text }) => text);
  const [moved] = texts.splice(from, 1);
  if (moved === undefined) return [...questions];
  texts.splice(to, 0, moved);
  return questions.map(({ after }, i) => ({ text: texts[i] ?? '', after }));
}

export function changeTexts(plan: Plan, texts: Partial<PlanTexts>): Plan {
  return { ...plan, texts: { ...plan.texts, ...texts } };
}

/** Another weekly time from now (ms) on: what is over stays where it was, and as long; nothing to come is moved into the past. */
export function changeRule(plan: Plan, rule: PlanRule, now: number): Plan {
  const old = zoneOrLondon(plan.rule.timeZone);
  const next = zoneOrLondon(rule.timeZone);
  const sessions = plan.sessions.map((session) => {
    const { start } = placeSession(plan, session);
    const isOver = start < now;
    const minutes = isOver ? (session.minutes ?? plan.rule.minutes) : session.minutes;
    if (isExtra(session) || session.at !== null) return onWeek(rule, { ...session, minutes });
    const goes = next.toInstant(usualWall(rule, session.id));
    if (!isOver && goes >= now) return session;
    const at = wallText(old.id === next.id ? old.toWall(start) : next.toWall(start));
    return onWeek(rule, { ...session, at, minutes });
  });
  return { ...plan, rule, sessions };
}
