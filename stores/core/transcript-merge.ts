/** Decides what two transcripts of one chat are together: a join, the same whichever came first and however often. */
import { joinCoverage } from './coverage';
import { mergePosts } from './merge';
import { mergeMoves } from './moves';
import { comparePosts, type Post, type Skipped } from './post';
import type { Session } from './schedule';
import type { ParsedTranscript } from './transcript-parse';

/**
 * Both in one. Posts are merged as everywhere: the newest facts, deleted before text, one for all versions of an edited post. Of two
 * themes the longer stands, of two moves the later; what was skipped is what the worse of them skipped.
 */
export function mergeTranscripts(a: ParsedTranscript, b: ParsedTranscript): ParsedTranscript {
  return {
    chat: {
      hashtag: lesser(a.chat.hashtag, b.chat.hashtag),
      hosts: unionOfHandles(a.chat.hosts, b.chat.hosts),
    },
    session: mergeSessions(a.session, b.session),
    posts: mergeLists(a.posts, b.posts),
    moves: mergeMoves(a.moves, b.moves),
    coverage: joinCoverage([...a.coverage, ...b.coverage]),
    skipped: mostOf(a.skipped, b.skipped),
  };
}

type Span = ParsedTranscript['session'];

/** The longer time, and the longer theme. */
export function mergeSessions(a: Span, b: Span): Span {
  return {
    start: pick(Math.min, a.start, b.start),
    end: pick(Math.max, a.end, b.end),
    theme: longer(a.theme, b.theme),
  };
}

/** Longer than half a day is no hour of a chat but a stretch of days, ms. */
const LONGEST = 12 * 3_600_000;

/** Whether two that files or calendars tell of are one: they overlap, or where one is of days begin together. */
export function isSameSession(a: Session, b: Session): boolean {
  if (a.start === b.start) return true;
  const isHour = ({ start, end }: Session) => end - start <= LONGEST;
  return isHour(a) && isHour(b) && a.start < b.end && b.start < a.end;
}

/** One of two sessions: the longer time and theme, the hosts of both; all else is what the calendar said. */
export function joinSessions(a: Session, b: Session): Session {
  const { start, end, theme } = mergeSessions(a, b);
  const [base, other] = compareKnown(a, b) < 0 ? [b, a] : [a, b];
  return {
    ...base,
    start: start ?? base.start,
    end: end ?? base.end,
    theme,
    source: base.theme === theme ? base.source : other.source,
    hosts: unionOfHandles(a.hosts, b.hosts),
  };
}

/** Orders sessions by how much is known beside what a file says. */
function compareKnown(a: Session, b: Session): number {
  const rest = (one: Session) =>
    JSON.stringify([one.source, one.timeZone, one.reading, one.questions, one.others, one.allDay]);
  const [x, y] = [rest(a), rest(b)];
  return (
    Number(a.source !== null) - Number(b.source !== null) ||
    a.questions.length - b.questions.length ||
    (x < y ? -1 : x > y ? 1 : 0)
  );
}

/** Posts of both, as written, each once; versions of an edited post are one. */
export function mergeLists(a: readonly Post[], b: readonly Post[]): Post[] {
  /** Any version's id → all that is known of the post. */
  const known = new Map<string, Post>();
  for (const post of [...a, ...b]) {
    let merged = post;
    let before = '';
    // A version may lead to another one that the first did not know of.
    while (before !== idsOf(merged).join()) {
      before = idsOf(merged).join();
      for (const id of idsOf(merged)) merged = mergePosts(known.get(id), merged);
    }
    for (const id of idsOf(merged)) known.set(id, merged);
  }
  return [...new Set(known.values())].sort(comparePosts);
}

function idsOf({ id, editedIds }: Post): string[] {
  return [...new Set([id, ...editedIds])];
}

function lesser(a: string, b: string): string {
  return a < b ? a : b;
}

/** Handles are one whatever their capitals; of two spellings the lesser stands. Sorted. */
export function unionOfHandles(a: readonly string[], b: readonly string[]): string[] {
  const byKey = new Map<string, string>();
  for (const handle of [...a, ...b]) {
    const key = handle.toLowerCase();
    byKey.set(key, lesser(byKey.get(key) ?? handle, handle));
  }
  return [...byKey].sort(([x], [y]) => (x < y ? -1 : 1)).map(([, handle]) => handle);
}

function pick(
  of: (a: number, b: number) => number,
  a: number | null,
  b: number | null,
): number | null {
  return a === null || b === null ? (a ?? b) : of(a, b);
}

function longer(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  if (a.length !== b.length) return a.length > b.length ? a : b;
  return lesser(a, b);
}

export function mostOf(a: Skipped, b: Skipped): Skipped {
  return {
    unreadable: Math.max(a.unreadable, b.unreadable),
    promoted: Math.max(a.promoted, b.promoted),
    offTopic: Math.max(a.offTopic, b.offTopic),
  };
}
