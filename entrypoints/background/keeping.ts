/** The archive's messages: keeping what X's pages read, giving it back, and forgetting it for good. */
import { type Browser, browser } from '#imports';
import type { Archive } from '@/stores/archive/repo';
import type { Moves } from '@/stores/core/moves';
import type { Post } from '@/stores/core/post';
import { authorKey } from '@/stores/core/rows-people';
import { covers, type Session } from '@/stores/core/schedule';
import type { Protocol } from '@/stores/messages';
import type { Programme } from '@/stores/programme';
import { readSaved, scheduleOf } from '@/stores/saved';
import { tellTabs } from './x-tabs';

/** How often what is older than the person keeps posts is looked for. */
export const SWEEP = { alarm: 'forget old posts', minutes: 24 * 60 };
/** The panel's own key for moves by hand, with the hashtag in it. */
const MOVES = /^panel (\S+) moves$/;

type Sender = Browser.runtime.MessageSender;

/** The handlers of everything that is kept. */
export function createKeeping(archive: Archive, programme: Programme) {
  return {
    async keepPosts({ hashtag, posts }: Protocol['keepPosts']['takes'], sender: Sender) {
      const sessions = await sessionsOf(hashtag, posts);
      const kept = await archive.keep(hashtag, { posts, sessions });
      // Nobody waits for it: a calendar that does not answer may be before it, and what is missed is found in the archive.
      void programme.hear(hashtag, kept);
      await tellTabs('postsKept', { hashtag, posts: kept }, sender.tab?.id);
      return { kept: kept.length };
    },
    readPosts: ({ hashtag, from, to }: Protocol['readPosts']['takes']) =>
      archive.read(hashtag, from, to),
    async readAuthors({ hashtag, from, to }: Protocol['readAuthors']['takes']) {
      const posts = await archive.read(hashtag, from, to);
      return [...new Set(posts.map(({ author }) => authorKey(author)))];
    },
    async keepCoverage({ hashtag, coverage }: Protocol['keepCoverage']['takes']) {
      await archive.keep(hashtag, { coverage });
      return null;
    },
    readCoverage: async ({ hashtag, from, to }: Protocol['readPosts']['takes']) =>
      (await archive.readAll(hashtag, from, to)).coverage,
    readSessions: ({ hashtag }: Protocol['readSessions']['takes']) => archive.sessions(hashtag),
    async importPosts({ hashtag, moves, ...rest }: Protocol['importPosts']['takes']) {
      const parcel = { ...rest, moves: new Map(moves) };
      const kept = await archive.keep(hashtag, parcel);
      await writeMoves(hashtag, parcel.moves);
      await tellTabs('postsKept', { hashtag, posts: kept });
      return { kept: kept.length };
    },
    async forget(what: Protocol['forget']['takes']) {
      if (what === null) {
        const hashtags = await archive.hashtags();
        await archive.forgetAll();
        await forgetMemory(hashtags);
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
}

/** Forgets what is older than the person wants it kept; 0 months: nothing. */
export async function sweep(archive: Archive): Promise<void> {
  const { settings } = await readSaved(browser.storage.local, ['settings']);
  const { keepMonths } = settings;
  if (keepMonths <= 0) return;
  const oldest = new Date();
  oldest.setMonth(oldest.getMonth() - keepMonths);
  await dropMoves(await archive.forgetBefore(oldest.getTime()));
}

/** What the panel files by hand is kept beside the posts, with the moment it was done. */
export async function keepMoves(
  archive: Archive,
  changes: Record<string, { oldValue?: unknown; newValue?: unknown }>,
): Promise<void> {
  for (const [key, { oldValue, newValue }] of Object.entries(changes)) {
    const hashtag = MOVES.exec(key)?.[1];
    if (!hashtag) continue;
    const before = asLabels(oldValue);
    const changed = Object.entries(asLabels(newValue)).filter(
      ([id, label]) => before[id] !== label,
    );
    const known = await archive.readAll(hashtag, 0, Number.MAX_SAFE_INTEGER);
    // One that came with a file was written here by us, and keeps its own time.
    const own = changed.filter(([id, label]) => known.moves.get(id)?.label !== label);
    const moves = new Map(own.map(([id, label]) => [id, { label, at: Date.now() }]));
    if (moves.size > 0) await archive.keep(hashtag, { moves });
  }
}

/** Sessions of the calendar that these posts belong to, where they are not kept as they are now. */
async function sessionsOf(hashtag: string, posts: readonly Post[]): Promise<Session[]> {
  const { schedules } = await readSaved(browser.storage.local, ['schedules']);
  const theirs = scheduleOf(schedules, hashtag).sessions.filter((session) =>
    posts.some(({ createdAt }) => covers(session, createdAt)),
  );
  const fresh: Session[] = [];
  for (const session of theirs) {
    if (noted.get(`${hashtag} ${session.start}`) === JSON.stringify(session)) continue;
    noted.set(`${hashtag} ${session.start}`, JSON.stringify(session));
    fresh.push(session);
  }
  return fresh;
}

/** What this background has kept of sessions already; forgotten with it. */
const noted = new Map<string, string>();

async function writeMoves(hashtag: string, moves: Moves): Promise<void> {
  if (moves.size === 0) return;
  const key = `panel ${hashtag} moves`;
  const known = asLabels((await browser.storage.local.get(key))[key]);
  const labels = [...moves].map(([id, { label }]) => [id, label] as const);
  await browser.storage.local.set({ [key]: { ...known, ...Object.fromEntries(labels) } });
}

/** Moves name posts: they go with them. */
async function dropMoves(ids: readonly string[]): Promise<void> {
  const all = await browser.storage.local.get(null);
  const gone = new Set(ids);
  for (const [key, value] of Object.entries(all)) {
    if (!MOVES.test(key)) continue;
    const left = Object.entries(asLabels(value)).filter(([id]) => !gone.has(id));
    await browser.storage.local.set({ [key]: Object.fromEntries(left) });
  }
}

/** What the panel remembers of the chats' posts; its width and the like stay. */
async function forgetMemory(hashtags: readonly string[]): Promise<void> {
  noted.clear();
  const keys = Object.keys(await browser.storage.local.get(null));
  const theirs = keys.filter((key) => MOVES.test(key) || /^panel \S+ lastRead$/.test(key));
  const named = hashtags.flatMap((hashtag) => [
    `panel ${hashtag} moves`,
    `panel ${hashtag} lastRead`,
  ]);
  await browser.storage.local.remove([...new Set([...theirs, ...named])]);
}

function asLabels(value: unknown): Record<string, string> {
  return typeof value === 'object' && value !== null ? (value as Record<string, string>) : {};
}
