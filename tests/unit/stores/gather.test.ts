import { describe, expect, it } from 'vitest';
import type { Coverage } from '@/stores/core/transcript';
import { createGather, type GatherDeps } from '@/stores/gather';

const span = { from: 0, to: 60_000 };

/** A page of X's search whose older posts come a stretch a scroll; time passes only by waiting. */
function stage(parts: Partial<GatherDeps> = {}) {
  const world = {
    now: 100_000,
    below: span.to,
    step: 10_000,
    end: span.from,
    nudges: 0,
    visible: true,
    scrolls: 0,
  };
  const limit = { until: 0 };
  const gather = createGather({
    span,
    coverage: async (): Promise<Coverage[]> =>
      world.below < span.to ? [{ from: world.below, to: span.to, source: 'search' }] : [],
    posts: () => (span.to - world.below) / 1000,
    isVisible: () => world.visible,
    limit: () => (limit.until > world.now ? limit : null),
    page: {
      scroll() {
        world.scrolls += 1;
        const next = Math.max(world.end, world.below - world.step);
        const isOn = next < world.below;
        world.below = next;
        return isOn;
      },
      nudge: () => {
        world.nudges += 1;
      },
    },
    wait: async (ms) => {
      world.now += ms;
      onWait();
      await Promise.resolve();
    },
    now: () => world.now,
    random: () => 0.5,
    ...parts,
  });
  let onWait = () => {};
  return { gather, world, limit, whileWaiting: (work: () => void) => (onWait = work) };
}

describe('createGather', () => {
  it('tells how far the person has scrolled', async () => {
    const { gather, world } = stage();
    await gather.look();
    expect(gather.getState()).toMatchObject({
      reached: 60_000,
      read: 0,
      posts: 0,
      phase: 'reading',
    });
    world.below = 45_000;
    await gather.look();
    expect(gather.getState()).toMatchObject({ reached: 45_000, read: 0.25, posts: 15 });
    world.below = 0;
    await gather.look();
    expect(gather.getState()).toMatchObject({ reached: 0, read: 1, phase: 'done' });
  });

  it('scrolls until all of it was shown, at a human pace, and no further', async () => {
    const { gather, world } = stage();
    await gather.scroll();
    expect(gather.getState().phase).toBe('done');
    expect(world.scrolls).toBe(6);
    expect((world.now - 100_000) / world.scrolls).toBeGreaterThan(700);
    await gather.scroll();
    expect(world.scrolls).toBe(6);
  });

  it('waits while X refuses and while the tab is hidden', async () => {
    const { gather, world, limit, whileWaiting } = stage();
    const seen = new Set<string>();
    limit.until = world.now + 20_000;
    whileWaiting(() => {
      seen.add(gather.getState().phase);
      if (world.now < limit.until) expect(world.scrolls).toBe(0);
      world.visible = world.now > 130_000;
    });
    await gather.scroll();
    expect([...seen]).toEqual(['limited', 'hidden', 'scrolling']);
    expect(gather.getState().phase).toBe('done');
  });

  it('asks X again, and says at last that it shows no more', async () => {
    const { gather, world } = stage();
    world.end = 30_000;
    await gather.scroll();
    expect(gather.getState()).toMatchObject({ phase: 'stuck', reached: 30_000 });
    expect(world.nudges).toBe(4);
    world.end = 0;
    await gather.scroll();
    expect(gather.getState().phase).toBe('done');
  });

  it('stops when told to, and goes on where it was', async () => {
    const { gather, world, whileWaiting } = stage();
    whileWaiting(() => {
      if (world.scrolls === 2) gather.pause();
    });
    await gather.scroll();
    expect(world.scrolls).toBe(2);
    expect(gather.getState()).toMatchObject({ phase: 'reading', reached: 40_000 });
    whileWaiting(() => {});
    await gather.scroll();
    expect(gather.getState().phase).toBe('done');
  });

  it('takes a time that is not over for read once all but its last moments were', async () => {
    const { gather } = stage({
      now: () => 1_000_000,
      span: { from: 0, to: 2_000_000 },
      coverage: async () => [{ from: 0, to: 900_000, source: 'search' }],
    });
    await gather.look();
    expect(gather.getState()).toMatchObject({ phase: 'done', read: 1 });
  });

  it('takes a failing archive for nothing known, and goes on', async () => {
    const { gather } = stage({ coverage: () => Promise.reject(new Error('gone')) });
    await gather.look();
    expect(gather.getState()).toMatchObject({ reached: 60_000, phase: 'reading' });
  });
});
