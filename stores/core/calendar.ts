/** Which sessions a calendar (RFC 5545) holds in a span of time, whatever state its file is in. */
import { readEvent } from './calendar-event';
import { type CalendarFile, type Component, readLines, readText } from './calendar-lines';
import { readDescription, readOwnTheme } from './calendar-own';
import { type Budget, createBudget } from './calendar-recur';
import { expandSeries, type Occurrence, type Series } from './calendar-series';
import { plainLine, readHosts, readReading, readTheme } from './calendar-text';
import { createZoneFinder } from './calendar-zone';
import { isWithin, type Session, type Span } from './schedule';
import { type Zone, zoneOrLondon } from './zone';

export interface CalendarOptions {
  /** IANA zone of the chat: floating times and whole days are its own. */
  timeZone: string;
  hashtag: string;
  /** Sessions that end after `from` and begin before `to`, in ms. */
  from: number;
  to: number;
  /** What to call the calendar where its themes are shown. */
  name: string;
  /** Where a reader may look it up, null for files of our own. */
  url: string | null;
  /** At most so many sessions, the earliest first; 500 where not given. */
  maxInstances?: number;
}

/** Why a text is no calendar; the words stand under `schedule_error_` + code. */
export type CalendarErrorCode = 'empty' | 'too_large' | 'html' | 'not_calendar' | 'unreadable';

/** What was left out or guessed, counted; the words stand under `schedule_warning_` + code. */
export interface CalendarWarning {
  code:
    | 'event_unreadable'
    | 'line_unreadable'
    | 'rule_unreadable'
    | 'zone_unknown'
    | 'too_many'
    | 'cut_off';
  count: number;
  /** The first one's title or zone, plain text, '' where it has none. */
  example: string;
}

export type CalendarResult =
  | {
      ok: true;
      sessions: Session[];
      /** Whole days that it calls off; its own sessions on them are left out already. */
      off: Span[];
      warnings: CalendarWarning[];
    }
  | { ok: false; error: { code: CalendarErrorCode } };

/** The largest text taken, in UTF-16 units. */
export const LARGEST_CALENDAR = 1_000_000;
/**
 * What days looked at and times found may cost all rules of a file together; keeps a hostile file of 1 MB under 200 ms. Fifty
 * years of a daily rule with a COUNT need 50,000 units.
 */
const BUDGET = 70_000;
/** Far more than a year of any chat, and as many as can be worked through in time. */
const MOST_EVENTS = 5000;

type Warn = (code: CalendarWarning['code'], example: string) => void;

/** The sessions in a calendar's text, sorted by start. Never throws; a text that is no calendar is refused with a code. */
export function readCalendar(text: string, options: CalendarOptions): CalendarResult {
  const refusal = refuse(text);
  if (refusal !== undefined) return { ok: false, error: { code: refusal } };
  const file = readLines(text);
  const warnings = new Map<string, CalendarWarning>();
  const warn: Warn = (code, example) => {
    const known = warnings.get(code);
    if (known === undefined) warnings.set(code, { code, count: 1, example: example.slice(0, 100) });
    else known.count++;
  };
  const budget = createBudget(BUDGET);
  const series = readSeries(file, options, budget, warn);
  if (series.length === 0 && file.events.length > 0)
    return { ok: false, error: { code: 'unreadable' } };
  if (series.length === 0 && file.cutOff) return { ok: false, error: { code: 'unreadable' } };
  const all = series.flatMap((one) => expandSeries(one, options.from, options.to, budget));
  const off = all.filter(({ dayOff }) => dayOff).map(({ start, end }) => ({ start, end }));
  const found = all.filter((one) => !one.dayOff && !isWithin(one, off));
  found.sort((a, b) => a.start - b.start);
  const most = options.maxInstances ?? 500;
  if (found.length > most || budget.cut) warn('too_many', '');
  if (file.cutOff) warn('cut_off', '');
  const sessions = found.slice(0, most).map((occurrence) => buildSession(occurrence, options));
  return { ok: true, sessions, off, warnings: [...warnings.values()] };
}

