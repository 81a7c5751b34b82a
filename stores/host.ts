/** What the run sheet needs beside the conversation: the plan, what the host skipped or dealt with, who is new, the time. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { readHttps } from './core/calendar-text';
import { isSameSession, nameSession, type SessionName } from './core/plan-of-session';
import { parseStoredPlan, planKey, readStoredPlan, type StoredPlan } from './plans';
import { type Saved, type StorageArea, transcriptKey } from './saved';

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
  /** Where the host has published this session's transcript, '' where they have not. */
  transcript: string;
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
  session: SessionName;
  skipped: string[];
  done: string[];
}

export interface HostStore extends StoreApi<HostState> {
  /** Reads what there is for the session that begins at `start` (ms); once for each. Never rejects. */
  open(start: number, timeZone: string): Promise<void>;
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
  let opened = Number.NaN;
  let session: SessionName = { id: '', day: '' };
  const store = createStore<HostState>()(() => initialState(now()));
  const recall = (value: unknown) => {
    const { session: name, skipped, done } = Object(value) as Partial<RunMemory>;
    const mine = name !== undefined && isSameSession(session, name);
    store.setState({
      skipped: new Set(mine ? skipped : []),
      done: new Set(mine ? done : []),
    });
  };
  const hearOfTranscript = (value: unknown) =>
    store.setState({ transcript: readTranscript(value, hashtag, opened) });
  const remember = () => {
    const { skipped, done } = store.getState();
    const run: RunMemory = { session, skipped: [...skipped], done: [...done] };
    // What cannot be stored still holds for this page.
    area.set({ [runKey]: run }).catch(() => undefined);
  };
  return Object.assign(store, {
    async open(start: number, timeZone: string) {
      if (opened === start) return;
      opened = start;
      const [stored, kept] = await Promise.all([
        readStoredPlan(area, hashtag).catch(() => undefined),
        area.get([runKey, 'transcripts']).catch((): Record<string, unknown> => ({})),
      ]);
      if (opened !== start) return;
      session = nameSession(stored?.plan, start, timeZone);
      recall(kept[runKey]);
      hearOfTranscript(kept.transcripts);
      store.setState({ plan: stored, ready: true });
      const earlier = await deps.readEarlier(start).catch(() => []);
      if (opened !== start) return;
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
      const { transcripts } = changes;
      if (transcripts !== undefined) hearOfTranscript(transcripts.newValue);
    },
  });
}

function initialState(now: number): HostState {
  return {
    ready: false,
    plan: undefined,
    skipped: new Set(),
    done: new Set(),
    liked: new Set(),
    known: null,
    transcript: '',
    filled: null,
    now,
  };
}

/** The address that stands in what is saved of transcripts, '' where none does. */
function readTranscript(saved: unknown, hashtag: string, start: number): string {
  const { published } = Object(saved) as Partial<Saved['transcripts']>;
  const address: unknown = Object(published)[transcriptKey(hashtag, start)];
  return typeof address === 'string' ? (readHttps(address) ?? '') : '';
}
