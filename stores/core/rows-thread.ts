/** Decides what one thread's own screen shows: what it answers, then all of it. */
import type { Conversation, PlacedPost } from './conversation';
import { postRow, type Row } from './rows';
import { buildGroups, type Groups, isInSight, type Sight } from './rows-groups';

/** Deeper replies are drawn at this depth. */
const DEEPEST = 5;

/** The post, what it hangs under up to its question, and every reply to it in sight, depth first; a post is never shown twice, and a hidden one is a gap. */
export function buildThreadRows(
  conversation: Conversation,
  root: string,
  sight: Sight,
  { reposts }: Groups = buildGroups(conversation, sight),
): Row[] {
  // Its author may have edited it meanwhile.
  const top =
    conversation.placed.get(root) ??
    conversation.placed.values().find(({ post }) => post.editedIds.includes(root));
  if (top === undefined) return [{ kind: 'empty', key: 'empty', reason: 'nothing' }];
  const seen = new Set<string>();
  const rows: Row[] = [];
  const push = (placed: PlacedPost, depth: number) => {
    seen.add(placed.post.id);
    rows.push(
      isInSight(placed, sight)
        ? postRow(placed, depth, reposts, conversation, sight)
        : { kind: 'gap', key: placed.post.id, reason: 'hidden' },
    );
  };
  for (const above of ancestors(conversation, top)) push(above, 0);
  const stack: [PlacedPost, number][] = [[top, 0]];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const [placed, depth] = next;
    if (seen.has(placed.post.id)) continue;
    push(placed, Math.min(depth, DEEPEST));
    for (const id of conversation.children.get(placed.post.id)?.toReversed() ?? []) {
      const child = conversation.placed.get(id);
      if (child !== undefined && isDrawn(child, sight)) stack.push([child, depth + 1]);
    }
  }
  return rows;
}

function isDrawn(placed: PlacedPost, sight: Sight): boolean {
  return isInSight(placed, sight) && placed.role !== 'repost' && placed.role !== 'repeat';
}

function ancestors(conversation: Conversation, placed: PlacedPost): PlacedPost[] {
  const above: PlacedPost[] = [];
  let at = placed.parent;
  while (at !== null && at !== placed.post.id) {
    const next = conversation.placed.get(at);
    if (next === undefined || above.includes(next) || above.length > 20) break;
    above.unshift(next);
    at = next.parent;
  }
  return above;
}
