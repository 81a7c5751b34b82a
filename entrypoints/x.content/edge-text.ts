/** The few words on the edge tab. */
import { browser } from '#imports';
import type { Clock } from '@/stores/core/schedule';

/** State and text for the edge tab; minutes are rounded up, so that "1 min" is never late. */
export function edgeText({ state, session, now }: Clock): { state: Clock['state']; text: string } {
  if (session === null) return { state, text: '' };
  const minutes = (until: number) => String(Math.ceil((until - now) / 60_000));
  if (state === 'live')
    return { state, text: browser.i18n.getMessage('edge_live', [minutes(session.end)]) };
  if (state === 'soon')
    return { state, text: browser.i18n.getMessage('edge_soon', [minutes(session.start)]) };
  return { state, text: '' };
}
