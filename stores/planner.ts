/** Owns the plan while it is made: changes, undo, the calendar file, and the record of past hours. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { createPlan, type Plan, type PlanRule, type PlanTexts } from './core/plan';
import { writePlan } from './core/plan-calendar';
import { readPlan } from './core/plan-calendar-read';
import type { Care } from './core/plan-care';
import { change, createHistory, type History, redo, undo } from './core/plan-history';
import type { PastHour } from './core/plan-record';
import { addTold, createPlanKeeper, type KeptState } from './planner-keeper';
import type { StorageArea } from './saved';

/** What was suggested in the week. */
export type Ideas = Pick<Care, 'themes' | 'points'>;

export interface PlannerState extends KeptState {
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
  /** Reads what is stored; again, where it could not be read. Never rejects. */
  start(): Promise<void>;
  /** Gives what is stored and cannot be read as text to keep, and goes on with what can be read of it. */
  goOn(): string;
  /** Looks at the clock, and tries again to read or save what the storage refused. */
  tick(): void;
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
  const keeper = createPlanKeeper({
    area,
    hashtag,
    now,
    me: deps.newId(),
    get: store.getState,
    set: store.setState,
    clear() {
      const { selected } = store.getState();
      store.setState({ ...initialState(blank, now()), ready: true, selected, record: [] });
    },
  });
  const go = (history: History<Plan>) => {
    if (history !== store.getState().history) keeper.keep({ history });
  };
  return Object.assign(store, {
    async start() {
      await keeper.read();
      const [record, ideas] = await Promise.all([
        deps.readRecord().catch(() => []),
        deps.readIdeas().catch(() => ({ themes: [], points: [] })),
      ]);
      store.setState({ record, ideas });
    },
    goOn: keeper.goOn,
    tick() {
      store.setState({ now: now() });
      if (store.getState().problem === 'refused') void keeper.read();
      keeper.saveAgain();
    },
    change(next: (before: Plan) => Plan, place: string) {
      go(change(store.getState().history, next(plan()), place, now()));
    },
    undo: () => go(undo(store.getState().history)),
    redo: () => go(redo(store.getState().history)),
    select: (selected: string) => store.setState({ selected, now: now() }),
    exportCalendar() {
      const { told } = store.getState();
      const { uid } = plan();
      const { text, published } = writePlan(plan(), told[uid] ?? {}, now());
      keeper.keep({ told: { ...told, [uid]: published } });
      return text;
    },
    importCalendar(text: string) {
      const read = readPlan(text, hashtag, plan().rule.timeZone, plan());
      if (read === undefined || !keeper.isOpen()) return false;
      const history = change(store.getState().history, read.plan, '', now());
      const told = addTold(store.getState().told, { [read.plan.uid]: read.published });
      keeper.keep({ history, told });
      return true;
    },
    adopt: keeper.adopt,
  });
}

function initialState(blank: Plan, now: number): PlannerState {
  return {
    ready: false,
    problem: null,
    history: createHistory(blank),
    told: {},
    selected: '',
    saving: 'saved',
    now,
    record: null,
    ideas: { themes: [], points: [] },
  };
}
