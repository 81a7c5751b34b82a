/** The time of the simulated world: runs at a chosen speed, stands still when paused. */

export interface ChatClock {
  now(): number;
  play(): void;
  pause(): void;
  /** Sets the time, ms since 1970. */
  jump(to: number): void;
}

/** Starts at `at`; one real minute is `speed` minutes here. */
export function createClock(at: number, speed: number): ChatClock {
  let base = at;
  let since = performance.now();
  let playing = true;
  const now = () => (playing ? base + (performance.now() - since) * speed : base);
  const rebase = (to: number) => {
    base = to;
    since = performance.now();
  };
  return {
    now,
    jump: rebase,
    play: () => {
      rebase(now());
      playing = true;
    },
    pause: () => {
      rebase(now());
      playing = false;
    },
  };
}
