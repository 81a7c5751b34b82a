/** When the clock is to be looked at again. */
import { type Clock, FAR } from '@/stores/core/schedule';

const DAY = 86_400_000;
const MINUTE = 60_000;

/** ms until the state may change; while the hour is near, until the next minute, which the edge tab shows. */
export function nextLook(clock: Clock): number {
  const { state, session, now } = clock;
  // Nothing changes so soon, and the zone need not be asked.
  if (session && session.start - now > FAR) return DAY;
  if (session === null || (state !== 'live' && state !== 'soon')) return clock.nextChange - now;
  const boundary = (state === 'live' ? session.end : session.start) - now;
  return Math.min(boundary, MINUTE - (now % MINUTE));
}
