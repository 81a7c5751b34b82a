import { describe, expect, it } from 'vitest';
import { decodeText, hashtagsIn, readText } from '@/stores/core/x-text';
import { cpuTime } from '@/tests/unit/cpu-time';

describe('hashtagsIn', () => {
  it.each([
    ['#PolChat', ['polchat']],
    ['A1 yes.#polchat, (#two) „#Drei“', ['polchat', 'two', 'drei']],
    ['#polchat #POLCHAT', ['polchat']],
    ['＃polchat full-width', ['polchat']],
    ['#99problems #2026 #a1_b', ['99problems', 'a1_b']],
    ['#Cymraeg_y_môr #日本語 #مرحبا', ['cymraeg_y_môr', '日本語', 'مرحبا']],
    ['a#polchat 1#polchat _#polchat &#polchat', []],
    ['https://example.org/#polchat example.org/a#polchat www.example.org/b/#polchat', []],
    ['see example.org/a, #polchat', ['polchat']],
    ['https://example.org/a\u3000#polchat', ['polchat']],
    ['Thanks❤️#polchat 👍🏽#two e\u0301#three', ['polchat', 'two']],
    ['#polchat#second', []],
    ['#polchat://x', []],
    ['# polchat #', []],
    ['no tag', []],
  ])('finds the tags of %s', (text, tags) => {
    expect(hashtagsIn(text)).toEqual(tags);
  });

  it.each([
    '#'.repeat(100_000),
    '#a'.repeat(50_000),
    `#${'1'.repeat(100_000)}`,
    `${'x.'.repeat(50_000)}#a`,
  ])('is quick on any text: %#', (text) => {
    expect(cpuTime(() => hashtagsIn(text))).toBeLessThan(1_000);
  });
});

describe('decodeText', () => {
  it("decodes X's five escapes once, and no others", () => {
    expect(decodeText('&lt;b&gt; &amp;amp; &quot;&#39; &nbsp; &amp')).toBe(
      '<b> &amp; "\' &nbsp; &amp',
    );
  });
});

describe('readText', () => {
  const plain = { urls: [], media: [], hashtags: [], quoteOf: null, lead: 0 };

  it('takes off only what is a run of @names, whatever the range says', () => {
    const escaped = '@anna @ben_1 A1 yes';
    expect(readText({ ...plain, escaped, lead: 13 }).text).toBe('A1 yes');
    expect(readText({ ...plain, escaped, lead: 8 }).text).toBe('@anna @ben_1 A1 yes');
    expect(readText({ ...plain, escaped, lead: 99 }).text).toBe('@anna @ben_1 A1 yes');
  });

  it('takes no address that is not on the web', () => {
    const urls = [{ url: 'https://t.co/aaaaaaaaaa', expanded_url: 'javascript:alert(1)' }];
    expect(readText({ ...plain, escaped: 'https://t.co/aaaaaaaaaa', urls })).toMatchObject({
      text: 'https://t.co/aaaaaaaaaa',
      links: [{ url: 'https://t.co/aaaaaaaaaa' }],
    });
  });

  it('puts $ signs of an address into the text as they are', () => {
    const urls = [{ url: 'https://t.co/aaaaaaaaaa', expanded_url: 'https://example.org/$&$1' }];
    expect(readText({ ...plain, escaped: 'https://t.co/aaaaaaaaaa', urls }).text).toBe(
      'https://example.org/$&$1',
    );
  });
});
