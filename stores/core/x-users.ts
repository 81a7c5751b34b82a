/** Decides who wrote a post that names no author, from everyone else whom the response mentions. */
import type { Author, Post } from './post';
import { authorBag, readAuthor } from './x-author';
import { type Bag, bag, handle, id, text } from './x-fields';

const MAX_OBJECTS = 2_000_000;
const PERMALINK = /^https:\/\/(?:x|twitter)\.com\/(\w{1,20})\/status\/(\d+)/;

/**
 * Collects all users of a response, from user objects, mentions, reply fields and permalinks, and answers with whom
 * a post belongs to. A second walk, run only where an author is missing: recorded in old search answers, where
 * users stand beside the posts.
 */
export function resolveAuthors(root: unknown): (raw: Bag, body: Bag) => Author | null {
  const byId = new Map<string, Author>();
  const byPost = new Map<string, string>();
  const seen = new Set<object>();
  const queue: unknown[] = [root];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (typeof next !== 'object' || next === null || seen.has(next)) continue;
    if (seen.size > MAX_OBJECTS) break;
    seen.add(next);
    if (!Array.isArray(next)) note(next as Bag, byId, byPost);
    for (const value of Object.values(next)) {
      if (typeof value === 'object' && value !== null) queue.push(value);
    }
  }
  return (raw, body) => {
    const user = bag(authorBag(raw));
    const account =
      id(user.rest_id) ??
      id(bag(bag(raw.core).user_results).rest_id) ??
      id(body.user_id_str ?? raw.user_id_str);
    const known = account ? byId.get(account) : undefined;
    if (known) return known;
    const own = id(raw.rest_id) ?? id(body.id_str);
    const name = own ? byPost.get(own) : undefined;
    return name ? { ...bare(name), id: account } : null;
  };
}

function note(raw: Bag, byId: Map<string, Author>, byPost: Map<string, string>): void {
  const author = readAuthor(raw);
  if (author?.id && !byId.get(author.id)?.avatar) byId.set(author.id, author);
  const replied = id(raw.in_reply_to_user_id_str);
  const name = handle(raw.in_reply_to_screen_name);
  if (replied && name && !byId.has(replied)) byId.set(replied, { ...bare(name), id: replied });
  const link = PERMALINK.exec(text(raw.expanded) ?? '');
  if (link) byPost.set(link[2] as string, link[1] as string);
}

function bare(name: string): Author {
  return {
    id: null,
    handle: name,
    name,
    avatar: null,
    protected: false,
    followed: false,
    hidden: false,
  };
}

/** Fills in conversations that a layout does not say (x-web): a post that answers none begins its own, replies take their parent's. */
export function deriveConversations(posts: ReadonlyMap<string, Post>): void {
  for (const post of posts.values()) {
    if (post.conversationId) continue;
    // Children come after parents in most answers; a chain is walked once, for its links are filled in together.
    const chain = [post];
    let top = post;
    while (!top.conversationId && top.replyTo) {
      const parent = posts.get(top.replyTo);
      if (!parent || chain.length > 100 || chain.includes(parent)) break;
      chain.push(parent);
      top = parent;
    }
    const root = top.conversationId ?? (top.replyTo ? null : top.id);
    for (const link of chain) link.conversationId ??= root;
  }
}
