/** X's weighted length of a text. */

const LIGHT: readonly [number, number][] = [
  [0, 4351],
  [8192, 8205],
  [8208, 8223],
  [8242, 8247],
];

const isLight = (code: number) => LIGHT.some(([from, to]) => code >= from && code <= to);

const weightOf = (grapheme: string) =>
  /\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(grapheme)
    ? 2
    : [...grapheme].reduce((sum, char) => sum + (isLight(char.codePointAt(0) ?? 0) ? 1 : 2), 0);

/** Links count 23, wide characters and emoji 2; enough for the composer's own limit. */
export function weightedLength(typed: string): number {
  const links = typed.match(/https?:\/\/\S+/g) ?? [];
  const rest = typed.replace(/https?:\/\/\S+/g, '');
  const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(rest);
  return [...graphemes].reduce((sum, { segment }) => sum + weightOf(segment), links.length * 23);
}
