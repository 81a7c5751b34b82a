/** Times of day as people read them, on the chat's own wall clock. */
import { formatTime } from '@/stores/core/clock';
import { dayOf, zoneOrLondon } from '@/stores/core/zone';

export interface Times {
  /** "13:22"; "17 Jun 13:22" on another day than `day`. */
  short(at: number, day?: number): string;
}

const made = new Map<string, Times>();

/** Times on the wall of a zone; made once for each. */
export function timesIn(timeZone: string): Times {
  const known = made.get(timeZone);
  if (known !== undefined) return known;
  const { id, toWall } = zoneOrLondon(timeZone);
  let date: Intl.DateTimeFormat | undefined;
  const times: Times = {
    short(at, day) {
      const time = formatTime(at, id);
      if (day === undefined || dayOf(toWall(at)) === dayOf(toWall(day))) return time;
      // Seldom needed, and slow to make.
      date ??= new Intl.DateTimeFormat('en-GB', { timeZone: id, day: 'numeric', month: 'short' });
      return `${date.format(at)} ${time}`;
    },
  };
  made.set(timeZone, times);
  return times;
}
