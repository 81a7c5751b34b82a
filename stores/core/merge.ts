/**
 * Decides what is true of a post that was seen more than once, and which posts are one post edited.
 *
 * Every group of fields is a join of its own, so merging is commutative, associative and idempotent:
 *
 *   content  (text, links, …, source)    newest version, some text before none, whole before cut, response before file before page, longer
 *   facts    (handle, counts, state, …)  the newest `observedAt`, whoever says them: X's response, the page, a file
 *   account  (id, protected, liked, …)   only X's responses know it: those first, then the newest of them (`accountAt`)
 *   pointers (replyTo, quoteOf, …)       known before unknown
 *   deleted                              beats everything and empties the content
 */
import type { Post } from './post';

const SOURCES: readonly Post['source'][] = ['dom', 'import', 'response'];

/** One post out of two sightings of it; also of two versions of an edited post: the newest version's id and text. */
export function mergePosts(known: Post | undefined, next: Post): Post {
  if (!known || known === next) return next.state === 'deleted' ? withoutText(next) : next;
  const deleted = known.state === 'deleted' || next.state === 'deleted';
  const a = deleted ? withoutText(known) : known;
  const b = deleted ? withoutText(next) : next;
  const facts = compareFacts(a, b) < 0 ? b : a;
  const account = compareAccounts(a, b) < 0 ? b : a;
  const accountAt = toldAt(account);
  // Whatever is not said below is content.
  const { accountAt: _, liked: __, ...content } = compareContent(a, b) < 0 ? b : a;
  return {
    ...content,
    id: newerId(a.id, b.id),
    author: { ...account.author, handle: facts.author.handle, name: facts.author.name },
    createdAt: Math.min(a.createdAt, b.createdAt),
    replyTo: later(a.replyTo, b.replyTo),
    replyToHandle: later(a.replyToHandle, b.replyToHandle),
    quoteOf: later(a.quoteOf, b.quoteOf),
    repostOf: later(a.repostOf, b.repostOf),
    conversationId: later(a.conversationId, b.conversationId),
    hashtags: union(a.hashtags, b.hashtags),
    // The page does not show how often a post was quoted: what is known of it stands.
    counts: { ...facts.counts, quotes: Math.max(a.counts.quotes, b.counts.quotes) },
    editedIds: union(a.editedIds, b.editedIds).sort(compareIds),
    sensitive: a.sensitive || b.sensitive,
    state: deleted ? 'deleted' : facts.state,
    observedAt: facts.observedAt,
    ...(accountAt < facts.observedAt && { accountAt }),
    ...(account.liked && { liked: true }),
  };
}

/** What stays of a post that its author deleted: who, when and where it stood. Its text is gone for good. */
export function withoutText(post: Post): Post {
  return {
    ...post,
    author: { ...post.author, avatar: null },
    text: '',
    truncated: false,
    mentions: [],
    links: [],
    media: [],
    state: 'deleted',
    source: 'response',
  };
}

/** The post as X reported it then, without a post object to show for it: deleted for good, or not available for now; as it is where it was seen since. */
export function withState(post: Post, state: 'deleted' | 'unavailable', observedAt: number): Post {
  if (state === 'deleted' || post.state === 'deleted') return withoutText(post);
  if (observedAt < post.observedAt) return post;
  return {
    ...post,
    state,
    observedAt,
    ...(observedAt > post.observedAt && { accountAt: toldAt(post) }),
  };
}

/** Whether it says more than before; having been seen again is no news. */
export function isNews(before: Post, after: Post): boolean {
  return (Object.keys(after) as (keyof Post)[]).some(
    (key) =>
      key !== 'observedAt' &&
      key !== 'accountAt' &&
      JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
}

/** Orders ids as X gave them out. */
export function compareIds(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}

function newerId(a: string, b: string): string {
  return compareIds(a, b) < 0 ? b : a;
}

function compareContent(a: Post, b: Post): number {
  return (
    compareIds(a.id, b.id) ||
    // A post that is not available has none.
    Number(a.text > '') - Number(b.text > '') ||
    Number(b.truncated) - Number(a.truncated) ||
    SOURCES.indexOf(a.source) - SOURCES.indexOf(b.source) ||
    a.text.length - b.text.length ||
    compareWords(contentKey(a), contentKey(b))
  );
}

function compareFacts(a: Post, b: Post): number {
  return (
    a.observedAt - b.observedAt ||
    compareWords(factsKey(a), factsKey(b)) ||
    // Last, so that a deleted post, which has lost it, is decided by the same facts as before.
    compareWords(a.state, b.state)
  );
}

function compareAccounts(a: Post, b: Post): number {
  return (
    Number(a.author.id !== null) - Number(b.author.id !== null) ||
    toldAt(a) - toldAt(b) ||
    compareWords(accountKey(a), accountKey(b)) ||
    compareWords(a.author.avatar ?? '', b.author.avatar ?? '')
  );
}

/** When X told of the account last. */
export function toldAt({ accountAt, observedAt }: Post): number {
  return accountAt ?? observedAt;
}

function contentKey({ text, mentions, links, media }: Post): string {
  return JSON.stringify([text, mentions, links, media]);
}

function factsKey({ author: { handle, name }, counts }: Post): string {
  return JSON.stringify([handle, name, { ...counts, quotes: 0 }]);
}

function accountKey({ author, liked }: Post): string {
  return JSON.stringify([{ ...author, handle: 0, name: 0, avatar: 0 }, liked]);
}

function compareWords(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Known before unknown; of two that are known the one given out later, whichever came first. */
function later(a: string | null, b: string | null): string | null {
  return a && b ? newerId(a, b) : a || b;
}

/** Both, each once: as they stand where they agree, else sorted, so that no order of merging shows. */
function union(a: readonly string[], b: readonly string[]): string[] {
  // Neither ids nor hashtags have commas.
  if (a.join() === b.join()) return [...a];
  return [...new Set([...a, ...b])].sort();
}
