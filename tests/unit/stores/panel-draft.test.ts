import { describe, expect, it } from 'vitest';
import { buildPostText, defaultLabel, draftLabels } from '@/stores/panel-draft';
import { conversation, question, START } from '@/tests/fixtures/posts';

describe('buildPostText', () => {
  it.each([
    ['  Timing. ', 'A3', 'A3 Timing. #polchat'],
    ['Timing.', '', 'Timing. #polchat'],
    ['A2 Timing.', 'A3', 'A2 Timing. #polchat'],
    ['a.2 Timing', 'A3', 'a.2 Timing #polchat'],
    ['A1(M) is shut', 'A3', 'A3 A1(M) is shut #polchat'],
    ['Both #PolChat and more', 'A3', 'A3 Both #PolChat and more'],
    ['Not #polchats', '', 'Not #polchats #polchat'],
  ])('%j under %j', (text, label, whole) => {
    expect(buildPostText(text, label, 'polchat')).toBe(whole);
  });
});

describe('draftLabels', () => {
  const asked = [1, 2, 3].map((n) => question(`Q${n}`, { createdAt: START + n * 600_000 }));

  it('offers the open question first, the newest next', () => {
    const talk = { ...conversation(asked), open: conversation(asked).questions[1] ?? null };
    expect(draftLabels(talk, false)).toEqual(['A2', 'A3', 'A1']);
    expect(defaultLabel(talk, false)).toBe('A2');
  });

  it('offers hosts the next question, and labels nothing of theirs unasked', () => {
    expect(draftLabels(conversation(asked), true)).toEqual(['Q4', 'A3', 'A2', 'A1']);
    expect(defaultLabel(conversation(asked), true)).toBe('');
  });

  it('has none before the first question, nor for those without a number', () => {
    expect(draftLabels(conversation([]), false)).toEqual([]);
    expect(draftLabels(conversation([question('QWrap')]), false)).toEqual([]);
  });
});
