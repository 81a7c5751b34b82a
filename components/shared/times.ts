/** Times of day as people read them, on the chat's own wall clock. */

export interface Times {
  /** "13:22"; "17 Jun 13:22" on another day than `day`. */
  short(at: number, day?: number): string;
  /** "Thursday 18 June 2026 at 13:22". */
  long(at: number): string;
}

const made = new Map<string, Times>();

/** Formats for a time zone; made once, for making one takes longer than using it a thousand times. */
export function timesIn(timeZone: string): Times {
  const known = made.get(timeZone);
  if (known !== undefined) return known;
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
  const date = new Intl.DateTimeFormat('en-GB', { timeZone, day: 'numeric', month: 'short' });
  const full = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    dateStyle: 'full',
    timeStyle: 'short',
  });
  const times: Times = {
    short(at, day) {
      const time = clock.format(at);
      if (day === undefined || date.format(at) === date.format(day)) return time;
      return `${date.format(at)} ${time}`;
    },
    long: (at) => full.format(at),
  };
  made.set(timeZone, times);
  return times;
}
