/** Decides which question a post's own labels name, if any of them can be believed. */
import { spanAt } from './filing-sections';
import { type Label, leads, wholeName } from './labels';
import { type Asked, type Frame, numberOf, type Span } from './questions';
import type { Entry } from './thread-entry';
import type { ThreadIndex } from './thread-index';

/** What a label files a post under. */
export interface Named {
  question: string;
  session: number;
  label: Label;
}

const STRENGTH = { start: 3, greeting: 2, end: 1, middle: 0 } as const;

/** An answer to the number that comes next: its question was asked and not seen yet, or the writer is ahead of the host. */
function isNext({ kind, base }: Label, span: Span | undefined): boolean {
  const last = span?.asked.at(-1);
  if (kind !== 'answer' || last === undefined) return false;
  // Q3 comes after Q2.1 too.
  return numberOf(base) === Math.trunc(numberOf(last.label)) + 1;
}

/** A number that was never seen asked is believed where it lies between asked ones, or two people answer it. */
function isAnswered(
  base: string,
  span: Span | undefined,
  index: ThreadIndex,
  frame: Frame,
): boolean {
  const number = numberOf(base);
  const asked = span?.asked.map((one) => numberOf(one.label)).filter((one) => one >= 0) ?? [];
  if (number > Math.min(...asked) && number < Math.max(...asked)) return true;
  let first: Entry | undefined;
  for (const entry of index.byLabel.get(base)) {
    if (spanAt(frame, entry.at) !== span) continue;
    first ??= entry;
    if (entry.handle !== first.handle) return true;
  }
  return false;
}

/** Remembers which labels are believed though no host was seen to ask them, by session. */
export class BelievedLabels {
  readonly #known = new Map<string, boolean>();

  /** True where the coming or going of `entry` may have changed that for its label. */
  changes(base: string, entry: Entry, frame: Frame, index: ThreadIndex): boolean {
    const span = spanAt(frame, entry.at);
    if (span?.byLabel.has(base)) return false;
    const key = `${span?.index} ${base}`;
    const before = this.#known.get(key);
    const now = isAnswered(base, span, index, frame);
    this.#known.set(key, now);
    return before !== now;
  }

  /** The frame has changed, and with it all that was known. */
  clear(): void {
    this.#known.clear();
  }
}

function nameIn(label: Label, span: Span): string | undefined {
  return [wholeName(label), label.names, label.base].find((name) => span.byLabel.has(name));
}

function nameOf(label: Label, entry: Entry, frame: Frame, index: ThreadIndex): Named | undefined {
  const span = spanAt(frame, entry.at);
  const here = span && nameIn(label, span);
  if (span && here !== undefined) {
    // "Q3 in two minutes" is written under Q2; "A3" may be a slip, or the writer is ahead.
    const early = label.kind === 'question' && (span.byLabel.get(here) as Asked).at > entry.at;
    return early ? undefined : { question: here, session: span.index, label };
  }
  if (!leads(label)) return undefined;
  const before = span && frame.spans[span.index - 1];
  const there = before && nameIn(label, before);
  if (isNext(label, span) || isAnswered(label.base, span, index, frame))
    return { question: label.base, session: span?.index ?? 0, label };
  return before && there !== undefined
    ? { question: there, session: before.index, label }
    : undefined;
}

/** The question that the strongest usable one of `labels` names. A label amid other words never files, one that may be a thing only where its question was asked. */
export function namedBy(
  labels: readonly Label[],
  entry: Entry,
  frame: Frame,
  index: ThreadIndex,
): Named | undefined {
  let best: Named | undefined;
  for (const label of labels) {
    if (label.position === 'middle' && !label.doubtful) continue;
    if (best && STRENGTH[label.position] <= STRENGTH[best.label.position]) continue;
    best = nameOf(label, entry, frame, index) ?? best;
  }
  return best;
}
