/** Reads and writes the plan while it is made, and locks it where what is stored cannot be read: nothing is written over that. */
import { nextSlot, type Plan } from './core/plan';
import { mergeTold, type Published } from './core/plan-calendar';
import { change, createHistory, type History } from './core/plan-history';
import {
  isWhole,
  parseStoredPlan,
  planKey,
  readKept,
  type StoredPlan,
  writerOf,
  writeStoredPlan,
} from './plans';
import type { StorageArea } from './saved';

export interface KeptState {
  /** False until the storage has been read. */
  ready: boolean;
  /**
   * Why the stored plan is not here: the storage did not answer, or what it holds cannot be read (all of it, or some sessions).
   * Until the person decides, nothing can be changed, so that nothing is written over it.
   */
  problem: 'refused' | 'unreadable' | null;
  history: History<Plan>;
  /** What calendars were told of each plan, by its UID; no part of what undo brings back. */
  told: Readonly<Record<string, Published>>;
  /** The session being edited. */
  selected: string;
  saving: 'saved' | 'saving' | 'failed';
}

export interface KeeperDeps {
  area: StorageArea;
  hashtag: string;
  now: () => number;
  /** Names this page among those that write. */
  me: string;
  get: () => KeptState;
  set: (part: Partial<KeptState>) => void;
  /** Makes everything as it was before there was a plan. */
  clear: () => void;
}

export type PlanKeeper = ReturnType<typeof createPlanKeeper>;

export function createPlanKeeper(deps: KeeperDeps) {
  const { area, hashtag, now, me, get, set } = deps;
  /** What stands in storage and cannot be read. */
  let kept: unknown;
  const saver = createSaver(
    (saving) => set({ saving }),
    () => {
      const { history, told } = get();
      const plan = history.now;
      return writeStoredPlan(area, { plan, published: told[plan.uid] ?? {}, told }, me);
    },
  );
  const isOpen = () => get().ready && get().problem === null;
  const open = (plan: Plan, told: KeptState['told']) =>
    set({
      ready: true,
      problem: null,
      history: createHistory(plan),
      told,
      selected: nextSlot(plan, now())?.session.id ?? '',
    });
  const lock = (value: unknown) => {
    kept = value;
    set({ ready: true, problem: 'unreadable' });
  };
  return {
    isOpen,
    /** Shows and stores this state of the plan. */
    keep(part: Partial<Pick<KeptState, 'history' | 'told'>>) {
      if (!isOpen()) return;
      set(part);
      saver.now();
    },
    /** Never rejects. */
    async read() {
      try {
        const value = await readKept(area, hashtag);
        const stored = parseStoredPlan(value);
        if (value !== undefined && !isWhole(value)) lock(value);
        else open(stored?.plan ?? get().history.now, toldOf(stored));
      } catch {
        set({ ready: true, problem: 'refused' });
      }
    },
    goOn(): string {
      const readable = parseStoredPlan(kept);
      open(readable?.plan ?? get().history.now, addTold(get().told, toldOf(readable)));
      return JSON.stringify(kept, null, 2);
    },
    saveAgain() {
      if (get().saving === 'failed' && isOpen()) saver.now();
    },
    adopt(changes: Record<string, { newValue?: unknown }>) {
      const changed = changes[planKey(hashtag)];
      if (changed === undefined) return;
      const value = changed.newValue;
      // All was deleted: neither the next key typed nor undo brings any of it back.
      if (value === undefined) return deps.clear();
      // Own writes are heard back, late: what was typed since must not be undone by them.
      if (writerOf(value) === me) return;
      const stored = parseStoredPlan(value);
      if (stored === undefined || !isWhole(value)) return lock(value);
      // Undo brings back what was here.
      const history = change(get().history, stored.plan, '', now());
      const told = addTold(get().told, toldOf(stored));
      set({ ready: true, problem: null, history, told });
    },
  };
}

function toldOf(stored: StoredPlan | undefined): KeptState['told'] {
  return stored === undefined ? {} : { ...stored.told, [stored.plan.uid]: stored.published };
}

/** Both, of each event the higher SEQUENCE. */
export function addTold(one: KeptState['told'], other: KeptState['told']): KeptState['told'] {
  const merged = { ...one };
  for (const [uid, published] of Object.entries(other))
    merged[uid] = mergeTold(one[uid] ?? {}, published);
  return merged;
}

/** Writes what stands there, one write after the other, and never an older state after a newer one. */
function createSaver(
  tell: (saving: KeptState['saving']) => void,
  write: () => Promise<void>,
): { now(): void } {
  let writing = false;
  let waiting = false;
  const work = async () => {
    writing = true;
    while (waiting) {
      waiting = false;
      const saving = await write().then(
        () => 'saved' as const,
        () => 'failed' as const,
      );
      if (!waiting) tell(saving);
    }
    writing = false;
  };
  return {
    now() {
      waiting = true;
      tell('saving');
      if (!writing) void work();
    },
  };
}
