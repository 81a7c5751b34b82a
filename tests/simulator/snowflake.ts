/** Ids as X makes them: time in the upper bits, so that they sort as written. */

const EPOCH = 1_288_834_974_657n;

/** A maker of snowflake ids, each new one larger than those given for the same millisecond. */
export function createSnowflakes(): (ms: number) => string {
  const used = new Map<number, bigint>();
  return (ms) => {
    const time = Math.floor(ms);
    const next = (used.get(time) ?? 0n) + 1n;
    used.set(time, next);
    return String(((BigInt(time) - EPOCH) << 22n) | (0x155n << 12n) | next);
  };
}

/** Lowest id of a millisecond; for bounds. */
export function snowflakeFloor(ms: number): string {
  return String((BigInt(Math.floor(ms)) - EPOCH) << 22n);
}

/** Orders decimal ids by number. */
export function compareIds(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length;
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
