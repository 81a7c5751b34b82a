/** Knows when a response was heard whose text comes later: the tap sends its head at once, and the text when its conversation proves to be the chat's. */
import type { Captured } from './wire';

/** The tap holds a text back no longer, ms. */
const LONGEST = 600_000;

/** To be asked about every message of the tap, in order: when the response was heard, ms. */
export function createHeard(): (captured: Captured, now: number) => number {
  /** By response, oldest first. Where X does not say the time, one stands for all of its request. */
  const heads = new Map<string, number>();
  return ({ operation, request, date, text }, now) => {
    for (const [key, at] of heads) {
      if (now - at <= LONGEST) break;
      heads.delete(key);
    }
    const key = `${operation} ${date} ${request}`;
    if (text.length > 1) return heads.get(key) ?? now;
    heads.delete(key);
    heads.set(key, now);
    return now;
  };
}
