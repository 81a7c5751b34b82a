/** What a transcript can be used for: saved as a file, read from one, shared, forgotten. */

import { searchUrl } from './core/coverage';
import { labelsOf, type Move } from './core/moves';
import { AROUND, covers, type Session } from './core/schedule';
import { buildThread } from './core/thread';
import { buildTranscript } from './core/transcript';
import { type Article, buildArticle } from './core/transcript-article';
import { type Format, MEDIA_TYPES, writeTranscript } from './core/transcript-formats';
import { type Gathered, Gatherer } from './core/transcript-gather';
import { selectPosts } from './core/transcript-selection';
import { readSources, SourceProblem } from './core/transcript-sources';
import { numbersOf, titleOf } from './core/transcript-words';
import { formatDay } from './core/zone';
import { readSaved, scheduleOf } from './saved';
import type { TranscriptState } from './transcript';
import type { TranscriptDeps } from './transcript-loading';

/** A file of the person's, as a browser gives it. */
export interface GivenFile {
  name: string;
  lastModified: number;
  text: AsyncIterable<string>;
}

export interface Handling {
  /** Saves the selected part as a file; refused where the organisation switched that off. */
  save(format: Format): Promise<void>;
  /** Has the selected part drawn for paper; until `endPrint` nothing of it changes. */
  beginPrint(): void;
  endPrint(): void;
  /** Merges files in, and opens the session of the last. A bad one is refused whole; where the browser stops keeping midway it says so. */
  take(files: readonly GivenFile[]): Promise<void>;
  /** Forgets the session shown, or everything of every chat. */
  forget(what: 'session' | 'all'): Promise<void>;
  /** The address to share: the host's own page, else X's search bounded to the hour; and a post with it. */
  share(): { url: string; text: string };
}

/** So long is written before the page may draw, ms. */
const SLICE_MS = 30;
/** Posts of one message. */
const BATCH = 250;
const FIVE_MINUTES = 300_000;

type Set = (part: Partial<TranscriptState>) => void;
type Get = () => TranscriptState;

export function createHandling(
  deps: TranscriptDeps,
  get: Get,
  set: Set,
  open: (hashtag: string, start: number | null) => Promise<void>,
): Handling {
  const tell = (level: 'info' | 'problem', key: string, ...values: (string | number)[]) =>
    set({ notice: { level, key, values } });
  return {
    async save(format) {
      const { article, exports, busy } = get();
      if (article === null || busy !== null) return;
      if (!exports) return tell('problem', 'transcript_exports_off');
      set({ busy: { doing: 'export', format, done: 0 }, notice: null });
      const parts = await writeParts(deps, get(), article, format, (done) =>
        set({ busy: { doing: 'export', format, done } }),
      );
      set({ busy: null });
      deps.download(fileName(get(), format), MEDIA_TYPES[format], parts);
      tell('info', 'transcript_saved', fileName(get(), format));
    },
    beginPrint() {
      const { article, printed, selection } = get();
      if (article === null || printed !== null) return;
      const { transcript } = article;
      set({ printed: buildArticle(selectPosts(transcript, selection), transcript.coverage) });
    },
    endPrint: () => set({ printed: null }),
    async take(files) {
      if (get().busy !== null) return;
      set({ busy: { doing: 'import', format: null, done: 0 }, notice: null });
      let last: { hashtag: string; start: number } | null = null;
      for (const file of files) {
        try {
          const taken = await takeFile(deps, get(), file, (done) =>
            set({ busy: { doing: 'import', format: null, done } }),
          );
          tell('info', 'transcript_taken', file.name, taken.posts);
          last = taken;
        } catch (error) {
          tell('problem', ...refusalOf(error, file));
          break;
        }
      }
      set({ busy: null });
      if (last !== null) await open(last.hashtag, last.start);
    },
    async forget(what) {
      const { chat, session, kept } = get();
      const hashtag = chat.hashtag.toLowerCase();
      // Without a session there is nothing to forget, and never everything instead.
      if (what === 'session' && session === null) return;
      const span = what === 'all' || session === null ? null : ownSpan(session, kept);
      try {
        await deps.send('forget', span && { hashtag, ...span });
        tell('info', what === 'all' ? 'transcript_forgot_all' : 'transcript_forgot');
      } catch (error) {
        tell('problem', 'transcript_not_forgotten', String(error));
      }
      await open(chat.hashtag, null);
    },
    share: () => shareOf(deps, get()),
  };
}

