import { describe, expect, it } from 'vitest';
import { createRateLimit } from '@/tests/simulator/rate-limit';
import { START, stage } from './simulated-answers';

describe('an answer on purpose slow', () => {
  it('is whole, and comes seconds later', () => {
    const { answer, settings } = stage(30);
    const quick = answer('HomeTimeline', {});
    settings.failing = 'slow';
    const slow = answer('HomeTimeline', {});
    expect(quick.delay).toBe(0);
    expect(slow.delay).toBeGreaterThan(1_000);
    expect(slow.body).toBe(quick.body);
  });
});

describe('the budget of an operation', () => {
  it('is told in three headers and used up after so many requests', () => {
    const limit = createRateLimit();
    const states = Array.from({ length: 4 }, (_, n) => limit.take('SearchTimeline', START + n, 3));
    expect(states.map((one) => one.allowed)).toEqual([true, true, true, false]);
    expect(states.map((one) => one.headers['x-rate-limit-remaining'])).toEqual([
      '2',
      '1',
      '0',
      '0',
    ]);
    expect(states[3]?.headers).toMatchObject({
      'x-rate-limit-limit': '3',
      'x-rate-limit-reset': String(START / 1000 + 900),
    });
  });

  it('is full again 15 minutes after the first request', () => {
    const limit = createRateLimit();
    limit.take('SearchTimeline', START, 1);
    expect(limit.take('SearchTimeline', START + 899_999, 1).allowed).toBe(false);
    expect(limit.take('SearchTimeline', START + 900_000, 1).allowed).toBe(true);
  });

  it('is 50 for SearchTimeline, after which X says 429; other operations go on', () => {
    const { answer } = stage(30);
    const status = Array.from(
      { length: 51 },
      () => answer('SearchTimeline', { rawQuery: '#polchat' }).status,
    );
    expect(status.filter((one) => one === 200).length).toBe(50);
    expect(status.at(-1)).toBe(429);
    expect(answer('HomeTimeline', {}).status).toBe(200);
  });
});
