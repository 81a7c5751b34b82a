/** Which work of the page's main thread was ours, out of a trace of the browser. */
import type { Page } from 'puppeteer-core';

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Microseconds. */
  ts: number;
  dur?: number;
  args: { data?: { url?: string }; name?: string };
}

const CATEGORIES = ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'];

/** In ms. */
export interface OurWork {
  /** Tasks of the main thread in which a script of the extension ran, whatever else was in them. */
  tasks: number[];
  /** The calls into those scripts themselves, with the layout they caused and the collections that fell into them. */
  calls: number[];
}

/** What the extension did on the page's main thread during `work`. */
export async function traceOurWork(page: Page, work: () => Promise<unknown>): Promise<OurWork> {
  await page.tracing.start({ categories: CATEGORIES });
  await work();
  const buffer = await page.tracing.stop();
  const { traceEvents } = JSON.parse(new TextDecoder().decode(buffer)) as {
    traceEvents: TraceEvent[];
  };
  const spans = traceEvents.filter(({ ph }) => ph === 'X').sort((a, b) => a.ts - b.ts);
  const ours = spans.filter(({ args }) => isOurs(args?.data?.url));
  if (ours.length === 0) throw new Error('The trace holds no work of the extension.');
  const tasks = spans.filter(
    (span) => span.name === 'RunTask' && ours.some((event) => isWithin(event, span)),
  );
  return { tasks: tasks.map(lengthOf), calls: outermost(ours).map(lengthOf) };
}

function lengthOf({ dur = 0 }: TraceEvent): number {
  return dur / 1_000;
}

/** Those that lie in no other of them; in order of their beginnings. */
function outermost(spans: readonly TraceEvent[]): TraceEvent[] {
  const ends = new Map<string, number>();
  return spans.filter((span) => {
    if (span.ts < (ends.get(threadOf(span)) ?? 0)) return false;
    ends.set(threadOf(span), span.ts + (span.dur ?? 0));
    return true;
  });
}

function isOurs(url: string | undefined): boolean {
  return url?.startsWith('chrome-extension://') ?? false;
}

function threadOf({ pid, tid }: TraceEvent): string {
  return `${pid} ${tid}`;
}

function isWithin(event: TraceEvent, task: TraceEvent): boolean {
  return (
    threadOf(event) === threadOf(task) &&
    event.ts >= task.ts &&
    event.ts <= task.ts + (task.dur ?? 0)
  );
}
