/** What the run sheet needs beside the conversation: the plan, what the host skipped or dealt with, who is new, the time. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { parseStoredPlan, planKey, readStoredPlan, type StoredPlan } from './plans';
import type { StorageArea } from './saved';

export interface HostState {
  /** False until the storage has been read. */
  ready: boolean;
  plan: StoredPlan | undefined;
  /** Keys of steps that were skipped in this session. */
  skipped: ReadonlySet<string>;
  /** Posts that the host has dealt with. */
  done: ReadonlySet<string>;
  /** Posts on X's page that carry the person's like. */
  liked: ReadonlySet<string>;
  /** Who wrote in earlier chats, by `authorKey`; null where none is kept. */
  known: ReadonlySet<string> | null;
  /** The step whose words were put into X's composer last. */
  filled: string | null;
  /** ms by X's clock; moves every few seconds while it is looked at. */
  now: number;
}

export interface HostDeps {
  area: StorageArea;
  hashtag: string;
  now: () => number;
  /** Who wrote before the session that begins at `start`, by `authorKey`. */
  readEarlier: (start: number) => Promise<string[]>;
  readLiked: () => string[];
}

/** One session's memory: what was skipped and dealt with; an earlier session's is of no use any more. */
interface RunMemory {
  start: number;
  skipped: string[];
  done: string[];
}

export interface HostStore extends StoreApi<HostState> {
  /** Reads what there is for the session that begins at `start`; once a session. Never rejects. */
  open(start: number): Promise<void>;
  /** Looks at the clock and at X's page. */
  tick(): void;
  skip(key: string, skipped: boolean): void;
  dealWith(postId: string): void;
  fill(key: string | null): void;
  /** Takes over what another page saved: for `storage.onChanged`. */
  adopt(changes: Record<string, { newValue?: unknown }>): void;
}

export function createHostStore(deps: HostDeps): HostStore {
  const { area, hashtag, now } = deps;
  const runKey = `run ${hashtag.toLowerCase()}`;
  let session = Number.NaN;
  const store = createStore<HostState>()(() => ({
    ready: false,
    plan: undefined,
    skipped: new Set(),
    done: new Set(),
    liked: new Set(),
    known: null,
    filled: null,
    now: now(),
  }));
  const recall = (value: unknown) => {
    const { start, skipped, done } = Object(value) as Partial<RunMemory>;
    const mine = start === session;
    store.setState({
      skipped: new Set(mine ? skipped : []),
      done: new Set(mine ? done : []),
    });
  };
  const remember = () => {
    const { skipped, done } = store.getState();
    const run: RunMemory = { start: session, skipped: [...skipped], done: [...done] };
    // What cannot be stored still holds for this page.
    area.set({ [runKey]: run }).catch(() => undefined);
  };
  return Object.assign(store, {
    async open(start: number) {
      if (session === start) return;
      session = start;
      const [stored, run] = await Promise.all([
        readStoredPlan(area, hashtag).catch(() => undefined),
        area.get([runKey]).catch((): Record<string, unknown> => ({})),
      ]);
      recall(run[runKey]);
      store.setState({ plan: stored, ready: true });
      const earlier = await deps.readEarlier(start).catch(() => []);
      if (session !== start) return;
      store.setState({ known: earlier.length > 0 ? new Set(earlier) : null });
    },
    tick() {
      const liked = deps.readLiked();
      const before = store.getState().liked;
      const fresh = liked.filter((id) => !before.has(id));
      store.setState({
        now: now(),
        ...(fresh.length > 0 ? { liked: new Set([...before, ...fresh]) } : {}),
      });
    },
    skip(key: string, skip: boolean) {
      const skipped = new Set(store.getState().skipped);
      if (skip) skipped.add(key);
      else skipped.delete(key);
      store.setState({ skipped });
      remember();
    },
    dealWith(postId: string) {
      store.setState({ done: new Set([...store.getState().done, postId]) });
      remember();
    },
    fill: (filled: string | null) => store.setState({ filled }),
    adopt(changes: Record<string, { newValue?: unknown }>) {
      const plan = changes[planKey(hashtag)];
      if (plan !== undefined) store.setState({ plan: parseStoredPlan(plan.newValue) });
      const run = changes[runKey];
      if (run !== undefined) recall(run.newValue);
    },
  });
}
