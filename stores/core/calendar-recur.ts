/**
 * Which days and times a recurrence rule (RFC 5545, 3.3.10) names, within a window and a budget.
 * ical.js has an iterator, but it never returns on FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30 or INTERVAL=1000000000, ignores
 * BYSETPOS in weeks, and walks every day since the rule began. Here every rule is a run of periods, and of each
 * period the days that pass all BY parts: the first period can be computed, and each step costs the budget something.
 */
import { FREQUENCIES, type Rule } from './calendar-rule';
import { DAY, dayOf, HOUR, MINUTE, type Wall } from './zone';

const STEP: Record<string, number> = { SECONDLY: 1000, MINUTELY: MINUTE, HOURLY: HOUR };

/** Times kept of one rule: two thousand weeks are forty years. */
const MOST_FOUND = 2000;

/** What an expansion may still cost, shared by all rules of a file; at 0 the rest is left out. */
export interface Budget {
  left: number;
  /** Something was left out. */
  cut: boolean;
}

/** What the days looked at and times found may cost all rules of a file together. */
export function createBudget(left: number): Budget {
  return { left, cut: false };
}

/** A day of the wall's calendar with all that BY parts ask about. */
interface Day {
  number: number;
  weekday: number;
  month: number;
  monthDay: number;
  monthLength: number;
  yearDay: number;
  yearLength: number;
}

function readDay(number: number): Day {
  const date = new Date(number * DAY);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth();
  const firstOfYear = utc(year, 0, 1) / DAY;
  return {
    number,
    weekday: date.getUTCDay(),
    month: month + 1,
    monthDay: date.getUTCDate(),
    monthLength: (utc(year, month + 1, 1) - utc(year, month, 1)) / DAY,
    yearDay: number - firstOfYear + 1,
    yearLength: utc(year + 1, 0, 1) / DAY - firstOfYear,
  };
}

/** Date.UTC without its habit of taking the years 0 to 99 for 1900 to 1999. */
function utc(year: number, month: number, day: number): number {
  const date = new Date(0);
  return date.setUTCFullYear(year, month, day);
}

function passes(wanted: readonly number[], value: number, length: number): boolean {
  return wanted.length === 0 || wanted.includes(value) || wanted.includes(value - length - 1);
}

/** Number of the week that holds the day, and how many weeks its year has; week 1 is the first with four days of the year. */
function weekOf(day: Day, weekStart: number): { week: number; weeks: number } {
  const weekFirst = day.number - ((day.weekday - weekStart + 7) % 7);
  const year = new Date((weekFirst + 3) * DAY).getUTCFullYear();
  const firstWeek = (y: number) => {
    const fourth = utc(y, 0, 4) / DAY;
    const weekday = new Date(fourth * DAY).getUTCDay();
    return fourth - ((weekday - weekStart + 7) % 7);
  };
  const first = firstWeek(year);
  return { week: (weekFirst - first) / 7 + 1, weeks: (firstWeek(year + 1) - first) / 7 };
}

function passesWeekday(rule: Rule, day: Day): boolean {
  if (rule.byDay.length === 0) return true;
  // Ordinals count in the month where months are named, else in the year; in weeks and days they mean nothing.
  const inMonth = rule.freq === 'MONTHLY' || (rule.freq === 'YEARLY' && rule.byMonth.length > 0);
  const counts = inMonth || rule.freq === 'YEARLY';
  const index = inMonth ? day.monthDay : day.yearDay;
  const length = inMonth ? day.monthLength : day.yearLength;
  const fromStart = Math.floor((index - 1) / 7) + 1;
  const fromEnd = -Math.floor((length - index) / 7) - 1;
  return rule.byDay.some(
    ({ n, weekday }) =>
      weekday === day.weekday && (n === 0 || !counts || n === fromStart || n === fromEnd),
  );
}

function passesDay(rule: Rule, number: number): boolean {
  const day = readDay(number);
  if (!passesWeekday(rule, day)) return false;
  if (rule.byMonth.length > 0 && !rule.byMonth.includes(day.month)) return false;
  if (!passes(rule.byMonthDay, day.monthDay, day.monthLength)) return false;
  if (!passes(rule.byYearDay, day.yearDay, day.yearLength)) return false;
  if (rule.byWeekNo.length === 0) return true;
  const { week, weeks } = weekOf(day, rule.weekStart);
  return passes(rule.byWeekNo, week, weeks);
}

/** The rule with what it leaves to DTSTART filled in: "every month" means on that day of the month. */
function complete(rule: Rule, start: Wall): Rule {
  const full = { ...rule };
  const time = new Date(start);
  const unit = FREQUENCIES.indexOf(rule.freq);
  if (rule.byHour.length === 0 && unit > 2) full.byHour = [time.getUTCHours()];
  if (rule.byMinute.length === 0 && unit > 1) full.byMinute = [time.getUTCMinutes()];
  if (rule.bySecond.length === 0 && unit > 0) full.bySecond = [time.getUTCSeconds()];
  return { ...full, ...missingDays(rule, readDay(dayOf(start))) };
}

function missingDays(rule: Rule, day: Day): Partial<Rule> {
  const named = rule.byDay.length + rule.byMonthDay.length + rule.byYearDay.length;
  const onWeekday = { byDay: [{ n: 0, weekday: day.weekday }] };
  if (rule.freq === 'WEEKLY' && rule.byDay.length === 0) return onWeekday;
  if (named > 0) return {};
  if (rule.freq === 'MONTHLY') return { byMonthDay: [day.monthDay] };
  if (rule.freq !== 'YEARLY') return {};
  if (rule.byWeekNo.length > 0) return onWeekday;
  const byMonth = rule.byMonth.length > 0 ? rule.byMonth : [day.month];
  return { byMonthDay: [day.monthDay], byMonth };
}

