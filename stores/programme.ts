/** Works out each chat's programme for everybody: its calendars, its hosts' announcements and the own plan, brought together. */
import type { CalendarReading, Calendars } from './calendars';
import {
  type Announcement,
  announcedSessions,
  hostsOf,
  readAnnouncements,
} from './core/announcement';
import type { Chat } from './core/chat';
import { planSchedule } from './core/plan';
import type { Post } from './core/post';
import {
  hasChosen,
  KNOWN_AHEAD,
  mergeSessions,
  type Session,
  type SessionList,
} from './core/schedule';
import { DAY, dayOf } from './core/zone';
import { readStoredPlan } from './plans';
import { readSaved, type Saved, type StorageArea, scheduleOf, writeSaved } from './saved';

/** Announcements are looked for in what was written since, ms: themes are announced two months ahead at most. */
const SINCE = 62 * DAY;
/** Of a chat; the newest stay. */
const MOST_ANNOUNCEMENTS = 60;
const ANNOUNCEMENTS = 'announcements';
/** How far back and ahead the own plan is worked out, ms. */
const PLANNED = { back: 35 * DAY, ahead: KNOWN_AHEAD };

/** The announcements of a chat, and who counted and which sessions there were when the archive was looked through for them. */
interface Heard {
  list: Announcement[];
  basis: string;
}

export interface ProgrammeDeps {
  area: StorageArea;
  calendars: Calendars;
  /** Posts kept of a chat, written from `from` to `to`. */
  readPosts: (hashtag: string, from: number, to: number) => Promise<Post[]>;
  now: () => number;
}

export class Programme {
  private readonly deps: ProgrammeDeps;
  private last: Promise<unknown> = Promise.resolve();
  private refreshing: Promise<void> | undefined;

  constructor(deps: ProgrammeDeps) {
    this.deps = deps;
  }

  /** Reads every chat's calendars again, where it is time; callers share one reading that has not begun. Never rejects: what was known stays. */
  refresh(hurry = false): Promise<void> {
    this.refreshing ??= this.queue(() => {
      // Who comes from now on may have changed what this one has read.
      this.refreshing = undefined;
      return this.work(hurry ? 'hurry' : 'read');
    });
    return this.refreshing;
  }

  /** Lets go of what posts announced, and looks for it anew in what is still kept. Never rejects. */
  forget(): Promise<void> {
    return this.queue(async () => {
      await this.deps.area.set({ [ANNOUNCEMENTS]: {} });
      await this.work('recall');
    });
  }

  /** Takes announcements out of posts that were just kept, and back where their author deleted or changed them. Never rejects. */
  hear(hashtag: string, posts: readonly Post[]): Promise<void> {
    return this.queue(() => this.listen(hashtag.toLowerCase(), posts));
  }

  /** Brings in what the host just planned. Never rejects. */
  replan(hashtag: string): Promise<void> {
    return this.queue(() => this.rework(hashtag.toLowerCase()));
  }

  private queue(work: () => Promise<void>): Promise<void> {
    const next = this.last.then(work).catch(() => undefined);
    this.last = next;
    return next;
  }

  private async work(how: 'recall' | 'read' | 'hurry'): Promise<void> {
    const { area, calendars, now } = this.deps;
    const { settings, schedules } = await readSaved(area, ['settings', 'schedules']);
    const found: Saved['schedules'] = {};
    for (const chat of settings.chats) {
      const hashtag = chat.hashtag.toLowerCase();
      const before = scheduleOf(schedules, hashtag);
      const readings =
        how === 'recall'
          ? await calendars.recall(chat, before.calendars, now())
          : await calendars.read(chat, before.calendars, now(), how === 'hurry');
      const lists = await this.listsOf(hashtag, readings);
      const announcements = await this.heard(chat, mergeSessions(lists, now()));
      found[hashtag] = {
        sessions: merge(lists, announcements, now()),
        checkedAt: how === 'recall' ? before.checkedAt : now(),
        calendars: readings.map(({ state }) => state),
      };
    }
    await writeSaved(area, 'schedules', found);
    await calendars.tidy(settings.chats);
  }

  private async listen(hashtag: string, posts: readonly Post[]): Promise<void> {
    const { area, calendars, now } = this.deps;
    const { settings, schedules } = await readSaved(area, ['settings', 'schedules']);
    const chat = settings.chats.find((one) => one.hashtag.toLowerCase() === hashtag);
    const schedule = scheduleOf(schedules, hashtag);
    if (chat === undefined || schedule.checkedAt === 0) return;
    const all = await this.readHeard();
    const before = all[hashtag] ?? { list: [], basis: '' };
    const mayChange = createFilter(hostsOf(chat, schedule.sessions), before.list);
    const news = posts.filter(mayChange);
    if (news.length === 0) return;
    const readings = await calendars.recall(chat, schedule.calendars, now());
    const lists = await this.listsOf(hashtag, readings);
    const list = takeAnnouncements(before.list, news, mergeSessions(lists, now()), chat);
    if (JSON.stringify(list) === JSON.stringify(before.list)) return;
    await area.set({ [ANNOUNCEMENTS]: { ...all, [hashtag]: { ...before, list } } });
    const sessions = merge(lists, list, now());
    await writeSaved(area, 'schedules', { ...schedules, [hashtag]: { ...schedule, sessions } });
  }

