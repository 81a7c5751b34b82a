/** The panel's moves by hand as they lie in the local storage, and what of them belongs into the archive. */
import type { Move, Moves } from './core/moves';

/** The panel's own keys, with the hashtag in them. */
const MOVES = /^panel (\S+) moves$/;
const READ = /^panel \S+ lastRead$/;

export function movesKey(hashtag: string): string {
  return `panel ${hashtag} moves`;
}

/** The hashtag of a key that holds moves. */
export function hashtagOfMoves(key: string): string | undefined {
  return MOVES.exec(key)?.[1];
}

/** Keys that tell of posts, or of how far they were read: to go with them. */
export function tellsOfPosts(key: string): boolean {
  return MOVES.test(key) || READ.test(key);
}

/** Post id → label, out of whatever lies there. */
export function asLabels(value: unknown): Record<string, string> {
  return typeof value === 'object' && value !== null ? (value as Record<string, string>) : {};
}

/** What a person has just moved: changed by this write, and not because a file brought it, which is `known` already and keeps its own time. */
export function ownMoves(
  change: { oldValue?: unknown; newValue?: unknown },
  known: Moves,
  now: number,
): Map<string, Move> {
  const before = asLabels(change.oldValue);
  const own = Object.entries(asLabels(change.newValue)).filter(
    ([id, label]) => before[id] !== label && known.get(id)?.label !== label,
  );
  return new Map(own.map(([id, label]) => [id, { label, at: now }]));
}

/** The moves without those of posts that are gone; undefined where none was. */
export function withoutMoves(
  value: unknown,
  gone: ReadonlySet<string>,
): Record<string, string> | undefined {
  const all = Object.entries(asLabels(value));
  const left = all.filter(([id]) => !gone.has(id));
  return left.length === all.length ? undefined : Object.fromEntries(left);
}
