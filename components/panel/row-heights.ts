/** Where each row of a long list begins, from measured heights where they are known and guesses where not. */
import type { Row } from '@/stores/core/rows';
import { looksGuessed } from '@/stores/core/rows-groups';

export interface RowHeights {
  rows: readonly Row[];
  /** Top of row `index` in px; of the end for `rows.length`. */
  top(index: number): number;
  /** The row at this height, the nearest one beyond the ends; -1 in an empty list. */
  at(y: number): number;
  index(key: string): number | undefined;
  /** Takes what was measured; true if anything is other than thought. */
  measured(heights: Iterable<readonly [string, number]>): boolean;
  setRows(rows: readonly Row[]): void;
  /** Room left free above the first row, px. */
  setLead(px: number): void;
  /** Rows are as wide as this now; what was measured at another width is a guess again. */
  setWidth(width: number): void;
}

/** Tops are one array of sums: 10,000 of them are made in a fraction of a millisecond, so every change makes them all. */
export function createRowHeights(): RowHeights {
  let rows: readonly Row[] = [];
  let width = 380;
  let tops = new Float64Array(1);
  let indices: Map<string, number> | null = null;
  const known = new Map<string, number>();
  let lead = 0;
  const sum = () => {
    if (tops.length !== rows.length + 1) tops = new Float64Array(rows.length + 1);
    tops[0] = lead;
    rows.forEach((row, n) => {
      tops[n + 1] = (tops[n] ?? 0) + (known.get(row.key) ?? guessHeight(row, width));
    });
  };
  return {
    get rows() {
      return rows;
    },
    top: (index) => tops[Math.min(Math.max(index, 0), rows.length)] ?? 0,
    at(y) {
      let low = 0;
      let high = rows.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((tops[middle] ?? 0) <= y) low = middle;
        else high = middle - 1;
      }
      return Math.min(low, rows.length - 1);
    },
    index(key) {
      // Made when it is first asked for: most lists are drawn without.
      indices ??= new Map(rows.map((row, n) => [row.key, n]));
      return indices.get(key);
    },
    measured(heights) {
      let changed = false;
      for (const [key, height] of heights) {
        // A row without a height is not laid out (a hidden panel): no news.
        if (height === 0 || Math.abs((known.get(key) ?? 0) - height) < 0.1) continue;
        known.set(key, height);
        changed = true;
      }
      if (changed) sum();
      return changed;
    },
    setRows(next) {
      rows = next;
      indices = null;
      sum();
    },
    setLead(next) {
      if (next === lead) return;
      lead = next;
      sum();
    },
    setWidth(next) {
      if (next === width || next === 0) return;
      width = next;
      known.clear();
      sum();
    },
  };
}

/** Good to about a line: how many lines the text takes at this width, and what stands around it. */
function guessHeight(row: Row, width: number): number {
  if (row.kind === 'question') return 66 + 21 * lines(row.question.text, width - 40);
  if (row.kind !== 'post') return 40;
  const { post } = row.placed;
  const room = width - 80 - row.depth * 26;
  return (
    62 +
    20 * lines(post.text, room) +
    (looksGuessed(row.placed) ? 28 : 0) +
    (post.media.length > 0 ? 30 : 0)
  );
}

function lines(text: string, width: number): number {
  return Math.max(1, Math.ceil((text.length * 7.1) / Math.max(width, 80)));
}