/** The session with the days around it, as far as no other one's hour is in them. */
function ownSpan(session: Session, kept: readonly Session[]): { from: number; to: number } {
  const ends = kept.filter(({ end }) => end <= session.start).map(({ end }) => end + 1);
  const starts = kept.filter(({ start }) => start >= session.end).map(({ start }) => start - 1);
  return {
    from: Math.max(session.start - AROUND.before, ...ends),
    to: Math.min(session.end + AROUND.after, ...starts),
  };
}

async function writeParts(
  deps: TranscriptDeps,
  { selection, reflection, session, chat }: TranscriptState,
  { transcript }: Article,
  format: Format,
  progress: (posts: number) => void,
): Promise<string[]> {
  const part = selectPosts(transcript, selection);
  const writing = {
    say: deps.say,
    timeZone: session?.timeZone ?? chat.timeZone,
    reflection,
    isNote: selection.only !== null,
    read: transcript.coverage,
  };
  // Spreadsheets take a file for UTF-8 by this sign alone.
  const parts = format === 'csv' ? ['\ufeff'] : [];
  let since = deps.now();
  let done = 0;
  for (const piece of writeTranscript(format, part, writing)) {
    parts.push(piece);
    done += piece.length;
    if (deps.now() - since < SLICE_MS) continue;
    progress(done);
    await deps.pause();
    since = deps.now();
  }
  return parts;
}

/** "polchat-2026-06-18.html": the day is the one on the chat's wall. */
function fileName({ chat, session }: TranscriptState, format: Format): string {
  const day = formatDay(session?.start ?? 0, session?.timeZone ?? chat.timeZone);
  return `${chat.hashtag.toLowerCase().replace(/[^\w-]/g, '_')}-${day}.${format}`;
}

/** A bad file was refused before anything was kept; anything else went wrong in keeping it. */
function refusalOf(error: unknown, { name }: GivenFile): [key: string, name: string, why: string] {
  const why = error instanceof Error ? error.message : String(error);
  return [error instanceof SourceProblem ? 'transcript_refused' : 'transcript_not_kept', name, why];
}

/** What a file holds of a chat: its own, or `hashtag` where it was written of every post there was. */
async function gatherFile(deps: TranscriptDeps, file: GivenFile, hashtag: string) {
  let gatherer: Gatherer | undefined;
  let since = deps.now();
  for await (const source of readSources(file.text, file.lastModified)) {
    const isOfAll = source.kind === 'transcript' && source.transcript.chat.hashtag === '';
    gatherer ??= new Gatherer(isOfAll ? hashtag : undefined);
    gatherer.add(source);
    if (deps.now() - since < SLICE_MS) continue;
    await deps.pause();
    since = deps.now();
  }
  return (gatherer ?? new Gatherer()).result();
}

