/** Which lines of an iCalendar file belong to which event or time zone, each line parsed by itself so that a bad one costs only itself. */
import ICAL from 'ical.js';

/** One content line: ical.js's jCal property taken apart. */
export interface Line {
  name: string;
  /** Parameters by lower-case name; only plain strings. */
  params: Record<string, string>;
  values: unknown[];
}

export interface Component {
  /** Lower case: "vevent", "vtimezone", "standard", "daylight". */
  name: string;
  lines: Line[];
  /** Only what VTIMEZONE needs: its STANDARD and DAYLIGHT parts. */
  parts: Component[];
  /** Names of lines that could not be read. */
  unreadable: string[];
}

export interface CalendarFile {
  events: Component[];
  zones: Component[];
  /** METHOD:CANCEL: every event in the file is called off. */
  cancels: boolean;
  /** The file ended inside an event, or before END:VCALENDAR. */
  cutOff: boolean;
  unreadableLines: number;
}

/** What we ask of events and zones; every other line is left unparsed. */
const WANTED = new Set(
  (
    'uid summary description url organizer attendee status sequence dtstamp last-modified dtstart dtend duration ' +
    'rrule rdate exdate recurrence-id tzid tzoffsetfrom tzoffsetto x-lic-location x-microsoft-cdo-alldayevent ' +
    'x-polchat-plan x-polchat-minutes x-polchat-theme x-polchat-questions'
  ).split(' '),
);

/** A line longer than this is cut: no description worth reading is, and lists of dates stay readable. */
const LONGEST_LINE = 64_000;
/** Alarms and vendors' own parts may stand inside events, and their DESCRIPTION or DURATION is not the event's. */
const KEPT = new Set(['vevent', 'vtimezone', 'standard', 'daylight']);

/** The events and zones of a calendar's text. Nothing is thrown; what could not be read is counted. */
export function readLines(text: string): CalendarFile {
  const file: CalendarFile = {
    events: [],
    zones: [],
    cancels: false,
    cutOff: true,
    unreadableLines: 0,
  };
  const open: Component[] = [];
  // A folded line goes on behind a line break and one space or tab; some producers break with a bare CR or LF.
  for (const line of text.replace(/(?:\r\n|\n|\r)[ \t]/g, '').split(/\r\n|\n|\r/)) {
    const name = /^[A-Za-z0-9-]+/.exec(line)?.[0].toLowerCase() ?? '';
    if (name === 'begin') begin(open, line);
    else if (name === 'end') end(open, line, file);
    else if (name === 'method') file.cancels ||= /^method:cancel\s*$/i.test(line);
    else if (WANTED.has(name)) keep(open.at(-1), name, line, file);
  }
  return file;
}

function componentName(line: string): string {
  return line
    .slice(line.indexOf(':') + 1)
    .trim()
    .toLowerCase();
}

function begin(open: Component[], line: string): void {
  const name = componentName(line);
  // A new event inside one that never ended: the old one was cut off, and is dropped.
  if (name === 'vevent' || name === 'vtimezone') {
    const at = open.findIndex((c) => c.name === name);
    if (at !== -1) open.length = at;
  }
  if (open.length < 20) open.push({ name, lines: [], parts: [], unreadable: [] });
}

function end(open: Component[], line: string, file: CalendarFile): void {
  const name = componentName(line);
  if (name === 'vcalendar') file.cutOff = open.some((c) => KEPT.has(c.name));
  const at = open.findLastIndex((c) => c.name === name);
  if (at === -1) return;
  const component = open[at];
  const parent = open[at - 1];
  open.length = at;
  if (component === undefined) return;
  if (name === 'vevent') file.events.push(component);
  else if (name === 'vtimezone') file.zones.push(component);
  else if (name === 'standard' || name === 'daylight') parent?.parts.push(component);
}

function keep(component: Component | undefined, name: string, line: string, file: CalendarFile) {
  if (component === undefined || !KEPT.has(component.name)) return;
  const parsed = parseLine(name, line.slice(0, LONGEST_LINE));
  if (parsed !== undefined) {
    component.lines.push(parsed);
    return;
  }
  component.unreadable.push(name);
  file.unreadableLines++;
}

function parseLine(name: string, line: string): Line | undefined {
  // ical.js knows FREQ's values in capitals only, though RFC 5545 says that case does not matter.
  const text = name === 'rrule' ? line.toUpperCase() : line;
  // Second try: a quotation mark that was never closed (seen in Outlook's DTSTART;TZID="W. Europe Standard Time:2020…).
  return parseProperty(name, text) ?? parseProperty(name, text.replaceAll('"', ''));
}

function parseProperty(name: string, text: string): Line | undefined {
  let property: unknown[];
  try {
    property = ICAL.parse.property(text) as unknown[];
  } catch {
    return undefined;
  }
  const params: Record<string, string> = {};
  const given = property[1];
  if (typeof given === 'object' && given !== null)
    for (const [key, value] of Object.entries(given))
      if (typeof value === 'string') params[key] = value;
  return { name, params, values: property.slice(3) };
}

/** The first line of that name. */
export function findLine(component: Component, name: string): Line | undefined {
  return component.lines.find((line) => line.name === name);
}

/** The text of the first line of that name, '' where there is none. */
export function readText(component: Component, name: string): string {
  const value = findLine(component, name)?.values[0];
  return typeof value === 'string' ? value : '';
}
