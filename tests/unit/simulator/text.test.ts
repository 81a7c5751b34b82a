import { describe, expect, it } from 'vitest';
import { displayUrl, encodeText, shortUrl } from '@/tests/simulator/text';
import { weightedLength } from '@/tests/simulator/weighted-length';

const cut = (text: string, [from, to]: [number, number]) => [...text].slice(from, to).join('');

describe('encodeText', () => {
  it('puts t.co in place of a link and keeps the address in the entity', () => {
    const { text, urls } = encodeText('See https://force.example/a?b=1#c, please');
    expect(text).toBe(`See ${shortUrl('https://force.example/a?b=1#c')}, please`);
    expect(urls[0]?.expanded_url).toBe('https://force.example/a?b=1#c');
    expect(cut(text, urls[0]?.indices as [number, number])).toBe(urls[0]?.url);
  });

  it('counts code points, not UTF-16 units', () => {
    const { text, hashtags } = encodeText('👮🏽‍♀️👍 #polchat');
    expect(cut(text, hashtags[0]?.indices as [number, number])).toBe('#polchat');
    expect(hashtags[0]?.indices[0]).not.toBe(text.indexOf('#'));
  });

  it('escapes & < > and counts indices over the escaped text, as recordings do', () => {
    const { text, hashtags } = encodeText('Q&A <3 #polchat');
    expect(text).toBe('Q&amp;A &lt;3 #polchat');
    expect(cut(text, hashtags[0]?.indices as [number, number])).toBe('#polchat');
  });

  it('leaves long posts unescaped', () => {
    expect(encodeText('Q&A <3', false).text).toBe('Q&A <3');
  });

  it('takes no hashtag from inside a link or a word, nor a number alone', () => {
    expect(encodeText('https://x.example/#polchat a#polchat #999').hashtags).toEqual([]);
  });

  it('finds hashtags of any script and mentions', () => {
    const { hashtags, mentions } = encodeText('#Cymraeg #警察 (@WexdalePolice) a@b.example');
    expect(hashtags.map((one) => one.text)).toEqual(['Cymraeg', '警察']);
    expect(mentions.map((one) => one.screen_name)).toEqual(['WexdalePolice']);
  });
});

describe('displayUrl', () => {
  it('drops the scheme and cuts long addresses with an ellipsis', () => {
    expect(displayUrl('https://www.short.example/a')).toBe('short.example/a');
    expect(displayUrl('https://wexdale-data.example/meetings/who-came')).toMatch(
      /^wexdale-data\.example\/.*…$/,
    );
  });
});

describe('weightedLength', () => {
  it.each([
    ['hello', 5],
    ['https://a.example/very/long/address/indeed', 23],
    ['👮🏽‍♀️', 2],
    ['警察', 4],
    ['Prynhawn da – ŵ', 15],
  ])('%s weighs %i', (text, weight) => {
    expect(weightedLength(text)).toBe(weight);
  });
});
