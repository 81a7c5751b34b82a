/** The archive's messages: keeping what X's pages read, giving it back, and forgetting it for good. */
import { type Browser, browser } from '#imports';
import type { Archive, Parcel } from '@/stores/archive/repo';
import { withoutText } from '@/stores/core/merge';
import { labelsOf, type Moves } from '@/stores/core/moves';
import { type Post, snowflakeTime } from '@/stores/core/post';
import { readAnswers } from '@/stores/core/read-answers';
import { authorKey } from '@/stores/core/rows-people';
import { covers, type Session } from '@/stores/core/schedule';
import {
  asLabels,
  hashtagOfMoves,
  movesKey,
  ownMoves,
  tellsOfPosts,
  withoutMoves,
} from '@/stores/kept-moves';
import type { Protocol } from '@/stores/messages';
import type { Programme } from '@/stores/programme';
import { readSaved, scheduleOf } from '@/stores/saved';
import { handOver, tellTabs } from './x-tabs';

/** How often what is older than the person keeps posts is looked for. */
export const SWEEP = { alarm: 'forget old posts', minutes: 24 * 60 };

/** The panel's own key for a draft, with the start of its session in it. */
const DRAFT = /^panel \S+ draft (\d+) /;

type Sender = Browser.runtime.MessageSender;

/** The handlers of everything that is kept; `onKept` is called once posts are on disk, however they came. */
export function createKeeping(
  archive: Archive,
  programme: Programme,
  onKept: (by: Sender) => void,
) {
  const keeping = {
    async keepPosts({ hashtag, posts, deleted }: Protocol['keepPosts']['takes'], sender: Sender) {
      const sessions = await sessionsOf(hashtag, posts);
      // No word of theirs comes near the disk, and what was kept of them before goes.
      const keepable = posts.map((post) => (post.author.protected ? withoutText(post) : post));
      const kept = await keepClosing(archive, hashtag, { posts: keepable, deleted, sessions });
      for (const one of sessions) noted.set(noteOf(hashtag, one), JSON.stringify(one));
      // Nobody waits for it: a calendar that does not answer may be before it, and what is missed is found in the archive.
      void programme.hear(hashtag, kept);
      const closed = posts.filter(({ author }) => author.protected);
      await tellTabs('postsKept', { hashtag, posts: [...kept, ...closed] }, sender.tab?.id);
      onKept(sender);
      return { kept: kept.length };
    },
    async keepAnswers(answers: Protocol['keepAnswers']['takes'], sender: Sender) {
      const { settings } = await readSaved(browser.storage.local, ['settings']);
      const hashtags = settings.chats.map(({ hashtag }) => hashtag.toLowerCase());
      for (const answered of readAnswers(answers, hashtags, Date.now()))
        await keeping.keepPosts(answered, sender);
      return null;
    },
    readPosts(asked: Protocol['readPosts']['takes'], sender: Sender) {
      // Nobody waits for it: a tab that is frozen never answers.
      void handOver(asked, sender.tab?.id);
      return archive.read(asked.hashtag, asked.from, asked.to);
    },
    async readAuthors({ hashtag, from, to }: Protocol['readAuthors']['takes']) {
      const posts = await archive.read(hashtag, from, to);
      return [...new Set(posts.map(({ author }) => authorKey(author)))];
    },
    async keepCoverage({ hashtag, coverage }: Protocol['keepCoverage']['takes']) {
      await archive.keep(hashtag, { coverage });
      return null;
    },
    readCoverage: ({ hashtag, from, to }: Protocol['readCoverage']['takes']) =>
      archive.coverage(hashtag, from, to),
    readSessions: ({ hashtag }: Protocol['readSessions']['takes']) => archive.sessions(hashtag),
    async importPosts({ hashtag, moves, ...rest }: Protocol['importPosts']['takes']) {
      const parcel = { ...rest, moves: new Map(moves) };
      const kept = await archive.keep(hashtag, parcel);
      // Those that stand now: a later one made here stays.
      const standing = await archive.moves(hashtag);
      await writeMoves(hashtag, new Map([...standing].filter(([id]) => parcel.moves.has(id))));
      await tellTabs('postsKept', { hashtag, posts: kept });
      return { kept: kept.length };
    },
    async forget(what: Protocol['forget']['takes']) {
      if (what === null) {
        await archive.forgetAll();
        await forgetMemory();
      } else await dropMoves(await archive.forget(what.hashtag, what.from, what.to));
      // Themes that posts announced are worked out anew, without them.
      await programme.forget();
      return null;
    },
    async openTranscript({ hashtag, start }: Protocol['openTranscript']['takes']) {
      const query = new URLSearchParams({ chat: hashtag, start: `${start}` });
      await browser.tabs.create({
        url: browser.runtime.getURL(`/transcript.html?${query}` as never),
      });
      return null;
    },
  };
  return keeping;
}

