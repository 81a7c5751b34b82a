import { describe, expect, it } from 'vitest';
import { countHashtag } from '@/stores/core/hashtag';

describe('countHashtag', () => {
  it.each([
    ['Hello #polchat', 1],
    ['#PolChat hello', 1],
    ['#POLCHAT and #polchat', 2],
    ['＃polchat', 1],
    ['A1 yes.#polchat', 1],
    ['(#polchat)', 1],
    ['#polchatter', 0],
    ['#polchat2', 0],
    ['#polchatî', 0],
    ['a#polchat', 0],
    ['https://x.example/#polchat', 0],
    ['&#polchat', 0],
    ['polchat', 0],
    ['', 0],
  ])('%s: %i', (text, count) => {
    expect(countHashtag(text, 'polchat')).toBe(count);
  });

  it('finds nothing for an empty tag, and takes no pattern for one', () => {
    expect(countHashtag('#polchat', '')).toBe(0);
    expect(countHashtag('#polchat', 'pol.*')).toBe(0);
  });
});
