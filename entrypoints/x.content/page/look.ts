/** X's look: light, dim or lights out, told by how bright it is, since X changes its colours now and then. */

export type Look = 'light' | 'dim' | 'dark';

/** The channels of a computed colour; undefined for transparent or unknown ones. */
function readColour(colour: string): number[] | undefined {
  const [r, g, b, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return b === undefined || alpha === 0 ? undefined : ([r, g, b] as number[]);
}

/** Lights out is (5,5,5) at the brightest known, dim was (21,32,43): the bounds lie between, in how bright each channel looks. */
export function lookOf([r = 0, g = 0, b = 0]: readonly number[]): Look {
  const luma = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  if (luma > 170) return 'light';
  return luma > 18 ? 'dim' : 'dark';
}

/** The page's look now. */
export function readLook(): Look {
  // X writes it on the body itself; to have it computed while the page is being built costs a whole style pass.
  const { backgroundColor } = document.body.style;
  const colour = readColour(backgroundColor || getComputedStyle(document.body).backgroundColor);
  if (colour) return lookOf(colour);
  const theme = document.documentElement.dataset.theme;
  if (theme) return theme === 'light' ? 'light' : theme === 'dim' ? 'dim' : 'dark';
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
