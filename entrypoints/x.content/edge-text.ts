/** The few words on the edge tab. */
import { browser } from '#imports';
import type { Clock } from '@/stores/core/schedule';

/** State and text for the edge tab; minutes are rounded up, so that "1 min" is never late. */
export function edgeText({ state, session, now }: Clock): { state: Clock['state']; text: string } {
  if (session === null || (state !== 'live' && state !== 'soon')) return { state, text: '' };
  const until = state === 'live' ? session.end : session.start;
  const minutes = String(Math.ceil((until - now) / 60_000));
  return { state, text: browser.i18n.getMessage(`edge_${state}`, [minutes]) };
}