  /** The announcements known, looked for again in the archive where other hosts count or other sessions are planned. */
  private async heard(chat: Chat, base: readonly Session[]): Promise<Announcement[]> {
    const { area, readPosts, now } = this.deps;
    const hashtag = chat.hashtag.toLowerCase();
    const all = await this.readHeard();
    const hosts = hostsOf(chat, base);
    const known = base.map(({ start, hosts: own }) => [start, own]);
    // Once a day in any case: this script may have been stopped before it heard what was kept.
    const basis = JSON.stringify([dayOf(now()), [...hosts].sort(), known]);
    const before = all[hashtag];
    if (before?.basis === basis) return before.list;
    const at = now();
    const posts = hosts.size > 0 ? await readPosts(hashtag, at - SINCE, at + DAY) : [];
    const news = posts.filter(createFilter(hosts, []));
    const list = takeAnnouncements([], news, base, chat);
    await area.set({ [ANNOUNCEMENTS]: { ...all, [hashtag]: { list, basis } } });
    return list;
  }

  private async readHeard(): Promise<Record<string, Heard>> {
    const { [ANNOUNCEMENTS]: heard } = await this.deps.area.get([ANNOUNCEMENTS]);
    return (heard ?? {}) as Record<string, Heard>;
  }

  private async rework(hashtag: string): Promise<void> {
    const { area, calendars, now } = this.deps;
    const { settings, schedules } = await readSaved(area, ['settings', 'schedules']);
    const chat = settings.chats.find((one) => one.hashtag.toLowerCase() === hashtag);
    const schedule = scheduleOf(schedules, hashtag);
    if (chat === undefined || schedule.checkedAt === 0) return;
    const readings = await calendars.recall(chat, schedule.calendars, now());
    const { list } = (await this.readHeard())[hashtag] ?? { list: [] };
    const sessions = merge(await this.listsOf(hashtag, readings), list, now());
    if (JSON.stringify(sessions) === JSON.stringify(schedule.sessions)) return;
    await writeSaved(area, 'schedules', { ...schedules, [hashtag]: { ...schedule, sessions } });
  }

  /** What the calendars say, and what the person who hosts planned on this machine. */
  private async listsOf(
    hashtag: string,
    readings: readonly CalendarReading[],
  ): Promise<SessionList[]> {
    const { area, now } = this.deps;
    const lists = listsOf(readings);
    const stored = await readStoredPlan(area, hashtag);
    if (stored === undefined) return lists;
    const at = now();
    const { usual, ...planned } = planSchedule(
      stored.plan,
      '',
      at - PLANNED.back,
      at + PLANNED.ahead,
    );
    // A calendar that someone chose knows which weeks are off; the one in the package does not, and the plan has its own hour.
    const weeks: SessionList[] = hasChosen(lists, at)
      ? []
      : [{ kind: 'calendar', sessions: usual }];
    return [...lists, ...weeks, { kind: 'plan', ...planned }];
  }
}

/** Calendars and plan with what was announced for their sessions. */
function merge(
  lists: readonly SessionList[],
  announcements: readonly Announcement[],
  now: number,
): Session[] {
  const base = mergeSessions(lists, now);
  return mergeSessions(
    [...lists, { kind: 'announcement', sessions: announcedSessions(announcements, base) }],
    now,
  );
}

function listsOf(readings: readonly CalendarReading[]): SessionList[] {
  return readings.map(({ state, sessions, off }) => ({
    kind: 'calendar',
    fallback: state.address === '',
    sessions,
    off,
  }));
}

/** Lets through what a host wrote, and what stands in the place of a post that announced something. */
function createFilter(hosts: ReadonlySet<string>, known: readonly Announcement[]) {
  const ids = new Set(known.map(({ postId }) => postId));
  return (post: Post) =>
    hosts.has(post.author.handle.toLowerCase()) ||
    [post.id, ...post.editedIds].some((id) => ids.has(id));
}

/** The announcements after `posts` were seen: each post stands for all its versions. */
function takeAnnouncements(
  before: readonly Announcement[],
  posts: readonly Post[],
  sessions: readonly Session[],
  chat: Chat,
): Announcement[] {
  const seen = new Set(posts.flatMap(({ id, editedIds }) => [id, ...editedIds]));
  const news = new Map(posts.map((post) => [post.id, readAnnouncements(post, sessions, chat)]));
  const list = [...before.filter(({ postId }) => !seen.has(postId)), ...[...news.values()].flat()];
  return list.sort((a, b) => a.at - b.at).slice(-MOST_ANNOUNCEMENTS);
}
