/** Writes ical.js's jCal as the text of a calendar file. */
import ICAL from 'ical.js';
import type { Part } from './plan-zone';

/** The file, in lines as RFC 5545 has them. */
export function writeCalendarText(calendar: Part): string {
  return fold(ICAL.stringify(calendar as never));
}

/** Lines of at most 75 octets, no character cut in two. ical.js counts on where a character ends, and comes to 76. */
function fold(text: string): string {
  const encoder = new TextEncoder();
  return text
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .map((line) => {
      let folded = '';
      let octets = 0;
      for (const character of line) {
        const size = encoder.encode(character).length;
        // The space that begins the next line counts too.
        if (octets + size > 75) folded += '\r\n ';
        octets = octets + size > 75 ? 1 + size : octets + size;
        folded += character;
      }
      return folded;
    })
    .join('\r\n');
}
