/** What the run sheet asks of the outside beside the panel's own deps. */
import { createContext } from 'preact';
import { useContext, useEffect, useMemo } from 'preact/hooks';
import { useStore } from '@/components/shared/use-store';
import { useWords, type Words } from '@/components/shared/words';
import type { PlanTexts } from '@/stores/core/plan';
import { planOfSession } from '@/stores/core/plan-of-session';
import { buildRunSheet, type RunSheet } from '@/stores/core/plan-run';
import { fillAll } from '@/stores/core/plan-wrap';
import type { HostState, HostStore } from '@/stores/host';
import { usePanelState } from './panel-deps';

export interface RunSheetDeps {
  host: HostStore;
  /** Remembers that the person hosts the chat. */
  startHosting: () => Promise<void>;
  /** Remembers that this account hosts the chat too. */
  addHost: (handle: string) => Promise<void>;
  openPlanner: () => void;
}

export const RunSheetContext = createContext<RunSheetDeps | null>(null);

export function useRunSheetDeps(): RunSheetDeps {
  const deps = useContext(RunSheetContext);
  if (deps === null) throw new Error('A part of the run sheet stands outside it.');
  return deps;
}

export function useHostState<P>(select: (state: HostState) => P): P {
  return useStore(useRunSheetDeps().host, select);
}

/** How often the clock is looked at, ms: minutes are shown. */
const TICK_MS = 3_000;

/** Keeps the host's store on the session that counts, and its clock going, while the run sheet is shown. */
export function useRunning(): void {
  const { host } = useRunSheetDeps();
  const start = usePanelState((state) => state.session?.start);
  const timeZone = usePanelState((state) => state.session?.timeZone);
  useEffect(() => {
    if (start !== undefined && timeZone !== undefined) void host.open(start, timeZone);
    host.tick();
    const timer = setInterval(() => host.tick(), TICK_MS);
    return () => clearInterval(timer);
  }, [host, start, timeZone]);
}

/** The texts that every chat's plan begins with. */
export function usualTexts(words: Words, hashtag: string): PlanTexts {
  return {
    welcome: words('plan_text_welcome', hashtag),
    rules: words('plan_text_rules', hashtag),
    wrap: words('plan_text_wrap'),
  };
}

/** The run sheet of the session that counts; null where none is planned. */
export function useRunSheet(): RunSheet | null {
  const words = useWords();
  const session = usePanelState((state) => state.session);
  const hashtag = usePanelState((state) => state.hashtag);
  const conversation = usePanelState((state) => state.conversation);
  const stored = useHostState((state) => state.plan);
  const muted = usePanelState((state) => state.muted.people);
  const skipped = useHostState((state) => state.skipped);
  const transcript = useHostState((state) => state.transcript);
  const now = useHostState((state) => state.now);
  const hour = useMemo(() => {
    if (session === null) return null;
    return planOfSession(stored?.plan, session, hashtag, usualTexts(words, hashtag));
  }, [stored, session, hashtag, words]);
  const texts = useMemo(() => {
    if (hour === null) return null;
    const { plan, slot } = hour;
    const fill = (text: string) => fillAll(text, plan, slot, conversation, transcript);
    const { welcome, rules, wrap } = plan.texts;
    return { welcome: fill(welcome), rules: fill(rules), wrap: fill(wrap) };
  }, [hour, conversation, transcript]);
  return useMemo(() => {
    if (hour === null || texts === null) return null;
    const { slot, questions } = hour;
    const { start, end } = slot;
    return buildRunSheet({ start, end, questions, texts, conversation, skipped, muted, now });
  }, [hour, texts, conversation, skipped, muted, now]);
}
