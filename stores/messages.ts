/** The one protocol between content scripts, the background and the pages: every message, what it takes and what it answers. */
import type { CalendarPreview } from './calendars';
import type { Chat } from './core/chat';
import type { FollowWay, Rate } from './core/follow';
import type { Move } from './core/moves';
import type { Post } from './core/post';
import type { Session } from './core/schedule';
import type { Coverage } from './core/transcript';
import type { Captured } from './core/wire';
import type { SearchPage } from './core/x-search';
import type { PageScript } from './page-scripts';

/** A message's name → what it carries and what comes back. */
export interface Protocol {
  /** Content → background: keep these posts, those of protected accounts excepted, which other tabs are told of alone, and take the text out of those that were deleted, should they be kept. Answered only once it is on disk; sent again otherwise. */
  keepPosts: {
    takes: { hashtag: string; posts: Post[]; deleted?: string[] };
    gives: { kept: number };
  };
  /** Content → background: read these answers of X and keep what is the chats': their page goes before it could. */
  keepAnswers: { takes: Captured[]; gives: null };
  /** Content → background: every post kept of this chat, written from `from` to `to` (ms). What other pages hold that is never kept follows by `postsKept`. */
  readPosts: { takes: { hashtag: string; from: number; to: number }; gives: Post[] };
  /** Content → background: keep that these stretches were read in X's search; to be sent once their posts are kept. */
  keepCoverage: { takes: { hashtag: string; coverage: Coverage[] }; gives: null };
  /** Content → background: the stretches known to have been read between `from` and `to` (ms). */
  readCoverage: { takes: { hashtag: string; from: number; to: number }; gives: Coverage[] };
  /** Page → background: sessions of which posts are kept, the newest first, with how many. */
  readSessions: { takes: { hashtag: string }; gives: (Session & { posts: number })[] };
  /** Transcript page → background: merge in what a file holds. Answered once it is on disk. */
  importPosts: {
    takes: {
      hashtag: string;
      posts: Post[];
      imported: Session[];
      coverage: Coverage[];
      moves: [id: string, move: Move][];
    };
    gives: { kept: number };
  };
  /** Page → background: forget what was written from `from` to `to` (ms), for good; without a hashtag all there is of any chat. */
  forget: { takes: { hashtag: string; from: number; to: number } | null; gives: null };
  /** Anyone → background: open the planner of a chat. */
  openPlanner: { takes: { hashtag: string }; gives: null };
  /** Options → background: delete everything that Polchat keeps on this machine, the person's settings only where it is said. Answered once it is gone. */
  deleteAll: { takes: { settings: boolean }; gives: null };
  /** Anyone → background: open the transcript of the session that begins at `start`. */
  openTranscript: { takes: { hashtag: string; start: number }; gives: null };
  /** Content → background: everyone who wrote from `from` to `to` (ms), by `authorKey`, each once. */
  readAuthors: { takes: { hashtag: string; from: number; to: number }; gives: string[] };
  /** Content → background: put these scripts into the sender's page, one after the other. */
  load: { takes: PageScript[]; gives: null };
  /** Content → background: open the hashtag's live search beside `around` or in a background tab, and follow it until `end` (ms); read back to `from`. */
  followLive: {
    takes: { way: FollowWay; hashtag: string; from: number; end: number; around: Bounds };
    gives: null;
  };
  /** Content → background: follow no longer. */
  stopFollowing: { takes: null; gives: null };
  /** Content → background: bring what is followed to the front. */
  showFollowed: { takes: null; gives: null };
  /** Content → background: X answered a search, and its posts are on disk. */
  searchHeard: {
    takes: { status: number; page: SearchPage | null; rate: Rate | null };
    gives: null;
  };
  /** Content → background: the page can or cannot be seen. Answers whether it is the one that is followed. */
  sightChanged: { takes: { visible: boolean }; gives: boolean };
  /** Content, popup → background: open the settings. */
  openOptions: { takes: null; gives: null };
  /** Popup → background: join the session that begins at `start`, none where it is null, and bring X forward with the panel open. */
  join: { takes: { hashtag: string; start: number | null }; gives: null };
  /** Popup, content → background: read the calendars again, those that were read minutes ago excepted. */
  refreshSchedule: { takes: null; gives: null };
  /** Options → background: what a calendar would bring to `chat`: its next `most` sessions, or what is wrong with it. Keeps nothing. */
  previewCalendar: {
    takes: { address: string; chat: Chat; most: number };
    gives: CalendarPreview;
  };
  /** Background → content: posts from another tab, kept or, where they are of protected accounts, not. */
  postsKept: { takes: { hashtag: string; posts: Post[] }; gives: null };
  /** Background → content: the posts by protected accounts that this page holds of the chat, written from `from` to `to` (ms), for a page that opened later: they are kept nowhere else. */
  closedPosts: { takes: { hashtag: string; from: number; to: number }; gives: Post[] };
  /** Background → content: open the panel here, on this chat. */
  openPanel: { takes: { hashtag: string }; gives: null };
}

/** Where a window is, and the room on its screen, px. */
export interface Bounds {
  left: number;
  top: number;
  width: number;
  height: number;
  screen: { left: number; top: number; width: number; height: number };
}

export type MessageName = keyof Protocol;
/** What travels: `runtime.sendMessage` takes one object. */
export interface Message<N extends MessageName = MessageName> {
  name: N;
  body: Protocol[N]['takes'];
}
/** Errors do not travel well between processes: an answer says itself whether it is one. */
export type Answer<N extends MessageName> = { gives: Protocol[N]['gives'] } | { failed: string };

/** Sends a message over `transport` and gives its answer, or throws what the other side failed with. */
export async function sendMessage<N extends MessageName>(
  transport: (message: Message<N>) => Promise<unknown>,
  name: N,
  body: Protocol[N]['takes'],
): Promise<Protocol[N]['gives']> {
  const answer = (await transport({ name, body })) as Answer<N> | undefined;
  if (answer === undefined) throw new Error('nobody answered');
  if ('failed' in answer) throw new Error(answer.failed);
  return answer.gives;
}

export type Handlers<S> = {
  [N in MessageName]?: (
    body: Protocol[N]['takes'],
    sender: S,
  ) => Promise<Protocol[N]['gives']> | Protocol[N]['gives'];
};

/** Makes a listener for `runtime.onMessage`: answers the messages it has a handler for, and lets the rest pass. */
export function createReceiver<S>(handlers: Handlers<S>) {
  return (message: unknown, sender: S): Promise<Answer<MessageName>> | undefined => {
    const { name, body } = (message ?? {}) as Partial<Message>;
    const handler = name && Object.hasOwn(handlers, name) ? handlers[name] : undefined;
    if (!handler) return undefined;
    return answer(() => (handler as (body: unknown, sender: S) => unknown)(body, sender));
  };
}

async function answer(work: () => unknown): Promise<Answer<MessageName>> {
  try {
    return { gives: (await work()) as never };
  } catch (error) {
    return { failed: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }
}
