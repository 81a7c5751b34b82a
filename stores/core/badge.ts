/** What stands on the toolbar's button: days, hours, minutes, LIVE, or how many posts came while nobody looked. */
import type { Clock } from './schedule';
import { HOUR, MINUTE } from './zone';

export interface Badge {
  /** Four characters at most, '' for nothing; LIVE is a word of the locales. */
  text: string | { word: 'live' };
  isLive: boolean;
  /** When it has to be drawn again, ms; Infinity for never. */
  next: number;
}

const MOST = 99;

/** The badge at the clock's moment; `unseen` posts of a chat that is live. */
export function readBadge({ state, session, now, days, nextChange }: Clock, unseen: number): Badge {
  const none = { text: '', isLive: false, next: nextChange };
  if (session === null) return none;
  if (state === 'live') {
    const count = unseen > MOST ? `${MOST}+` : String(unseen);
    return { text: unseen > 0 ? count : { word: 'live' }, isLive: true, next: session.end };
  }
  if (state === 'upcoming') return { text: `${days}d`, isLive: false, next: nextChange };
  if (state === 'ended' || session.allDay) return none;
  const left = session.start - now;
  // Rounded up, so that neither shows nought: "1m" is the last minute.
  const unit = left > HOUR ? HOUR : MINUTE;
  const count = Math.ceil(left / unit);
  const next = session.start - (count - 1) * unit;
  return { text: `${count}${unit === HOUR ? 'h' : 'm'}`, isLive: false, next };
}
