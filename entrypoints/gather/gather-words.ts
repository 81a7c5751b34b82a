/** What is said while someone catches up. */
import { browser } from '#imports';
import type { CardState } from '@/components/gather/gather-card';
import type { Bridge } from '@/stores/bridge';
import { formatTime } from '@/stores/core/clock';
import type { Session } from '@/stores/core/schedule';
import type { GatherState } from '@/stores/gather';

type Key = Parameters<typeof browser.i18n.getMessage>[0];
/** '' once an update has taken the browser's words away. */
export function say(key: Key, ...values: (string | number)[]): string {
  try {
    return browser.i18n.getMessage(key, values.map(String));
  } catch {
    return '';
  }
}

/** The person, or their organisation, lets Polchat scroll. */
export function mayScroll({ saved }: Bridge): boolean {
  return saved.get('settings').gather;
}

/** What the card says. */
export function cardOf(
  bridge: Bridge,
  state: GatherState,
  session: Session | undefined,
): CardState {
  const { timeZone } = session ?? bridge.chat;
  const { phase, reached, read, posts, span, until } = state;
  const time = (at: number) => formatTime(at, timeZone);
  const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone });
  const hints: Record<GatherState['phase'], () => string> = {
    reading: () => say(mayScroll(bridge) ? 'gather_reading' : 'gather_reading_self'),
    scrolling: () => say('gather_scrolling'),
    hidden: () => say('gather_hidden'),
    limited: () => say('gather_limited', time(until)),
    stuck: () => say('gather_stuck', time(span.from), time(reached)),
    done: () => say('gather_done'),
  };
  const actions: Record<GatherState['phase'], Key | null> = {
    reading: reached < span.to ? 'gather_resume' : 'gather_start',
    scrolling: 'gather_pause',
    hidden: 'gather_pause',
    limited: 'gather_again',
    stuck: 'gather_again',
    done: null,
  };
  const key = actions[phase];
  return {
    title: say(
      'gather_title',
      bridge.chat.hashtag,
      day.format(session?.start ?? span.from),
      time(session?.start ?? span.from),
      time(session?.end ?? span.to),
    ),
    read,
    progress: say('gather_progress', time(reached), posts, Math.floor(read * 100)),
    hint: hints[phase](),
    action: key !== null && mayScroll(bridge) ? say(key) : '',
    isDone: phase === 'done',
  };
}
