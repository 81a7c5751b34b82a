import { describe, expect, it } from 'vitest';
import { findJsonError } from '@/stores/core/json-place';

describe('findJsonError', () => {
  it.each([
    ['', 'line 1, column 1, where it ends too early'],
    ['{"data":\n tru}', 'line 2, column 2'],
    ['{"a":1,}', 'line 1, column 8'],
    ['[1 2]', 'line 1, column 4'],
    ['[1,]', 'line 1, column 4'],
    ['{"a" 1}', 'line 1, column 6'],
    ['{a:1}', 'line 1, column 2'],
    ['[}', 'line 1, column 2'],
    ['{"a":[]', 'line 1, column 8, where it ends too early'],
    ['{"a":{"b":{}},\r\n"c":[[],{}', 'line 2, column 11, where it ends too early'],
    ['"\u0001"', 'line 1, column 1'],
    ['01', 'line 1, column 2'],
    ['{} {}', 'line 1, column 4'],
    ['<html>', 'line 1, column 1'],
  ])('names the place in %j', (text, place) => {
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
    expect(findJsonError(text)).toBe(place);
  });
});