async function takeFile(
  deps: TranscriptDeps,
  state: TranscriptState,
  file: GivenFile,
  progress: (done: number) => void,
): Promise<{ hashtag: string; start: number; posts: number }> {
  const gathered = await gatherFile(deps, file, state.chat.hashtag);
  const hashtag = gathered.hashtag.toLowerCase();
  if (gathered.names !== undefined) throw new SourceProblem(deps.say('transcript_nameless'));
  if (gathered.posts.length === 0)
    throw new SourceProblem(deps.say('transcript_no_posts', gathered.hashtag));
  const session = await sessionOf(deps, gathered);
  const { coverage } = gathered;
  // A file from a computer whose clock runs ahead would beat whatever X says until then.
  const now = deps.now();
  for (let at = 0; at < gathered.posts.length; at += BATCH) {
    const posts = gathered.posts
      .slice(at, at + BATCH)
      .map((post) => ({ ...post, observedAt: Math.min(post.observedAt, now) }));
    const ids = new Set(posts.flatMap(({ id, editedIds }) => [id, ...editedIds]));
    const moves = [...gathered.moves]
      .filter(([id]) => ids.has(id))
      .map(([id, move]): [string, Move] => [id, { ...move, at: Math.min(move.at, now) }]);
    const last = at + BATCH >= gathered.posts.length;
    await deps.send('importPosts', {
      hashtag,
      posts,
      moves,
      imported: at === 0 ? [session] : [],
      // That all of it was read is true only once all of it is kept.
      coverage: last ? coverage : [],
    });
    progress(at + posts.length);
  }
  const start = await startOf(deps, hashtag, session);
  return { hashtag: gathered.hashtag, start, posts: gathered.posts.length };
}

/** The session a file's posts belong to: the calendar's of that time, else as the file has it, or made of when its questions were asked. */
async function sessionOf(deps: TranscriptDeps, gathered: Gathered): Promise<Session> {
  const { hashtag, hosts, session, posts } = gathered;
  const { schedules } = await readSaved(deps.area, ['schedules']);
  const known = scheduleOf(schedules, hashtag).sessions;
  const article = articleOf(gathered);
  const moment = session.start ?? article.hour?.from ?? posts[0]?.createdAt ?? 0;
  const planned =
    known.find(({ start }) => start === session.start) ??
    known.find(
      (one) => covers(one, moment) && moment >= one.start - FIVE_MINUTES * 6 && moment < one.end,
    );
  if (planned !== undefined) {
    const { theme } = planned;
    return { ...planned, theme: theme ?? session.theme, hosts: [...planned.hosts, ...hosts] };
  }
  const start = session.start ?? Math.floor(moment / FIVE_MINUTES) * FIVE_MINUTES;
  return {
    start,
    end: session.end ?? Math.max(start + 12 * FIVE_MINUTES, article.hour?.to ?? 0),
    timeZone: 'Europe/London',
    theme: session.theme,
    source: null,
    questions: [],
    hosts,
    reading: null,
  };
}

/** As the archive has it now: with others of its time it is one, which may begin earlier. */
async function startOf({ archive }: TranscriptDeps, hashtag: string, { start }: Session) {
  const kept = await archive.sessions(hashtag);
  const all = kept.filter((one) => one.start <= start && start < one.end);
  return (all.find((one) => one.start === start) ?? all[0])?.start ?? start;
}

function articleOf({
  hashtag,
  hosts,
  posts,
  moves,
  session,
  coverage,
  skipped,
}: Gathered): Article {
  const thread = buildThread(posts, { hosts, moves: labelsOf(moves) });
  const meta = { chat: { hashtag, hosts }, session, coverage, skipped };
  return buildArticle(buildTranscript(thread, posts, meta));
}

function shareOf({ say }: TranscriptDeps, { chat, session, article, published }: TranscriptState) {
  const [from, to] = [session?.start ?? 0, session?.end ?? 0];
  const url = published || searchUrl(chat.hashtag, from, to);
  const numbers = article === null ? '' : numbersOf(article, say).slice(0, 3).join(', ');
  const title = article === null ? '' : titleOf(article, say);
  const text = say('transcript_share_text', chat.hashtag, shorten(title), numbers, url);
  return { url, text };
}

/** A theme leaves room for the rest of the post: X counts the address as 23 signs. */
function shorten(title: string): string {
  return title.length > 120 ? `${title.slice(0, 119)}…` : title;
}
