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

/** A bar chart: a few tall bars, then many short ones. */
function chartSvg(id: string): string {
  const [a] = hues(id);
  const bars = Array.from({ length: 14 }, (_, n) => {
    const height = n < 4 ? 420 - n * 45 : 90 - n * 4;
    return `<rect x="${120 + n * 70}" y="${560 - height}" width="46" height="${height}" rx="6" fill="hsl(${a} ${n < 4 ? 55 : 20}% ${n < 4 ? 48 : 70}%)"/>`;
  });
  return svg(
    '1200 675',
    `<rect width="1200" height="675" fill="#fbfaf7"/><path d="M90 90 V562 H1120" fill="none" stroke="#8a8f98" stroke-width="4"/>${bars.join('')}`,
  );
}

/** A photo: hills under a sky, at an hour of its own. */
export function photoSvg(id: string): string {
  if (id.startsWith('chart')) return chartSvg(id);
  const [a, b] = hues(id);
  const sky = 195 + (a % 35);
  const field = 80 + (b % 60);
  return svg(
    '1200 675',
    `<defs><linearGradient id="s" x1="0" y1="0" x2="0" y2="1"><stop stop-color="hsl(${sky} 60% 72%)"/><stop offset="1" stop-color="hsl(${sky - 160} 60% 90%)"/></linearGradient></defs><rect width="1200" height="675" fill="url(#s)"/><circle cx="${200 + (b % 300) * 2}" cy="170" r="60" fill="hsl(48 95% 88%)"/><path d="M0 430 Q300 300 620 420 T1200 360 V675 H0Z" fill="hsl(${field + 30} 22% 55%)"/><path d="M0 540 Q380 430 760 540 T1200 500 V675 H0Z" fill="hsl(${field} 30% 42%)"/><path d="M820 540 v-70 l40 -34 l40 34 v70z" fill="hsl(20 30% 40%)"/>`,
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
