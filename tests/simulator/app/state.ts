/** The page's state outside React: settings, toasts, open menus and sheets; components subscribe. */
import type { Settings } from '../types.ts';
import { boot } from './boot.ts';

export interface Toast {
  id: number;
  text: string;
  href?: string;
}

export interface Sheet {
  title: string;
  text: string;
  confirm: string;
  cancel: string;
  onConfirm(): void;
  onCancel(): void;
}

export interface Menu {
  x: number;
  y: number;
  items: { label: string; testid?: string; run(): void }[];
}

interface State {
  settings: Settings;
  toasts: Toast[];
  sheet: Sheet | null;
  menu: Menu | null;
  /** Difference between X's clock and ours, ms. */
  skew: number;
}

let state: State = { settings: boot.settings, toasts: [], sheet: null, menu: null, skew: 0 };
const listeners = new Set<() => void>();

export const getState = (): State => state;

export function setState(change: Partial<State>): void {
  state = { ...state, ...change };
  for (const listener of listeners) listener();
}

export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

let nextToast = 1;

/** Shows a toast for four seconds. */
export function toast(text: string, href?: string): void {
  const one: Toast = href ? { id: nextToast++, text, href } : { id: nextToast++, text };
  setState({ toasts: [...state.toasts, one] });
  setTimeout(() => setState({ toasts: state.toasts.filter((t) => t.id !== one.id) }), 4000);
}

/** X's time, ms since 1970. */
export const serverNow = (): number => Date.now() + state.skew;

let received = JSON.stringify(boot.settings);

/** Settings that came with an answer; those that came before are not taken again over the page's own. */
export function takeSettings(text: string | null, date: string | null): void {
  const skew = date ? Date.parse(date) - Date.now() : state.skew;
  if (Math.abs(skew - state.skew) > 1500) setState({ skew });
  if (!text || text === received) return;
  received = text;
  const next = JSON.parse(text) as Settings;
  setState({ settings: { ...next, mobile: next.mobile || boot.settings.mobile } });
}
