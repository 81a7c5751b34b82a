/** Hears X's answers to searches, and has it kept which stretches of time they cover. */
import type { Bridge } from '@/stores/bridge';
import type { Captured } from '@/stores/core/wire';
import { createCoverageOutbox } from '@/stores/coverage-outbox';

export function noteCoverage({ chat, feed, signal, send }: Bridge): void {
  const hashtag = chat.hashtag.toLowerCase();
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
