import { describe, expect, it, vi } from 'vitest';
import type { PanelStorage } from '@/stores/conversation';
import { createMoving } from '@/stores/panel-moves';

const settled = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

function storage(kept: Map<string, unknown>, set?: PanelStorage['set']): PanelStorage {
  return {
    get: async (key) => structuredClone(kept.get(key)),
    set: set ?? (async (key, value) => kept.set(key, structuredClone(value))),
    adopt: async () => undefined,
    onChange: () => undefined,
  };
}

describe('createMoving', () => {
  it('writes on top of what other tabs wrote', async () => {
    const kept = new Map<string, unknown>([['moves', { a: 'Q1', b: 'Q1' }]]);
    const here = createMoving(storage(kept), () => undefined);
    const there = createMoving(storage(kept), () => undefined);
    here.move('b', 'Q2');
    here.move('c', 'Q3');
    await settled();
    there.move('d', '');
    await settled();
    expect(kept.get('moves')).toEqual({ a: 'Q1', b: 'Q2', c: 'Q3', d: '' });
  });

  it('adopts what is on disk, but for what is on its way there', async () => {
    const changed = vi.fn();
    const moving = createMoving(storage(new Map()), changed);
    moving.adopt({ a: 'Q1' });
    expect([...moving.moves]).toEqual([['a', 'Q1']]);
    moving.move('b', 'Q2');
    moving.adopt({ a: 'Q3' });
    expect(Object.fromEntries(moving.moves)).toEqual({ a: 'Q3', b: 'Q2' });
    await settled();
    moving.adopt({});
    expect(moving.moves.size).toBe(0);
    expect(changed).toHaveBeenCalledTimes(4);
    moving.adopt({});
    expect(changed).toHaveBeenCalledTimes(4);
  });

  it('holds a move that could not be stored, and stores it with the next one', async () => {
    const kept = new Map<string, unknown>();
    let full = true;
    const set: PanelStorage['set'] = async (key, value) => {
      if (full) throw new Error('QuotaExceededError');
      kept.set(key, value);
    };
    const moving = createMoving(storage(kept, set), () => undefined);
    moving.move('a', 'Q1');
    await settled();
    expect(moving.moves.get('a')).toBe('Q1');
    full = false;
    moving.move('b', 'Q2');
    await settled();
    expect(kept.get('moves')).toEqual({ a: 'Q1', b: 'Q2' });
  });
});
