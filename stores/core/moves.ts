/** Decides which move by hand stands where a post was moved more than once, on one machine or on several. */

/** Where a post was put by hand: a question's label, '' for none; and when, ms since 1970. */
export interface Move {
  label: string;
  at: number;
}

/** By post id. */
export type Moves = ReadonlyMap<string, Move>;

/** The later move; of two at the same moment the label that sorts last, so that no order of merging shows. */
export function laterMove(a: Move | undefined, b: Move): Move {
  if (a === undefined) return b;
  return a.at > b.at || (a.at === b.at && a.label >= b.label) ? a : b;
}

/** Both, each post once. Commutative, associative, idempotent. */
export function mergeMoves(a: Moves, b: Moves): Map<string, Move> {
  const merged = new Map(a);
  for (const [id, move] of b) merged.set(id, laterMove(merged.get(id), move));
  return merged;
}

/** The last move of a post, whichever of its versions was moved. */
export function moveOf(
  moves: Moves | undefined,
  { id, editedIds }: { id: string; editedIds: readonly string[] },
): Move | undefined {
  const found = [id, ...editedIds].flatMap((each) => moves?.get(each) ?? []);
  return found.reduce<Move | undefined>(laterMove, undefined);
}

/** The last moves of these posts, by the id each has now. */
export function movesOf(
  moves: Moves,
  posts: Iterable<{ id: string; editedIds: readonly string[] }>,
): Map<string, Move> {
  const own = new Map<string, Move>();
  for (const post of posts) {
    const move = moveOf(moves, post);
    if (move !== undefined) own.set(post.id, move);
  }
  return own;
}

/** What the threader takes: post id → label. */
export function labelsOf(moves: Moves): Map<string, string> {
  return new Map([...moves].map(([id, { label }]) => [id, label]));
}
