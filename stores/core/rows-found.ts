/** Decides which posts a search or a filter finds; they are shown flat, under the headings of their questions. */
import type { Conversation, PlacedPost } from './conversation';
import { foldPost, foldText } from './fold';
import { comparePosts, type Post } from './post';
import { postRow, type Row } from './rows';
import { buildGroups, type Groups, groupKey, isFolded, isInSight, type Sight } from './rows-groups';

export interface FindOptions {
  who: 'all' | 'hosts' | 'followed' | 'mine';
  unanswered: boolean;
  reposts: boolean;
  query: string;
  /** Handles of guests, who count among the hosts. */
  guests: readonly string[];
  /** Handle of the person, for "mine and mentions of me". */
  me: string | null;
}

/** Found posts as a flat list, oldest first under each heading; every word of the query must occur, but "from:anna", which asks who wrote it as on X. */
export function buildFoundRows(
  conversation: Conversation,
  sight: Sight,
  find: FindOptions,
  inGroup: string,
  { list, reposts }: Groups = buildGroups(conversation, sight),
): Row[] {
  const wanted = matcher(conversation, find);
  const matching = [...conversation.placed.values()].filter(
    (placed) => isInSight(placed, sight) && wanted(placed),
  );
  const found = Map.groupBy(
    matching.sort((a, b) => comparePosts(a.post, b.post)),
    groupKey,
  );
  const rows = list.flatMap(({ key, section, label }): Row[] => {
    const posts = found.get(key);
    if (posts === undefined || (inGroup !== 'all' && inGroup !== key)) return [];
    return [
      { kind: 'section', key: `found ${key}`, section, label },
      ...posts.map((placed) => postRow(placed, 0, reposts, conversation, sight)),
    ];
  });
  return rows.length > 0 ? rows : [{ kind: 'empty', key: 'empty', reason: 'found' }];
}

function matcher(conversation: Conversation, find: FindOptions): (placed: PlacedPost) => boolean {
  const words = foldText(find.query)
    .split(/\s+/)
    .filter((word) => word !== '');
  const says = (post: Post, word: string) => {
    const handle = word.startsWith('from:') && word.slice(5).replace(/^@/, '');
    return handle ? post.author.handle.toLowerCase() === handle : foldPost(post).includes(word);
  };
  const hosts = new Set(
    [...conversation.hosts, ...find.guests].map((handle) => handle.toLowerCase()),
  );
  const me = find.me?.toLowerCase() ?? null;
  return (placed) => {
    const { post } = placed;
    if (!find.reposts && isFolded(placed, conversation)) return false;
    if (!isBy(post, find.who, hosts, me)) return false;
    if (find.unanswered && !isUnanswered(placed, conversation)) return false;
    return words.every((word) => says(post, word));
  };
}

function isBy(
  post: Post,
  who: FindOptions['who'],
  hosts: ReadonlySet<string>,
  me: string | null,
): boolean {
  const handle = post.author.handle.toLowerCase();
  switch (who) {
    case 'hosts':
      return hosts.has(handle);
    case 'followed':
      return post.author.followed;
    case 'mine':
      if (me === null) return false;
      return [handle, post.replyToHandle, ...post.mentions.map((one) => one.handle)].some(
        (one) => one?.toLowerCase() === me,
      );
    default:
      return true;
  }
}

/** Nobody but its author replied to it or quoted it here, and X counts no reply. */
function isUnanswered(placed: PlacedPost, conversation: Conversation): boolean {
  const { post, role } = placed;
  if (role !== 'post' || post.counts.replies > 0) return false;
  const replies = conversation.children.get(post.id) ?? [];
  return !replies.some(
    (id) => conversation.placed.get(id)?.post.author.handle !== post.author.handle,
  );
}