/** What the calendar calls itself, plain text of at most 60 characters; '' where it does not say. */
export function readCalendarTitle(text: string): string {
  // It stands before the first event; a folded line goes on behind a line break and one space.
  const head = (text.slice(0, 20_000).split(/^BEGIN:V(?:EVENT|TIMEZONE)/im, 1)[0] ?? '').replace(
    /(?:\r\n|\n|\r)[ \t]/g,
    '',
  );
  const title = /^(?:X-WR-CALNAME|NAME)(?:;[^:\r\n]*)?:(.*)$/im.exec(head)?.[1] ?? '';
  return plainLine(title.replace(/\\n/gi, ' ').replace(/\\([\\,;])/g, '$1'), 60);
}

function refuse(text: string): CalendarErrorCode | undefined {
  if (text.length > LARGEST_CALENDAR) return 'too_large';
  if (text.trim() === '') return 'empty';
  if (/^\uFEFF?\s*BEGIN:VCALENDAR\s/i.test(text)) return undefined;
  return /^\uFEFF?\s*<(?:!doctype|html|\?xml|head|body|script)/i.test(text)
    ? 'html'
    : 'not_calendar';
}

/** Events with the same UID are one series: the event that repeats, and the instances that differ. */
function readSeries(
  file: CalendarFile,
  options: CalendarOptions,
  budget: Budget,
  warn: Warn,
): Series[] {
  const chatZone = zoneOrLondon(options.timeZone);
  const findZone = createZoneFinder(file.zones, budget);
  const zoneOf = (name: string): Zone => {
    const zone = findZone(name);
    if (zone === undefined) warn('zone_unknown', name);
    return zone ?? chatZone;
  };
  const byUid = new Map<string, Series>();
  if (file.events.length > MOST_EVENTS) warn('too_many', '');
  for (const [i, component] of file.events.slice(0, MOST_EVENTS).entries()) {
    const title = readText(component, 'summary');
    const event = readEvent(component, {
      chatZone,
      zoneOf,
      hashtag: options.hashtag,
      cancels: file.cancels,
      onBadRule: () => warn('rule_unreadable', title),
    });
    if (event === undefined) {
      warn('event_unreadable', title);
      continue;
    }
    // Without a UID nothing can refer to it: a series of its own.
    const uid = readText(component, 'uid') || `#${i}`;
    const series = byUid.get(uid) ?? { masters: [], overrides: [] };
    (event.recurrenceId === null ? series.masters : series.overrides).push(event);
    byUid.set(uid, series);
  }
  if (file.unreadableLines > 0) warn('line_unreadable', '');
  return [...byUid.values()];
}

function buildSession(occurrence: Occurrence, options: CalendarOptions): Session {
  const { component, fallback } = occurrence;
  const word = (name: string) =>
    readText(component, name) || (fallback === null ? '' : readText(fallback, name));
  const { hashtag } = options;
  const theme = readOwnTheme(component, hashtag) ?? readTheme(word('summary'), hashtag);
  const { lines, questions } = readDescription(component, word('description'));
  const session: Session = {
    start: occurrence.start,
    end: occurrence.end,
    timeZone: options.timeZone,
    theme,
    source: theme === null ? null : { kind: 'calendar', name: options.name, url: options.url },
    questions,
    hosts: readHosts(lines, readPeople(component)),
    reading: readReading(word('url'), lines),
  };
  return occurrence.allDay ? { ...session, allDay: true } : session;
}

/** Addresses and names of those who organise or are invited: some of them may be handles. */
function readPeople(component: Component): string[] {
  return component.lines
    .filter((line) => line.name === 'organizer' || line.name === 'attendee')
    .slice(0, 200)
    .flatMap((line) => [String(line.values[0] ?? ''), line.params.cn ?? '']);
}
