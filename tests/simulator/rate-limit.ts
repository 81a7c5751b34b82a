/** X's budgets: so many requests of an operation per 15 minutes, told in three headers. */

export const WINDOW = 15 * 60_000;
const DEFAULT = 500;

export interface RateState {
  allowed: boolean;
  headers: Record<string, string>;
}

export interface RateLimit {
  /** Counts a request at `now` (ms) against a budget; not allowed once it is used up. */
  take(operation: string, now: number, budget?: number, span?: number): RateState;
  reset(): void;
}

/** Windows begin with an operation's first request, as X's do. */
export function createRateLimit(): RateLimit {
  const windows = new Map<string, { since: number; used: number }>();
  return {
    reset: () => windows.clear(),
    take: (operation, now, budget = DEFAULT, span = WINDOW) => {
      let window = windows.get(operation);
      if (!window || now >= window.since + span) {
        window = { since: now, used: 0 };
        windows.set(operation, window);
      }
      const allowed = window.used < budget;
      if (allowed) window.used++;
      return {
        allowed,
        headers: {
          'x-rate-limit-limit': String(budget),
          'x-rate-limit-remaining': String(Math.max(0, budget - window.used)),
          'x-rate-limit-reset': String(Math.ceil((window.since + span) / 1000)),
        },
      };
    },
  };
}
