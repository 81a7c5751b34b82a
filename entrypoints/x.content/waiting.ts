/** What came before the script that reads, in order, until that script has come. */
import type { Captured } from '@/stores/core/wire';

/** What X answered waits no longer, ms: others' posts stand in it too. */
const LONGEST = 600_000;
/** A script that did not come is asked for again after so many ms. */
const AGAIN_MS = 1_000;
/** What waits has no more characters than that: the oldest goes first. */
const MOST = 20_000_000;

interface Waiting {
  at: number;
  take: () => void;
  /** None of what is kept already. */
  answer: Captured | undefined;
}

export interface WaitingDeps {
  /** The extension was not updated or taken away. */
  isValid: () => boolean;
  /** Has the script put into the page, and never rejects; the script calls `end`. */
  load: () => Promise<unknown>;
}

export function createWaiting({ isValid, load }: WaitingDeps) {
  let waiting: Waiting[] = [];
  let isOver = false;
  let isAsking = false;

  const answers = () => waiting.flatMap(({ answer }) => answer ?? []);
  /** Until it has come, or nothing waits for it: the background may be killed on the way. */
  const ask = async () => {
    isAsking = true;
    while (waiting.length > 0) {
      await load();
      if (isOver) break;
      await new Promise((done) => setTimeout(done, AGAIN_MS));
      const oldest = isValid() ? Date.now() - LONGEST : Number.POSITIVE_INFINITY;
      waiting = waiting.filter(({ at }) => at > oldest);
    }
    isAsking = false;
  };
  return {
    /** Takes it now, or once the script is there. */
    add(take: () => void, answer?: Captured): void {
      if (isOver) {
        take();
        return;
      }
      waiting.push({ at: Date.now(), take, answer });
      while (answers().reduce((sum, { text }) => sum + text.length, 0) > MOST) waiting.shift();
      if (!isAsking) void ask();
    },
    /** The answers that wait. */
    answers,
    /** These wait no longer. */
    drop(these: readonly (Captured | undefined)[]): void {
      waiting = waiting.filter(({ answer }) => !these.includes(answer));
    },
    /** Takes all of it: one that throws does so afterwards, as a listener would. */
    end(): void {
      isOver = true;
      for (const { take } of waiting.splice(0)) {
        try {
          take();
        } catch (error) {
          setTimeout(() => {
            throw error;
          });
        }
      }
    },
  };
}
