/** Decides what a response of X says of posts: the one door through which X's JSON becomes ours. */
import type { Post, Skipped } from './post';
import type { Captured } from './wire';
import { readAuthor } from './x-author';
import { type Bag, bag, id } from './x-fields';
import { variablesOf } from './x-request';
import { walkResponse } from './x-walk';

export interface Read {
  posts: Post[];
  /** Ids that their author deleted: a tombstone that says so, or their own DeleteTweet. */
  deleted: string[];
  /** Ids of posts that X does not show (blocked, suspended, limited, or in words we do not know). */
  unavailable: string[];
  skipped: Skipped;
  /** The signed-in account, where the response says it. */
  viewer: { id: string | null; handle: string } | null;
}

/**
 * Reads the text of a response. Nothing is ever thrown: text that is no JSON counts as one unreadable, no text (the
 * tap's way to say that a response does not concern the chat) as nothing.
 */
export function readResponse(
  captured: Pick<Captured, 'operation' | 'text' | 'request'>,
  observedAt: number,
): Read {
  let root: unknown;
  try {
    root = JSON.parse(captured.text);
  } catch {
    return {
      posts: [],
      deleted: [],
      unavailable: [],
      skipped: { unreadable: captured.text === '' ? 0 : 1, promoted: 0, offTopic: 0 },
      viewer: null,
    };
  }
  const read = readRoot(root, observedAt, captured.operation, false);
  const gone = deletedBy(captured, bag(root));
  if (gone) read.deleted.push(gone);
  return read;
}

/** Reads a response that is an object already (a file, a test); one that contains itself is fine. */
export function readJson(value: unknown, observedAt: number, operation = ''): Read {
  return readRoot(value, observedAt, operation, true);
}

function readRoot(root: unknown, observedAt: number, operation: string, shared: boolean): Read {
  const found = walkResponse(root, observedAt, shared);
  const posts = [...found.posts.values()];
  return {
    posts,
    deleted: [...found.deleted],
    unavailable: [...found.unavailable],
    skipped: found.skipped,
    viewer: viewerOf(bag(bag(root).data), operation, posts),
  };
}

/** Who posts is who is signed in; else X says it in answers of its own (Viewer). */
function viewerOf(data: Bag, operation: string, posts: readonly Post[]): Read['viewer'] {
  const own = /^Create(?:Note)?(?:Tweet|Post)$/.test(operation) ? posts.at(-1)?.author : null;
  const viewer = bag(data.viewer_v2 ?? data.viewer);
  const author = own ?? readAuthor(bag(viewer.user_results).result ?? viewer);
  return author ? { id: author.id, handle: author.handle } : null;
}

/** DeleteTweet answers without the id: it is in the request, a JSON body or a query string. */
function deletedBy(captured: Pick<Captured, 'operation' | 'request'>, root: Bag): string | null {
  if (!/^Delete(?:Tweet|Post)$/.test(captured.operation)) return null;
  const data = 'data' in root ? bag(root.data) : root;
  if (typeof (data.delete_tweet ?? data.delete_post) !== 'object') return null;
  const { tweet_id, post_id } = variablesOf(captured.request);
  return id(tweet_id ?? post_id);
}
