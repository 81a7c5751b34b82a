import { createRequire } from 'node:module';
import fc from 'fast-check';
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
    // Newer than X's library: it counts their parts, and the join between them.
    ['❤️‍🔥', 5],
    ['😮‍💨', 5],
    ['🧑🏽‍🚒', 5],
    ['🏳️‍⚧️', 7],
    ['🥷🏿', 4],
    ['1⃣', 2],
    ['https://wrenford.uk/a/very/long/path?with=much', 23],
    ['See https://a.uk.', 28],
    // No ending of an address, so no link, with https:// or without.
    ['https://a.example', 17],
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

/** X's own library, which is written for browsers of long ago: it comes as CommonJS and without types. */
const { parseTweet } = createRequire(import.meta.url)('twitter-text') as {
  parseTweet(text: string): { weightedLength: number };
};

/** What posts are made of, and what trips a counter. */
const PARTS =
  'Timing. A3 #polchat @anna hello Bobbies we’re — “good” … 12.30 £5 50% e.g. i.e. v1.2.3 gov.uk www.gov.uk bbc.co.uk/news https://gov.uk http://x.com/a/status/1?s=20 https://t.co/Ab12?x=y (example.org) https://en.wikipedia.org/wiki/Peel_(name) t.co/abc x.london user@example.com example.com. foo.notatld -gov.uk _x.com https:// café.com пример.рф 食.com xn--80ak6aa92e.com ?q=a&b=c https://x.com?a=1 x.com:8080/a 👮 👮🏽‍♀️ 👩‍👩‍👧‍👦 ❤️ ❤ 1️⃣ 🇬🇧 🏴󠁧󠁢󠁷󠁬󠁳󠁿 ☺️ ☺︎ © ™ ❤️‍🔥 ❤️‍🩹 😮‍💨 🧑🏽‍🚒 🏳️‍⚧️ 🏳️‍🌈 🏳‍🌈 🤼🏽‍♀️ 🧑‍🤝‍🧑 🥷🏿 1⃣ #️⃣ *️⃣ 👁‍🗨 👁️‍🗨️ ♾️ 👫🏽 🤝🏿 🫱🏽‍🫲🏿 🏃‍➡️ 🐈‍⬛ 🐕‍🦺 🧑‍🧑‍🧒 🫡 🩷 🪫 🇨🇶 🇬 🏽 👍🏽 👍︎ 🕵‍♀️ 🕵🏽‍♀️ ⛹️‍♂️ 👩🏽‍❤️‍💋‍👩🏻 👩‍❤️‍👩 👨🏻‍🤝‍👨🏿 ‼️ ㊗️ 〰️ ℹ️ 🅰️ ♂️ ⚖ 警察 한글 ไทย ʻokina é y\u0302 مرحبا'.split(
    ' ',
  );

describe('the counter beside X’s own library', () => {
  it.each(PARTS)('agrees on %s', (part) => {
    for (const text of [
      part,
      `Say ${part} again`,
      `${part}${part}`,
      `(${part})`,
      `${part}\n#polchat`,
    ]) {
      expect(weightedLength(text), text).toBe(parseTweet(text).weightedLength);
    }
  });

  it('agrees on emoji of any make', () => {
    const signs = fc.constantFrom(...'❤✈⚧☺👁🗨🏳🏴🔥👩🧑🤝👮🥷🕵⛹1#🇬🇧🌈♀⚕🚒➡⬛');
    const joints = fc.constantFrom(
      '',
      '',
      '\u200d',
      '\ufe0f',
      '\ufe0f\u200d',
      '🏽',
      '🏽\u200d',
      '\u20e3',
    );
    const text = fc
      .array(fc.tuple(signs, joints), { minLength: 1, maxLength: 6 })
      .map((parts) => parts.flat().join(''));
    fc.assert(
      fc.property(text, (one) => weightedLength(one) === parseTweet(one).weightedLength),
      { numRuns: 3_000, seed: 20_261_126 },
    );
  });

  it('agrees on a thousand texts made of them', () => {
    const text = fc
      .array(fc.tuple(fc.constantFrom(...PARTS), fc.constantFrom(' ', ' ', '\n', '', ', ')), {
        minLength: 1,
        maxLength: 12,
      })
      .map((parts) => parts.flat().join(''));
    fc.assert(
      fc.property(text, (one) => weightedLength(one) === parseTweet(one).weightedLength),
      { numRuns: 1_000, seed: 20_261_126 },
    );
  });
});
