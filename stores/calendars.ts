/** Reads a chat's calendars: what they say, what went wrong, and what they said before where they say nothing now. */
import { type CalendarFailure, type CalendarVersion, fetchCalendar } from './calendar-fetch';
import {
  type CalendarErrorCode,
  type CalendarResult,
  type CalendarWarning,
  readCalendar,
  readCalendarTitle,
} from './core/calendar';
import type { Chat } from './core/chat';
import { KNOWN_AHEAD, type Session, type Span } from './core/schedule';
import { DAY, MINUTE } from './core/zone';
import type { CalendarState, StorageArea } from './saved';

/** How far back and ahead sessions are worked out, ms. */
const SPAN = { back: 35 * DAY, ahead: KNOWN_AHEAD };
/** A calendar that was asked so short a time ago is not asked again, however often the popup is opened. */
const FRESH = 10 * MINUTE;
/** The same where it could not be read: the person may just have mended it. */
const FRESH_FAILED = MINUTE;
export const BUNDLED = 'polchat.ics';
/** Texts of calendars by address: kept apart from what is shown, for every page of X hears of changes in that. */
const TEXTS = 'calendarTexts';

/** A text as it could be read last. */
interface Kept {
  text: string;
  version: CalendarVersion;
}

export interface CalendarsDeps {
  area: StorageArea;
  fetch: typeof fetch;
  /** Text of the calendar in the package. */
  readBundled: () => Promise<string>;
  /** Whether the browser lets Polchat fetch from there. */
  allowed: (address: string) => Promise<boolean>;
  patience?: number;
}

/** What one calendar holds, or why it holds nothing. */
export interface CalendarPreview {
  name: string;
  /** The next sessions, the earliest first; none where there is a problem. */
  sessions: Session[];
  problem: { code: CalendarErrorCode | CalendarFailure['code']; detail: string } | null;
  warnings: CalendarWarning[];
}

export interface CalendarReading {
  state: CalendarState;
  /** What it says, or said when it could be read last. */
  sessions: Session[];
  /** Days that it calls off. */
  off: Span[];
}

/** `''` is the bundled file; others by the site they are on. */
function siteOf(address: string): string {
  return address === '' ? BUNDLED : (URL.parse(address)?.host ?? address);
}

/** Calendars on one site are told apart by their own titles. */
function nameOf(address: string, text: string): string {
  const title = address === '' ? '' : readCalendarTitle(text);
  return title === '' ? siteOf(address) : `${title} (${siteOf(address)})`;
}

function expand(text: string, chat: Chat, address: string, now: number) {
  return readCalendar(text, {
    timeZone: chat.timeZone,
    hashtag: chat.hashtag,
    from: now - SPAN.back,
    to: now + SPAN.ahead,
    name: nameOf(address, text),
    url: address || null,
  });
}

function saidBy(
  read: CalendarResult | null | undefined,
): Pick<CalendarReading, 'sessions' | 'off'> {
  return read?.ok ? { sessions: read.sessions, off: read.off } : { sessions: [], off: [] };
}

/** Reads and remembers calendars; everything it touches comes with `deps`. */
export class Calendars {
  private readonly deps: CalendarsDeps;
  /** Texts are written one after the other, or one calendar's would be lost to another's. */
  private writing: Promise<unknown> = Promise.resolve();

  constructor(deps: CalendarsDeps) {
    this.deps = deps;
  }

  /** The chat's calendars, in order, asked again where it is time (`hurry`: whatever the time). Never rejects but where storage does. */
  async read(
    chat: Chat,
    before: readonly CalendarState[],
    now: number,
    hurry = false,
  ): Promise<CalendarReading[]> {
    const texts = await this.texts();
    const readings = await Promise.all(
      chat.calendars.map((address) => {
        const state = before.find((one) => one.address === address) ?? newState(address);
        return this.readOne(chat, state, texts, now, hurry);
      }),
    );
    return readings;
  }

  /** What the calendars said last, without asking anybody but the package. */
  async recall(
    chat: Chat,
    states: readonly CalendarState[],
    now: number,
  ): Promise<CalendarReading[]> {
    const texts = await this.texts();
    return Promise.all(
      chat.calendars.map(async (address) => {
        const state = states.find((one) => one.address === address) ?? newState(address);
        const text = address === '' ? await this.bundled() : texts[address]?.text;
        const read = text === undefined ? null : expand(text, chat, address, now);
        return { state, ...saidBy(read) };
      }),
    );
  }

