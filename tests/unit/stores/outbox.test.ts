import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Post } from '@/stores/core/post';
import { createOutbox } from '@/stores/outbox';
import { post } from '../../fixtures/posts';

/** Timers that run when told to, in order. */
function createTimers() {
  const tasks: { work: () => void; ms: number }[] = [];
  return {
    later: (work: () => void, ms: number) => void tasks.push({ work, ms }),
    waits: () => tasks.map(({ ms }) => ms),
    async run() {
      tasks.shift()?.work();
      // What was awaited in the outbox goes on.
      for (let i = 0; i < 5; i++) await Promise.resolve();
    },
    get waiting() {
      return tasks.length;
    },
  };
}

describe('createOutbox', () => {
  it('sends what came together in one batch, once', async () => {
    const timers = createTimers();
    const save = vi.fn((_posts: Post[]) => Promise.resolve());
    const outbox = createOutbox({ save, later: timers.later });
    outbox.put([post({ id: '1' })]);
    outbox.put([post({ id: '2' }), post({ id: '1' })]);
    expect(outbox.state().unsaved).toBe(2);
    await timers.run();
    expect(save.mock.calls.map(([posts]) => posts.map(({ id }) => id))).toEqual([['1', '2']]);
    expect(outbox.state()).toEqual({ unsaved: 0, saveProblem: '' });
    expect(timers.waiting).toBe(0);
  });

  it('sends again after a second, two, four …, half a minute at most, and says why', async () => {
    const timers = createTimers();
    let works = false;
    const save = () =>
      works ? Promise.resolve() : Promise.reject(new Error('QuotaExceededError: full'));
    const outbox = createOutbox({ save, later: timers.later });
    outbox.put([post({ id: '1' })]);
    const waits: number[] = [];
    for (let i = 0; i < 8; i++) {
      waits.push(...timers.waits());
      await timers.run();
    }
    expect(waits).toEqual([200, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
    expect(outbox.state()).toEqual({ unsaved: 1, saveProblem: 'QuotaExceededError: full' });
    works = true;
    await timers.run();
    expect(outbox.state()).toEqual({ unsaved: 0, saveProblem: '' });
  });

  it('tells when nothing waits any more, and not before', async () => {
    const timers = createTimers();
    let works = false;
    const save = () => (works ? Promise.resolve() : Promise.reject(new Error('gone')));
    const outbox = createOutbox({ save, later: timers.later });
    const told: string[] = [];
    await outbox.empty().then(() => told.push('nothing waits'));
    outbox.put([post({ id: '1' })]);
    void outbox.empty().then(() => told.push('kept'));
    await timers.run();
    expect(told).toEqual(['nothing waits']);
    works = true;
    await timers.run();
    expect(told).toEqual(['nothing waits', 'kept']);
  });

  it('sends ids of deleted posts with the rest, each once, and again until they are on disk', async () => {
    const timers = createTimers();
    let works = false;
    const save = vi.fn((_posts: Post[], _deleted: string[]) =>
      works ? Promise.resolve() : Promise.reject(new Error('gone')),
    );
    const outbox = createOutbox({ save, later: timers.later });
    outbox.put([post({ id: '1' })]);
    outbox.drop(['1', '2', '3']);
    await timers.run();
    works = true;
    await timers.run();
    const sent = save.mock.calls.map(([posts, deleted]) => [posts.map(({ id }) => id), deleted]);
    expect(sent).toEqual([
      [['1'], ['2', '3']],
      [['1'], ['2', '3']],
    ]);
    outbox.drop(['2', '3']);
    expect([outbox.state().unsaved, timers.waiting]).toEqual([0, 0]);
  });

  it('loses nothing whatever fails, and whenever posts come', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.boolean()), { maxLength: 40 }),
        async (events) => {
          const timers = createTimers();
          const kept = new Map<string, Post>();
          let works = true;
          const save = async (posts: Post[]) => {
            if (!works) throw new Error('down');
            for (const one of posts) kept.set(one.id, one);
          };
          const outbox = createOutbox({ save, later: timers.later });
          const last = new Map<string, Post>();
          for (const [n, good] of events) {
            works = good;
            const one = { ...post({ id: String(n) }), observedAt: last.size };
            last.set(one.id, one);
            outbox.put([one]);
            await timers.run();
          }
          works = true;
          while (timers.waiting) await timers.run();
          expect(kept).toEqual(last);
        },
      ),
    );
  });
});
