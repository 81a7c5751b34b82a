import { describe, expect, it } from 'vitest';
import { safeHref, splitText, textDirection } from '@/stores/core/rows-text';
import { cpuTime } from '@/tests/unit/cpu-time';

const split = (text: string, links: { url: string; display: string }[] = []) =>
  splitText({ text, links }).map((part) =>
    part.kind === 'text' ? part.text : `<${part.kind} ${part.text} ${part.href}>`,
  );

describe('splitText', () => {
  it('leaves plain words alone', () => {
    expect(split('No links here. <b>Not markup</b>')).toEqual(['No links here. <b>Not markup</b>']);
  });

  it('finds links, mentions and hashtags, and leaves full stops out of them', () => {
    expect(split('See https://wrenford.example/a. Ask @PCMoorside, #PolChat!')).toEqual([
      'See ',
      '<link wrenford.example/a https://wrenford.example/a>',
      '. Ask ',
      '<mention @PCMoorside https://x.com/PCMoorside>',
      ', ',
      '<hashtag #PolChat https://x.com/hashtag/PolChat?f=live>',
      '!',
    ]);
  });

  it('shows a known link as X does', () => {
    const link = { url: 'https://wrenford.example/a-long-way/', display: 'wrenford.example/a-lo…' };
    expect(split(`${link.url} x`, [link])).toEqual([`<link ${link.display} ${link.url}>`, ' x']);
  });

  it('keeps every other kind of address as text', () => {
    const text = 'http://plain.example javascript:alert(1) https://x.com@evil.example/ a@b.example';
    expect(split(text).join('')).toBe(text);
    expect(split(text).some((part) => part.startsWith('<'))).toBe(false);
  });

  it('takes neither numbers for hashtags nor the inside of words for mentions', () => {
    expect(split('#1 of us, a#b, me@home, @toolongforanyhandle')).toHaveLength(1);
  });

  it('reads hashtags of other scripts', () => {
    expect(split('#tŷ #شرطة')).toHaveLength(3);
  });

  it('is done quickly with a hostile text', () => {
    const text = '#'.repeat(50_000) + 'https://'.repeat(5_000) + '@a'.repeat(20_000);
    expect(cpuTime(() => splitText({ text, links: [] }))).toBeLessThan(1_000);
  });
});

describe('safeHref', () => {
  it('takes https only, without a user name', () => {
    expect(safeHref('https://a.example/b')).toBe('https://a.example/b');
    for (const bad of [
      'http://a.example',
      'javascript:1',
      'data:,x',
      'https://u@a.example',
      'a',
      '',
    ]) {
      expect(safeHref(bad)).toBeNull();
    }
  });
});

describe('textDirection', () => {
  it('goes by the words, not by labels, tags, handles and links', () => {
    expect(textDirection('A3 نلتقي بالناس #polchat')).toBe('rtl');
    expect(textDirection('@noor https://a.example שלום')).toBe('rtl');
    expect(textDirection('A3 We meet نلتقي')).toBe('ltr');
    expect(textDirection('👍 #polchat')).toBe('ltr');
  });
});
