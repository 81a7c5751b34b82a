import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HarSplitter } from '@/stores/core/har-splitter';

/** What a splitter gives of a text that comes in pieces of these lengths, over and over. */
function split(text: string, lengths: readonly number[]) {
  const splitter = new HarSplitter();
  const entries: unknown[] = [];
  for (let at = 0, n = 0; at < text.length; n += 1) {
    const length = lengths[n % lengths.length] ?? 1;
    entries.push(...splitter.push(text.slice(at, at + length)));
    at += length;
  }
  if (splitter.isHar) splitter.end();
  return { entries, isHar: splitter.isHar };
}

const lengths = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 });
/** Objects whose texts are full of what looks like structure. */
const entry = fc.dictionary(
  fc.string({
    unit: fc.constantFrom('"', '\\', '{', '}', '[', ']', ':', ',', 'a', '\n', 'é', '😀'),
  }),
  fc.jsonValue(),
);

describe('HarSplitter', () => {
  it('gives the entries of any recording, however its text comes in', () => {
    fc.assert(
      fc.property(
        fc.array(entry),
        fc.jsonValue(),
        fc.nat(4),
        lengths,
        (entries, other, space, cut) => {
          const text = JSON.stringify(
            { log: { other, entries, after: [{ entries: [1] }] } },
            null,
            space,
          );
          expect(split(text, cut)).toEqual({ entries: JSON.parse(text).log.entries, isHar: true });
        },
      ),
      { numRuns: 400, seed: 1 },
    );
  });

  it('holds no more of a recording that is indented than of one that is not', () => {
    const held = (gap: string) => {
      const splitter = new HarSplitter();
      splitter.push('{"log":{"entries":[{"n":0}');
      for (let n = 1; n < 50; n += 1) {
        splitter.push(`,${gap}{"n":${n}},${gap}`);
        splitter.push(`${gap}{"n":${n}}${gap}`);
      }
      return { ...splitter, place: null };
    };
    expect(held('\n            ')).toEqual(held(''));
  });

  it('gives nothing of what is no recording', () => {
    fc.assert(
      fc.property(fc.jsonValue(), lengths, (value, cut) => {
        fc.pre(!JSON.stringify(value).includes('"log"'));
        const { entries, isHar } = split(JSON.stringify(value), cut);
        expect(entries).toEqual([]);
        expect(isHar).not.toBe(true);
      }),
      { numRuns: 400, seed: 2 },
    );
  });

  it('refuses every recording that is cut off', () => {
    const text = JSON.stringify({ log: { version: '1', entries: [{ a: '}"' }, { b: [1] }] } });
    for (let end = 7; end < text.length; end += 1) {
      expect(() => split(text.slice(0, end), [5])).toThrow(/early/);
    }
  });
});
