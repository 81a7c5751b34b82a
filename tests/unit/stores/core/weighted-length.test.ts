import { describe, expect, it } from 'vitest';
import { weightedLength, weightLeft } from '@/stores/core/weighted-length';

describe('weightedLength', () => {
  it.each([
    ['', 0],
    ['A3 Timing.', 10],
    // Typographic quotes and the dash are light, Latin letters with accents too, composed or not.
    ['“tŷ” – ŷ', 8],
    ['y\u0302', 1],
    ['警察', 4],
    ['مرحبا', 5],
    ['👍', 2],
    ['👩‍👩‍👧‍👦', 2],
    ['👮🏽‍♀️👮', 4],
    ['🏴󠁧󠁢󠁷󠁬󠁳󠁿', 2],
    ['https://wrenford.example/a/very/long/path?with=much', 23],
    ['See https://a.example.', 28],
    ['wrenford.police.uk/x', 23],
    ['mail me@wrenford.police.uk', 26],
    ['at 5.30, e.g. this', 18],
  ])('%s is %i', (text, weight) => {
    expect(weightedLength(text)).toBe(weight);
  });

  it('says what is left, and how much is too much', () => {
    expect(weightLeft('a'.repeat(280))).toBe(0);
    expect(weightLeft('警'.repeat(141))).toBe(-2);
  });
});