  /** What a calendar would bring, before anybody chooses it; nothing is kept. */
  async preview(address: string, chat: Chat, now: number, most: number): Promise<CalendarPreview> {
    const nothing = { name: siteOf(address), sessions: [], warnings: [] };
    const found = await this.get(address, null);
    if (found.kind !== 'text')
      return { ...nothing, problem: found.kind === 'failed' ? found.failure : null };
    const read = expand(found.text, chat, address, now);
    if (!read.ok) return { ...nothing, problem: { code: read.error.code, detail: '' } };
    return {
      name: nameOf(address, found.text),
      sessions: read.sessions.filter(({ end }) => end > now).slice(0, most),
      problem: null,
      warnings: read.warnings,
    };
  }

  /** Forgets the texts of calendars that nobody follows any longer. */
  async tidy(chats: readonly Chat[]): Promise<void> {
    const followed = new Set(chats.flatMap(({ calendars }) => calendars));
    const texts = await this.texts();
    const left = Object.entries(texts).filter(([address]) => followed.has(address));
    if (left.length < Object.keys(texts).length)
      await this.deps.area.set({ [TEXTS]: Object.fromEntries(left) });
  }

  private async readOne(
    chat: Chat,
    before: CalendarState,
    texts: Record<string, Kept>,
    now: number,
    hurry: boolean,
  ): Promise<CalendarReading> {
    const { address } = before;
    const kept = texts[address];
    const fallBack = (state: CalendarState) => {
      const read = kept && expand(kept.text, chat, address, now);
      return { state, ...saidBy(read) };
    };
    if (address !== '' && !hurry && isFresh(before, now)) return fallBack(before);
    const found = await this.get(address, kept?.version ?? null);
    const text = found.kind === 'text' ? found.text : (kept?.text ?? '');
    const read = found.kind === 'failed' ? null : expand(text, chat, address, now);
    if (read?.ok) {
      if (found.kind === 'text' && address !== '') await this.keep(address, found);
      const state = { address, name: nameOf(address, text), triedAt: now, readAt: now };
      return { state: { ...state, problem: null }, ...saidBy(read) };
    }
    const { code, detail } =
      found.kind === 'failed' ? found.failure : { code: read?.error.code ?? '', detail: '' };
    const since = before.problem?.since ?? now;
    return fallBack({ ...before, triedAt: now, problem: { code, detail, since } });
  }

  private async get(address: string, version: CalendarVersion | null) {
    if (address === '') {
      const text = await this.bundled();
      return { kind: 'text', text, version: { etag: '', modified: '' } } as const;
    }
    if (!(await this.deps.allowed(address).catch(() => false))) {
      const failure = { code: 'not_allowed', detail: siteOf(address) } as const;
      return { kind: 'failed', failure } as const;
    }
    return fetchCalendar(address, version, this.deps);
  }

  private bundled(): Promise<string> {
    return this.deps.readBundled().catch(() => '');
  }

  private async texts(): Promise<Record<string, Kept>> {
    const { [TEXTS]: texts } = await this.deps.area.get([TEXTS]);
    return (texts ?? {}) as Record<string, Kept>;
  }

  private keep(address: string, kept: Kept): Promise<void> {
    const writing = this.writing.then(() => this.write(address, kept));
    this.writing = writing.catch(() => undefined);
    return writing;
  }

  private async write(address: string, { text, version }: Kept): Promise<void> {
    const texts = await this.texts();
    const known = texts[address];
    const isSame =
      known?.text === text &&
      known.version.etag === version.etag &&
      known.version.modified === version.modified;
    if (!isSame) await this.deps.area.set({ [TEXTS]: { ...texts, [address]: { text, version } } });
  }
}

function newState(address: string): CalendarState {
  return { address, name: siteOf(address), triedAt: 0, readAt: 0, problem: null };
}

/** A clock that was put back makes nothing fresh. */
function isFresh({ triedAt, problem }: CalendarState, now: number): boolean {
  if (problem?.code === 'not_allowed') return false;
  const age = now - triedAt;
  return age >= 0 && age < (problem === null ? FRESH : FRESH_FAILED);
}
