/** Pictures of the simulated pbs.twimg.com: avatars, photos and emoji, all drawn here. */
import { createHash } from 'node:crypto';

const hues = (seed: string): [number, number] => {
  const digest = createHash('sha1').update(seed).digest();
  return [((digest[0] ?? 0) * 360) / 256, ((digest[1] ?? 0) * 360) / 256];
};

const svg = (view: string, body: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${view}">${body}</svg>`;

/** An avatar: a gradient with the handle's initial. */
export function avatarSvg(handle: string): string {
  const [a] = hues(handle);
  const b = (a + 50) % 360;
  const initial =
    handle
      .replace(/^(PC|Sgt|DC|Insp|PCSO)/, '')
      .charAt(0)
      .toUpperCase() || '?';
  return svg(
    '96 96',
    `<defs><linearGradient id="g" x1="0" y1="0" x2="1" y2="1"><stop stop-color="hsl(${a} 55% 58%)"/><stop offset="1" stop-color="hsl(${b} 60% 38%)"/></linearGradient></defs><rect width="96" height="96" fill="url(#g)"/><text x="48" y="64" font-family="Helvetica,Arial,sans-serif" font-size="46" font-weight="700" fill="#fff" text-anchor="middle">${initial}</text>`,
  );
}

/** A photo: hills under a sky, different for each id. */
export function photoSvg(id: string): string {
  const [a, b] = hues(id);
  return svg(
    '1200 675',
    `<rect width="1200" height="675" fill="hsl(${a} 45% 78%)"/><circle cx="${200 + (b % 300) * 2}" cy="170" r="70" fill="hsl(${b} 80% 85%)"/><path d="M0 430 Q300 300 620 420 T1200 360 V675 H0Z" fill="hsl(${(a + 90) % 360} 35% 46%)"/><path d="M0 540 Q380 430 760 540 T1200 500 V675 H0Z" fill="hsl(${(a + 110) % 360} 40% 34%)"/>`,
  );
}

/** An emoji as a picture: X shows its own drawings, here the system's letter stands in. */
export function emojiSvg(hex: string): string {
  const points = hex.split('-').map((part) => Number.parseInt(part, 16));
  const valid = points.length > 0 && points.every((point) => point > 0 && point <= 0x10ffff);
  const char = valid ? String.fromCodePoint(...points) : '?';
  const [a] = hues(hex);
  return svg(
    '36 36',
    `<circle cx="18" cy="18" r="17" fill="hsl(${a} 80% 62%)"/><text x="18" y="26" font-size="24" text-anchor="middle">${char}</text>`,
  );
}
