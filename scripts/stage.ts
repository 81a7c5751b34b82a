/** The built extension with a calendar of our own: its polchat.ics is read at run time, so a copy with another file will do. */
import { cpSync, existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { BrowserName } from './browsers.ts';

const root = resolve(import.meta.dirname, '..');

/** An event of a calendar; times in ms since 1970. */
export interface Event {
  start: number;
  end: number;
  summary?: string;
  description?: string;
}

/** The folder of the built extension for a browser. */
export function builtFolder(browser: BrowserName): string {
  const folder = resolve(root, '.output', browser === 'firefox' ? 'firefox-mv3' : 'chrome-mv3');
  if (!existsSync(folder)) throw new Error(`${folder} is not there: build the extension first.`);
  return folder;
}

/** Copies the built extension to a folder of its own, with this calendar in it. */
export function copyExtension(browser: BrowserName, calendar: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'polchat-'));
  cpSync(builtFolder(browser), folder, { recursive: true });
  writeFileSync(join(folder, 'polchat.ics'), calendar);
  return folder;
}

/** RFC 5545's UTC form. */
function stamp(ms: number): string {
  return new Date(ms).toISOString().replace(/[-:]|\.\d+/g, '');
}

/** A calendar file of single events. */
export function calendarOf(events: readonly Event[]): string {
  const lines = events.flatMap(({ start, end, summary = '#polchat', description }, index) => [
    'BEGIN:VEVENT',
    `UID:${index}-${start}@polchat.invalid`,
    'DTSTAMP:20260101T000000Z',
    `DTSTART:${stamp(start)}`,
    `DTEND:${stamp(end)}`,
    `SUMMARY:${summary}`,
    ...(description ? [`DESCRIPTION:${description}`] : []),
    'END:VEVENT',
  ]);
  const head = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Polchat//Stage//EN'];
  return [...head, ...lines, 'END:VCALENDAR', ''].join('\r\n');
}
