import { describe, expect, it } from 'vitest';
import { readLabels } from '@/stores/core/labels';

/** "A1@start": kind, question and place of each label that stands out of the middle of a sentence. */
function read(text: string): string {
  const { labels, rules, teaser } = readLabels(text);
  const shown = labels
    .filter(({ position }) => position !== 'middle')
    .map(({ kind, names }) => `${kind[0]?.toUpperCase()}:${names}`);
  return [...shown, ...(rules ? ['rules'] : []), ...(teaser ? ['teaser'] : [])].join(' ');
}

describe('readLabels', () => {
  it.each([
    ['A1 Timing is what stops them', 'A:Q1'],
    ['A1: timing', 'A:Q1'],
    ['A1. timing', 'A:Q1'],
    ['A1) timing', 'A:Q1'],
    ['A1- timing', 'A:Q1'],
    ['A1 - timing', 'A:Q1'],
    ['a1) timing', 'A:Q1'],
    ['A1... timing', 'A:Q1'],
    ['A1, timing', 'A:Q1'],
    ['A.1 timing', 'A:Q1'],
    ['A:1 timing', 'A:Q1'],
    ['A1 : timing', 'A:Q1'],
    ['A2Timing is hard', 'A:Q2'],
    ['A1a first half', 'A:Q1'],
    ['A0) We always start with cake', 'A:Q0'],
    ['#polchat A4 Ask the caretaker', 'A:Q4'],
    ['#polchat. A4. Ask the caretaker', 'A:Q4'],
    ['@WexdalePolice A3 Ask the caretaker', 'A:Q3'],
    ['.@WexdalePolice @MegFarrowPR A3 Ask', 'A:Q3'],
    ['Ask the caretaker A4 #polchat', 'A:Q4'],
    ['Q1 What stops people coming?', 'Q:Q1'],
    ['Q1) What stops people coming?', 'Q:Q1'],
    ['Q.1. What stops people coming?', 'Q:Q1'],
    ['....Q2 Which tools do you use?', 'Q:Q2'],
    ['Question 3 Which tools do you use?', 'Q:Q3'],
    ['Q2.1 follow-up How do you keep it going?', 'Q:Q2.1'],
    ['T1. Show us your poster', 'T:Q1'],
    ['Q3 coming up in a moment! #polchat', 'Q:Q3 teaser'],
  ])('%s → %s', (text, wanted) => {
    expect(read(text)).toBe(wanted);
  });

  it.each([
    'A1(M) closed northbound at junction 47',
    'Queueing on the A6 past the bakery',
    'Spray on the M60 J12',
    'Results for Q4 2015 are out',
    'Join our Q&A on Friday',
    'Print it on A4 paper',
    'A1 posters in the shop window',
    'You all get an A* from me',
    'https://wrenford.example/A2/plan',
    'Seven steps to a better meeting',
    'No label here at all',
    '',
  ])('finds none in: %s', (text) => {
    expect(read(text)).toBe('');
  });

  it('takes a post that explains the labels for rules', () => {
    const { labels, rules } = readLabels(
      'To answer use A1, A2, A3 and so on, and please always add #polchat',
    );
    expect({ labels, rules }).toEqual({ labels: [], rules: true });
  });
});
