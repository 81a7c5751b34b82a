import { describe, expect, it } from 'vitest';
import { lookOf } from '@/entrypoints/x.content/page/look';

describe('lookOf', () => {
  it.each([
    [[255, 255, 255], 'light'],
    [[247, 249, 249], 'light'],
    [[21, 32, 43], 'dim'],
    [[30, 39, 50], 'dim'],
    [[29, 155, 240], 'dim'],
    [[0, 0, 0], 'dark'],
    [[5, 5, 5], 'dark'],
    [[16, 16, 16], 'dark'],
  ])('%o is %s', (rgb, look) => {
    expect(lookOf(rgb)).toBe(look);
  });
});
