/** Posts on their way to the archive: gathered, sent, and sent again until the background says that they are on disk. */
import type { Post } from './core/post';

/** Sent again after so many ms, doubling each time up to the second. */
const AGAIN = { first: 1_000, most: 30_000 };
/** What comes within so many ms travels together. */
const GATHER_MS = 200;
/** One message's share. */
const BATCH = 200;

export interface OutboxDeps {
  /** Resolves once the posts are on disk, as far as they may be, and those with these ids without text there. */
  save: (posts: Post[], deleted: string[]) => Promise<unknown>;
  later: (work: () => void, ms: number) => void;
}

export interface Outbox {
  /** Takes the newest version of a post. */
  put: (posts: readonly Post[]) => void;
  /** Takes ids of posts that were deleted, known here or not; each is sent once. */
  drop: (ids: readonly string[]) => void;
  /** Sends at once what waits. */
  flush: () => Promise<void>;
  /** Resolves once nothing waits any more. */
  empty: () => Promise<void>;
  /** How many are not acknowledged, and why the last batch was not, in the browser's words ('' while all is well). */
  state: () => { unsaved: number; saveProblem: string };
}

export function createOutbox({ save, later }: OutboxDeps): Outbox {
  /** By id; null where it was deleted, and no more is known of it here. */
  const waiting = new Map<string, Post | null>();
  const dropped = new Set<string>();
  let busy = false;
  let wait = 0;
  let saveProblem = '';
  const whenEmpty: (() => void)[] = [];

  const plan = (ms: number) => later(() => void flush(), ms);
  const add = (entries: readonly [id: string, post: Post | null][]) => {
    const wasEmpty = waiting.size === 0;
    for (const [id, post] of entries) waiting.set(id, post);
    if (wasEmpty && waiting.size > 0) plan(GATHER_MS);
  };
  const sent = (batch: readonly [string, Post | null][]) => {
    wait = 0;
    saveProblem = '';
    // One that changed meanwhile stays for the next batch.
    for (const [id, post] of batch) if (waiting.get(id) === post) waiting.delete(id);
  };
  const refused = (error: unknown) => {
    wait = Math.min(wait * 2 || AGAIN.first, AGAIN.most);
    saveProblem = error instanceof Error ? error.message : String(error);
  };
  async function flush(): Promise<void> {
    if (busy || waiting.size === 0) return;
    busy = true;
    const batch = [...waiting].slice(0, BATCH);
    const posts = batch.flatMap(([, post]) => post ?? []);
    const deleted = batch.flatMap(([id, post]) => (post ? [] : id));
    await save(posts, deleted).then(() => sent(batch), refused);
    busy = false;
    if (waiting.size > 0) plan(wait);
    else for (const done of whenEmpty.splice(0)) done();
  }
  return {
    put(posts) {
      add(posts.map((post) => [post.id, post]));
    },
    drop(ids) {
      const news = ids.filter((id) => !dropped.has(id));
      for (const id of news) dropped.add(id);
      // One that waits says itself that it was deleted.
      add(news.filter((id) => !waiting.has(id)).map((id) => [id, null]));
    },
    flush,
    empty: () =>
      new Promise((done) => {
        if (waiting.size === 0) done();
        else whenEmpty.push(done);
      }),
    state: () => ({ unsaved: waiting.size, saveProblem }),
  };
}
