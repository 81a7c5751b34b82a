/** Owns catching up on a chat in X's search: how far it was read, and, where the person asks for it, scrolling on at a human pace. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { findGaps } from './core/coverage';
import type { Coverage } from './core/transcript';

/** The time that X's search was asked for, ms. */
export interface Span {
  from: number;
  to: number;
}

export interface GatherState {
  span: Span;
  /** Everything from here to the end was read, ms; `span.to` before anything was. */
  reached: number;
  /** Part of the time that was read, 0 to 1. */
  read: number;
  /** Posts of the chat written in it, as far as they are known here. */
  posts: number;
  /**
   * `reading`: the person scrolls. `scrolling`: Polchat does. `hidden`: it waits for the tab to be seen. `limited`: X says to wait.
   * `stuck`: X shows no more, and not all was read. `done`: X has shown all of it.
   */
  phase: 'reading' | 'scrolling' | 'hidden' | 'limited' | 'stuck' | 'done';
  /** When X answers again, ms; 0 where it did not say. */
  until: number;
}

export interface GatherDeps {
  span: Span;
  /** What is known to have been read; from the archive, so that it is on disk. */
  coverage(span: Span): Promise<readonly Coverage[]>;
  posts(span: Span): number;
  /** X's page can be seen. */
  isVisible(): boolean;
  /** X refuses at the moment; until when, ms. null: it does not. */
  limit(): { until: number } | null;
  page: {
    /** Scrolls on by about a screen; false where the page ends there. */
    scroll(): boolean;
    /** Goes up a little, so that X hears of the end again, and presses its button to try again where there is one. */
    nudge(): void;
  };
  wait(ms: number): Promise<void>;
  now(): number;
  /** 0 to 1. */
  random(): number;
}

export interface Gather extends Pick<StoreApi<GatherState>, 'getState' | 'subscribe'> {
  /** Looks how far it is. Never rejects. */
  look(): Promise<void>;
  /** Scrolls until X has shown all of it, or is asked to stop. */
  scroll(): Promise<void>;
  pause(): void;
}

/** Between two screens, as a person would read: not faster, and not like a clock, ms. */
const PACE = { least: 700, most: 1_600 };
/** Of a time that is not over yet the last moments are never read, ms. */
const LIVE_EDGE = 120_000;
/** At the end of the page so often without anything new: X is asked again, and then is said to show no more. */
const PATIENCE = { nudge: 4, stuck: 16 };

export function createGather(deps: GatherDeps): Gather {
  const { span } = deps;
  const store = createStore<GatherState>()(() => ({
    span,
    reached: span.to,
    read: 0,
    posts: 0,
    phase: 'reading',
    until: 0,
  }));
  const set = (part: Partial<GatherState>) => store.setState(part);
  let wanted = false;

  const look = async () => {
    const coverage = await deps.coverage(span).catch(() => []);
    const whole = wholeOf(span, deps.now());
    const gaps = findGaps(coverage, whole.from, whole.to);
    const left = gaps.reduce((sum, { from, to }) => sum + to - from, 0);
    const isDone = gaps.length === 0 && coverage.length > 0;
    if (isDone) wanted = false;
    set({
      posts: deps.posts(span),
      read: coverage.length === 0 ? 0 : 1 - left / Math.max(whole.to - whole.from, 1),
      reached: isDone ? span.from : (gaps.at(-1)?.to ?? span.to),
      ...(isDone && { phase: 'done' as const }),
    });
  };

  /** Waits while X or the person wants it to; true once it may go on. */
  const mayGoOn = async (): Promise<boolean> => {
    const limit = deps.limit();
    if (limit !== null && limit.until > deps.now()) {
      set({ phase: 'limited', until: limit.until });
    } else if (!deps.isVisible()) set({ phase: 'hidden' });
    else return true;
    await deps.wait(PACE.most);
    return false;
  };

  let idle = 0;
  const step = async () => {
    const { posts } = store.getState();
    set({ phase: 'scrolling' });
    const isOn = deps.page.scroll();
    await deps.wait(PACE.least + deps.random() * (PACE.most - PACE.least));
    await look();
    idle = isOn || posts !== store.getState().posts ? 0 : idle + 1;
    if (idle > 0 && idle % PATIENCE.nudge === 0) deps.page.nudge();
    if (idle < PATIENCE.stuck || !wanted) return;
    wanted = false;
    set({ phase: 'stuck' });
  };

  const scroll = async () => {
    if (wanted || store.getState().phase === 'done') return;
    wanted = true;
    idle = 0;
    while (wanted) if (await mayGoOn()) await step();
  };

  return {
    getState: store.getState,
    subscribe: store.subscribe,
    look,
    scroll,
    pause() {
      wanted = false;
      if (store.getState().phase !== 'done') set({ phase: 'reading' });
    },
  };
}

/** What there is to be read by now. */
function wholeOf({ from, to }: Span, now: number): Span {
  return { from, to: to > now ? now - LIVE_EDGE : to };
}
