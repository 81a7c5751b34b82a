import { describe, expect, it } from 'vitest';
import {
  hashtagOfMoves,
  movesKey,
  ownMoves,
  tellsOfPosts,
  withoutMoves,
} from '@/stores/kept-moves';

describe('the panel’s moves in storage', () => {
  it('are found by their key, as is what else tells of posts', () => {
    expect(hashtagOfMoves(movesKey('polchat'))).toBe('polchat');
    expect(hashtagOfMoves('panel polchat draft')).toBeUndefined();
    expect(
      ['panel polchat moves', 'panel x lastRead', 'panel', 'settings'].map(tellsOfPosts),
    ).toEqual([true, true, false, false]);
  });

  it('are a person’s own where they changed and no file brought them', () => {
    const known = new Map([['3', { label: 'Q3', at: 1 }]]);
    const change = { oldValue: { 1: 'Q1' }, newValue: { 1: 'Q1', 2: '', 3: 'Q3' } };
    expect(ownMoves(change, known, 7)).toEqual(new Map([['2', { label: '', at: 7 }]]));
    const again = { oldValue: { 3: 'Q3' }, newValue: { 3: 'Q5' } };
    expect(ownMoves(again, known, 8)).toEqual(new Map([['3', { label: 'Q5', at: 8 }]]));
    expect(ownMoves({ newValue: null }, known, 9).size).toBe(0);
  });

  it('go with their posts', () => {
    expect(withoutMoves({ 1: 'Q1', 2: 'Q2' }, new Set(['2', '9']))).toEqual({ 1: 'Q1' });
    expect(withoutMoves({ 1: 'Q1' }, new Set(['9']))).toBeUndefined();
    expect(withoutMoves(undefined, new Set(['9']))).toBeUndefined();
  });
});
