/** Which words and figures a clock shows: in the chat's time, and in the reader's where the two differ. */
import type { Clock, Session } from './schedule';
import { dayOf, zoneOrLondon, zonesDiffer } from './zone';

/** The keys of the locales' messages that are asked for here. */
export type ClockWord =
  | 'clock_none'
  | 'clock_in_days'
  | 'clock_tomorrow'
  | 'clock_tomorrow_all_day'
  | 'clock_today'
  | 'clock_today_all_day'
  | 'clock_starts'
  | 'clock_left'
  | 'clock_ends'
  | 'clock_ended'
  | 'clock_at'
  | 'clock_last_five'
  | 'clock_your_time'
  | 'clock_uk_time'
  | 'clock_place_time'
  | 'clock_all_day';

/** Looks a sentence up; `Words` of the components is one. */
export type ClockWords = (key: ClockWord, ...substitutions: (string | number)[]) => string;

/** Where the reader is: the language of dates and the zone of their own clock. */
export interface Reader {
  locale: string;
  timeZone: string;
}

export interface ClockText {
  /** What counts: "23:10 left", "in 3 days", "today 13:00", "starts 04:59", "ended". */
  main: string;
  /** What goes with it: "ends 14:00", "Thu 3 Dec, 13:00"; '' where there is nothing to add. */
  detail: string;
  /** The same in the reader's time, "Fri 00:00 your time"; null where both walls show the same. */
  local: string | null;
  /** All of it in one line, parted by " · ". */
  line: string;
}

/** A session's start for a list: the day and time on the chat's wall, and on the reader's where it differs. */
export interface StartText {
  /** "Thu 3 Dec" */
  day: string;
  /** "13:00", or "all day". */
  time: string;
  /** "UK time", "New York time": said only where `local` is. */
  zone: string;
  /** "08:00" on the reader's wall, with the weekday where it is another day ("Fri 00:00"); null where both show the same. */
  local: string | null;
}

/** "23:10", "1:02:03" */
export function formatCountdown(seconds: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

/** "13:00" on the wall of a zone. */
export function formatTime(instant: number, timeZone: string): string {
  return new Date(zoneOrLondon(timeZone).toWall(instant)).toISOString().slice(11, 16);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatDate(
  instant: number,
  { locale, timeZone }: Reader,
  options: Intl.DateTimeFormatOptions,
) {
  const key = `${locale} ${timeZone} ${Object.keys(options).join()}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(locale, { ...options, timeZone: zoneOrLondon(timeZone).id });
    formats.set(key, format);
  }
  // Some versions of the locale data write "Thu, 3 Dec", some without the comma.
  return format.format(instant).replace(/,(?= )/g, '');
}

/** "Thu 3 Dec" on the wall of the reader's zone. */
export function formatDay(instant: number, reader: Reader): string {
  return formatDate(instant, reader, { weekday: 'short', day: 'numeric', month: 'short' });
}

/** "14:05" for a moment of today, "Thu 3 Dec 14:05" for others, on the reader's own wall. */
export function formatMoment(instant: number, now: number, reader: Reader): string {
  const zone = zoneOrLondon(reader.timeZone);
  const time = formatTime(instant, reader.timeZone);
  const isToday = dayOf(zone.toWall(instant)) === dayOf(zone.toWall(now));
  return isToday ? time : `${formatDay(instant, reader)} ${time}`;
}

/** What to call the time of a zone. */
export function formatZone(timeZone: string, words: ClockWords): string {
  if (timeZone === 'Europe/London') return words('clock_uk_time');
  const place = timeZone.split('/').at(-1) ?? timeZone;
  return words('clock_place_time', place.replaceAll('_', ' '));
}

/** The moment in the reader's own time, with the weekday where it is another one; null where both walls show the same. */
function formatLocal(instant: number, timeZone: string, reader: Reader): string | null {
  if (!zonesDiffer(instant, timeZone, reader.timeZone)) return null;
  const there = dayOf(zoneOrLondon(timeZone).toWall(instant));
  const here = dayOf(zoneOrLondon(reader.timeZone).toWall(instant));
  const time = formatTime(instant, reader.timeZone);
  const day = there === here ? '' : `${formatDate(instant, reader, { weekday: 'short' })} `;
  return `${day}${time}`;
}

/** The start of a session as a list shows it. */
export function formatStart(session: Session, words: ClockWords, reader: Reader): StartText {
  const { start, timeZone, allDay } = session;
  return {
    day: formatDay(start, { ...reader, timeZone }),
    time: allDay ? words('clock_all_day') : formatTime(start, timeZone),
    zone: formatZone(timeZone, words),
    local: allDay ? null : formatLocal(start, timeZone, reader),
  };
}

/** What the clock shows, for any of its states. */
export function formatClock(clock: Clock, words: ClockWords, reader: Reader): ClockText {
  const { session, state } = clock;
  if (session === null) return assemble(words('clock_none'), '', null);
  const { start, end, timeZone } = session;
  if (session.allDay) return formatWholeDay(clock, words, { ...reader, timeZone });
  // The moment the reader has to know: when it begins, or, once it has begun, when it ends.
  const moment = state === 'live' || state === 'ended' ? end : start;
  const here = formatLocal(moment, timeZone, reader);
  const zone = here === null ? '' : ` ${formatZone(timeZone, words)}`;
  const time = `${formatTime(moment, timeZone)}${zone}`;
  const [main, detail] = phrase(clock, time, words, { ...reader, timeZone });
  return assemble(main, detail, here === null ? null : words('clock_your_time', here));
}

/** What counts, and what goes with it. `time` is the start, or the end of what has begun; `there` is the chat's wall. */
function phrase(
  clock: Clock,
  time: string,
  words: ClockWords,
  there: Reader,
): readonly [string, string] {
  const countdown = formatCountdown(clock.seconds);
  // Only where it is said: the browser takes 9 ms to wake its own names of days.
  const day = () => formatDay(clock.session?.start ?? 0, there);
  switch (clock.state) {
    case 'live':
      return [words('clock_left', countdown), words('clock_ends', time)];
    case 'ended':
      return [words('clock_ended'), words('clock_at', time)];
    case 'soon':
      return [words('clock_starts', countdown), words('clock_at', time)];
    case 'today':
      return [words('clock_today', time), ''];
    case 'upcoming':
      return clock.days === 1
        ? [words('clock_tomorrow', time), day()]
        : [words('clock_in_days', clock.days), `${day()}, ${time}`];
    case 'none':
      return [words('clock_none'), ''];
  }
}

/** A whole day has no times, and nobody is late for it. */
function formatWholeDay(clock: Clock, words: ClockWords, there: Reader): ClockText {
  if (clock.state === 'today') return assemble(words('clock_today_all_day'), '', null);
  const main =
    clock.days === 1 ? words('clock_tomorrow_all_day') : words('clock_in_days', clock.days);
  return assemble(main, formatDay(clock.session?.start ?? 0, there), null);
}

function assemble(main: string, detail: string, local: string | null): ClockText {
  const line = [main, detail, local].filter((part) => part !== '' && part !== null).join(' · ');
  return { main, detail, local, line };
}
