/** Decides what a response of X says of posts: the one door through which X's JSON becomes ours. */
import type { Post, Skipped } from './post';
import type { Captured } from './wire';
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
    };
  }
  const read = readRoot(root, observedAt, false);
  const gone = deletedBy(captured, bag(root));
  if (gone) read.deleted.push(gone);
  return read;
}

/** Reads a response that is an object already (a file, a test); one that contains itself is fine. */
export function readJson(value: unknown, observedAt: number): Read {
  return readRoot(value, observedAt, true);
}

function readRoot(root: unknown, observedAt: number, shared: boolean): Read {
  const found = walkResponse(root, observedAt, shared);
  const posts = [...found.posts.values()];
  return {
    posts,
    deleted: [...found.deleted],
    unavailable: [...found.unavailable],
    skipped: found.skipped,
  };
}

/** DeleteTweet answers without the id: it is in the request, a JSON body or a query string. */
function deletedBy(captured: Pick<Captured, 'operation' | 'request'>, root: Bag): string | null {
  if (!/^Delete(?:Tweet|Post)$/.test(captured.operation)) return null;
  const data = 'data' in root ? bag(root.data) : root;
  if (typeof (data.delete_tweet ?? data.delete_post) !== 'object') return null;
  const { tweet_id, post_id } = variablesOf(captured.request);
  return id(tweet_id ?? post_id);
}
