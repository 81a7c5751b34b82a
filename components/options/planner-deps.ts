/** What the planner asks of the outside, and its store, for every component in it. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { useStore } from '@/components/shared/use-store';
import {
  blankSession,
  type Plan,
  type PlanSession,
  placeSession,
  type Slot,
} from '@/stores/core/plan';
import { changeSession } from '@/stores/core/plan-edit';
import type { PlannerState, PlannerStore } from '@/stores/planner';

export interface PlannerPageDeps {
  store: PlannerStore;
  /** Opens X's composer with this text; the host posts it there. */
  compose: (text: string) => void;
  copy: (text: string) => Promise<void>;
  /** Gives the person a file. */
  download: (name: string, text: string) => void;
}

export const PlannerContext = createContext<PlannerPageDeps | null>(null);

export function usePlanner(): PlannerPageDeps {
  const deps = useContext(PlannerContext);
  if (deps === null) throw new Error('A component of the planner stands outside it.');
  return deps;
}

export function usePlannerState<P>(select: (state: PlannerState) => P): P {
  return useStore(usePlanner().store, select);
}

export function usePlan(): Plan {
  return usePlannerState((state) => state.history.now);
}

export interface Editing {
  slot: Slot;
  session: PlanSession;
  /** Changes the session; `field` names what is typed in. */
  set: (part: Partial<Omit<PlanSession, 'id'>>, field: string) => void;
}

/** The session being edited, and the way to change it. */
export function useEditing(): Editing | null {
  const { store } = usePlanner();
  const plan = usePlan();
  const selected = usePlannerState((state) => state.selected);
  if (selected === '') return null;
  const known = plan.sessions.find(({ id }) => id === selected);
  // Undo may have taken away an extra session that is still selected.
  if (known === undefined && selected.startsWith('extra')) return null;
  const session = known ?? blankSession(selected);
  return {
    session,
    slot: placeSession(plan, session),
    set: (part, field) =>
      store.change((before) => changeSession(before, selected, part), `${field} ${selected}`),
  };
}
