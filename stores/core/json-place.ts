/** Decides where a text stops being JSON: JSON.parse names the place only in some of its messages. */

/** A place in a text, both counted from 1. */
export interface Place {
  line: number;
  column: number;
}

/** A sign of its own, or a string, or a plain value. In a string stands everything from the space up but " and \. */
const TOKEN =
  /([{}[\],:])|("(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const GAP = /[ \t\r\n]*/y;

/** What may come next: a value, a value or the end of a list, a key, a key or the end of an object, a colon, a comma or an end. */
type Expected = 'value' | 'item' | 'key' | 'member' | 'colon' | 'rest';

const VALUES: Record<string, Expected> = {
  text: 'rest',
  plain: 'rest',
  '[': 'item',
  '{': 'member',
};
const NEXT: Record<Expected, Record<string, Expected>> = {
  value: VALUES,
  item: { ...VALUES, ']': 'rest' },
  key: { text: 'colon' },
  member: { text: 'colon', '}': 'rest' },
  colon: { ':': 'value' },
  rest: { ',': 'value', ']': 'rest', '}': 'rest' },
};
const ENDS: Record<string, string> = { '[': ']', '{': '}' };

/** "line 3, column 7" of the first sign that cannot stand there; the end, where the text is cut off. `from`: where the text itself stands in its file. */
export function findJsonError(text: string, from: Place = { line: 1, column: 1 }): string {
  const open: string[] = [];
  let expected: Expected = 'value';
  for (let at = 0; ; ) {
    GAP.lastIndex = at;
    at += GAP.exec(text)?.[0].length ?? 0;
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text);
    const next: Expected | null = token && follow(expected, kindOf(token), open);
    if (!next) return describe(text, at, from);
    expected = next;
    at = TOKEN.lastIndex;
  }
}

function kindOf([, sign, string]: RegExpExecArray): string {
  return sign ?? (string === undefined ? 'plain' : 'text');
}

function follow(expected: Expected, token: string, open: string[]): Expected | null {
  const next = NEXT[expected][token];
  const around = open.at(-1);
  if (!next || (expected === 'rest' && !around)) return null;
  const end = ENDS[token];
  if (end) open.push(end);
  if (token === ']' || token === '}') {
    if (token !== around) return null;
    open.pop();
  }
  return token === ',' && around === '}' ? 'key' : next;
}

/** Where a text that stands at `from` ends. */
export function placeAfter(text: string, { line, column }: Place): Place {
  const last = text.lastIndexOf('\n');
  if (last < 0) return { line, column: column + text.length };
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
  return { line: line + lines, column: text.length - last };
}

function describe(text: string, at: number, from: Place): string {
  const { line, column } = placeAfter(text.slice(0, at), from);
  const place = `line ${line}, column ${column}`;
  return at >= text.length ? `${place}, where it ends too early` : place;
}
