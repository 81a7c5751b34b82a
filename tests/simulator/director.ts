/** Plays a scripted chat into the store as time passes, and whatever else a test wants said. */
import type { ChatClock } from './clock.ts';
import type { PostStore } from './store.ts';
import type { NewPost, ScriptedChat, ScriptedPost, SimPost } from './types.ts';

export interface Director {
  /** The script being played. */
  readonly script: ScriptedChat;
  /** The chat's minute 0 and its end, ms since 1970. */
  readonly start: number;
  readonly end: number;
  /** Says something now; gives the new post's id. */
  publish(post: NewPost): string;
  publishMany(posts: readonly NewPost[]): string[];
  play(): void;
  pause(): void;
  /** Goes to a minute of the chat; everything before it is published. */
  jump(minute: number): void;
  /** The simulated world's time, ms since 1970. */
  now(): number;
  minute(): number;
  /** Scripted posts and those given to publish, as written, noise left out. */
  published(): readonly SimPost[];
  /** Scripted posts still to come. */
  remaining(): number;
  /** The post becomes a tombstone that says its author deleted it. */
  delete(idOrKey: string): void;
  /** The post becomes a tombstone that does not say why (suspended, limited). */
  withhold(idOrKey: string): void;
  /** Edits as X does: a new version under a new id, which it gives. */
  edit(idOrKey: string, text: string): string;
  find(idOrKey: string): SimPost | undefined;
  /** Publishes what is due. Called before every answer, so that nothing hangs on a timer. */
  sync(): void;
}

/** Milliseconds of an 'mm:ss' offset, which may be negative. */
export function parseOffset(at: string): number {
  const match = /^(-?)(\d{1,5}):([0-5]\d)$/.exec(at);
  if (!match) throw new Error(`Not an mm:ss offset: ${at}`);
  const ms = (Number(match[2]) * 60 + Number(match[3])) * 1000;
  return match[1] ? -ms : ms;
}

interface Cue {
  at: number;
  run(): void;
}

function cuesOf(script: ScriptedChat, start: number, store: PostStore): Cue[] {
  const cues: Cue[] = [];
  for (const post of script.posts) {
    const at = start + parseOffset(post.at);
    cues.push({ at, run: () => void store.add(newPost(post, at), at) });
    if (post.deletedAt !== undefined)
      cues.push({
        at: start + parseOffset(post.deletedAt),
        run: () => store.setState(post.key, 'deleted'),
      });
  }
  return cues.sort((a, b) => a.at - b.at);
}

function newPost({ at: _, deletedAt: __, ...post }: ScriptedPost, createdAt: number): NewPost {
  return { ...post, createdAt };
}

export function createDirector(
  script: ScriptedChat,
  store: PostStore,
  clock: ChatClock,
  start: number,
): Director {
  const cues = cuesOf(script, start, store);
  let next = 0;
  const sync = () => {
    const now = clock.now();
    for (let cue = cues[next]; cue && cue.at <= now; cue = cues[next]) {
      next++;
      cue.run();
    }
  };
  const publish = (post: NewPost) => {
    sync();
    return store.add(post, clock.now()).id;
  };
  sync();
  return {
    script,
    start,
    end: start + 3_600_000,
    sync,
    publish,
    publishMany: (posts) => posts.map(publish),
    play: clock.play,
    pause: clock.pause,
    jump: (minute) => {
      clock.jump(start + minute * 60_000);
      sync();
    },
    now: clock.now,
    minute: () => (clock.now() - start) / 60_000,
    published: () => {
      sync();
      return store.oldestFirst().filter((post) => !post.noise);
    },
    remaining: () => {
      sync();
      return cues.length - next;
    },
    delete: (id) => store.setState(id, 'deleted'),
    withhold: (id) => store.setState(id, 'unavailable'),
    edit: (id, text) => store.edit(store.get(id).id, text, clock.now()).id,
    find: (id) => store.find(id),
  };
}
