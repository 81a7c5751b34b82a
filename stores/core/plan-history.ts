/** Decides what undo brings back: plain history, in which typing on in one place is one step. */

export interface History<T> {
  past: readonly T[];
  now: T;
  future: readonly T[];
  /** Where the last change was made, and when (ms): more of the same is the same step. */
  place: string;
  at: number;
}

/** Steps that can be undone. */
const DEEPEST = 100;
/** Whoever stops typing for so long begins a new step, ms. */
const PAUSE = 2_000;

export function createHistory<T>(now: T): History<T> {
  return { past: [], now, future: [], place: '', at: 0 };
}

/** The history with a change made at `place` ("theme 2026-11-30"; '' for a step of its own). What was undone before is gone. */
export function change<T>(history: History<T>, now: T, place: string, at: number): History<T> {
  if (now === history.now) return history;
  const goesOn = place !== '' && place === history.place && at - history.at < PAUSE;
  const past = goesOn ? history.past : [...history.past, history.now].slice(-DEEPEST);
  return { past, now, future: [], place, at };
}

/** One step back; the same where there is none. */
export function undo<T>(history: History<T>): History<T> {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  const past = history.past.slice(0, -1);
  return { past, now: before, future: [history.now, ...history.future], place: '', at: 0 };
}

/** One undone step forward again; the same where there is none. */
export function redo<T>(history: History<T>): History<T> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.now], now: next, future, place: '', at: 0 };
}
