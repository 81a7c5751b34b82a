/** What a bench hands back, and the sums it makes of its samples. */

export interface Result {
  /** What was measured, as the table says it. */
  name: string;
  value: number;
  unit: string;
  /** The design's limit; null: measured for comparison only. */
  limit: number | null;
  /** Everything that `value` was made of. */
  raw?: unknown;
}

/** The value below which this share of the samples lies; NaN without samples. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1);
  return sorted[Math.max(at, 0)] ?? Number.NaN;
}

export function median(samples: readonly number[]): number {
  return quantile(samples, 0.5);
}

/** Runs a measurement so many times, one after the other. */
export async function repeat<T>(times: number, measure: () => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let n = 0; n < times; n += 1) results.push(await measure());
  return results;
}
