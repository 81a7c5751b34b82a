/** Stretches of X's search that were read, on their way to the archive: told only once the posts in them are kept. */
import { joinCoverage, SearchTrail } from './core/coverage';
import type { Coverage } from './core/transcript';
import type { Captured } from './core/wire';

/** What was read within so many ms travels together, and waits so long for posts that are not acknowledged. */
const GATHER_MS = 1_000;

export interface CoverageDeps {
  /** Without #. */
  hashtag: string;
  /** Resolves once it is on disk. */
  save: (coverage: Coverage[]) => Promise<unknown>;
  /** Every post that was read is acknowledged. */
  isSaved: () => boolean;
  later: (work: () => void, ms: number) => void;
}

export interface CoverageOutbox {
  /** An answer of X, whose posts were taken in already or are being. `now` in ms. */
  hear: (captured: Captured, now: number) => void;
}

export function createCoverageOutbox(deps: CoverageDeps): CoverageOutbox {
  const trail = new SearchTrail(deps.hashtag);
  let waiting: Coverage[] = [];
  let planned = false;
  const plan = () => {
    if (planned) return;
    planned = true;
    deps.later(() => void flush(), GATHER_MS);
  };
  async function flush(): Promise<void> {
    planned = false;
    if (!deps.isSaved()) return plan();
    const batch = joinCoverage(waiting);
    waiting = [];
    await deps.save(batch).catch(() => {
      waiting.push(...batch);
      plan();
    });
  }
  return {
    hear(captured, now) {
      const span = trail.hear(captured, captured.date ?? now);
      if (span === null) return;
      waiting.push(span);
      plan();
    },
  };
}
