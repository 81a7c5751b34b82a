import { describe, expect, it } from 'vitest';
import { createRowHeights } from '@/components/panel/row-heights';
import type { Row } from '@/stores/core/rows';

const rows = (n: number): Row[] =>
  Array.from({ length: n }, (_, i) => ({ kind: 'gap', key: `g${i}`, reason: 'missing' }));

describe('createRowHeights', () => {
  it('adds up what is measured and what is guessed', () => {
    const heights = createRowHeights();
    heights.setRows(rows(4));
    expect([0, 1, 4].map(heights.top)).toEqual([0, 40, 160]);
    expect(heights.measured([['g1', 100]])).toBe(true);
    expect([1, 2, 4].map(heights.top)).toEqual([40, 140, 220]);
    expect(
      heights.measured([
        ['g1', 100],
        ['g2', 0],
      ]),
    ).toBe(false);
  });

  it('finds the row at any height, and the nearest beyond the ends', () => {
    const heights = createRowHeights();
    expect(heights.at(0)).toBe(-1);
    heights.setRows(rows(1_000));
    for (const [y, index] of [
      [-5, 0],
      [0, 0],
      [39, 0],
      [40, 1],
      [20_010, 500],
      [99_999, 999],
    ] as const) {
      expect(heights.at(y)).toBe(index);
    }
    expect([heights.index('g500'), heights.index('gone')]).toEqual([500, undefined]);
  });

  it('remembers heights when rows come and go, and forgets them at another width', () => {
    const heights = createRowHeights();
    heights.setRows(rows(3));
    heights.measured([['g2', 90]]);
    heights.setRows(rows(3).slice(1));
    expect(heights.top(2)).toBe(130);
    heights.setWidth(500);
    expect(heights.top(2)).toBe(80);
  });

  it('leaves room above the first row', () => {
    const heights = createRowHeights();
    heights.setRows(rows(2));
    heights.setLead(50);
    expect([0, 2].map(heights.top)).toEqual([50, 130]);
    expect(heights.at(10)).toBe(0);
  });
});
