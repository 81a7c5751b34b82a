/** X's look: light, dim or lights out, told by luminance, since X changes its colours now and then. */

export type Look = 'light' | 'dim' | 'dark';

/** The channels of a computed colour; undefined for transparent or unknown ones. */
function readColour(colour: string): [number, number, number] | undefined {
  const [r, g, b, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  if (r === undefined || g === undefined || b === undefined || alpha === 0) return undefined;
  return [r, g, b];
}

/** WCAG 2.2 relative luminance, 0 (black) to 1 (white). */
export function luminance(rgb: readonly number[]): number {
  const [r = 0, g = 0, b = 0] = rgb.map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Lights out is (5,5,5) at the brightest known, dim was (21,32,43): the bounds lie between, in luminance. */
export function lookOf(rgb: readonly number[]): Look {
  const light = luminance(rgb);
  if (light > 0.4) return 'light';
  return light > 0.006 ? 'dim' : 'dark';
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
