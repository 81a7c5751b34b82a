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

/** Lengths (ms) of the main thread's tasks during `work` in which a script of the extension ran, the layout it caused included. */
export async function traceOurTasks(page: Page, work: () => Promise<unknown>): Promise<number[]> {
  await page.tracing.start({ categories: CATEGORIES });
  await work();
  const buffer = await page.tracing.stop();
  const { traceEvents } = JSON.parse(new TextDecoder().decode(buffer)) as {
    traceEvents: TraceEvent[];
  };
  const ours = traceEvents.filter(({ args }) => isOurs(args?.data?.url));
  if (ours.length === 0) throw new Error('The trace holds no work of the extension.');
  const threads = new Set(ours.map(threadOf));
  const tasks = traceEvents.filter(
    (event) => event.name === 'RunTask' && event.ph === 'X' && threads.has(threadOf(event)),
  );
  return tasks
    .filter((task) => ours.some((event) => isWithin(event, task)))
    .map(({ dur = 0 }) => dur / 1_000);
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
