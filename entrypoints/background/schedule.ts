/** Reads the calendars and keeps what they say; what was read last stays while one cannot be read. */
import { browser } from '#imports';
import { readCalendar } from '@/stores/core/calendar';
import type { Chat } from '@/stores/core/chat';
import { mergeSessions } from '@/stores/core/schedule';
import { type CalendarProblem, readSaved, type Saved, writeSaved } from '@/stores/saved';

/** How far back and ahead sessions are worked out, ms. */
const SPAN = { back: 35 * 86_400_000, ahead: 100 * 86_400_000 };
const BUNDLED = 'polchat.ics';

const area = browser.storage.local;
let running: Promise<void> | undefined;

/** Reads every calendar again. Never rejects: problems are kept beside the last good sessions. */
export function refreshSchedule(): Promise<void> {
  running ??= refresh().finally(() => {
    running = undefined;
  });
  return running;
}

async function refresh(): Promise<void> {
  const { settings, schedule } = await readSaved(area, ['settings', 'schedule']);
  const chat = settings.chats[0];
  if (!chat) return;
  const now = Date.now();
  const results = await Promise.all(chat.calendars.map((address) => readOne(chat, address, now)));
  const problems: CalendarProblem[] = [];
  const lastGood: Saved['schedule']['lastGood'] = {};
  for (const { name, code, sessions } of results) {
    lastGood[name] = code ? (schedule.lastGood[name] ?? []) : sessions;
    if (code) problems.push({ name, code, since: sinceWhen(schedule, name, now) });
  }
  const sessions = mergeSessions(
    chat.calendars.map((address) => ({
      kind: 'calendar',
      fallback: address === '',
      sessions: lastGood[nameOf(address)] ?? [],
    })),
  );
  await writeSaved(area, 'schedule', { sessions, checkedAt: now, problems, lastGood });
}

function nameOf(address: string): string {
  return address || BUNDLED;
}

function sinceWhen(schedule: Saved['schedule'], name: string, now: number): number {
  return schedule.problems.find((problem) => problem.name === name)?.since ?? now;
}

async function readOne(chat: Chat, address: string, now: number) {
  const name = nameOf(address);
  try {
    const response = await fetch(address || browser.runtime.getURL(`/${BUNDLED}`));
    const read = readCalendar(await response.text(), {
      timeZone: chat.timeZone,
      hashtag: chat.hashtag,
      from: now - SPAN.back,
      to: now + SPAN.ahead,
      name,
      url: address || null,
    });
    return read.ok
      ? { name, code: '', sessions: read.sessions }
      : { name, code: read.error.code, sessions: [] };
  } catch {
    return { name, code: 'unreachable', sessions: [] };
  }
}
