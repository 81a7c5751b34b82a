/** Decides who wrote a post that names no author, from everyone else whom the response mentions. */
import type { Post } from './post';
import { authorBag, readWriter, type Writer } from './x-author';
import { type Bag, bag, handle, id, text } from './x-fields';

const MAX_OBJECTS = 2_000_000;
const PERMALINK = /^https:\/\/(?:x|twitter)\.com\/(\w{1,20})\/status\/(\d+)/;

/**
 * Collects all users of a response, from user objects, mentions, reply fields and permalinks, and answers with whom
 * a post belongs to. A second walk, run only where an author is missing: recorded in old search answers, where
 * users stand beside the posts.
 */
export function resolveWriters(root: unknown): (raw: Bag, body: Bag) => Writer | null {
  const byId = new Map<string, Writer>();
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
    return name ? bare(name, account) : null;
  };
}

function note(raw: Bag, byId: Map<string, Writer>, byPost: Map<string, string>): void {
  const writer = readWriter(raw);
  const own = writer?.author.id;
  if (own && worth(writer) > worth(byId.get(own))) byId.set(own, writer);
  const replied = id(raw.in_reply_to_user_id_str);
  const name = handle(raw.in_reply_to_screen_name);
  if (replied && name && !byId.has(replied)) byId.set(replied, bare(name, replied));
  const link = PERMALINK.exec(text(raw.expanded) ?? '');
  if (link) byPost.set(link[2] as string, link[1] as string);
}

/** Which of several tells most of an account. */
function worth(writer: Writer | undefined): number {
  if (writer === undefined) return -1;
  return (writer.told ? 2 : 0) + (writer.author.avatar ? 1 : 0);
}

/** Someone of whom no more is said than the name. */
function bare(name: string, id: string | null): Writer {
  const author = {
    id,
    handle: name,
    name,
    avatar: null,
    protected: false,
    followed: false,
    hidden: false,
  };
  return { author, told: false };
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
