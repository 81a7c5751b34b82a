import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countHashtag } from '@/stores/core/hashtag';

/** X's own library, which is written for browsers of long ago: it comes as CommonJS and without types. */
const { extractHashtags } = createRequire(import.meta.url)('twitter-text') as {
  extractHashtags(text: string): string[];
};
const countOnX = (text: string) =>
  extractHashtags(text).filter((tag) => tag.toLowerCase() === 'polchat').length;

describe('countHashtag', () => {
  it.each([
    ['Hello #polchat', 1],
    ['#PolChat hello', 1],
    ['#POLCHAT and #polchat', 2],
    ['＃polchat', 1],
    ['A1 yes.#polchat', 1],
    ['(#polchat)', 1],
    ['❤️#polchat', 1],
    ['👮🏽‍♀️#polchat', 1],
    ['1️⃣#polchat', 0],
    ['yes/#polchat', 1],
    ['1/2/#polchat', 1],
    ['and/or/#polchat', 1],
    ['##polchat', 1],
    ['#polchatter', 0],
    ['#polchat2', 0],
    ['#polchatî', 0],
    ['#polchat·x', 0],
    ['#polchat・', 0],
    ['#polchat#police', 0],
    ['#polchat#polchat', 0],
    ['#police#polchat', 0],
    ['#polchat＃x', 0],
    ['#polchat://x', 0],
    ['#polchat’s', 1],
    ['#polchat.uk', 1],
    ['a#polchat', 0],
    ['\u200d#polchat', 0],
    ['·#polchat', 0],
    ['𝐀#polchat', 0],
    ['@polchat#polchat', 0],
    ['https://x.com/#polchat', 0],
    ['https://a.uk/?#polchat', 0],
    ['https://x.com/search?q=#polchat', 0],
    ['gov.uk/#polchat', 0],
    ['gov.uk/(#polchat)', 0],
    ['gov.uk/a)#polchat', 1],
    ['gov.uk/a“#polchat”', 1],
    ['me@gov.uk/#polchat', 1],
    ['https://x.com/a #polchat', 1],
    ['https://gov.uk/-#polchat', 0],
    ['&#polchat', 0],
    ['polchat', 0],
    ['', 0],
  ])('%s: %i, as X’s own library has it', (text, count) => {
    expect(countHashtag(text, 'polchat')).toBe(count);
    expect(countOnX(text)).toBe(count);
  });

  it.each(['https://wrenford.example/#polchat', 'Full stop.Then/#polchat'])(
    'takes what only looks like a link for one: %s',
    (text) => {
      expect([countHashtag(text, 'polchat'), countOnX(text)]).toEqual([0, 1]);
    },
  );

  const NEAR =
    '#polchat #PolChat ＃polchat #police #A1 # a A3 é 1 12.30 _ - , ! ? … ’ “ ” ( ) [ / // :// : ; & $ @ @anna · ・ ー ❤️ ❤ 👮🏽‍♀️ 🇬🇧 🏴󠁧󠁢󠁷󠁬󠁳󠁿 1️⃣ 警察 ไทย مرحبا 𝐀 \u200d \u200c \ufe0f yes/ and/or';
  const LINKS =
    'e.g. gov.uk gov.uk/ gov.uk/a gov.uk?a= https://gov.uk/ https://gov.uk/a?b= https://gov.uk/(a) http://x.com/ me@gov.uk';
  const texts = (parts: string, joints: string[]) =>
    fc
      .array(
        fc.tuple(fc.constantFrom(...parts.split(' '), '#polchat'), fc.constantFrom(...joints)),
        { minLength: 1, maxLength: 6 },
      )
      .map((chosen) => chosen.flat().join(''));
  const runs = { numRuns: 4_000, seed: 20_261_126 };

  it('agrees with X’s own library on texts around the hashtag', () => {
    const glued = texts(NEAR, ['', '', ' ']);
    const spaced = texts(`${NEAR} ${LINKS}`, [' ', '\n', ' #polchat', ' #polchat ']);
    const ended = fc.tuple(
      texts(NEAR, [' ']),
      texts(LINKS, ['#polchat ', '#police ', '.#polchat ']),
    );
    for (const text of [glued, spaced, ended.map((parts) => parts.join(' '))]) {
      const agrees = (one: string) => countHashtag(one, 'polchat') === countOnX(one);
      fc.assert(fc.property(text, agrees), runs);
    }
  });

  it('never counts one that X does not', () => {
    const text = texts(`${NEAR} ${LINKS} . x.and.or/`, ['', '', ' ']);
    const isSafe = (one: string) => countHashtag(one, 'polchat') <= countOnX(one);
    fc.assert(fc.property(text, isSafe), runs);
  });

  it('finds nothing for an empty tag, and takes no pattern for one', () => {
    expect(countHashtag('#polchat', '')).toBe(0);
    expect(countHashtag('#polchat', 'pol.*')).toBe(0);
  });
});
