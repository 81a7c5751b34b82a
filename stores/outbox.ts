/** Posts on their way to the archive: gathered, sent, and sent again until the background says that they are on disk. */
import { withoutText } from './core/merge';
import type { Post } from './core/post';

/** Sent again after so many ms, doubling each time up to the second. */
const AGAIN = { first: 1_000, most: 30_000 };
/** What comes within so many ms travels together. */
const GATHER_MS = 200;
/** One message's share. */
const BATCH = 200;

export interface OutboxDeps {
  /** Resolves once the posts are on disk. */
  save: (posts: Post[]) => Promise<unknown>;
  later: (work: () => void, ms: number) => void;
}

export interface Outbox {
  /** Takes the newest version of a post; of one of a protected account nothing but that it is, so that what was kept before goes. */
  put: (posts: readonly Post[]) => void;
  /** Sends at once what waits. */
  flush: () => Promise<void>;
  /** Resolves once nothing waits any more. */
  empty: () => Promise<void>;
  /** How many are not acknowledged, and why the last batch was not, in the browser's words ('' while all is well). */
  state: () => { unsaved: number; saveProblem: string };
}

export function createOutbox({ save, later }: OutboxDeps): Outbox {
  const waiting = new Map<string, Post>();
  let busy = false;
  let wait = 0;
  let saveProblem = '';
  const whenEmpty: (() => void)[] = [];

  const plan = (ms: number) => later(() => void flush(), ms);
  const sent = (batch: readonly Post[]) => {
    wait = 0;
    saveProblem = '';
    // One that changed meanwhile stays for the next batch.
    for (const post of batch) if (waiting.get(post.id) === post) waiting.delete(post.id);
  };
  const refused = (error: unknown) => {
    wait = Math.min(wait * 2 || AGAIN.first, AGAIN.most);
    saveProblem = error instanceof Error ? error.message : String(error);
  };
  async function flush(): Promise<void> {
    if (busy || waiting.size === 0) return;
    busy = true;
    const batch = [...waiting.values()].slice(0, BATCH);
    await save(batch).then(() => sent(batch), refused);
    busy = false;
    if (waiting.size > 0) plan(wait);
    else for (const done of whenEmpty.splice(0)) done();
  }
  return {
    put(posts) {
      const wasEmpty = waiting.size === 0;
      for (const post of posts)
        waiting.set(post.id, post.author.protected ? withoutText(post) : post);
      if (wasEmpty && waiting.size > 0) plan(GATHER_MS);
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
