import { describe, expect, it } from 'vitest';
import type { Coverage } from '@/stores/core/transcript';
import type { Captured } from '@/stores/core/wire';
import { createCoverageOutbox } from '@/stores/coverage-outbox';
import { entry, idAt, search, xPost } from '../../fixtures/x/payloads';

const NOON = Date.UTC(2026, 5, 18, 12);

function stage() {
  const saved: Coverage[][] = [];
  const later: (() => void)[] = [];
  const state = { isSaved: true, failing: false };
  const outbox = createCoverageOutbox({
    hashtag: 'polchat',
    save: async (coverage) => {
      if (state.failing) throw new Error('nobody answered');
      saved.push(coverage);
    },
    isSaved: () => state.isSaved,
    later: (work) => void later.push(work),
  });
  const run = async () => {
    for (const work of later.splice(0)) work();
    await Promise.resolve();
    await Promise.resolve();
  };
  return { outbox, saved, state, run, later };
}

function page(second: number, operation = 'SearchTimeline'): Captured {
  const request = JSON.stringify({ variables: { rawQuery: '#polchat', product: 'Latest' } });
  const text = JSON.stringify(search([entry(xPost('C', { id: idAt(second), text: '#polchat' }))]));
  return { operation, status: 200, request, text, date: null, rate: null, failures: 0 };
}

describe('createCoverageOutbox', () => {
  it('tells what was read, joined, and by X’s clock where that is known', async () => {
    const { outbox, saved, run } = stage();
    outbox.hear(page(60), NOON + 90_000);
    outbox.hear({ ...page(80), date: NOON + 95_000 }, NOON);
    outbox.hear(page(1, 'HomeTimeline'), NOON);
    await run();
    expect(saved).toEqual([[{ from: NOON + 60_000, to: NOON + 95_000, source: 'search' }]]);
  });

  it('waits for the posts, and tells again what was not kept', async () => {
    const { outbox, saved, state, run, later } = stage();
    state.isSaved = false;
    outbox.hear(page(60), NOON + 90_000);
    await run();
    expect(saved).toEqual([]);
    state.isSaved = true;
    state.failing = true;
    await run();
    expect(saved).toEqual([]);
    state.failing = false;
    await run();
    expect(saved).toHaveLength(1);
    expect(later).toHaveLength(0);
  });
});
