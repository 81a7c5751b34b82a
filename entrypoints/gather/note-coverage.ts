/** Hears X's answers to searches, and has it kept which stretches of time they cover. */
import type { Bridge } from '@/stores/bridge';
import type { Captured } from '@/stores/core/wire';
import { createCoverageOutbox } from '@/stores/coverage-outbox';

/** For every chat that is followed when the first search is heard. */
export function noteCoverage({ chats, signal, send }: Bridge): void {
  for (const { tag: hashtag, feed } of chats()) {
    const outbox = createCoverageOutbox({
      hashtag,
      save: (coverage) => send('keepCoverage', { hashtag, coverage }),
      isSaved: () => feed.health().unsaved === 0,
      later: (work, ms) => setTimeout(() => !signal.aborted && work(), ms),
    });
    const hear = (captured: Captured) => outbox.hear(captured, Date.now());
    const last = feed.lastSearch();
    if (last) hear(last);
    feed.onAnswer(hear);
  }
}
