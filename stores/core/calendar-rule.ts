/** What a recurrence rule (RFC 5545, 3.3.10) says, taken out of ical.js's jCal object. */

/** Shortest first. */
export const FREQUENCIES = [
  'SECONDLY',
  'MINUTELY',
  'HOURLY',
  'DAILY',
  'WEEKLY',
  'MONTHLY',
  'YEARLY',
];
const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

export interface Rule {
  freq: string;
  interval: number;
  count: number | null;
  /** As written: with a Z it is a moment, else a wall's reading or day. */
  until: string | null;
  /** Weekday from Sunday = 0, with its ordinal in month or year; 0 for every one. */
  byDay: { n: number; weekday: number }[];
  byMonth: number[];
  byMonthDay: number[];
  byYearDay: number[];
  byWeekNo: number[];
  byHour: number[];
  byMinute: number[];
  bySecond: number[];
  bySetPos: number[];
  weekStart: number;
}

/** A rule out of ical.js's jCal object; undefined where it has no frequency, or a calendar other than ours (RSCALE). */
export function parseRule(recur: unknown): Rule | undefined {
  if (typeof recur !== 'object' || recur === null) return undefined;
  const parts = recur as Record<string, unknown>;
  const freq = String(parts.freq ?? '');
  if (!FREQUENCIES.includes(freq)) return undefined;
  if (parts.rscale !== undefined && parts.rscale !== 'GREGORIAN') return undefined;
  const count = Number(parts.count ?? Number.NaN);
  return {
    freq,
    interval: Math.max(1, Math.floor(Number(parts.interval ?? 1)) || 1),
    count: Number.isInteger(count) && count > 0 ? count : null,
    until: typeof parts.until === 'string' ? parts.until : null,
    byDay: parseDays(parts.byday),
    byMonth: parseNumbers(parts.bymonth, 1, 12),
    byMonthDay: parseNumbers(parts.bymonthday, -31, 31),
    byYearDay: parseNumbers(parts.byyearday, -366, 366),
    byWeekNo: parseNumbers(parts.byweekno, -53, 53),
    byHour: parseNumbers(parts.byhour, 0, 23),
    byMinute: parseNumbers(parts.byminute, 0, 59),
    bySecond: parseNumbers(parts.bysecond, 0, 59),
    bySetPos: parseNumbers(parts.bysetpos, -366, 366),
    // ical.js counts weekdays from Sunday = 1; RFC 5545's week begins on Monday unless WKST says otherwise.
    weekStart: typeof parts.wkst === 'number' ? (parts.wkst + 6) % 7 : 1,
  };
}

function parseNumbers(value: unknown, min: number, max: number): number[] {
  const list = (Array.isArray(value) ? value : [value]).map(Number);
  const fit = list.filter((n) => Number.isInteger(n) && n >= min && n <= max);
  return [...new Set(fit)].sort((a, b) => a - b);
}

function parseDays(value: unknown): Rule['byDay'] {
  const days = new Map<string, { n: number; weekday: number }>();
  for (const item of Array.isArray(value) ? value : [value]) {
    const match = /^([+-]?\d{1,2})?(SU|MO|TU|WE|TH|FR|SA)$/.exec(String(item));
    if (match === null) continue;
    const n = Number(match[1] ?? 0);
    days.set(`${n}${match[2]}`, { n, weekday: WEEKDAYS.indexOf(match[2] ?? '') });
  }
  return [...days.values()];
}
