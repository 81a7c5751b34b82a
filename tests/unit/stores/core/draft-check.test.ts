import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDraft, sameWords } from '@/stores/core/draft-check';
import { DRAFT_KINDS } from '@/stores/core/settings';
import { cpuTime } from '@/tests/unit/cpu-time';
import { FURTHER, NEGATIVES, POSITIVES } from './draft-check-cases';

/** A draft without its marks, and what they enclosed. */
function readCase(written: string): { text: string; marked: string[] } {
  return {
    text: written.replace(/[«»]/g, ''),
    marked: [...written.matchAll(/«([^»]*)»/g)].map(([, words = '']) => words),
  };
}

/** What goes wrong with a draft; '' where it is caught as it should be. */
function missed(kind: string, written: string): string {
  const { text, marked } = readCase(written);
  const found = checkDraft(text);
  const wrong = marked.filter(
    (words) => !found.some((one) => one.kind === kind && overlaps(one, text.indexOf(words), words)),
  );
  return wrong.length === 0 ? '' : `${kind}: ${written} → ${JSON.stringify(found)}`;
}

function overlaps({ from, to }: { from: number; to: number }, at: number, words: string): boolean {
  return from < at + words.length && at < to;
}

describe('checkDraft', () => {
  it('knows at least 250 drafts of every kind', () => {
    expect(Object.keys(POSITIVES).sort()).toEqual([...DRAFT_KINDS].sort());
    expect(Object.values(POSITIVES).flat().length).toBeGreaterThanOrEqual(250);
  });

  it.each(Object.entries(POSITIVES))('catches %s with the right reason', (kind, drafts) => {
    expect(drafts.map((draft) => missed(kind, draft)).filter(Boolean)).toEqual([]);
  });

  it.each(Object.entries(FURTHER))('catches %s as others write it', (kind, drafts) => {
    expect(drafts.map((draft) => missed(kind, draft)).filter(Boolean)).toEqual([]);
  });

  it('lets pass what only looks alike', () => {
    const flagged = NEGATIVES.flatMap((text) =>
      checkDraft(text).map(({ kind, words }) => `${kind} "${words}" in: ${text}`),
    );
    expect(flagged).toEqual([]);
  });

  it('looks past links, hashtags, handles and the labels of the chat', () => {
    const plate = 'AB12CDE';
    expect(checkDraft(`https://x.com/a/${plate} x.com/${plate} #${plate} @${plate}`)).toEqual([]);
    expect(checkDraft(`A1 2AB is a label here, a postcode is A1 2AB nowhere`)).toEqual([]);
    expect(checkDraft(`#polchat A2. ${plate}`).map(({ words }) => words)).toEqual([plate]);
  });

  it('says nothing of kinds that are switched off', () => {
    const draft = 'AB12 CDE, ring 07700 900123';
    expect(checkDraft(draft, ['phone']).map(({ kind }) => kind)).toEqual(['vehicle']);
    expect(checkDraft(draft, DRAFT_KINDS)).toEqual([]);
  });

  it('takes the same words for the same however they are written', () => {
    const [a, b] = ['reg AB12 CDE', 'reg ab12-cde!'].map((draft) => checkDraft(draft)[0]);
    expect(a && sameWords(a)).toBe(b && sameWords(b));
  });

  it('marks what stands in the draft, in order, nothing twice, whatever is typed', () => {
    const typed = fc.string({ unit: 'grapheme', maxLength: 60 });
    const risky = fc.constantFrom(...Object.values(POSITIVES).flat());
    fc.assert(
      fc.property(fc.array(fc.oneof(typed, risky), { maxLength: 6 }), (parts) => {
        const draft = parts.join(' ');
        let end = 0;
        for (const { from, to, words } of checkDraft(draft)) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeGreaterThan(from);
          expect(draft.slice(from, to)).toBe(words);
          end = to;
        }
      }),
    );
  });

  it('reads what was pasted by mistake, however long', () => {
    const text = `Ring 07700 900123 ${'and so on '.repeat(20_000)}`;
    expect(checkDraft(text).map(({ words }) => words)).toEqual(['07700 900123']);
  });

  it('gets past a long link in the midst of a draft', () => {
    const start = performance.now();
    expect(checkDraft('all on www.example.police.uk/news A1 is the page')).toEqual([]);
    expect(performance.now() - start).toBeLessThan(500);
  });

  // A rule that tries every way of reading a text would take minutes for one of these.
  it('takes no longer than a key may, however odd the draft', () => {
    checkDraft(POSITIVES.victim?.[0] ?? '');
    const odd = [
      'the ',
      ' ',
      'car reg ',
      '1/',
      'a.',
      'John Smith ',
      'victim ',
      'a@',
      'dob 3 4 ',
      '12 High ',
      'log ',
      '///a',
      'N51 ',
      '\n',
      'O’',
      '(',
      'is was ',
    ];
    for (const part of odd) {
      const draft = part.repeat(4_000 / part.length);
      expect(
        cpuTime(() => checkDraft(draft)),
        JSON.stringify(part),
      ).toBeLessThan(500);
    }
  });
});
