import { describe, expect, it } from 'vitest';
import { methods } from '@/stores/core/natives';

describe('methods', () => {
  it('gives methods and getters as functions of their receiver', () => {
    const [slice, at] = methods(String, 'slice', 'at');
    const [size] = methods(Set, 'size');
    expect(slice('polchat', 0, 3)).toBe('pol');
    expect(at('polchat', -1)).toBe('t');
    expect(size(new Set([1, 2]))).toBe(2);
  });

  it('is deaf to what becomes of the prototypes afterwards', () => {
    const [indexOf] = methods(String, 'indexOf');
    const [has] = methods(Set, 'has');
    const set = new Set([1]);
    const patched: [object, string][] = [
      [String.prototype, 'indexOf'],
      [Set.prototype, 'has'],
      [Function.prototype, 'call'],
      [Function.prototype, 'bind'],
    ];
    const before = patched.map(([owner, key]) => Object.getOwnPropertyDescriptor(owner, key));
    for (const [owner, key] of patched)
      Object.defineProperty(owner, key, { value: () => 'fooled' });
    let found: unknown;
    try {
      found = [indexOf('polchat', 'chat'), has(set, 1), has(set, 2), set.has(1)];
    } finally {
      for (const [index, [owner, key]] of patched.entries()) {
        Object.defineProperty(owner, key, before[index] as PropertyDescriptor);
      }
    }
    expect(found).toEqual([3, true, false, 'fooled']);
  });

  it('throws where the platform lacks the method, or the receiver is another', () => {
    expect(() => methods(String, 'noSuchMethod')).toThrow();
    const [has] = methods(Set, 'has');
    expect(() => has(new Map(), 1)).toThrow(TypeError);
  });
});
