/** Draws the picture of the hour for a page without scripts: a bar a minute, each the way to its first post. */
import { formatTime } from './clock';
import type { Article } from './transcript-article';
import { escapeHtml as html } from './transcript-escape';
import type { Minute } from './transcript-minutes';
import { sayCount, shownLabel, type Writing } from './transcript-words';

/** In units of the picture: the bars' room, above it the questions' labels, below it the times. */
export const HOUR = { bar: 10, height: 90, above: 22, below: 18 };

const { bar, height, above, below } = HOUR;

/** '' where there is nothing to draw. */
export function drawHour({ minutes }: Article, writing: Writing): string {
  if (minutes.length === 0) return '';
  const most = Math.max(...minutes.map(({ posts }) => posts), 1);
  const bars = minutes.map((minute, n) => drawBar(minute, n, most, writing)).join('');
  const name = html(writing.say('transcript_hour'));
  const box = `0 0 ${minutes.length * bar} ${above + height + below}`;
  return `<figure><svg viewBox="${box}" role="group" aria-label="${name}">${bars}</svg><figcaption class="faint">${name}</figcaption></figure>`;
}

function drawBar(minute: Minute, n: number, most: number, { say, timeZone }: Writing): string {
  const { at, posts, firstId, questions } = minute;
  const x = n * bar;
  const middle = x + bar / 2;
  const time = formatTime(at, timeZone);
  const parts: string[] = [];
  if (questions.length > 0) {
    const label = html(questions.map(shownLabel).join(' '));
    parts.push(`<path class="mark" d="M${middle} ${above - 4}V${above + height}"/>`);
    parts.push(`<text class="q" x="${middle}" y="${above - 8}">${label}</text>`);
  }
  if (n % 10 === 0) {
    const place = n === 0 ? 'class="first" x="0"' : `x="${middle}"`;
    parts.push(`<text ${place} y="${above + height + 14}">${time}</text>`);
  }
  if (firstId !== null) {
    const tall = posts > 0 ? Math.max((posts / most) * height, 2) : 0;
    const name = html(`${time}: ${sayCount(say, 'posts', posts)}`);
    parts.push(
      `<a href="#p${firstId}" aria-label="${name}"><rect class="room" x="${x}" y="${above}" width="${bar}" height="${height}"/><rect x="${x + 1}" y="${(above + height - tall).toFixed(1)}" width="${bar - 2}" height="${tall.toFixed(1)}"/></a>`,
    );
  }
  return parts.join('');
}
