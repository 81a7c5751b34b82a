/** What the popup's tests share: a store on invented data, drawn with the real words. */
import { render } from '@testing-library/preact';
import { Popup } from '@/components/popup/Popup';
import { createWords, WordsContext } from '@/components/shared/words';
import messages from '@/public/_locales/en_GB/messages.json' with { type: 'json' };
import type { Session } from '@/stores/core/schedule';
import type { Saved } from '@/stores/saved';
import { createScheduleStore, type ScheduleDeps } from '@/stores/schedule';
import type { ArchivedSession } from '@/stores/schedule-view';
import { sessionAt } from '@/tests/fixtures/session';

export const at = (text: string) => Date.parse(`${text}Z`);
const HOUR = 3_600_000;
const sentences: Record<string, { message: string }> = messages;
export const words = createWords((key, substitutions) =>
  (sentences[key]?.message ?? '').replace(/\$(\d)/g, (_, n) => substitutions?.[n - 1] ?? ''),
);

/** Thursdays at 13:00 in London (winter), the first on 3 December 2026. */
export function thursdays(count: number, themes: (string | null)[] = []): Session[] {
  return Array.from({ length: count }, (_, i) => {
    const start = at('2026-12-03T13:00') + i * 7 * 24 * HOUR;
    const theme = themes[i] ?? null;
    return sessionAt(start, {
      theme,
      source: theme === null ? null : { kind: 'calendar', name: 'themes.ics', url: null },
    });
  });
}

export interface Stage {
  now?: string;
  sessions?: Session[];
  saved?: Partial<Saved>;
  timeZone?: string;
  archived?: ArchivedSession[];
  deps?: Partial<ScheduleDeps>;
}

/** A popup on a clock that stands still until told. */
export async function stage(given: Stage = {}) {
  let now = at(given.now ?? '2026-12-01T09:00');
  let due: { callback: () => void; ms: number } | undefined;
  const kept: Record<string, unknown> = {
    schedules: {
      polchat: { sessions: given.sessions ?? thursdays(10), checkedAt: now - HOUR, calendars: [] },
    },
    ...given.saved,
  };
  const sent: unknown[] = [];
  const store = createScheduleStore({
    area: {
      get: async () => kept,
      set: async (items) => {
        Object.assign(kept, items);
        // The background settles what counts.
        if (items.ownSettings) kept.settings = items.ownSettings;
        store.adopt({ settings: { newValue: kept.settings } });
      },
    },
    now: () => now,
    wait: (callback, ms) => {
      due = { callback, ms };
      return () => {
        due = undefined;
      };
    },
    refresh: async () => {
      sent.push('refreshSchedule');
    },
    join: async (hashtag, start) => {
      sent.push({ hashtag, start });
    },
    readArchive: async () => given.archived ?? [],
    access: { has: async () => true, request: async () => true },
    notifications: { has: async () => false, request: async () => true },
    requestCalendar: async (address) => {
      sent.push(address);
      return true;
    },
    ...given.deps,
  });
  let joined = 0;
  const reader = { locale: 'en-GB', timeZone: given.timeZone ?? 'Europe/London' };
  const view = render(
    <WordsContext.Provider value={words}>
      <Popup
        store={store}
        reader={reader}
        onJoined={() => joined++}
        onSave={(what) => sent.push(what)}
        onSettings={() => sent.push('settings')}
        onPlan={() => sent.push('plan')}
      />
    </WordsContext.Provider>,
  );
  await store.start();
  const part = (name: string) => view.container.querySelector<HTMLElement>(`[data-part="${name}"]`);
  return {
    ...view,
    store,
    sent,
    part,
    text: (name: string) => part(name)?.textContent?.replace(/\s+/g, ' ').trim() ?? null,
    closed: () => joined,
    /** What the timer is set to, ms; undefined where none is. */
    due: () => due?.ms,
    /** Lets the timer's time pass. */
    pass() {
      if (due === undefined) throw new Error('no timer');
      now += due.ms;
      due.callback();
    },
  };
}
