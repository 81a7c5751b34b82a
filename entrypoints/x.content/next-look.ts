/** When the clock is to be looked at again. */
import type { Clock } from '@/stores/core/schedule';

const MINUTE = 60_000;

/** ms until the state changes; while the hour is near, until the next minute, which the edge tab shows. */
export function nextLook({ state, session, now, nextChange }: Clock): number {
  if (session === null || (state !== 'live' && state !== 'soon')) return nextChange - now;
  const boundary = (state === 'live' ? session.end : session.start) - now;
  return Math.min(boundary, MINUTE - (now % MINUTE));
}
