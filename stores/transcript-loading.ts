/** Reads a session out of the archive and threads it, in steps short enough for the page to stay awake. */
import { type Chat, POLCHAT } from './core/chat';
import { cutCoverage } from './core/coverage';
import { labelsOf, type Moves } from './core/moves';
import type { Post } from './core/post';
import { AROUND, type Session } from './core/schedule';
import { createThreader } from './core/thread';
import { buildTranscript, type Coverage } from './core/transcript';
import { buildArticle } from './core/transcript-article';
import type { MessageName, Protocol } from './messages';
import { readSaved, type Saved, type StorageArea, scheduleOf } from './saved';
import type { TranscriptState } from './transcript';

interface Kept {
  posts: Post[];
  sessions: Session[];
  coverage: Coverage[];
  moves: Moves;
}

export interface TranscriptDeps {
  area: StorageArea;
  /** The archive, read by this page itself. */
  archive: {
    readAll(hashtag: string, from: number, to: number): Promise<Kept>;
    sessions(hashtag: string): Promise<(Session & { posts: number })[]>;
  };
  send<N extends MessageName>(name: N, body: Protocol[N]['takes']): Promise<Protocol[N]['gives']>;
  save<K extends 'transcripts'>(key: K, value: Saved[K]): Promise<void>;
  /** Lets the page draw and hear keys. */
  pause(): Promise<void>;
  /** Says a sentence: key of the locales and its values. */
  say(key: string, ...values: (string | number)[]): string;
  /** Hands a file to the person. */
  download(name: string, type: string, parts: string[]): void;
  /** ms since 1970. */
  now(): number;
}

/** What loading found, as the state says it. */
export interface Loaded {
  state: Partial<TranscriptState>;
  transcripts: Saved['transcripts'];
}

/** So many posts are threaded at a time. */
const SHARE = 100;
/** A session that nobody planned is taken to be so long. */
const HOUR = 3_600_000;

export function createLoading(deps: TranscriptDeps) {
  return async (hashtag: string, start: number | null): Promise<Loaded> => {
    const tag = hashtag.toLowerCase();
    const { settings, schedules, transcripts } = await readSaved(deps.area, [
      'settings',
      'schedules',
      'transcripts',
    ]);
    const chat = settings.chats.find((one) => one.hashtag.toLowerCase() === tag) ?? {
      ...POLCHAT,
      hashtag,
      title: `#${hashtag}`,
    };
    // What is said of a chat days before is not its transcript.
    const kept = (await deps.archive.sessions(tag)).filter(({ start }) => start <= deps.now());
    const common = { chat, kept, exports: settings.exports, find: '', person: '' };
    if (start === null) {
      return { transcripts, state: { ...common, status: 'list', session: null, article: null } };
    }
    const session =
      kept.find((one) => one.start === start) ??
      scheduleOf(schedules, tag).sessions.find((one) => one.start === start) ??
      unplanned(chat, start);
    const article = await readArticle(deps, chat, session);
    const status = article === null ? 'unknown' : 'ready';
    return { transcripts, state: { ...common, status, session, article } };
  };
}

function unplanned({ timeZone }: Chat, start: number): Session {
  return {
    start,
    end: start + HOUR,
    timeZone,
    theme: null,
    source: null,
    questions: [],
    hosts: [],
    reading: null,
  };
}

/** null where nothing is kept of it. */
async function readArticle({ archive, pause }: TranscriptDeps, chat: Chat, session: Session) {
  const tag = chat.hashtag.toLowerCase();
  const span = { from: session.start - AROUND.before, to: session.end + AROUND.after };
  const { posts, coverage, moves } = await archive.readAll(tag, span.from, span.to);
  if (posts.length === 0) return null;
  await pause();
  // Threaded as the panel threads it.
  const hosts = [...new Set([...chat.hosts, ...session.hosts])];
  const threader = createThreader({
    hosts,
    session: { start: session.start, end: session.end },
    moves: labelsOf(moves),
  });
  for (let at = 0; at < posts.length; at += SHARE) {
    threader.add(posts.slice(at, at + SHARE));
    await pause();
  }
  const transcript = buildTranscript(threader.conversation(), posts, {
    chat: { hashtag: chat.hashtag, hosts },
    session: { start: session.start, end: session.end, theme: session.theme },
    coverage: cutCoverage(coverage, span.from, span.to),
    skipped: { unreadable: 0, promoted: 0, offTopic: 0 },
    moves,
  });
  await pause();
  return buildArticle(transcript);
}