/** Keeps them; where an author went behind the lock, what was moved by hand of theirs goes from the panel's memory as it did from the archive. */
async function keepClosing(archive: Archive, hashtag: string, parcel: Parcel): Promise<Post[]> {
  if (!parcel.posts?.some(({ author }) => author.protected)) return archive.keep(hashtag, parcel);
  const before = await allMoves(archive);
  const kept = await archive.keep(hashtag, parcel);
  const left = new Set(await allMoves(archive));
  await dropMoves([
    ...before.filter((id) => !left.has(id)),
    ...parcel.posts.filter(({ author }) => author.protected).flatMap(idsOf),
  ]);
  return kept;
}

/** Ids of what was moved, of every chat with moves in the panel's memory. */
async function allMoves(archive: Archive): Promise<string[]> {
  const keys = Object.keys(await browser.storage.local.get(null));
  const chats = keys.flatMap((key) => hashtagOfMoves(key) ?? []);
  const moves = await Promise.all(chats.map((hashtag) => archive.moves(hashtag)));
  return moves.flatMap((one) => [...one.keys()]);
}

function idsOf({ id, editedIds }: Post): string[] {
  return [id, ...editedIds];
}

/** Forgets what is older than the person wants it kept; 0 months: nothing. */
export async function sweep(archive: Archive): Promise<void> {
  const { settings } = await readSaved(browser.storage.local, ['settings']);
  const { keepMonths } = settings;
  if (keepMonths <= 0) return;
  const oldest = monthsBefore(new Date(), keepMonths).getTime();
  await dropMoves(await archive.forgetBefore(oldest), oldest);
  await dropDrafts(oldest);
}

/** The same day so many months before; the month's last day where that month has no such day: 31 March less one is 28 February. */
export function monthsBefore(now: Date, months: number): Date {
  const then = new Date(now);
  then.setMonth(now.getMonth() - months);
  if (then.getDate() !== now.getDate()) then.setDate(0);
  return then;
}

/** What the panel files by hand is kept beside the posts, with the moment it was done. */
export async function keepMoves(
  archive: Archive,
  changes: Record<string, { oldValue?: unknown; newValue?: unknown }>,
): Promise<void> {
  for (const [key, change] of Object.entries(changes)) {
    const hashtag = hashtagOfMoves(key);
    if (!hashtag) continue;
    const moves = ownMoves(change, await archive.moves(hashtag), Date.now());
    if (moves.size > 0) await archive.keep(hashtag, { moves });
  }
}

/** Sessions that this background has kept as they are now; forgotten with it. */
const noted = new Map<string, string>();
/** To be called when sessions were taken out of the archive: they are to be kept anew should posts come again. */
export function forgetNoted(): void {
  noted.clear();
}
const noteOf = (hashtag: string, { start }: Session) => `${hashtag} ${start}`;

/** Sessions of the calendar that these posts belong to, where they are not kept as they are now. */
async function sessionsOf(hashtag: string, posts: readonly Post[]): Promise<Session[]> {
  const { schedules } = await readSaved(browser.storage.local, ['schedules']);
  return scheduleOf(schedules, hashtag).sessions.filter(
    (session) =>
      noted.get(noteOf(hashtag, session)) !== JSON.stringify(session) &&
      posts.some(({ createdAt }) => covers(session, createdAt)),
  );
}

async function writeMoves(hashtag: string, moves: Moves): Promise<void> {
  if (moves.size === 0) return;
  const key = movesKey(hashtag);
  const known = asLabels((await browser.storage.local.get(key))[key]);
  await browser.storage.local.set({ [key]: { ...known, ...Object.fromEntries(labelsOf(moves)) } });
}

/** Posts are gone: their moves go too, and those of posts written before `before` (ms), of which the archive may never have known. */
async function dropMoves(ids: readonly string[], before = 0): Promise<void> {
  forgetNoted();
  for (const [key, value] of Object.entries(await browser.storage.local.get(null))) {
    if (hashtagOfMoves(key) === undefined) continue;
    const old = Object.keys(asLabels(value)).filter((id) => (snowflakeTime(id) ?? before) < before);
    const left = withoutMoves(value, new Set([...ids, ...old]));
    if (left) await browser.storage.local.set({ [key]: left });
  }
}

/** Drafts that were never posted, by the start of their session. */
async function dropDrafts(before: number): Promise<void> {
  const keys = Object.keys(await browser.storage.local.get(null));
  const old = keys.filter((key) => {
    const start = DRAFT.exec(key)?.[1];
    return start !== undefined && Number(start) < before;
  });
  await browser.storage.local.remove(old);
}

/** What the panel remembers of the chats' posts, and drafts for them; its width and the like stay. */
async function forgetMemory(): Promise<void> {
  forgetNoted();
  const keys = Object.keys(await browser.storage.local.get(null));
  const isTheirs = (key: string) => tellsOfPosts(key) || DRAFT.test(key);
  await browser.storage.local.remove(keys.filter(isTheirs));
}
