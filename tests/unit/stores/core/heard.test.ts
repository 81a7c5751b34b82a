import { describe, expect, it } from 'vitest';
import { createHeard } from '@/stores/core/heard';
import type { Captured } from '@/stores/core/wire';

const MINUTE = 60_000;

const message = (parts: Partial<Captured>): Captured => ({
  operation: 'HomeTimeline',
  status: 200,
  text: '',
  request: 'a',
  date: null,
  rate: null,
  failures: 0,
  ...parts,
});

describe('createHeard', () => {
  it('knows of a text that comes later when its head came', () => {
    const heardAt = createHeard();
    expect(heardAt(message({ request: 'a' }), 1)).toBe(1);
    expect(heardAt(message({ request: 'b' }), 2)).toBe(2);
    expect(heardAt(message({ request: 'a', text: '{}' }), 9 * MINUTE)).toBe(1);
    expect(heardAt(message({ request: 'c', text: '{}' }), 9 * MINUTE)).toBe(9 * MINUTE);
  });

  it('takes the word that it is a timeline for no text', () => {
    const heardAt = createHeard();
    heardAt(message({ text: ' ' }), 1);
    expect(heardAt(message({ text: '{}' }), 5)).toBe(1);
  });

  it('tells the same request at another time apart, where X says the time', () => {
    const heardAt = createHeard();
    heardAt(message({ date: 1_000 }), 1);
    expect(heardAt(message({ date: 2_000, text: '{}' }), 5)).toBe(5);
    expect(heardAt(message({ date: 1_000, text: '{}' }), 5)).toBe(1);
  });

  it('forgets a head after the ten minutes that the tap holds its text', () => {
    const heardAt = createHeard();
    heardAt(message({}), 0);
    expect(heardAt(message({ text: '{}' }), 10 * MINUTE)).toBe(0);
    expect(heardAt(message({ text: '{}' }), 10 * MINUTE + 1)).toBe(10 * MINUTE + 1);
  });
});
