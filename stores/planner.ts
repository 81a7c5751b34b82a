/** Owns the plan while it is made: changes, undo, saving as it is typed, the calendar file, and the record of past hours. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { createPlan, nextSlot, type Plan, type PlanRule, type PlanTexts } from './core/plan';
import { type Published, writePlan } from './core/plan-calendar';
import { readPlan } from './core/plan-calendar-read';
import type { Care } from './core/plan-care';
import { change, createHistory, type History, redo, undo } from './core/plan-history';
import type { PastHour } from './core/plan-record';
import { parseStoredPlan, planKey, readStoredPlan, writerOf, writeStoredPlan } from './plans';
import type { StorageArea } from './saved';

/** What was suggested in the week. */
export type Ideas = Pick<Care, 'themes' | 'points'>;

export interface PlannerState {
  /** False until the storage has been read. */
  ready: boolean;
  history: History<Plan>;
  published: Published;
  /** The session being edited. */
  selected: string;
  saving: 'saved' | 'saving' | 'failed';
  now: number;
  /** null until it is worked out. */
  record: readonly PastHour[] | null;
  ideas: Ideas;
}

export interface PlannerDeps {
  area: StorageArea;
  /** Without #. */
  hashtag: string;
  now: () => number;
  /** A name for a new plan that no other plan has. */
  newId: () => string;
  /** What a new plan begins with. */
  rule: PlanRule;
  texts: PlanTexts;
  readRecord: () => Promise<PastHour[]>;
  readIdeas: () => Promise<Ideas>;
}

export interface PlannerStore extends StoreApi<PlannerState> {
  /** Reads what is stored. Never rejects. */
  start(): Promise<void>;
  /** A change at `place` ("theme 2026-11-30"): typing on there is one step of undo. */
  change(next: (plan: Plan) => Plan, place: string): void;
  undo(): void;
  redo(): void;
  select(id: string): void;
  /** The calendar's text; what it says is what calendars know from now on. */
  exportCalendar(): string;
  /** Takes the plan out of a calendar's text, as one change; false where there is none in it. */
  importCalendar(text: string): boolean;
  /** Takes over what another page saved: for `storage.onChanged`. */
  adopt(changes: Record<string, { newValue?: unknown }>): void;
}

export function createPlannerStore(deps: PlannerDeps): PlannerStore {
  const { area, hashtag, now } = deps;
  const blank = createPlan(deps.newId(), hashtag, deps.rule, deps.texts, now());
  const store = createStore<PlannerState>()(() => initialState(blank, now()));
  const plan = () => store.getState().history.now;
  const me = deps.newId();
  const save = createSaver(
    (saving) => store.setState({ saving }),
    () => writeStoredPlan(area, { plan: plan(), published: store.getState().published }, me),
  );
  const go = (history: History<Plan>) => {
    if (history === store.getState().history) return;
    store.setState({ history });
    save.now();
  };
  return Object.assign(store, {
    async start() {
      const stored = await readStoredPlan(area, hashtag).catch(() => undefined);
      const known = stored?.plan ?? blank;
      store.setState({
        ready: true,
        history: createHistory(known),
        published: stored?.published ?? {},
        selected: nextSlot(known, now())?.session.id ?? '',
      });
      const [record, ideas] = await Promise.all([
        deps.readRecord().catch(() => []),
        deps.readIdeas().catch(() => ({ themes: [], points: [] })),
      ]);
      store.setState({ record, ideas });
    },
    change(next: (before: Plan) => Plan, place: string) {
      go(change(store.getState().history, next(plan()), place, now()));
    },
    undo: () => go(undo(store.getState().history)),
    redo: () => go(redo(store.getState().history)),
    select: (selected: string) => store.setState({ selected, now: now() }),
    exportCalendar() {
      const { text, published } = writePlan(plan(), store.getState().published, now());
      store.setState({ published });
      save.now();
      return text;
    },
    importCalendar(text: string) {
      const read = readPlan(text, hashtag, plan().rule.timeZone);
      if (read === undefined) return false;
      store.setState({ published: read.published });
      go(change(store.getState().history, read.plan, '', now()));
      return true;
    },
    adopt(changes: Record<string, { newValue?: unknown }>) {
      const changed = changes[planKey(hashtag)];
      if (changed === undefined) return;
      const value = changed.newValue;
      if (value === undefined) {
        // All was deleted: neither the next key typed nor undo brings any of it back.
        const { selected } = store.getState();
        store.setState({ ...initialState(blank, now()), ready: true, selected, record: [] });
        return;
      }
      // Own writes are heard back, late: what was typed since must not be undone by them.
      if (writerOf(value) === me) return;
      const stored = parseStoredPlan(value);
      if (stored === undefined) return;
      // Undo brings back what was here.
      const history = change(store.getState().history, stored.plan, '', now());
      store.setState({ history, published: stored.published });
    },
  });
}

function initialState(blank: Plan, now: number): PlannerState {
  return {
    ready: false,
    history: createHistory(blank),
    published: {},
    selected: '',
    saving: 'saved',
    now,
    record: null,
    ideas: { themes: [], points: [] },
  };
}

/** Writes what stands there, one write after the other, and never an older state after a newer one. */
function createSaver(
  tell: (saving: PlannerState['saving']) => void,
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