/** One turn of the rule: from which wall to which, and what falls into it. */
interface Period {
  from: Wall;
  to: Wall;
}

function periodAt(rule: Rule, start: Wall, index: number): Period {
  const step = STEP[rule.freq];
  const n = index * rule.interval;
  if (step !== undefined) {
    const from = Math.floor(start / step) * step + n * step;
    return { from, to: from + step };
  }
  const day = dayOf(start);
  if (rule.freq === 'DAILY') return { from: (day + n) * DAY, to: (day + n + 1) * DAY };
  if (rule.freq === 'WEEKLY') {
    const weekday = new Date(day * DAY).getUTCDay();
    const first = day - ((weekday - rule.weekStart + 7) % 7) + 7 * n;
    return { from: first * DAY, to: (first + 7) * DAY };
  }
  const date = new Date(day * DAY);
  const year = date.getUTCFullYear();
  if (rule.freq === 'MONTHLY') {
    const month = date.getUTCMonth() + n;
    return { from: utc(year, month, 1), to: utc(year, month + 1, 1) };
  }
  return { from: utc(year + n, 0, 1), to: utc(year + n + 1, 0, 1) };
}

/** Longest a period can be: dividing by it never overshoots, so a first guess is safe and the walk does the rest. */
const LONGEST: Record<string, number> = {
  SECONDLY: 1000,
  MINUTELY: MINUTE,
  HOURLY: HOUR,
  DAILY: DAY,
  WEEKLY: 7 * DAY,
  MONTHLY: 31 * DAY,
  YEARLY: 366 * DAY,
};

function firstIndex(rule: Rule, start: Wall, from: Wall): number {
  const length = (LONGEST[rule.freq] ?? DAY) * rule.interval;
  return Math.max(0, Math.floor((from - start) / length) - 1);
}

/** What passes all BY parts in one period, in order. Charges the budget a unit a day looked at and a unit a time found. */
function timesIn(rule: Rule, period: Period, budget: Budget): Wall[] {
  const days: number[] = [];
  for (let day = dayOf(period.from); day * DAY < period.to; day++) {
    budget.left--;
    if (passesDay(rule, day)) days.push(day);
  }
  if (days.length === 0) return [];
  const times: Wall[] = [];
  const clock = timesOfDay(rule, period.from, budget);
  for (const day of days) for (const time of clock) times.push(day * DAY + time);
  budget.left -= times.length;
  return pickPositions(rule.bySetPos, times);
}

/** The times of a day at which the rule falls, in ms since its midnight. */
function timesOfDay(rule: Rule, from: Wall, budget: Budget): number[] {
  const short = STEP[rule.freq] !== undefined;
  const at = new Date(from);
  const minutes = narrow(short && rule.freq !== 'HOURLY', rule.byMinute, at.getUTCMinutes());
  const seconds = narrow(rule.freq === 'SECONDLY', rule.bySecond, at.getUTCSeconds());
  const hours = narrow(short, rule.byHour, at.getUTCHours());
  // A rule may name every second of the day: it is not worth a budget's while.
  if (hours.length * minutes.length * seconds.length > budget.left) {
    budget.left = 0;
    return [];
  }
  return hours.flatMap((hour) =>
    minutes.flatMap((minute) => seconds.map((s) => hour * HOUR + minute * MINUTE + s * 1000)),
  );
}

/** In periods shorter than the unit a BY part only says whether the period counts; in longer ones it lists the times. */
function narrow(isLimit: boolean, wanted: number[], value: number): number[] {
  if (!isLimit) return wanted;
  return wanted.length === 0 || wanted.includes(value) ? [value] : [];
}

function pickPositions(positions: number[], times: Wall[]): Wall[] {
  if (positions.length === 0) return times;
  return times.filter((_, i) => passes(positions, i + 1, times.length));
}

/** Every time of the rule after its start, period by period, until one begins after `last` or the budget is used up. */
function* walk(
  rule: Rule,
  start: Wall,
  from: Wall,
  last: Wall,
  budget: Budget,
): Generator<Wall, void> {
  // A count can only be kept by counting from the beginning.
  for (let i = rule.count === null ? firstIndex(rule, start, from) : 0; budget.left-- > 0; i++) {
    const period = periodAt(rule, start, i);
    // Written so that a date beyond the end of all dates (NaN) ends it too.
    if (!(period.from <= last)) return;
    for (const wall of timesIn(rule, period, budget)) if (wall > start) yield wall;
  }
}

/**
 * The walls that a rule beginning at `start` names from `from` up to `to`, in order, each once; `start` is always the
 * first of the rule, as RFC 5545 has it. Nothing after `until`. Ends early when the budget is used up.
 */
export function expandRule(
  rule: Rule,
  start: Wall,
  window: { from: Wall; to: Wall; until: Wall },
  budget: Budget,
): Wall[] {
  const found: Wall[] = start >= window.from && start <= window.to ? [start] : [];
  const last = Math.min(window.to, window.until);
  let counted = 1;
  for (const wall of walk(complete(rule, start), start, window.from, last, budget)) {
    if (wall > last || counted >= (rule.count ?? Number.POSITIVE_INFINITY)) break;
    counted++;
    if (wall < window.from) continue;
    found.push(wall);
    // Each will be turned into a moment, which costs more than finding it.
    budget.left -= 3;
    if (found.length < MOST_FOUND) continue;
    budget.cut = true;
    break;
  }
  if (budget.left <= 0) budget.cut = true;
  return found;
}
